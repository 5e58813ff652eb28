"""The editor's own keys, taken before the field that has the focus: Alt and a digit would be
written into a text, and elsewhere they mean something else.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.ui.keys import ALT, CONTROL, SHIFT, held_with

KEYS = {
    (CONTROL | SHIFT, Qt.Key.Key_Return): "publish",
    (CONTROL | SHIFT, Qt.Key.Key_Enter): "publish",
    (CONTROL, Qt.Key.Key_M): "turns",
    (CONTROL | SHIFT, Qt.Key.Key_R): "verify",
    (CONTROL, Qt.Key.Key_O): "other",
}


class OwnKeys(QObject):
    """Listens to whatever has the focus inside a widget. `pressed` carries the deed of a key, or
    the digit of a page.
    """

    pressed = Signal(str)

    def __init__(self, inside: QWidget, digits: int) -> None:
        super().__init__(inside)
        self._inside, self._digits = inside, digits
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key of the editor, and keep it from the shortcuts of the window."""
        if isinstance(event, QKeyEvent) and (deed := self._deed(event)):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.pressed.emit(deed)
                return True
        return super().eventFilter(watched, event)

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and shiboken6.isValid(before):
            before.removeEventFilter(self)
        if now is not None and self._inside.isAncestorOf(now):
            now.installEventFilter(self)

    def _deed(self, event: QKeyEvent) -> str:
        held = held_with(event)
        digit = event.key() - Qt.Key.Key_0
        if held == ALT and 1 <= digit <= self._digits:
            return str(digit)
        return KEYS.get((held, Qt.Key(event.key())), "")
