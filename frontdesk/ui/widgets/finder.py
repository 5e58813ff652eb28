"""One of many by a few letters of its name: typing narrows the list, a digit takes a line.

Where there are too many to be at hand, the screen finds them for what is typed (`asked`).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from frontdesk.base.text import fold
from frontdesk.ui.keys import ENTER, is_plain
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.keyed_list import KEYED_ROWS, KeyedList, LinesModel
from frontdesk.ui.widgets.scrolled import scrolled

SHOWN = 30
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Finder(QWidget):
    """A question, a field and the names that fit. `found` carries the key of the one taken."""

    found = Signal(str)
    asked = Signal(str)

    def __init__(self, theme: Theme, *, narrows: bool = True) -> None:
        super().__init__()
        self._narrows = narrows
        self._choices: Sequence[tuple[str, str]] = ()
        self._keys: list[str] = []
        self._question, self.field = QLabel(), FinderField()
        self._lines = LinesModel()
        self.list = KeyedList(self._lines, theme)
        self._question.setProperty("role", "strong")
        self._question.setWordWrap(True)
        self._question.setBuddy(self.field)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("plain", True)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.list)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._question)
        column.addWidget(self.field)
        column.addWidget(scrolled(page), 1)
        self.field.textChanged.connect(self._narrow)
        self.field.textEdited.connect(self.asked)
        self.field.stepped.connect(self._step)
        self.field.taken.connect(self._take)
        self.list.picked.connect(self._take)
        self.setFocusProxy(self.field)

    def ask(self, question: str, choices: Sequence[tuple[str, str]]) -> None:
        """Ask for one of (key, name), the likeliest first."""
        self._question.setText(question)
        self.field.setAccessibleName(question)
        self.list.setAccessibleName(question)
        self.field.clear()
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Show other names for the same question, the likeliest first."""
        self._choices = choices
        self._narrow(self.field.text())

    def hint(self, text: str) -> None:
        """Say in the empty field what can be typed."""
        self.field.setPlaceholderText(text)

    def _narrow(self, text: str) -> None:
        typed = fold(text).split() if self._narrows else []
        shown = [
            (key, name)
            for key, name in self._choices
            if not typed or all(part in fold(name) for part in typed)
        ][:SHOWN]
        self._keys = [key for key, _ in shown]
        self._lines.set_rows([name for _, name in shown])
        self.list.go_to(0)

    def _step(self, by: int) -> None:
        self.list.go_to(self.list.currentIndex().row() + by)

    def _take(self, row: int) -> None:
        row = self.list.currentIndex().row() if row < 0 else row
        if 0 <= row < len(self._keys):
            self.found.emit(self._keys[row])


class FinderField(QLineEdit):
    """Letters narrow; arrows step, a digit takes its line, Enter the current one (-1)."""

    stepped = Signal(int)
    taken = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the list."""
        plain = is_plain(event)
        digit = event.key() - Qt.Key.Key_1
        if plain and event.key() in STEPS:
            self.stepped.emit(STEPS[Qt.Key(event.key())])
        elif plain and event.key() in ENTER:
            self.taken.emit(-1)
        elif plain and 0 <= digit < KEYED_ROWS:
            self.taken.emit(digit)
        else:
            super().keyPressEvent(event)
