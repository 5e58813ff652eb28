"""Ctrl+D: one sentence closes the house; what was understood stands under it while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTime

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core import closures
from frontdesk.core.closures import Announced
from frontdesk.core.offices import Closure
from frontdesk.core.opening.closing import Closing, understand
from frontdesk.ui.widgets.one_line import OneLine
from frontdesk.ui.wording import Wording
from frontdesk.ui.workplace import Workplace

BEGIN, END = "00:00", "24:00"
Days = tuple[tuple[date, date], ...]


def in_words(days: Days, hours: str, *, shortens: bool, wording: Wording) -> str:
    """Return days and what holds on them: `mar, 24 nov 2026: closes at 12:00`."""
    return f"{_days(days, wording)}: {_how(hours, wording, shortens=shortens)}"


def row_in_words(row: Closure, wording: Wording) -> str:
    """Return a stored closure as `in_words` does, with its reason."""
    days = ((date.fromisoformat(row.from_on), date.fromisoformat(row.to_on)),)
    text = in_words(days, row.hours, shortens=row.shortens, wording=wording)
    return f"{text} · {row.reason}" if row.reason else text


def _days(days: Days, wording: Wording) -> str:
    return ", ".join(
        _day(first, wording)
        if first == last
        else QCoreApplication.translate("Closing", "{first} to {last}").format(
            first=_day(first, wording), last=_day(last, wording)
        )
        for first, last in days
    )


def _day(day: date, wording: Wording) -> str:
    weekday = wording.locale.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{weekday} {wording.day(day)}"


def _how(hours: str, wording: Wording, *, shortens: bool) -> str:
    if not hours:
        return QCoreApplication.translate("Closing", "closed all day")
    ranges = [one.split("-") for one in hours.split(",")]
    if not shortens or not _is_plain(hours):
        text = QCoreApplication.translate("Closing", "open {hours}")
        return text.format(hours=wording.hours(hours))
    (start, *_), (*_, end) = ranges[0], ranges[-1]
    if len(ranges) == 2 and (start, end) == (BEGIN, END):
        start, end = ranges[0][1], ranges[1][0]
        text = QCoreApplication.translate("Closing", "closed from {start} to {end}")
    elif len(ranges) == 1 and start == BEGIN:
        text = QCoreApplication.translate("Closing", "closes at {end}")
    elif len(ranges) == 1 and end == END:
        text = QCoreApplication.translate("Closing", "opens at {start}")
    else:
        text = QCoreApplication.translate("Closing", "only {hours}, within the usual hours")
    return text.format(
        start=_time(start, wording), end=_time(end, wording), hours=wording.hours(hours)
    )


def _is_plain(hours: str) -> bool:
    return all(len(one) == len("09:00-12:00") for one in hours.split(","))


def _time(text: str, wording: Wording) -> str:
    at = time.fromisoformat(text) if text != END else time()
    return wording.locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


class ClosingLine(QObject):
    """The line while it asks when the house is closed."""

    def __init__(self, line: OneLine, place: Workplace, leave: Callable[[], object]) -> None:
        super().__init__(line)
        self._line, self._place, self._leave = line, place, leave
        self._kept = ""

    def open(self) -> None:
        """Ask; what was left half typed stands there again."""
        question = self.tr(
            "When are we closed? “Tomorrow we close at 12”, “closed on December 24 and 31”"
        )
        self._line.open("door-closed", question, self._kept)
        self.echo(self._kept)

    def echo(self, text: str) -> None:
        """Say what is understood so far."""
        self._kept = text
        now, zone = self._place.jobs.now(), self._place.here.zone
        closing = understand(text, clock.day(now, zone))
        if closing:
            self._line.note(self._said(closing), "ok")
        else:
            self._line.note(self.tr("Not understood yet") if text.strip() else "", "")

    def take(self, text: str) -> None:
        """Record it."""
        self._place.jobs.write(
            self, closures.announce, text, done=self._announced, failed=self._refused
        )

    def _said(self, closing: Closing) -> str:
        text = in_words(
            closing.days, closing.hours, shortens=closing.shortens, wording=self._place.wording
        )
        parts = (text, self.tr("all offices"), closing.reason)
        return " · ".join(filter(None, parts))

    def _announced(self, announced: Announced) -> None:
        self._kept = ""
        self._leave()
        ids = [row.id for row in announced.rows]
        self._place.messages.say(
            self._said(announced.closing),
            "ok",
            lambda: self._place.jobs.write(
                self, closures.withdraw, ids, done=lambda _gone: self._withdrawn()
            ),
        )

    def _withdrawn(self) -> None:
        self._place.messages.say(self.tr("The closure is taken back"), "info")

    def _refused(self, error: UserError) -> None:
        self._line.note("", "")
        self._place.messages.refuse(error, self._line)
