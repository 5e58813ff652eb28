"""When an answer is due: pure counting over a calendar, after the term that a rule pack states.

The first day is the next working day after receipt; months run date to date. Nothing here asks the
clock or the machine's time zone: days come in and days go out.
"""

from __future__ import annotations

import calendar as months_of_the_world
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain, dropwhile, islice
from typing import Literal, NamedTuple

from frontdesk.base.errors import UserError
from frontdesk.core.opening.calendar import public_holidays

Unit = Literal["working_days", "calendar_days", "months"]
Sureness = Literal["seen", "recalled", "office"]
Span = tuple[date, date]  # first and last day, both included

HORIZON_DAYS = 3660  # ten years without an end is an error in a pack or a calendar, not a term
FIRST_YEAR, LAST_YEAR = 1900, 2200
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Term:
    """A number of units after receipt; 0 means at once. `sure` tells who says so.

    `starts_next_day` counts calendar days from the very next day, working or not.
    `ends_on_working_day` moves a last day that is not worked on to the next one that is.
    """

    number: int
    unit: Unit
    sure: Sureness = "office"
    starts_next_day: bool = False
    ends_on_working_day: bool = False


@dataclass(frozen=True, slots=True)
class Extension:
    """How far an answer may be put off: to at most `at_most_times` the term; 1 means not at all."""

    at_most_times: int
    told_before_expiry: bool
    sure: Sureness


class Countdown(NamedTuple):
    """How many days are left or overdue."""

    days: int
    kind: Literal["left", "today", "overdue"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of a branch: weekends, public holidays, and the branch's own table.

    `closures` are days on which the branch is closed; `worked` are days that the office knows to
    be worked on although the published calendar calls them holidays. The office's table wins.
    """

    country: str
    region: str = ""
    closures: tuple[Span, ...] = ()
    worked: tuple[Span, ...] = ()

    def is_working_day(self, day: date) -> bool:
        """Return whether the day counts as a working day here."""
        if _within(day, self.closures):
            return False
        return day not in _days_off(self.country, self.region, day.year) or _within(
            day, self.worked
        )

    def holiday(self, day: date, lang: str) -> str:
        """Return the name of the day's public holiday in a language, or '' where it has none."""
        return public_holidays(self.country, self.region, day.year, lang).get(day, "")


@lru_cache(maxsize=256)
def calendar(
    country: str,
    region: str = "",
    closures: tuple[Span, ...] = (),
    worked: tuple[Span, ...] = (),
) -> Calendar:
    """Return the calendar of a country ("ES") and region ("AN", also "ES-AN").

    A country or region without a published calendar has weekends, or the country's holidays.
    """
    country = country.strip().upper()
    region = region.strip().removeprefix(f"{country}-")
    return Calendar(country, region, closures, worked)


def due_on(
    received_on: date, term: Term, calendar: Calendar, suspensions: tuple[Span, ...] = ()
) -> date:
    """Return the last day on which the answer is in time.

    Days inside `suspensions` do not count; one that still runs is passed as ending today. Raises
    UserError `rules.day_out_of_range`, or `rules.never_due` when no day of ten years would do.
    """
    if not FIRST_YEAR <= received_on.year <= LAST_YEAR:
        raise UserError("rules.day_out_of_range", field="received_on", day=received_on.isoformat())
    if not term.number:
        return received_on
    days = _running_days(received_on, suspensions)
    counted = _counted(days, term, calendar.is_working_day)
    last = next(islice(counted, _length(received_on, term) - 1, None))
    if term.ends_on_working_day:
        last = next(filter(calendar.is_working_day, chain([last], days)))
    return last


def extended_on(
    received_on: date,
    term: Term,
    extension: Extension | None,
    calendar: Calendar,
    *,
    until: date,
    told_on: date,
    suspensions: tuple[Span, ...] = (),
) -> date:
    """Return `until` if the answer may be put off to that day and the person was told on `told_on`.

    Raises UserError `rules.not_extendable`, `rules.extension_too_long`, `rules.extension_backwards`
    or `rules.extension_told_late`.
    """
    if extension is None or extension.at_most_times <= 1:
        raise UserError("rules.not_extendable", field="until")
    due = due_on(received_on, term, calendar, suspensions)
    if until <= due:
        raise UserError("rules.extension_backwards", field="until", due=due.isoformat())
    if extension.told_before_expiry and told_on > due:
        raise UserError("rules.extension_told_late", field="until", due=due.isoformat())
    longest = replace(term, number=term.number * extension.at_most_times)
    latest = due_on(received_on, longest, calendar, suspensions)
    if until > latest:
        raise UserError("rules.extension_too_long", field="until", latest=latest.isoformat())
    return until


def countdown(due_on: date, today: date) -> Countdown:
    """Return the calendar days between today and the day on which the answer is due."""
    days = (due_on - today).days
    if days == 0:
        return Countdown(0, "today")
    return Countdown(days, "left") if days > 0 else Countdown(-days, "overdue")


def _running_days(after: date, suspensions: tuple[Span, ...]) -> Iterator[date]:
    """Yield the days after receipt on which the clock runs."""
    for ahead in range(1, HORIZON_DAYS):
        day = after + timedelta(days=ahead)
        if not _within(day, suspensions):
            yield day
    raise UserError("rules.never_due", years=HORIZON_DAYS // 366)


def _counted(
    days: Iterator[date], term: Term, is_working_day: Callable[[date], bool]
) -> Iterator[date]:
    if term.unit == "working_days":
        return filter(is_working_day, days)
    if term.unit == "months" or term.starts_next_day:
        return days
    return dropwhile(lambda day: not is_working_day(day), days)


def _length(received_on: date, term: Term) -> int:
    """Return a term's length in counted days; months are measured date to date."""
    if term.unit != "months":
        return term.number
    years, month = divmod(received_on.month - 1 + term.number, 12)
    year = received_on.year + years
    last_of_month = months_of_the_world.monthrange(year, month + 1)[1]
    same_day = date(year, month + 1, min(received_on.day, last_of_month))
    return (same_day - received_on).days


def _within(day: date, spans: tuple[Span, ...]) -> bool:
    return any(first <= day <= last for first, last in spans)


@lru_cache(maxsize=512)
def _days_off(country: str, region: str, year: int) -> frozenset[date]:
    """Return the weekends and public holidays of a year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    weekends = {day for day in days if day.weekday() >= SATURDAY}
    return frozenset(weekends | public_holidays(country, region, year, "es").keys())
