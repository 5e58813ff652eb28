"""What stands on a screen while it reads: keys typed meanwhile are kept and typed again after."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from frontdesk.ui.keys import ENTER


class Waiting(QFrame):
    """An empty card that has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[QKeyEvent] = []
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def replay(self) -> None:
        """Type what was typed meanwhile into what has the focus now."""
        keys, self._keys = self._keys, []
        for key in keys:
            if field := QApplication.focusWidget():
                QCoreApplication.sendEvent(field, key)

    def forget(self) -> None:
        """Forget what was typed: it was meant for something else."""
        self._keys.clear()

    def event(self, event: QEvent) -> bool:
        """Keep what is typed, and Ctrl+Enter, which means another thing elsewhere."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _is_for_later(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() != Qt.Key.Key_Escape:
                self._keys.append(event.clone())
                return True
        return super().event(event)


def _is_for_later(event: QKeyEvent) -> bool:
    """Tell a key of the screen to come from those of the window, which do not wait."""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return event.key() in ENTER
    return not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35 and event.key() != Qt.Key.Key_Escape
