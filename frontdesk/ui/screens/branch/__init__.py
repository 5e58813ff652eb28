"""Exchange with the other sites: how it stands, one key to do it, setting it up."""
