"""Everything the desk knows, written to files."""
