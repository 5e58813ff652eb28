"""What was done, as rows of words: when, who, which record, what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.base import clock
from frontdesk.ui.screens.audit.form import Told
from frontdesk.ui.widgets.table import Cell, WordedModel
from frontdesk.ui.wording import Wording

WHEN, WHO, RECORD, WHAT = range(4)


class TrailModel(WordedModel):
    """One row for each thing that was done."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Audit", "When"),
            QCoreApplication.translate("Audit", "Who"),
            QCoreApplication.translate("Audit", "Record"),
            QCoreApplication.translate("Audit", "What was done"),
        )

    def cells(self, row: Told) -> tuple[Cell, ...]:
        """Return one thing that was done."""
        return (
            Cell(moment(self._wording, row.entry.at), tone="muted"),
            Cell(row.who),
            Cell(row.entry.title, tone="muted"),
            Cell(row.said),
        )


def moment(wording: Wording, at: str) -> str:
    """Return a stored instant as people read it."""
    instant = clock.parse(at)
    return f"{wording.day(clock.day(instant, wording.zone))}, {wording.time(instant)}"
