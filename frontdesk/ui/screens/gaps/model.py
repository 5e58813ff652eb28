"""Gaps as rows of words: how often, what was asked, how it showed, when last, what came of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.base import clock
from frontdesk.core.gaps import Gap
from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.widgets.table import Cell, WordedModel

KINDS = {
    "search": QT_TRANSLATE_NOOP("Gaps", "searched: {count}"),
    "not_found": QT_TRANSLATE_NOOP("Gaps", "not found: {count}"),
    "customer_told": QT_TRANSLATE_NOOP("Gaps", "a customer knew: {count}"),
    "not_helped": QT_TRANSLATE_NOOP("Gaps", "did not help: {count}"),
    "wrong_office": QT_TRANSLATE_NOOP("Gaps", "wrong office: {count}"),
}
STATES = {
    "open": (QT_TRANSLATE_NOOP("Gaps", "Open"), "search-x", "warn"),
    "in_hand": (QT_TRANSLATE_NOOP("Gaps", "Being written"), "pencil", "accent"),
    "answered": (QT_TRANSLATE_NOOP("Gaps", "Closed: found and chosen"), "circle-check", "ok"),
    "quiet": (QT_TRANSLATE_NOOP("Gaps", "Done; not asked since"), "hourglass", "muted"),
    "dismissed": (QT_TRANSLATE_NOOP("Gaps", "Dismissed"), "x", "muted"),
}
AGAIN = QT_TRANSLATE_NOOP("Gaps", "Missed again")


def say(text: str) -> str:
    """Return a word of the screen in the language in use."""
    return QCoreApplication.translate("Gaps", text)


def kinds(gap: Gap) -> str:
    """Return how a gap showed, and how often each way."""
    return " · ".join(say(KINDS[kind]).format(count=n) for kind, n in gap.counts.items())


def state(gap: Gap) -> Cell:
    """Return what came of a gap."""
    if gap.state == "open" and gap.closing:
        return Cell(say(AGAIN), "triangle-alert", "warn")
    word, icon, tone = STATES[gap.state]
    return Cell(say(word), icon, tone)


class GapsModel(WordedModel):
    """One row a gap."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Gaps", "Visits"),
            QCoreApplication.translate("Gaps", "Asked for"),
            QCoreApplication.translate("Gaps", "Last time"),
            QCoreApplication.translate("Gaps", "State"),
        )

    def cells(self, row: Gap) -> tuple[Cell, ...]:
        """Return a gap; nobody's name."""
        tone = "text" if row.state == "open" else "muted"
        came = state(row)
        day = clock.day(clock.parse(row.last_at), self._wording.zone)
        return (
            Cell(str(row.times), tone=tone), Cell(row.id, came.icon, tone),
            Cell(self._wording.day(day), tone="muted"), Cell(came.text, tone=came.tone),
        )  # fmt: skip
