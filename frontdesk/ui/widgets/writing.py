"""A box to write in. What is pasted or dropped and is no text is handed on, not swallowed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class Writing(QPlainTextEdit):
    """Plain text. `takes` is asked first about what comes in, and tells whether it took it."""

    def __init__(self, takes: Callable[[QMimeData], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._takes = takes
        self.setTabChangesFocus(True)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Say yes to files and pictures too, or Qt would not offer them."""
        return source.hasUrls() or source.hasImage() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand on what is no text."""
        if not self._takes(source):
            super().insertFromMimeData(source)
