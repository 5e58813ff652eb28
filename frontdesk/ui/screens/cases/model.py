"""Cases as rows of words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from frontdesk.core.complaints.board import Line
from frontdesk.core.complaints.course import UNANSWERED
from frontdesk.ui import due
from frontdesk.ui.icons import Icons
from frontdesk.ui.screens.cases.words import STATES, say
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.table import Cell
from frontdesk.ui.widgets.windowed import WindowedModel

GIST_CHARS = 120


class CasesModel(WindowedModel):
    """By when, which folio, about what, which office. No contact data: a list is seen by others."""

    def __init__(self, theme: Theme, icons: Icons, today: Callable[[], date]) -> None:
        super().__init__(theme, icons)
        self._today = today

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Cases", "Term"),
            QCoreApplication.translate("Cases", "Folio"),
            QCoreApplication.translate("Cases", "What happened"),
            QCoreApplication.translate("Cases", "Office"),
        )

    def cells(self, row: Line) -> tuple[Cell, ...]:
        """Return a case; an overdue one is told by sign and word, not by colour alone."""
        gist = " ".join(row.text[:GIST_CHARS].split())
        if row.restricted:
            gist = QCoreApplication.translate("Cases", "(restricted)")
        text, icon, tone = term(row.state, row.due_on, row.suspended_on, self._today())
        return (
            Cell(text, icon, tone), Cell(row.folio), Cell(gist),
            Cell(row.owner_name or row.office_name, tone="muted"),
        )  # fmt: skip


def term(state: str, due_on: str, suspended_on: str, today: date) -> tuple[str, str, str]:
    """Return the words, sign and tone for how much time a case has left; its state where no
    answer is owed any more, or not while its clock stands still.
    """
    if suspended_on:
        return QCoreApplication.translate("Cases", "clock stopped"), "hourglass", "muted"
    if state not in UNANSWERED:
        return say(STATES[state]), "circle-check" if state != "annulled" else "x", "muted"
    text, tone = due.countdown(due_on, today)
    return text, due.SIGNS[tone], tone
