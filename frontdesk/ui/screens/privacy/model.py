"""What is held on a person as rows: what it is, when, what it says, what became of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from frontdesk.base import clock
from frontdesk.core.privacy import Held, Outcome
from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.widgets.table import Cell, WordedModel

NOUNS = {
    "complaint": (QT_TRANSLATE_NOOP("Privacy", "Complaint"), "message-square-warning"),
    "contact": (QT_TRANSLATE_NOOP("Privacy", "Visit"), "user"),
    "promise": (QT_TRANSLATE_NOOP("Privacy", "Promise"), "handshake"),
    "expected": (QT_TRANSLATE_NOOP("Privacy", "Expected visit"), "user-check"),
    "phone_call": (QT_TRANSLATE_NOOP("Privacy", "Phone call"), "phone"),
}


class Row(NamedTuple):
    """A record; with an outcome once it was to be erased."""

    held: Held
    outcome: Outcome | None = None

    @property
    def id(self) -> str:
        """By what the table finds it."""
        return self.held.id


class HeldModel(WordedModel):
    """Four columns, the last one filled after erasing."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Privacy", "Record"),
            QCoreApplication.translate("Privacy", "Day"),
            QCoreApplication.translate("Privacy", "What it says"),
            QCoreApplication.translate("Privacy", "State"),
        )

    def cells(self, row: Row) -> tuple[Cell, ...]:
        """Return a record."""
        noun, icon = NOUNS[row.held.noun]
        name = QCoreApplication.translate("Privacy", noun)
        day = clock.day(clock.parse(row.held.at), self._wording.zone)
        erased = row.outcome is not None and not row.outcome.kept
        told = "" if erased else " · ".join(value for _, value in row.held.told)
        return (
            Cell(f"{name} {row.held.name}".strip(), icon), Cell(self._wording.day(day)),
            Cell(told), self._state(row.outcome),
        )  # fmt: skip

    def _state(self, outcome: Outcome | None) -> Cell:
        if outcome is None:
            return Cell("")
        if not outcome.kept:
            return Cell(QCoreApplication.translate("Privacy", "erased"), "circle-check", "ok")
        if outcome.kept == "open":
            said = QCoreApplication.translate("Privacy", "kept while it is open")
        else:
            said = QCoreApplication.translate("Privacy", "the law keeps it until {day}").format(
                day=self._wording.day(date.fromisoformat(outcome.until_on))
            )
        return Cell(said, "lock", "warn")
