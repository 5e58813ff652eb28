"""Hours as a week to edit: the ranges of each day, where a text says no more than that."""

from __future__ import annotations

import re
from collections.abc import Mapping

from frontdesk.core.opening.hours import readable
from frontdesk.core.opening.typed import Typed, grid, read

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH")
_RANGE = r"\d{1,2}:\d{2}-\d{1,2}:\d{2}"
_RULE = re.compile(
    rf"(?P<days>(?:{'|'.join(DAYS)})(?:[-,](?:{'|'.join(DAYS)}))*)\s+"
    rf"(?P<what>{_RANGE}(?:,\s?{_RANGE})*|off|closed)"
)


def of(hours: str) -> dict[int, str] | None:
    """Return weekday (7: holidays) -> "09:00-14:00,16:00-18:00", '' for closed; days that are not
    named are left out.

    None for hours that a week cannot show: seasons, comments, nights of the sun.
    """
    if not hours.strip():
        return {}
    if not readable(hours):
        return None
    if hours.strip() == "24/7":
        return dict.fromkeys(range(7), "00:00-24:00")
    week: dict[int, str] = {}
    for rule in hours.split(";"):
        match = _RULE.fullmatch(rule.strip())
        if match is None:
            return None
        what = match["what"].replace(" ", "")
        what = "" if what in {"off", "closed"} else what
        week |= dict.fromkeys(_days(match["days"]), what)
    return week


def written(week: Mapping[int, str]) -> Typed:
    """Return the hours of a week whose days are typed freely: "9-14", "9:00 a 14:00 y 16-18", "".

    Raises nothing: a day that is not understood is one of the doubts.
    """
    ranges: list[tuple[int, int, int]] = []
    doubts: list[str] = []
    for day, text in week.items():
        found = read(f"Mo {text}") if text.strip() else Typed("")
        plain = of(found.hours)
        if text.strip() and (found.doubts or not plain or set(plain) != {0} or not plain[0]):
            doubts.append(text.strip())
        elif text.strip() and plain:
            ranges += [(day, *_minutes(one)) for one in plain[0].split(",")]
    if doubts:
        return Typed("", tuple(doubts))
    return grid(ranges)


def _days(text: str) -> list[int]:
    days: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        start, end = DAYS.index(first), DAYS.index(last or first)
        days += [(start + n) % 7 for n in range((end - start) % 7 + 1)] if last else [start]
    return days


def _minutes(text: str) -> tuple[int, int]:
    (a, b), (c, d) = (part.split(":") for part in text.split("-"))
    return int(a) * 60 + int(b), int(c) * 60 + int(d)
