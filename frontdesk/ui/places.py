"""Which panels and screens there are, each imported when it is first opened.

A new panel is one function here and one row in the command table; the window does the rest.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from frontdesk.ui.panel import Panel
from frontdesk.ui.workplace import Workplace

# Command id -> what opens over the answer, with the visitor strip still on screen.
PANELS: dict[str, Callable[[Workplace], Panel]] = {}

# Command id -> what takes the place of the desk, with a word of its own on the rail.
SCREENS: dict[str, Callable[[Workplace], QWidget]] = {}
