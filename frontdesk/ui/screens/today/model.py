"""Promises and visits as rows of words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from frontdesk.base import clock
from frontdesk.core.contacts import Visit
from frontdesk.core.promises import Promise
from frontdesk.ui import due
from frontdesk.ui.icons import Icons
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.table import Cell, WordedModel
from frontdesk.ui.wording import Wording

OUTCOME_SIGNS = {
    "answered": ("circle-check", "ok"),
    "routed": ("map-pin", "text"),
    "complaint": ("message-square-warning", "text"),
    "promise": ("handshake", "text"),
    "unhappy": ("frown", "warn"),
    "not_found": ("search-x", "warn"),
}


class PromisesModel(WordedModel):
    """What was promised: by when, what, to whom."""

    def __init__(
        self, theme: Theme, icons: Icons, wording: Wording, now: Callable[[], datetime]
    ) -> None:
        super().__init__(theme, icons, wording)
        self._now = now

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Today", "By when"),
            QCoreApplication.translate("Today", "Promised"),
            QCoreApplication.translate("Today", "To"),
        )

    def cells(self, row: Promise) -> tuple[Cell, ...]:
        """Return a promise; a late one has a sign and a word for it."""
        now, due_at = self._now(), clock.parse(row.due_at)
        by = due.by_when(due_at, self._wording, now)
        if due_at < now:
            late = QCoreApplication.translate("Today", "late: {when}").format(when=by)
            when = Cell(late, due.SIGNS["danger"], "danger")
        else:
            zone = self._wording.zone
            is_today = clock.day(due_at, zone) == clock.day(now, zone)
            when = Cell(by, due.SIGNS["warn"], "warn") if is_today else Cell(by)
        return (when, Cell(row.what), Cell(row.to_whom, tone="muted"))


class VisitsModel(WordedModel):
    """Who was here: since when, what was asked, what came of it. Initials, never names."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Today", "Time"),
            QCoreApplication.translate("Today", "Visitor"),
            QCoreApplication.translate("Today", "Asked about"),
            QCoreApplication.translate("Today", "Outcome"),
        )

    def cells(self, row: Visit) -> tuple[Cell, ...]:
        """Return a visit; one that lasts says so in the place of its outcome."""
        at = self._wording.time(clock.parse(row.opened_at))
        channel = "phone" if row.channel == "phone" else "user"
        if row.closed_at is None and row.desk_until:
            end = Cell(QCoreApplication.translate("Today", "At an office"), "map-pin", "accent")
        elif row.closed_at is None:
            end = Cell(QCoreApplication.translate("Today", "At the desk now"), "clock", "accent")
        else:
            icon, tone = OUTCOME_SIGNS.get(row.outcome, ("", "text"))
            end = Cell(self._wording.outcome(row.outcome), icon, tone)
        return (
            Cell(at), Cell(row.initials or "–", channel, "muted"), Cell(" · ".join(row.asked)), end,
        )  # fmt: skip
