"""What is done with the data folder once the window has let go of it, before a new one opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

START_AGAIN = 5
Work = Callable[[Path], object]


class Leaving:
    """The window asks, the composition root does: close, work on the folder, start again."""

    def __init__(self) -> None:
        self.work: Work | None = None

    def ask(self, work: Work) -> None:
        """Close the window, call `work(folder)` and open a fresh window."""
        self.work = work
        QApplication.exit(START_AGAIN)
