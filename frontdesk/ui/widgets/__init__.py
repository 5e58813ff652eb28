"""Reusable parts of the window that know no noun of the desk."""
