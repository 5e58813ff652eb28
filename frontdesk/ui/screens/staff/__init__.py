"""The people of the house."""
