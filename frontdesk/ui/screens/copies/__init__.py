"""Copies of the database: what there is, what bringing one back would change."""
