"""Open complaints as rows of words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from frontdesk.core.complaints import Complaint
from frontdesk.ui import due
from frontdesk.ui.icons import Icons
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.table import Cell, RowsModel

GIST_CHARS = 120


class CasesModel(RowsModel):
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

    def cells(self, row: Complaint) -> tuple[Cell, ...]:
        """Return a case; an overdue one is told by sign and word, not by colour alone."""
        text, tone = due.countdown(row.due_on, self._today())
        gist = " ".join(row.text[:GIST_CHARS].split())
        if row.restricted:
            gist = QCoreApplication.translate("Cases", "(restricted)")
        return (
            Cell(text, due.SIGNS[tone], tone),
            Cell(row.folio),
            Cell(gist),
            Cell(row.office_name, tone="muted"),
        )
