"""Tickets as rows of words; a row is worded once, so that hundreds of them stay fluid."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from frontdesk.base import clock
from frontdesk.core.queue import Row, Ticket
from frontdesk.ui.icons import Icons
from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.table import Cell, WordedModel
from frontdesk.ui.wording import Wording

STATES = {
    "waiting": (QT_TRANSLATE_NOOP("Queue", "Waiting"), "clock", "muted"),
    "called": (QT_TRANSLATE_NOOP("Queue", "Called"), "concierge-bell", "accent"),
    "serving": (QT_TRANSLATE_NOOP("Queue", "Being served"), "user-check", "ok"),
    "held": (QT_TRANSLATE_NOOP("Queue", "On hold"), "hourglass", "warn"),
}
DEEDS = {
    "call": QT_TRANSLATE_NOOP("Queue", "Call next"),
    "recall": QT_TRANSLATE_NOOP("Queue", "Call again"),
    "start": QT_TRANSLATE_NOOP("Queue", "Is here"),
    "done": QT_TRANSLATE_NOOP("Queue", "Done"),
    "wrong": QT_TRANSLATE_NOOP("Queue", "Wrong office…"),
    "transfer": QT_TRANSLATE_NOOP("Queue", "Send on…"),
    "hold": QT_TRANSLATE_NOOP("Queue", "Hold"),
    "resume": QT_TRANSLATE_NOOP("Queue", "Go on"),
    "no_show": QT_TRANSLATE_NOOP("Queue", "Did not come"),
    "left": QT_TRANSLATE_NOOP("Queue", "Has left"),
    "priority": QT_TRANSLATE_NOOP("Queue", "Priority…"),
}
WHYS = {
    "other_office": QT_TRANSLATE_NOOP("Queue", "Another office does this"),
    "papers": QT_TRANSLATE_NOOP("Queue", "Other papers are needed"),
    "closed": QT_TRANSLATE_NOOP("Queue", "Closed, or nobody is there"),
    "other_step": QT_TRANSLATE_NOOP("Queue", "Something else has to be done first"),
    "other": QT_TRANSLATE_NOOP("Queue", "Something else…"),
}

DID = {
    "call": QT_TRANSLATE_NOOP("Queue", "Called: {number}"),
    "recall": QT_TRANSLATE_NOOP("Queue", "Called again: {number}"),
    "start": QT_TRANSLATE_NOOP("Queue", "{number} is being served"),
    "done": QT_TRANSLATE_NOOP("Queue", "{number} is done"),
    "hold": QT_TRANSLATE_NOOP("Queue", "{number} is on hold; 7 goes on"),
    "resume": QT_TRANSLATE_NOOP("Queue", "{number} goes on"),
    "no_show": QT_TRANSLATE_NOOP("Queue", "{number} did not come; the slip lets them in again (+)"),
    "left": QT_TRANSLATE_NOOP("Queue", "{number} has left; the slip lets them in again (+)"),
    "next": QT_TRANSLATE_NOOP("Queue", "{number} is done here and waits for {office}"),
}


def did(deed: str, ticket: Ticket) -> str:
    """Return the sentence that says what was done."""
    goes_on = deed == "done" and ticket.state == "waiting"
    text = say(DID["next" if goes_on else deed])
    return text.format(number=ticket.number, office=ticket.office_name)


def say(text: str) -> str:
    """Return a word of the tables above in the language in use."""
    return QCoreApplication.translate("Queue", text)


class QueueModel(WordedModel):
    """Number, state, since when, for what, and the legal priority by sign and word."""

    def __init__(
        self, theme: Theme, icons: Icons, wording: Wording, now: Callable[[], datetime]
    ) -> None:
        super().__init__(theme, icons, wording)
        self._now = now
        self._worded: dict[str, tuple[Cell, ...]] = {}
        self.priorities: Mapping[str, str] = {}

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Queue", "Number"),
            QCoreApplication.translate("Queue", "State"),
            QCoreApplication.translate("Queue", "Since"),
            QCoreApplication.translate("Queue", "For"),
            QCoreApplication.translate("Queue", "Priority"),
        )

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self._worded.clear()
        super().set_rows(rows)

    def repaint(self) -> None:
        """Word the same rows anew."""
        self._worded.clear()
        super().repaint()

    def cells(self, row: Row) -> tuple[Cell, ...]:
        """Return a ticket; state and priority are told by sign and word, never by colour alone."""
        if row.id not in self._worded:
            self._worded[row.id] = self.worded(row)
        return self._worded[row.id]

    def lasting(self, row: Row) -> str:
        """Return how long the state has lasted."""
        seconds = (self._now() - clock.parse(row.since_at)).total_seconds()
        return self._wording.lasting(max(seconds, 0))

    def worded(self, row: Row) -> tuple[Cell, ...]:
        """Return a ticket in the words of now."""
        state, icon, tone = STATES[row.state]
        law = self.priorities.get(row.priority, row.priority)
        return (
            Cell(row.number),
            Cell(say(state), icon, tone),
            Cell(self.lasting(row)),
            Cell(row.article_title or "–"),
            Cell(law, "life-buoy" if law else "", "accent"),
        )
