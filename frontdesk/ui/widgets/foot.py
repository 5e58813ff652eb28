"""The foot of a form: the button that does it, and a few quiet words on how to leave."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton


def foot(does: QPushButton, how: QLabel, spacing: int) -> QHBoxLayout:
    """Dress a form's button and words, and return them side by side."""
    does.setProperty("primary", True)
    how.setProperty("role", "muted")
    how.setWordWrap(True)
    row = QHBoxLayout()
    row.setSpacing(spacing)
    row.addWidget(does)
    row.addWidget(how, 1)
    return row
