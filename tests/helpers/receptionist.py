"""Somebody at the keyboard of the real window, who counts the keys that are not text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.ui.window import MainWindow


class Receptionist:
    """Presses keys wherever the focus is, as a person does; a key is named as in a menu."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.control_keys = 0

    def focus(self) -> QWidget:
        """What has the focus."""
        return QApplication.focusWidget() or self.window

    def press(self, *keys: str) -> Receptionist:
        """Press keys that are not text: `F4`, `Tab`, `Ctrl+Return`."""
        for key in keys:
            pressed = QKeySequence(key)[0]
            QTest.keyClick(self.focus(), pressed.key(), pressed.keyboardModifiers())
            self.control_keys += 1
        return self

    def types(self, text: str) -> Receptionist:
        """Type text, key by key, into whatever has the focus when the key goes down."""
        for letter in text:
            if letter == "\n":
                QTest.keyClick(self.focus(), Qt.Key.Key_Return)
            else:
                QTest.keyClicks(self.focus(), letter)
        return self

    def said(self) -> str:
        """The line that the window shows."""
        return self.window.message_line.text()
