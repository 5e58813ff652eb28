"""Records as rows: the name, what tells it apart, and whether it is saved and in use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.ui.icons import Icons
from frontdesk.ui.records.record import Record
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.table import Cell, RowsModel


class RecordsModel(RowsModel):
    """Two columns; a sign and a word say what is not saved yet or out of use."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__(theme, icons)
        self.drafted: frozenset[str] = frozenset()

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Records", "Name"),
            QCoreApplication.translate("Records", "Details"),
        )

    def cells(self, row: Record) -> tuple[Cell, ...]:
        """Return a record."""
        under = row.under
        if row.id in self.drafted:
            unsaved = QCoreApplication.translate("Records", "not saved yet")
            return Cell(row.title, "history", "warn"), Cell(unsaved, tone="warn")
        if row.retired:
            out = QCoreApplication.translate("Records", "out of use")
            under = " · ".join(filter(None, (out, under)))
            return Cell(row.title, "x", "muted"), Cell(under, tone="muted")
        return Cell(row.title), Cell(under, tone="muted")
