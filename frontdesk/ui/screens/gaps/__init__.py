"""The gaps: what is asked for and not answered yet."""
