"""Frontdesk: what a reception desk answers, where it sends people and what it writes down."""

__version__ = "0.1.0"
