"""Office hours to edit: one line in words, and a field for each day of the week; each fills the
other, and what was understood stands below in words.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from frontdesk.core.opening import typed, week
from frontdesk.ui.language import Translated
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.wording import Wording

HOLIDAYS = 7
ROWS = 4  # of days, in two columns
MAX_CHARS = 500
UNSURE = "unknown"  # so an import marks times that can mean two things


class WeekHours(Translated, QWidget):
    """Hours in OpenStreetMap's notation, which nobody has to know."""

    edited = Signal()

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._value, self._is_filling = "", False
        self.line = QLineEdit()
        self.line.setMaxLength(MAX_CHARS)
        self.field = Field(self.line)
        self.days = tuple(QLineEdit() for _ in week.DAYS)
        self._names = tuple(QLabel() for _ in week.DAYS)
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space("s"))
        grid.setVerticalSpacing(theme.space("xs"))
        for day, (name, cell) in enumerate(zip(self._names, self.days, strict=True)):
            row, place = day % ROWS, 2 * (day // ROWS)
            name.setBuddy(cell)
            name.setProperty("role", "muted")
            cell.setMaxLength(MAX_CHARS)
            grid.addWidget(name, row, place)
            grid.addWidget(cell, row, place + 1)
            grid.setColumnStretch(place + 1, 1)
            cell.textEdited.connect(partial(self._day_edited, day))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space("s"))
        column.addWidget(self.field)
        column.addWidget(self._grid)
        self.line.textEdited.connect(self._line_edited)
        self.setFocusProxy(self.line)
        self.retranslate()

    def value(self) -> str:
        """Return the hours, or what is typed where that is not understood."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show hours, or what was typed before."""
        self._value = value
        self.line.setText(self._written(value))
        self.line.setCursorPosition(0)
        self._fill_days(value)
        self._echo()

    def retranslate(self) -> None:
        """Set the words."""
        self.line.setPlaceholderText(self.tr("Mon-Fri 9:00 to 14:00, Sat 10-13"))
        for day, (name, cell) in enumerate(zip(self._names, self.days, strict=True)):
            word = self._day_name(day)
            name.setText(word)
            cell.setAccessibleName(word)
            cell.setPlaceholderText(self.tr("closed"))
        self._echo()

    def _day_name(self, day: int) -> str:
        if day == HOLIDAYS:
            return self.tr("Holidays")
        return self._wording.locale.dayName(day + 1, QLocale.FormatType.LongFormat).capitalize()

    def _line_edited(self, text: str) -> None:
        found = typed.read(text)
        self._value = text if found.doubts or not found.hours else found.hours
        if not found.doubts:
            self._fill_days(found.hours)
        self._echo()
        self.edited.emit()

    def _day_edited(self, _day: int, _text: str) -> None:
        found = week.written({day: cell.text() for day, cell in enumerate(self.days)})
        self._value = found.doubts[0] if found.doubts else found.hours
        if not found.doubts:
            self.line.setText(self._written(found.hours))
        self._echo()
        self.edited.emit()

    def _fill_days(self, hours: str) -> None:
        shown = week.of(hours)
        for day, cell in enumerate(self.days):
            cell.setText((shown or {}).get(day, "").replace(",", ", "))
        self._grid.setVisible(shown is not None)

    def _written(self, hours: str) -> str:
        """Return hours in the words of the language where those are read back as the same."""
        words = self._wording.hours(hours).replace("\n", "; ")
        return words if hours and typed.read(words) == typed.Typed(hours) else hours

    def _echo(self) -> None:
        """Say in words what is understood, or that it is not."""
        self.field.accept()
        found = typed.read(self._value)
        if not self._value.strip():
            self.field.note(self.tr("Hours not known: nobody is sent without a reason"))
        elif found.doubts and not found.hours:
            self.field.note(self.tr("Not understood yet: {text}").format(text=found.doubts[0]))
        elif found.doubts:
            text = self.tr("This can mean two things: {text}")
            self.field.note(text.format(text=found.doubts[0]), "warn")
        elif UNSURE in found.hours:
            words = self.tr("To be checked: {hours}")
            self.field.note(words.format(hours=self._wording.hours(found.hours)), "warn")
        else:
            words = self._wording.hours(found.hours)
            if week.of(found.hours) is None:
                words = self.tr("{hours}\nMore than a week can show: edit the line").format(
                    hours=words
                )
            self.field.note(words, "ok")
