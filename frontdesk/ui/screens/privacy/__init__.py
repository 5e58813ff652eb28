"""What is held on one person."""
