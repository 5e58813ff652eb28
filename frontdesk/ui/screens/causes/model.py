"""Causes with their actions, and the cases of one, as rows of words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from frontdesk.base import clock
from frontdesk.core.complaints.board import Line
from frontdesk.ui import due
from frontdesk.ui.icons import Icons
from frontdesk.ui.screens.causes.form import Row
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.table import Cell, RowsModel, WordedModel

GIST_CHARS = 120


class CausesModel(RowsModel):
    """By when, what is done, who takes care of it, against which cause, of how many cases."""

    def __init__(self, theme: Theme, icons: Icons, today: Callable[[], date]) -> None:
        super().__init__(theme, icons)
        self._today = today

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Causes", "By when"),
            QCoreApplication.translate("Causes", "What is being done"),
            QCoreApplication.translate("Causes", "Who"),
            QCoreApplication.translate("Causes", "Against which cause"),
            QCoreApplication.translate("Causes", "Cases"),
        )

    def cells(self, row: Row) -> tuple[Cell, ...]:
        """Return an action, overdue in words and by a sign; a cause without one says so."""
        cause, cases = Cell(row.cause.title), Cell(str(row.cases), tone="muted")
        if row.action is None:
            nothing = QCoreApplication.translate("Causes", "nothing yet")
            return Cell(""), Cell(nothing, "circle-question-mark", "warn"), Cell(""), cause, cases
        text, tone = due.countdown(row.action.due_on, self._today())
        when = Cell(text, due.SIGNS[tone], tone)
        return when, Cell(row.action.what), Cell(row.action.owner), cause, cases


class CasesModel(WordedModel):
    """The cases of one cause: which folio, when it came in, about what. Nobody's name."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Causes", "Folio"),
            QCoreApplication.translate("Causes", "Received"),
            QCoreApplication.translate("Causes", "What happened"),
            QCoreApplication.translate("Causes", "Office"),
        )

    def cells(self, row: Line) -> tuple[Cell, ...]:
        """Return a case."""
        gist = " ".join(row.text[:GIST_CHARS].split())
        if row.restricted:
            gist = QCoreApplication.translate("Causes", "(restricted)")
        day = clock.day(clock.parse(row.received_at), self._wording.zone)
        return (
            Cell(row.folio), Cell(self._wording.day(day)), Cell(gist),
            Cell(row.office_name, tone="muted"),
        )  # fmt: skip
