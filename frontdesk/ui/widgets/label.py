"""Words on screen: what the house wrote is shown as it stands, never taken for mark-up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def words(role: str) -> QLabel:
    """Return a label for words of a role of the type scale, in lines where they are long."""
    label = QLabel()
    dress(label, role)
    return label


def dress(label: QLabel, role: str) -> None:
    """Give a label the look of a role."""
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)


def chip() -> QLabel:
    """Return a label for a word or two with a ground of their own."""
    label = QLabel()
    label.setProperty("chip", True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
