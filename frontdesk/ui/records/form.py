"""The form at the right: the fields of a noun in a column, and what is wrong beside each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.base.errors import UserError
from frontdesk.ui.language import Translated
from frontdesk.ui.records.inputs import Input, build
from frontdesk.ui.records.record import Noun
from frontdesk.ui.workplace import Workplace


class RecordForm(Translated, QWidget):
    """The fields. `edited` tells that somebody typed; what is put in by the program does not."""

    edited = Signal()

    def __init__(self, place: Workplace, noun: Noun) -> None:
        super().__init__()
        self._place, self._noun = place, noun
        self.setProperty("plain", True)
        self.inputs: dict[str, Input] = {
            spec.name: build(spec, noun.context, place) for spec in noun.fields
        }
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, place.theme.space("s"), 0)
        self._column.setSpacing(place.theme.space("m"))
        for entry in self.inputs.values():
            self._column.addWidget(entry.widget)
            entry.edited.connect(self._edited)
        self._column.addStretch(1)
        self.retranslate()

    def focus_first(self) -> None:
        """Put the caret into the first field."""
        first = next(iter(self.inputs.values()))
        (first.field.entry if first.field else first.widget).setFocus()

    def add(self, widget: QWidget) -> None:
        """Put something of the noun's own below the fields."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def values(self) -> dict[str, Any]:
        """Return what is in the fields, as JSON can hold it."""
        return {name: entry.value() for name, entry in self.inputs.items()}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show other values."""
        self.accept()
        for name, entry in self.inputs.items():
            entry.set_value(values.get(name))

    def read_choices(self) -> None:
        """Ask for what the fields offer."""
        for spec in self._noun.fields:
            if spec.choices:
                self._place.jobs.read(
                    self.inputs[spec.name], spec.choices, done=self.inputs[spec.name].offer
                )

    def refuse(self, error: UserError, field: str) -> bool:
        """Say an error beside a field; False where there is no such field here."""
        entry = self.inputs.get(field)
        if entry is None or entry.field is None or not self.isVisible():
            return False
        entry.field.refuse(self._place.messages.sentence(error))
        return True

    def accept(self) -> None:
        """Take the marks of refusals away."""
        for entry in self.inputs.values():
            if entry.field:
                entry.field.accept()

    def refusals(self) -> list[str]:
        """Return the names of the fields that are marked as wrong."""
        return [n for n, e in self.inputs.items() if e.field and e.field.refusal()]

    def retranslate(self) -> None:
        """Set the words of the fields."""
        for spec in self._noun.fields:
            words = [
                QCoreApplication.translate(self._noun.context, text) if text else ""
                for text in (spec.label, spec.hint)
            ]
            self.inputs[spec.name].label(*words)

    def _edited(self) -> None:
        self.accept()
        self.edited.emit()
