"""The small parts of an answer: a fact with its sign, an office with its state, a section."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from frontdesk.core.desk import Place
from frontdesk.ui.workplace import Workplace

SIGNS = {
    "ok": "door-open",
    "warn": "clock",
    "danger": "door-closed",
    "muted": "circle-question-mark",
}


class Section(QWidget):
    """A heading over something."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(content)

    def set_title(self, text: str) -> None:
        """Set the heading."""
        self._title.setText(text)


class Fact(QFrame):
    """A sign, what it is, and its value; gone when there is no value."""

    def __init__(self, icon: str, place: Workplace, *, role: str = "strong") -> None:
        super().__init__()
        self._icon, self._place = icon, place
        self.setProperty("sunken", True)
        self._sign, self._title = QLabel(), QLabel()
        self._value, self._note = QLabel(), QLabel()
        for label, of_label in ((self._title, "small"), (self._value, role), (self._note, "small")):
            label.setProperty("role", of_label)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._value.setWordWrap(True)
        self._note.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        for label in (self._title, self._value, self._note):
            words.addWidget(label)
        words.addStretch(1)
        row.addLayout(words, 1)
        place.theme.changed.connect(self._draw)
        self._draw()

    def set_title(self, text: str) -> None:
        """Set what it is."""
        self._title.setText(text)

    def show_fact(self, value: str, note: str = "") -> None:
        """Show a value and a note under it; nothing at all without a value."""
        self._value.setText(value)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setVisible(bool(value))

    def _draw(self) -> None:
        size = self._place.theme.px(18)
        self._sign.setPixmap(self._place.icons.pixmap(self._icon, "muted", size, 2.0))


class OneLiner(QLabel):
    """Muted words cut to one line, whole in the tooltip; or in full on several lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setProperty("role", "muted")
        self.setMinimumWidth(60)

    def set_text(self, text: str, *, in_full: bool = False) -> None:
        """Show other words; nothing at all for none."""
        self._text = "" if in_full else text
        self.setWordWrap(in_full)
        self.setToolTip("")
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.setText(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut for the new room."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        if self._text:
            room = max(self.width(), 60)
            cut = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
            self.setText(cut)
            self.setToolTip(self._text if cut != self._text else "")  # or it would be read twice


class PlaceLine(QFrame):
    """An office: its name, where it is, and in a chip with a sign whether it is open."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._pin, self._name, self._way = QLabel(), QLabel(), OneLiner()
        self._state = QLabel()
        self._name.setProperty("role", "strong")
        self._state.setProperty("chip", True)
        self._name.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.addWidget(self._pin, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._name, 0, 1)
        grid.addWidget(self._state, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._way, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.hide()

    def show_place(self, spot: Place | None, now: datetime, *, in_full: bool = False) -> None:
        """Show an office and its state at `now`, or nothing; `in_full` with all of the way."""
        self.setVisible(spot is not None)
        if spot is None:
            return
        office = spot.office
        where = ", ".join(filter(None, (office.floor, office.room)))
        self._name.setText(" · ".join(filter(None, ("" if in_full else office.name, where))))
        self._way.set_text(office.directions, in_full=in_full)
        sentence, tone = self._place.wording.opening(spot.state, now)
        self._state.setText(sentence)
        if self._state.property("tone") != tone:
            self._state.setProperty("tone", tone)
            self._state.style().polish(self._state)
        size = self._place.theme.px(18)
        colour = "accent" if tone == "muted" else tone
        self._pin.setPixmap(self._place.icons.pixmap(SIGNS[tone], colour, size, 2.0))
