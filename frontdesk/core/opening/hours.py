"""Office hours as OpenStreetMap writes them: the spans of a day, and what is wrong with a text.

A span belongs to the day on which it begins: "Fr 22:00-02:00" is all Friday's, into Saturday.
Closures are therefore laid over days and not written behind the text: the grammar would leave the
night after a closed day open. Wall times throughout, without a zone.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from frontdesk.base.errors import UserError

if TYPE_CHECKING:
    from opening_hours import OpeningHours

Kind = Literal["open", "closed", "unknown"]
DAY = timedelta(days=1)
_BLOCK_DAYS = 32
_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MONTH_DAYS = MappingProxyType({
    "jan": 31, "feb": 29, "mar": 31, "apr": 30, "may": 31, "jun": 30,
    "jul": 31, "aug": 31, "sep": 30, "oct": 31, "nov": 30, "dec": 31,
})  # fmt: skip
_COMMENT_OR_HOLIDAY = re.compile(r'"[^"]*"|\bPH\b', re.IGNORECASE)
_COMMENT = re.compile(r'"[^"]*"')
_ALWAYS = re.compile(r"24\s*/\s*7\s*(open)?\s*", re.IGNORECASE)
_SUN = re.compile(r"\b(sunrise|sunset|dawn|dusk)\b", re.IGNORECASE)
_DATE = re.compile(
    rf"\b({'|'.join(_MONTH_DAYS)})\s+(\d{{1,2}})(?![\d:])(?:\s*-\s*(\d{{1,2}})(?![\d:]))?",
    re.IGNORECASE,
)
_RANGE = r"\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}"
_RANGES = re.compile(rf"{_RANGE}(?:\s*,\s*{_RANGE})*")
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_DAY_MIN = 24 * 60
_LONGEST_NIGHT_MIN = 12 * 60


class Span(NamedTuple):
    """From one wall time to another, open or unknown; `note` is the comment in the text."""

    start: datetime
    end: datetime
    kind: Kind
    note: str


def spans(hours: str, day: date, *, holiday: bool) -> tuple[Span, ...]:
    """Return the spans that begin on `day`, in order; a readable text is required (see `flaw`).

    On a public holiday only a text that names holidays (PH), or says 24/7, opens at all.
    """
    if holiday:
        if not names_holidays(hours):
            return ()
        hours = _on_holiday(hours, _WEEKDAYS[day.weekday()])
        if _parsed(hours) is None:
            return ()
    return _block(hours, day.toordinal() // _BLOCK_DAYS).get(day, ())


@lru_cache(maxsize=1024)
def names_holidays(hours: str) -> bool:
    """Tell whether the text itself says what happens on public holidays."""
    return "PH" in _COMMENT.sub("", hours).upper() or bool(_ALWAYS.fullmatch(hours.strip()))


def readable(hours: str) -> bool:
    """Tell whether a text is there and can be relied on."""
    return bool(hours) and not flaw(hours)


@lru_cache(maxsize=4096)
def flaw(hours: str) -> str:
    """Return the code of what makes a text impossible to rely on, or "".

    The grammar takes "Feb 30" for every day, invents a sun at 7:00, and forgets fallbacks (||).
    """
    bare = _COMMENT.sub("", hours)
    if "||" in bare:
        return "hours.fallback"
    if _SUN.search(bare):
        return "hours.sun"
    if any(_impossible(*match.groups()) for match in _DATE.finditer(bare)):
        return "hours.date"
    return "hours.unreadable" if _parsed(hours) is None else ""


def check(hours: str) -> str:
    """Return typed or imported hours without blanks around them; "" says that they are not known.

    Raises UserError where the text cannot be read, or can but surely means something else.
    """
    hours = hours.strip()
    code = hours and (flaw(hours) or _slip_of_the_pen(hours))
    if code:
        raise UserError(code, field="hours", hours=hours)
    return hours


def _slip_of_the_pen(hours: str) -> str:
    bare = _COMMENT.sub("", hours)
    if re.search(r"\d\s*\+", bare):
        return "hours.open_end"
    for ranges in _RANGES.findall(bare):
        minutes = [int(hour) * 60 + int(minute) for hour, minute in _TIME.findall(ranges)]
        pairs = sorted(zip(minutes[::2], minutes[1::2], strict=True))
        if any(_backwards(start, end) for start, end in pairs):
            return "hours.backwards"
        ends = [end if end > start else end + _DAY_MIN for start, end in pairs]
        if any(end > later for end, (later, _) in zip(ends, pairs[1:], strict=False)):
            return "hours.overlap"
    return ""


def _backwards(start: int, end: int) -> bool:
    """Tell a range that ends before it begins, unless it can be a night."""
    return start == end or (end < start and end + _DAY_MIN - start > _LONGEST_NIGHT_MIN)


def _impossible(month: str, first: str, last: str | None) -> bool:
    longest = _MONTH_DAYS[month.lower()]
    return not all(1 <= int(day) <= longest for day in (first, last or first))


@lru_cache(maxsize=512)
def _on_holiday(hours: str, weekday: str) -> str:
    """Return the text for one holiday: PH then selects exactly its day of the week."""
    return _COMMENT_OR_HOLIDAY.sub(lambda m: m[0] if m[0][0] == '"' else weekday, hours)


@lru_cache(maxsize=4096)
def _parsed(hours: str) -> OpeningHours | None:
    from opening_hours import (  # type: ignore[attr-defined] # its stub lacks the error
        OpeningHours,
        ParserError,
    )

    try:
        return OpeningHours(hours, auto_country=False, auto_timezone=False)
    except ParserError:
        return None


@lru_cache(maxsize=8192)
def _block(hours: str, block: int) -> dict[date, tuple[Span, ...]]:
    """Return the spans of some days at once: one question to the grammar is as dear as ten."""
    first = datetime.combine(date.fromordinal(block * _BLOCK_DAYS), time())
    days: dict[date, list[Span]] = {}
    for span in _runs(hours, first - DAY, first + (_BLOCK_DAYS + 1) * DAY):
        for piece in _by_day(span):
            days.setdefault(piece.start.date(), []).append(piece)
    return {day: tuple(found) for day, found in days.items()}


def _runs(hours: str, start: datetime, end: datetime) -> list[Span]:
    from opening_hours import State

    kinds: dict[State, Kind] = {State.OPEN: "open", State.UNKNOWN: "unknown"}
    parsed = _parsed(hours)
    found = parsed.intervals(start, end) if parsed else ()
    return [Span(a, b, kinds[state], note) for a, b, state, note in found if state in kinds]


def _by_day(span: Span) -> list[Span]:
    """Return a span shorter than a day as it is, a longer one cut at each midnight."""
    if span.end - span.start < DAY:
        return [span]
    pieces = []
    while span.start < span.end:
        midnight = datetime.combine(span.start.date() + DAY, time())
        pieces.append(span._replace(end=min(midnight, span.end)))
        span = span._replace(start=midnight)
    return pieces
