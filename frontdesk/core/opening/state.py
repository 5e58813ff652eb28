"""Whether an office is open at an instant, until when, and when it opens next.

What holds on a day, the first that applies: the local rows (the office's own before everybody's,
the shorter before the longer, the later before the earlier), the public holidays, the hours. A row
that shortens cuts what would hold without it.
Hours are wall times; a wall time that a change of clocks leaves out is the first one after it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from frontdesk.base import clock
from frontdesk.core.opening.calendar import public_holidays
from frontdesk.core.opening.hours import DAY, Kind, Span, names_holidays, readable, spans

if TYPE_CHECKING:
    from frontdesk.core.offices import Closure

LOOK_AHEAD_DAYS = 400
CLOSING_SOUGHT_DAYS = 8  # who is open for a week on end is told no closing time
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Timetable:
    """All that decides when one office is open."""

    hours: str
    zone: str
    country: str = ""
    region: str = ""
    lang: str = "es"
    closures: tuple[Closure, ...] = ()
    last_admission_min: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """What an office is at an instant; its instants are aware, in the office's zone.

    `until` ends what is open or unknown (None: no end within a week), `opens_at` is when people are
    next let in where they are not now (None: not within the look-ahead). `reason`: hours, closure,
    holiday, exception (special hours), unknown (no hours), unreadable.
    """

    kind: Kind
    until: datetime | None
    opens_at: datetime | None
    last_admission: datetime | None
    reason: str
    reason_text: str
    admits: bool  # open, and not past the last admission


class _Day(NamedTuple):
    spans: tuple[Span, ...]
    reason: str
    text: str


class _Stretch(NamedTuple):
    start: datetime
    end: datetime
    kind: Kind
    note: str
    reason: str


def state(timetable: Timetable, at: datetime) -> State:
    """Return what the office is at the aware instant `at`."""
    at = at.astimezone(UTC)
    today = at.astimezone(clock.zone(timetable.zone)).date()
    here = [s for s in _stretches(timetable, today - DAY, 2) if s.start <= at < s.end]
    certain = [s for s in here if s.kind == "open"]
    if certain:
        return _open(timetable, at, certain[0])
    zone = clock.zone(timetable.zone)
    opens_at = _local(_next_start(timetable, at), zone)
    if here:
        end, _, note, reason = here[0][1:]
        until = _local(end, zone) if reason in {"hours", "exception"} else None
        return State("unknown", until, opens_at, None, reason, note, admits=False)
    day = _day(timetable, today)
    reason = "hours" if day.spans and day.reason != "exception" else day.reason
    return State("closed", None, opens_at, None, reason, day.text, admits=False)


def is_open(timetable: Timetable, at: datetime) -> bool:
    """Tell whether the office is open for certain at `at`."""
    return _closes(timetable, at.astimezone(UTC)) > at


def next_opening(timetable: Timetable, at: datetime) -> datetime | None:
    """Return the first instant after `at` at which the office turns open, in its zone."""
    at = at.astimezone(UTC)
    return _local(_next_start(timetable, _closes(timetable, at)), clock.zone(timetable.zone))


def day_intervals(timetable: Timetable, day: date) -> list[tuple[datetime, datetime]]:
    """Return when the office is open on a calendar day, in order, touching ones as one."""
    zone = clock.zone(timetable.zone)
    first, last = _instant(_midnight(day), zone), _instant(_midnight(day + DAY), zone)
    return [
        (max(start, first).astimezone(zone), min(end, last).astimezone(zone))
        for start, end in _openings(timetable, day - DAY, 2)
        if start < last and end > first
    ]


def _open(timetable: Timetable, at: datetime, now: _Stretch) -> State:
    zone = clock.zone(timetable.zone)
    closes = _closes(timetable, at)
    until = closes if closes - at < (CLOSING_SOUGHT_DAYS - 1) * DAY else None
    last = None
    if until and timetable.last_admission_min:
        last = until - timetable.last_admission_min * _MINUTE
    admits = last is None or at < last
    opens_at = None if admits else _next_start(timetable, closes)
    return State("open", _local(until, zone), _local(opens_at, zone), _local(last, zone),
                 now.reason, now.note, admits=admits)  # fmt: skip


def _closes(timetable: Timetable, at: datetime) -> datetime:
    """Return the end of the opening at `at`, or `at` itself where it is not open."""
    today = at.astimezone(clock.zone(timetable.zone)).date()
    for start, end in _openings(timetable, today - DAY, CLOSING_SOUGHT_DAYS + 1):
        if start > at:
            break
        if at < end:
            return end
    return at


def _next_start(timetable: Timetable, after: datetime) -> datetime | None:
    day = after.astimezone(clock.zone(timetable.zone)).date() - DAY
    if not readable(timetable.hours) and not any(row.hours for row in timetable.closures):
        return None
    openings = _openings(timetable, day, LOOK_AHEAD_DAYS)
    return next((start for start, _ in openings if start > after), None)


def _openings(timetable: Timetable, first: date, days: int) -> Iterator[tuple[datetime, datetime]]:
    """Yield the open times of some days in UTC, in order, touching and overlapping ones as one."""
    pending: tuple[datetime, datetime] | None = None
    for s in _stretches(timetable, first, days):
        if s.kind != "open":
            continue
        if pending and s.start <= pending[1]:
            pending = (pending[0], max(pending[1], s.end))
            continue
        if pending:
            yield pending
        pending = (s.start, s.end)
    if pending:
        yield pending


def _stretches(timetable: Timetable, first: date, days: int) -> Iterator[_Stretch]:
    """Yield the spans of some days as instants in UTC, in order of their start."""
    zone = clock.zone(timetable.zone)
    tomorrow = _day(timetable, first)
    for ordinal in range(1, days + 1):
        today, tomorrow = tomorrow, _day(timetable, first + ordinal * DAY)
        midnight = _midnight(first + ordinal * DAY)
        # Nobody is there on a closed day, not even for what is left of the night before.
        deserted = not tomorrow.spans and tomorrow.reason != "hours"
        for span in today.spans:
            end = min(span.end, midnight) if deserted else span.end
            start_at, end_at = _instant(span.start, zone), _instant(end, zone)
            if start_at < end_at:
                yield _Stretch(start_at, end_at, span.kind, span.note or today.text, today.reason)


def _day(timetable: Timetable, day: date) -> _Day:
    """Return what holds on a day: a local row, else a public holiday, else the hours."""
    rows = _exceptions(timetable.closures, day.isoformat())
    cuts = list(takewhile(lambda row: row.shortens, rows))
    found = _uncut(timetable, day, next(iter(rows[len(cuts) :]), None))
    for row in cuts:
        found = _cut(found, row, day)
    return found


def _cut(found: _Day, row: Closure, day: date) -> _Day:
    """Return what is left of a day inside the hours of a row that shortens it."""
    midnight = _midnight(day + DAY)
    windows = [
        (window.start, window.end + DAY if window.end == midnight else window.end)  # and the night
        for window in spans(row.hours, day, holiday=False)
    ]
    left = tuple(
        span._replace(start=max(span.start, start), end=min(span.end, end))
        for span in found.spans
        for start, end in windows
        if span.start < end and start < span.end
    )
    if left == found.spans:
        return found
    sure = found.reason in {"hours", "exception"}
    reason = "closure" if not left else "exception" if sure else found.reason
    return _Day(left, reason, row.reason or found.text)


def _uncut(timetable: Timetable, day: date, row: Closure | None) -> _Day:
    calendar = public_holidays(timetable.country, timetable.region, day.year, timetable.lang)
    holiday = calendar.get(day, "")
    if row and not row.hours:
        return _Day((), "closure", row.reason)
    hours = row.hours if row else timetable.hours
    if not readable(hours):
        whole = Span(_midnight(day), _midnight(day + DAY), "unknown", hours)
        return _Day((whole,), "unreadable" if hours else "unknown", "")
    if holiday and not row and not names_holidays(hours):
        return _Day((), "holiday", holiday)
    found = spans(hours, day, holiday=bool(holiday) and names_holidays(hours))
    if row:
        return _Day(found, "exception", row.reason)
    return _Day(found, "hours", "") if found or not holiday else _Day((), "holiday", holiday)


def _exceptions(closures: tuple[Closure, ...], day: str) -> list[Closure]:
    """Return the local rows of a day, what goes before first."""
    rows = [row for row in closures if row.from_on <= day <= row.to_on]
    return sorted(rows, key=_precedence, reverse=True) if rows else rows


def _precedence(row: Closure) -> tuple[bool, timedelta, str]:
    days = date.fromisoformat(row.to_on) - date.fromisoformat(row.from_on)
    return (bool(row.office_id), -days, row.id)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _local(instant: datetime | None, zone: tzinfo) -> datetime | None:
    return instant.astimezone(zone) if instant else None


def _instant(wall: datetime, zone: tzinfo) -> datetime:
    """Return the first instant at which clocks in the zone show `wall` or more."""
    late = wall.replace(tzinfo=zone).astimezone(UTC)
    if late.astimezone(zone).replace(tzinfo=None) == wall:
        return late
    early = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    minutes = [early + n * _MINUTE for n in range((late - early) // _MINUTE + 1)]
    shown = bisect_left(minutes, wall, key=lambda at: at.astimezone(zone).replace(tzinfo=None))
    return minutes[shown]
