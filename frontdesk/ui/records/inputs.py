"""One input for each kind of field, all with the same few methods."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from frontdesk.ui.records.record import FieldSpec
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.choice import Choice
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.members import Members
from frontdesk.ui.widgets.number import Number
from frontdesk.ui.widgets.tick import Tick
from frontdesk.ui.widgets.week_hours import WeekHours
from frontdesk.ui.workplace import Workplace

LINE = 22  # pixels at 100 % text
LINES = {"long": 4, "source": 12}


class Input(QObject):
    """A field on screen. `widget` is what is laid out, `field` tells what is wrong."""

    edited = Signal()
    field: Field | None = None
    widget: QWidget

    def value(self) -> Any:
        """Return what is in it."""
        raise NotImplementedError  # each subclass has its own

    def set_value(self, value: Any) -> None:
        """Put something into it, without `edited`."""
        raise NotImplementedError  # each subclass has its own

    def label(self, text: str, hint: str) -> None:
        """Set its words."""
        if self.field:
            self.field.set_label(text)
            if hint and not self.field.noted():
                self.field.note(hint)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Take what can be chosen."""


class TextInput(Input):
    """One line."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self.entry = QLineEdit()
        self.entry.setMaxLength(spec.most)
        self.entry.textEdited.connect(self.edited)
        self.widget = self.field = Field(self.entry)

    def value(self) -> str:
        return self.entry.text()

    def set_value(self, value: Any) -> None:
        self.entry.setText(str(value or ""))


class LongInput(Input):
    """Several lines; a source is set in letters of one width."""

    def __init__(self, spec: FieldSpec, theme: Theme) -> None:
        super().__init__()
        self._kind, self._theme = spec.kind, theme
        self.entry = QPlainTextEdit()
        self.entry.setTabChangesFocus(True)
        if spec.kind == "source":
            self.entry.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.entry.textChanged.connect(self.edited)
        self.widget = self.field = Field(self.entry)
        theme.changed.connect(self._fit)
        self._fit()

    def value(self) -> str:
        return self.entry.toPlainText()

    def set_value(self, value: Any) -> None:
        self.entry.blockSignals(True)
        self.entry.setPlainText(str(value or ""))
        if self._kind == "long":
            self.entry.moveCursor(QTextCursor.MoveOperation.End)
        self.entry.blockSignals(False)

    def _fit(self) -> None:
        if self._kind == "source":
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPixelSize(self._theme.font("body").pixelSize())
            self.entry.setFont(font)
        self.entry.setMinimumHeight(self._theme.px(LINE * LINES[self._kind]))


class NumberInput(Input):
    """A whole number from zero."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self.entry = Number(spec.most)
        self.entry.valueChanged.connect(self.edited)
        self.widget = self.field = Field(self.entry)

    def value(self) -> int:
        return self.entry.value()

    def set_value(self, value: Any) -> None:
        self.entry.blockSignals(True)
        self.entry.setValue(int(value or 0))
        self.entry.blockSignals(False)


class ChoiceInput(Input):
    """One of a few."""

    def __init__(self, spec: FieldSpec, context: str) -> None:
        super().__init__()
        self._spec, self._context = spec, context
        self.entry = QComboBox()
        for key, _ in spec.options:
            self.entry.addItem("", key)
        self.entry.activated.connect(self.edited)
        self.widget = self.field = Field(self.entry)

    def label(self, text: str, hint: str) -> None:
        super().label(text, hint)
        for place, (_, word) in enumerate(self._spec.options):
            self.entry.setItemText(place, QCoreApplication.translate(self._context, word))

    def value(self) -> str:
        return str(self.entry.currentData() or "")

    def set_value(self, value: Any) -> None:
        self.entry.setCurrentIndex(max(self.entry.findData(value), 0))


class OfficeInput(Input):
    """One of some hundred names, such as an office; the text as typed where it is none of them."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self.entry = Choice()
        self._key = ""
        if line := self.entry.lineEdit():
            line.textEdited.connect(self.edited)
        self.entry.activated.connect(self.edited)
        self.widget = self.field = Field(self.entry)

    def value(self) -> str:
        return self.entry.chosen()

    def set_value(self, value: Any) -> None:
        self._key = str(value or "")
        self.entry.choose(self._key)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        key = self.value() or self._key
        self.entry.set_choices(choices)
        self.entry.choose(key)


class TickInput(Input):
    """Yes or no."""

    def __init__(self) -> None:
        super().__init__()
        self.entry = Tick()
        self.entry.clicked.connect(self.edited)
        self.widget = self.entry

    def label(self, text: str, hint: str) -> None:
        self.entry.setText(text)
        self.entry.setAccessibleName(text.replace("&", ""))

    def value(self) -> bool:
        return self.entry.isChecked()

    def set_value(self, value: Any) -> None:
        self.entry.setChecked(bool(value))


class HoursInput(Input):
    """Hours, in one line or day by day."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.entry = WeekHours(place.theme, place.wording)
        self.entry.edited.connect(self.edited)
        self.widget, self.field = self.entry, self.entry.field

    def value(self) -> str:
        return self.entry.value()

    def set_value(self, value: Any) -> None:
        self.entry.set_value(str(value or ""))


class ManyInput(Input):
    """Some of very many. A value is a list of (key, name)."""

    def __init__(self, spec: FieldSpec, place: Workplace) -> None:
        super().__init__()
        self._spec, self._place = spec, place
        self._known: dict[str, str] = {}
        self.entry = Members(place.theme)
        self.entry.asked.connect(self._ask)
        self.entry.edited.connect(self.edited)
        self.widget = self.field = Field(self.entry)

    def value(self) -> list[list[str]]:
        return [[key, self._known.get(key, key)] for key in self.entry.value()]

    def set_value(self, value: Any) -> None:
        pairs = {str(key): str(name) for key, name in value or []}
        self._known |= pairs
        self.entry.set_value(list(pairs), pairs)

    def _ask(self, words: str) -> None:
        if self._spec.find:
            self._place.jobs.read(self, self._spec.find, words, done=self._found)

    def _found(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._known |= dict(pairs)
        self.entry.offer(pairs)


def build(spec: FieldSpec, context: str, place: Workplace) -> Input:
    """Return the input of a field."""
    makers: Mapping[str, Callable[[], Input]] = {
        "text": lambda: TextInput(spec),
        "long": lambda: LongInput(spec, place.theme),
        "source": lambda: LongInput(spec, place.theme),
        "number": lambda: NumberInput(spec),
        "choice": lambda: ChoiceInput(spec, context),
        "office": lambda: OfficeInput(spec),
        "tick": TickInput,
        "hours": lambda: HoursInput(place),
        "many": lambda: ManyInput(spec, place),
    }
    return makers[spec.kind]()
