"""Offices, their hours and their closures."""
