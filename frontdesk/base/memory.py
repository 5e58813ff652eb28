"""Freed memory goes back to the system: glibc would keep what a long work has used."""

from __future__ import annotations

import sys
from contextlib import suppress


def give_back() -> None:
    """Give back what is free; where the C library cannot, or does so by itself, do nothing."""
    if sys.platform == "linux":
        import ctypes  # only here, and not before the first paint

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
