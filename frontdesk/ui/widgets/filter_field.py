"""A field over a list: letters narrow it, arrows, Enter and Del act on the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from frontdesk.ui.keys import ENTER, is_plain

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FilterField(QLineEdit):
    """A field whose arrows, Enter and, while it is empty, Del belong to the list below."""

    stepped = Signal(int)
    entered = Signal()
    struck = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window: it takes back what was done to the list."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what is for the list."""
        plain = is_plain(event)
        if plain and event.key() in STEPS:
            self.stepped.emit(STEPS[Qt.Key(event.key())])
        elif plain and event.key() in ENTER and not event.isAutoRepeat():
            self.entered.emit()
        elif plain and event.key() == Qt.Key.Key_Delete and not self.text():
            self.struck.emit()
        else:
            super().keyPressEvent(event)
