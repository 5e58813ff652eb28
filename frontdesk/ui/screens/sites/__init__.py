"""Head office and branches."""
