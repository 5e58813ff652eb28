"""Rows that are written, added, moved and taken away by keys: a list while it is being made.

Insert adds a row below, and so does Enter in the last field of one; Alt with an arrow moves it,
Shift+Del takes it away, and so does Backspace in an empty one; arrows go from row to row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.ui.icons import Icons
from frontdesk.ui.keys import ALONE, ALT, ENTER, SHIFT, held_with

ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Row(QWidget):
    """One row: a subclass has fields, the first one first, and a value."""

    edited = Signal()
    line: QWidget  # what stands in the list: the row, and the sign that takes it away

    def fields(self) -> Sequence[QWidget]:
        """Return what takes the focus, in its order."""
        raise NotImplementedError  # each subclass has its own

    def value(self) -> Any:
        """Return what is written, as JSON can hold it."""
        raise NotImplementedError  # each subclass has its own

    def put(self, value: Any) -> None:
        """Write a value into the fields."""
        raise NotImplementedError  # each subclass has its own

    def is_empty(self) -> bool:
        """Tell whether nothing is written."""
        raise NotImplementedError  # each subclass has its own

    def tell_place(self, number: int) -> None:
        """Name the fields by the number of the row."""
        raise NotImplementedError  # each subclass has its own


class Rows(QWidget):
    """The rows. `edited` says that something changed, `removed` carries the place and the value of
    a row that was taken away with something in it.
    """

    edited = Signal()
    removed = Signal(int, object)

    def __init__(
        self, build: Callable[[], Row], icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._build, self._icons = build, icons
        self._rows: list[Row] = []
        self._add, self._off = QPushButton(), ""
        self._add.setProperty("flat", True)
        self._add.clicked.connect(lambda: self.insert(len(self._rows)))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(icons.theme.space("xs"))
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._add)

    def set_words(self, add: str, take_off: str) -> None:
        """Set the words for adding a row and for taking one away."""
        self._add.setText(add)
        self._off = take_off
        for button in self.findChildren(TakeOff):
            button.setToolTip(take_off)
            button.setAccessibleName(take_off)

    def values(self) -> list[Any]:
        """Return what is written in the rows that are not empty."""
        return [row.value() for row in self._rows if not row.is_empty()]

    def put(self, values: Sequence[Any]) -> None:
        """Show other rows; the caret stays where there is still a row."""
        while len(self._rows) > len(values):
            self._drop(len(self._rows) - 1)
        for place, value in enumerate(values):
            row = self._rows[place] if place < len(self._rows) else self._make(place)
            if row.value() != value:
                row.put(value)
        self._tell_places()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows as they stand."""
        return tuple(self._rows)

    def insert(self, place: int, value: Any = None) -> None:
        """Add a row at a place and put the caret into it."""
        row = self._make(place)
        if value is not None:
            row.put(value)
        self._tell_places()
        row.fields()[0].setFocus()
        self.edited.emit()

    def remove(self, place: int) -> None:
        """Take a row away; the caret goes to its neighbour."""
        row = self._rows[place]
        gone = None if row.is_empty() else row.value()
        beside = self._rows[place - 1 if place else 1] if len(self._rows) > 1 else None
        (beside.fields()[0] if beside else self._add).setFocus()
        self._drop(place)
        self._tell_places()
        self.edited.emit()
        if gone is not None:
            self.removed.emit(place, gone)

    def shift(self, place: int, by: int) -> None:
        """Move a row up or down; the caret stays in its field."""
        if 0 <= place + by < len(self._rows):
            row = self._rows.pop(place)
            self._rows.insert(place + by, row)
            self._column.removeWidget(row.line)
            self._column.insertWidget(place + by, row.line)
            self._tell_places()
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a row with Insert, Enter or the first letter typed below the last one."""
        plain = not held_with(event) & ~SHIFT
        if plain and event.key() in {Qt.Key.Key_Insert, *ENTER}:
            self.insert(len(self._rows))
        elif plain and event.key() == Qt.Key.Key_Up and self._rows:
            self._rows[-1].fields()[0].setFocus()
        elif plain and event.text().isprintable() and event.text():
            self.insert(len(self._rows))
            QCoreApplication.sendEvent(self._rows[-1].fields()[0], event)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list from whatever field has them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if held_with(event) == ALT and event.key() in ARROWS:
                event.accept()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            place = next((n for n, row in enumerate(self._rows) if watched in row.fields()), -1)
            if place >= 0 and isinstance(watched, QWidget) and self._take(event, place, watched):
                return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent, place: int, field: QWidget) -> bool:
        key, held = event.key(), held_with(event)
        fields = self._rows[place].fields()
        if held == ALT and key in ARROWS:
            self.shift(place, ARROWS[Qt.Key(key)])
        elif held == ALONE and key in ENTER and field is not fields[-1]:
            fields[fields.index(field) + 1].setFocus()
        elif held == ALONE and (key == Qt.Key.Key_Insert or key in ENTER):
            self.insert(place + 1)
        elif _takes_away(key, held, is_empty=self._rows[place].is_empty()):
            self.remove(place)
        elif held == ALONE and key in ARROWS and not isinstance(field, QComboBox):
            self._walk(place + ARROWS[Qt.Key(key)], fields.index(field))
        else:
            return False
        return True

    def _walk(self, place: int, field: int) -> None:
        if 0 <= place < len(self._rows):
            self._rows[place].fields()[field].setFocus()
        elif place == len(self._rows):
            self._add.setFocus()

    def _make(self, place: int) -> Row:
        row = self._build()
        row.line = line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(self._icons.theme.space("xs"))
        across.addWidget(row, 1)
        off = TakeOff(self._icons)
        off.setToolTip(self._off)
        off.setAccessibleName(self._off)
        off.clicked.connect(lambda: self.remove(self._rows.index(row)))
        across.addWidget(off, 0, Qt.AlignmentFlag.AlignTop)
        for field in row.fields():
            field.installEventFilter(self)
        row.edited.connect(self.edited)
        before = self._rows[place - 1].fields()[-1] if place else None
        self._rows.insert(place, row)
        self._column.insertWidget(place, line)
        for field in row.fields():
            if before:
                self.setTabOrder(before, field)
            before = field
        return row

    def _drop(self, place: int) -> None:
        line = self._rows.pop(place).line
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _tell_places(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.tell_place(number)


def _takes_away(key: int, held: Qt.KeyboardModifier, *, is_empty: bool) -> bool:
    if held == SHIFT:
        return key == Qt.Key.Key_Delete
    return is_empty and held == ALONE and key == Qt.Key.Key_Backspace


class TakeOff(QPushButton):
    """The sign at the end of a row that takes it away; keys have Shift+Del."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.setProperty("flat", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        icons.theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.setIcon(self._icons.icon("x", "muted"))
        self.setIconSize(self._icons.size())
