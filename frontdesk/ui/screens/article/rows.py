"""The rows of papers and of steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from frontdesk.ui.screens.article.form import MAX_MINUTES
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.choice import Choice
from frontdesk.ui.widgets.rows import Row


class PaperRow(Row):
    """One paper to bring."""

    def __init__(self) -> None:
        super().__init__()
        self._text = QLineEdit()
        self._text.textEdited.connect(self.edited)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._text)

    def fields(self) -> Sequence[QWidget]:
        """Return the one field."""
        return (self._text,)

    def value(self) -> str:
        """Return the paper."""
        return self._text.text()

    def put(self, value: str) -> None:
        """Show a paper."""
        self._text.setText(value)
        self._text.setCursorPosition(0)  # or a long one would show its end

    def is_empty(self) -> bool:
        """Tell whether nothing is written."""
        return not self._text.text().strip()

    def tell_place(self, number: int) -> None:
        """Name the field."""
        name = QCoreApplication.translate("Article", "Paper {number}")
        self._text.setAccessibleName(name.format(number=number))


class StepRow(Row):
    """One step: what happens, at which office, in how many minutes, what it costs, what to bring.

    The other offices at which it can be done come and go as they are.
    """

    def __init__(self, theme: Theme, offices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._number = QLabel()
        self._others: list[str] = []
        self._number.setProperty("chip", True)
        self._text, self._minutes = QLineEdit(), QLineEdit()
        self._cost, self._papers, self._office = QLineEdit(), QLineEdit(), Choice()
        self._office.set_choices(offices)
        self._office.setMinimumContentsLength(8)
        self._minutes.setValidator(QIntValidator(0, MAX_MINUTES, self))
        for entry in (self._text, self._minutes, self._cost, self._papers):
            entry.textEdited.connect(self.edited)
        self._office.editTextChanged.connect(self.edited)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, theme.space("s"))
        grid.setSpacing(theme.space("xs"))
        grid.addWidget(self._number, 0, 0)
        grid.addWidget(self._text, 0, 1, 1, 4)
        places: tuple[tuple[QWidget, int, int], ...] = (
            (self._office, 1, 5), (self._minutes, 2, 2), (self._cost, 3, 2), (self._papers, 4, 4),
        )  # fmt: skip
        for field, column, share in places:
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, share)

    def offer(self, offices: Sequence[tuple[str, str]]) -> None:
        """Choose from other offices; the one that is chosen stays."""
        chosen = self._office.chosen()
        self._office.set_choices(offices)
        self._office.choose(chosen)

    def fields(self) -> Sequence[QWidget]:
        """Return the fields in the order in which a step is told."""
        return (self._text, self._office, self._minutes, self._cost, self._papers)

    def value(self) -> list[Any]:
        """Return the step as a sheet has it."""
        return [
            self._text.text(), self._office.chosen(), self._minutes.text(), self._cost.text(),
            self._papers.text(), self._others,
        ]  # fmt: skip

    def put(self, value: list[Any]) -> None:
        """Show a step."""
        text, office, minutes, cost, papers, *others = value
        self._text.setText(str(text))
        self._text.setCursorPosition(0)
        self._office.choose(str(office))
        for entry, told in ((self._minutes, minutes), (self._cost, cost), (self._papers, papers)):
            entry.setText(str(told))
            entry.setCursorPosition(0)
        self._others = list(others[0]) if others else []

    def is_empty(self) -> bool:
        """Tell whether nothing is written."""
        return not any(str(told).strip() for told in self.value()[:5])

    def tell_place(self, number: int) -> None:
        """Name the fields."""
        self._number.setText(str(number))
        words = (
            (self._text, QCoreApplication.translate("Article", "What happens")),
            (self._office, QCoreApplication.translate("Article", "Office")),
            (self._minutes, QCoreApplication.translate("Article", "Minutes")),
            (self._cost, QCoreApplication.translate("Article", "Cost")),
            (self._papers, QCoreApplication.translate("Article", "Papers; more papers")),
        )
        step = QCoreApplication.translate("Article", "Step {number}: {what}")
        for entry, word in words:
            entry.setAccessibleName(step.format(number=number, what=word))
            line = entry.lineEdit() if isinstance(entry, Choice) else entry
            if line:
                line.setPlaceholderText(word)
