"""The box: a line edit that leaves to the window what is not typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from frontdesk.ui.icons import Icons

MAX_CHARS = 2_000
SIGN = 20
LEFT = 14
# On X11 Qt's fields take these for moving and deleting, as a terminal does.
OF_THE_WINDOW = frozenset({"Ctrl+D", "Ctrl+E", "Ctrl+K", "Ctrl+U"})
STEPS = {"Key_Up": -1, "Key_Down": 1, "Key_PageUp": -8, "Key_PageDown": 8}


class Box(QLineEdit):
    """The one box. Arrows move the choice elsewhere while the caret stays here."""

    stepped = Signal(int)
    chosen = Signal()
    painted_first = Signal()
    leaves_undo = False  # while the window can take back a deed that came after the last letter

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("box")
        self.setMaxLength(MAX_CHARS)
        self._icons, self._is_painted = icons, False
        icons.theme.changed.connect(self._make_room)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """Leave copy and undo to the window when there is nothing here to copy or undo, and always
        the keys that mean something at the desk.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            copies = event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText()
            undoes = event.matches(QKeySequence.StandardKey.Undo)
            pressed = QKeySequence(event.keyCombination()).toString()
            if (
                copies
                or pressed in OF_THE_WINDOW
                or (undoes and (self.leaves_undo or not self.isUndoAvailable()))
            ):
                event.ignore()
                return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the sign for searching before the words."""
        super().paintEvent(event)
        size = self._icons.theme.px(SIGN)
        sign = self._icons.pixmap("search", "muted", size, self.devicePixelRatioF())
        QPainter(self).drawPixmap(LEFT, (self.height() - size) // 2, sign)
        if not self._is_painted:
            self._is_painted = True
            self.painted_first.emit()

    def _make_room(self) -> None:
        self.setTextMargins(self._icons.theme.px(SIGN) + LEFT - 6, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn arrows and Enter into choosing; everything else is typing."""
        from PySide6.QtCore import Qt  # many enumerations, which the first paint does not need

        keypad = Qt.KeyboardModifier.KeypadModifier
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, keypad)
        name = Qt.Key(event.key()).name
        if plain and name in STEPS:
            self.stepped.emit(STEPS[name])
        elif plain and name in ("Key_Return", "Key_Enter"):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)
