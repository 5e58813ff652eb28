"""A new version of the program."""
