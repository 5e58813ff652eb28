"""The manual that comes with the program."""
