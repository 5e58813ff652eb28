"""A whole number from zero, typed or stepped with the arrows."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox

BEFORE_PX = 8


class Number(QSpinBox):
    """The style sheet gives the field inside no distance from its edge, so it is set here."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.setRange(0, most)
        self.lineEdit().setTextMargins(BEFORE_PX, 0, 0, 0)
