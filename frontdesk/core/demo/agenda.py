"""When things happen in the demo: on working days, in working hours, in the order of time.

The event log is written in the order of time, so happenings stand on an agenda; one may put the
next on it, as a complaint does with its answer. What would come after now does not happen.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import count

from frontdesk.base import clock
from frontdesk.core.demo.contents import SATURDAY, THURSDAY

DAYS = 91
MORNING = (time(8, 42), time(13, 50))
EVENING = (time(16, 12), time(18, 15))  # of a Thursday
EVENING_SHARE = 0.25
NOON = time(12)

Deed = Callable[[datetime], None]


class Agenda:
    """The demo's three months until now, and what is still to happen in them."""

    def __init__(
        self, chance: random.Random, holidays: frozenset[date], *, now: datetime, zone_name: str
    ) -> None:
        """Begin with nothing planned. Chance decides the instants, holidays are not worked on."""
        self._chance, self._holidays, self._now = chance, holidays, now
        self._zone = clock.zone(zone_name)
        self._planned: list[tuple[datetime, int, Deed]] = []
        self._number = count()
        today = clock.day(now, zone_name)
        back = (today - timedelta(days=days) for days in range(DAYS, -1, -1))
        self.days = [day for day in back if self._is_worked(day)]

    @property
    def now(self) -> datetime:
        """The instant at which the demo's history ends."""
        return self._now

    def is_working_hour(self) -> bool:
        """Tell whether the history ends while people are served."""
        return self.in_hours(self._now) == self._now

    def at(self, day: date, time_of_day: time) -> datetime:
        """Return an instant by the clock on the wall."""
        return datetime.combine(day, time_of_day, self._zone)

    def plan(self, at: datetime, deed: Deed) -> None:
        """Have something happen at an instant, unless that is still to come."""
        if at <= self._now:
            heapq.heappush(self._planned, (at, next(self._number), deed))

    def run(self) -> None:
        """Let all happen, the earliest first, until nothing is planned any more."""
        while self._planned:
            at, _, deed = heapq.heappop(self._planned)
            deed(at)

    def instant(self, day: date) -> datetime:
        """Return an instant of the working hours of a day."""
        evening = day.weekday() == THURSDAY and self._chance.random() < EVENING_SHARE
        first, last = EVENING if evening else MORNING
        start = datetime.combine(day, first, self._zone)
        open_s = int((datetime.combine(day, last, self._zone) - start).total_seconds())
        return start + timedelta(seconds=self._chance.randrange(open_s))

    def days_later(self, at: datetime, days: int) -> datetime:
        """Return an instant of work at least so many days after `at`."""
        return self.instant(self._next_worked(at.astimezone(self._zone).date() + timedelta(days)))

    def in_hours(self, at: datetime) -> datetime:
        """Return the instant itself in the working hours, else the next working noon."""
        local = at.astimezone(self._zone)
        if self._is_worked(local.date()) and MORNING[0] <= local.time() <= MORNING[1]:
            return at
        day = local.date() + timedelta(days=local.time() > NOON)
        return datetime.combine(self._next_worked(day), NOON, self._zone)

    def _next_worked(self, day: date) -> date:
        while not self._is_worked(day):
            day += timedelta(days=1)
        return day

    def _is_worked(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self._holidays
