"""The schedules of a location as its hours: the weekdays of version 1.1, the rules of 3."""

from __future__ import annotations

import re
from collections.abc import Iterable

from frontdesk.core.opening import typed
from frontdesk.core.opening.typed import Typed
from frontdesk.exchange.hsds.packages import Row

_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_NAMED = ("lu", "ma", "mi", "ju", "vi", "sá", "do")  # as a Spanish export of 1.1 may have it
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\s?(a|p)?|(\d{1,2})\s?(a|p)\.?m", re.IGNORECASE)
_STRUCTURED = ("weekday", "freq", "byday", "opens_at", "closes_at")
_NOT_WEEKLY = ("byweekno", "bymonthday", "byyearday")


def hours(rows: Iterable[Row], today: str) -> Typed:
    """Return the hours that hold on a day; what no week can say is in doubt."""
    rows = list(rows)
    if rows and not any(row[name] for row in rows for name in _STRUCTURED):
        return typed.read("; ".join(filter(None, (row["description"] for row in rows))))
    ranges: list[tuple[int, int, int]] = []
    closed: list[int] = []
    doubts: list[str] = []
    for row in rows:
        days, opens, closes = _weekdays(row), _minutes(row["opens_at"]), _minutes(row["closes_at"])
        if _is_over(row, today) or not days or _is_rare(row):
            doubts.append(_said(row))
        elif opens is None and closes is None and not (row["opens_at"] or row["closes_at"]):
            closed.extend(days)
        elif opens is None or closes is None:
            doubts.append(_said(row))
        else:
            ranges.extend((day, opens, closes) for day in days)
    found = typed.grid(ranges, [day for day in closed if day not in {r[0] for r in ranges}])
    if doubts and not ranges:
        return Typed("", tuple(doubts))
    return Typed(found.hours, (*found.doubts, *doubts))


def told(rows: Iterable[Row]) -> str:
    """Return the schedules of a service as lines of a text, for an article keeps no hours."""
    return "\n".join(dict.fromkeys(f"- {_said(row)}" for row in rows if _said(row)))


def _weekdays(row: Row) -> list[int]:
    """Return the weekdays of a row from 0 = Monday, none where it is not about weeks."""
    if row["weekday"]:
        start = row["weekday"].lower()[:2]
        if start in {"1", "2", "3", "4", "5", "6", "7"}:
            return [int(start) - 1]
        return [names.index(start) for names in (_DAYS, _NAMED) if start in names][:1]
    frequency = row["freq"].upper()
    if frequency == "DAILY" and row["interval"] in {"", "1"}:
        return list(range(7))
    if frequency not in {"WEEKLY", ""} or row["interval"] not in {"", "1"}:
        return []
    named = [day.strip().lower() for day in row["byday"].split(",")]
    return [_DAYS.index(day) for day in named if day in _DAYS]


def _is_over(row: Row, today: str) -> bool:
    return any(row[name] and row[name][:10] < today for name in ("valid_to", "until"))


def _is_rare(row: Row) -> bool:
    return any(row[name] for name in _NOT_WEEKLY)


def _minutes(clock: str) -> int | None:
    match = _CLOCK.match(clock)
    if match is None:
        return None
    hour, half = int(match[1] or match[4]), match[3] or match[5]
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return hour * 60 + int(match[2] or 0)


def _said(row: Row) -> str:
    text = row["description"] or " ".join(
        filter(None, (row["weekday"] or row["byday"], row["opens_at"], row["closes_at"]))
    )
    return text or row["id"]
