"""The calls of today."""
