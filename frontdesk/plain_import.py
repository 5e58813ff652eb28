"""Python's own `import` again, after Qt for Python has put its hook in front of it.

The hook looks through the source of every module for a switch that nothing here turns: a tenth of
the start, and the text of the whole program in memory.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - brings the hook


def restore() -> None:
    """Take the hook away; a Qt for Python without one is left as it is."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
