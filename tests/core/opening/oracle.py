"""An interpreter of a weekly grid with season, holidays and exceptions that knows no OSM.

It answers minute by minute from plain lists, so it shares neither the grammar nor the look-ahead
of the program with it. Its one notion of clocks: a wall time has come once a clock has shown it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from frontdesk.core.offices import Closure
from frontdesk.core.opening import Timetable

DAY_MIN = 1440
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
Spans = list[tuple[int, int]]
Week = dict[int, Spans]


@dataclass
class Exceptional:
    """Days with hours of their own; none: closed."""

    first: date
    last: date
    spans: Spans
    own: bool


@dataclass
class House:
    """One office as plain lists."""

    zone: str
    week: Week
    season: tuple[int, int, Week] | None = None
    on_holidays: Spans = field(default_factory=list)
    holidays: frozenset[date] = frozenset()
    exceptional: list[Exceptional] = field(default_factory=list)
    _begun: dict[date, Spans] = field(default_factory=dict)

    def is_open(self, at: datetime) -> bool:
        """Tell whether somebody is there at an instant."""
        wall = self._shown(at)
        day = wall.date()
        minute = (wall - datetime.combine(day, datetime.min.time())) // timedelta(minutes=1)
        if any(start <= minute < end for start, end in self.begun(day)):
            return True
        left = any(start <= minute + DAY_MIN < end for start, end in self.begun(day - timedelta(1)))
        return left and not self._deserted(day)

    def begun(self, day: date) -> Spans:
        """Return the spans that begin on a day, in minutes of it; a long one is cut at midnight."""
        if day not in self._begun:
            self._begun[day] = self._find(day)
        return self._begun[day]

    def _find(self, day: date) -> Spans:
        exceptional = self._exceptional(day)
        if exceptional is not None:
            return _of_day([exceptional.spans] * 7)
        normal = [self._normal(day + timedelta(n)) for n in range(-3, 4)]
        if day in self.holidays:
            normal[3] = self.on_holidays
            return _of_day(normal) if self.on_holidays else []
        return _of_day(normal)

    def _normal(self, day: date) -> Spans:
        if self.season and self.season[0] <= day.month <= self.season[1]:
            return self.season[2].get(day.weekday(), [])
        return self.week.get(day.weekday(), [])

    def _exceptional(self, day: date) -> Exceptional | None:
        best: Exceptional | None = None
        for one in self.exceptional:
            if not one.first <= day <= one.last:
                continue
            if best is None or _rank(one) >= _rank(best):
                best = one
        return best

    def _deserted(self, day: date) -> bool:
        exceptional = self._exceptional(day)
        if exceptional:
            return not exceptional.spans
        return day in self.holidays and not self.begun(day)

    def _shown(self, at: datetime) -> datetime:
        """Return the latest wall time that a clock which is only put forward has shown."""
        zone = ZoneInfo(self.zone)
        now = at.astimezone(zone)
        earlier = (at - timedelta(hours=2)).astimezone(zone)
        if now.utcoffset() == earlier.utcoffset():
            return now.replace(tzinfo=None)
        before = [at - timedelta(minutes=n) for n in range(121)]
        return max(x.astimezone(zone).replace(tzinfo=None) for x in before)

    def timetable(self, country: str, region: str) -> Timetable:
        """Return the same office as the program is told of it."""
        return Timetable(self.osm(), self.zone, country, region, "es", self.closures())

    def osm(self) -> str:
        """Return the hours in OSM's notation."""
        rules = [f"{WEEKDAYS[day]} {_times(spans)}" for day, spans in self.week.items() if spans]
        if self.season:
            first, last, week = self.season
            months = f"{MONTHS[first - 1]}-{MONTHS[last - 1]}"
            rules.append(f"{months} off")
            rules += [
                f"{months} {WEEKDAYS[d]} {_times(spans)}" for d, spans in week.items() if spans
            ]
        if self.on_holidays:
            rules.append(f"PH {_times(self.on_holidays)}")
        return "; ".join(rules) or "Mo-Su off"

    def closures(self) -> tuple[Closure, ...]:
        """Return the rows of the local table."""
        return tuple(
            Closure(
                f"{n:03d}", "office" if one.own else "", one.first.isoformat(),
                one.last.isoformat(), _times(one.spans), "why",
            )
            for n, one in enumerate(self.exceptional)
        )  # fmt: skip


def _rank(one: Exceptional) -> tuple[bool, int]:
    return one.own, -(one.last - one.first).days


def _of_day(days: list[Spans]) -> Spans:
    """Return what begins on the middle one of seven days."""
    runs: list[list[int]] = []
    for n, spans in enumerate(days):
        for start, end in spans:
            offset = (n - 3) * DAY_MIN
            if runs and runs[-1][1] == start + offset:
                runs[-1][1] = end + offset
            else:
                runs.append([start + offset, end + offset])
    found = []
    for start, end in runs:
        if end - start >= DAY_MIN:
            start, end = max(start, 0), min(end, DAY_MIN)  # noqa: PLW2901 - the part of the day
        if start < end and 0 <= start < DAY_MIN:
            found.append((start, end))
    return found


def _times(spans: Spans) -> str:
    return ",".join(f"{a // 60:02d}:{a % 60:02d}-{b // 60:02d}:{b % 60:02d}" for a, b in spans)
