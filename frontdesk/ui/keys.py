"""What is pressed, told alike on every screen: Enter of either block, keys with nothing held.

A key that means something of its own where one is, as Ctrl+Enter does in every form, is kept from
the shortcuts of the window by `KeepsKeys`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ALONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def held_with(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return what is held down with a key; the number block is nothing held."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def is_plain(event: QKeyEvent) -> bool:
    """Tell a key that is pressed alone."""
    return held_with(event) == ALONE


def hands_in(event: QKeyEvent) -> bool:
    """Tell Ctrl+Enter, which hands a form in."""
    return event.key() in ENTER and held_with(event) == CONTROL


class KeepsKeys:
    """Mix-in of widgets with keys of their own: `class Panel(KeepsKeys, QFrame)`."""

    def keeps(self, event: QKeyEvent) -> bool:
        """Tell whether a key means something here that the window would take for a shortcut."""
        raise NotImplementedError  # each subclass has its own

    def event(self, event: QEvent) -> bool:
        """Keep a key from the shortcuts of the window; it then comes as a key press."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self.keeps(event):
            event.accept()
            return True
        return bool(super().event(event))  # type: ignore[misc]  # of the widget class that comes after
