"""Deadlines against a table worked out by hand, and the laws that any counting must keep."""

from __future__ import annotations

import csv
import time
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core import deadlines, rules
from frontdesk.core.deadlines import Calendar, Extension, Term, calendar, due_on

HERE = Path(__file__).parent
FAMILIES = ("co", "pe", "es", "ar", "mx", "cl", "iso")
PLACES = ("CO", "PE", "ES", "ES-AN", "ES-CT", "ES-MD", "AR-X", "MX", "CL", "US", "")
AT_LEAST_IN_A_FAMILY = 60

received_days = st.dates(date(2024, 1, 1), date(2035, 12, 31))
places = st.sampled_from(PLACES)
units = st.sampled_from(("working_days", "calendar_days", "months"))
terms = st.builds(
    Term,
    number=st.integers(1, 30),
    unit=units,
    starts_next_day=st.booleans(),
    ends_on_working_day=st.booleans(),
)
spans = st.builds(
    lambda first, length: (first, first + timedelta(days=length)),
    received_days,
    st.integers(0, 40),
)


def calendar_of(place: str) -> Calendar:
    """The calendar of a country, or of a region written like ES-AN."""
    return calendar(place[:2], place)


def table() -> list[dict[str, str]]:
    """The worked deadlines: pack, kind, place, the day of receipt, the day due, and why."""
    with (HERE / "deadlines_table.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def published() -> Iterator[tuple[str, list[date]]]:
    """Each place with the holidays of one year, as they were written out beside the table."""
    lists = tomllib.loads((HERE / "deadlines_holidays.toml").read_text(encoding="utf-8"))
    for place, years in lists.items():
        for year, days in years.items():
            yield place, [date.fromisoformat(f"{year}-{day}") for day in days]


def worked(row: Mapping[str, str]) -> date:
    """The day due that the program gives for a row of the table."""
    term = rules.choose(row["country"], row["region"], name=row["pack"]).kind(row["kind"]).term
    place = calendar(row["country"], row["region"])
    return due_on(date.fromisoformat(row["received_on"]), term, place)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_worked_deadline_of_a_family_of_packs_comes_out(family: str) -> None:
    """At least 60 deadlines a family, worked out without this program, are all equal."""
    rows = [row for row in table() if row["pack"].split("-")[0] == family]
    assert len(rows) >= AT_LEAST_IN_A_FAMILY
    assert all(row["source"] for row in rows)
    assert [row for row in rows if worked(row).isoformat() != row["due_on"]] == []


def test_every_pack_has_worked_deadlines() -> None:
    """No pack that comes with the program is left out of the table."""
    assert {row["pack"] for row in table()} == {pack.name for pack in rules.every()}


def test_no_day_of_the_published_lists_is_a_working_day() -> None:
    """The holidays written out from the law are days off in the program's calendar."""
    worked_on = [
        (place, day)
        for place, days in published()
        for day in days
        if calendar_of(place.replace("--", "")).is_working_day(day)
    ]
    assert worked_on == []


def test_an_office_without_a_country_has_weekends_only() -> None:
    """Where nobody said where the office is, New Year counts as a working day."""
    nowhere = calendar("", "")
    assert nowhere.is_working_day(date(2026, 1, 1))
    assert not nowhere.is_working_day(date(2026, 1, 3))


def test_a_region_without_a_list_of_its_own_has_its_countrys_holidays() -> None:
    """Lima keeps the holidays of Peru."""
    assert not calendar("PE", "LIM").is_working_day(date(2026, 7, 28))


def test_a_holiday_is_named_in_the_readers_language() -> None:
    """The name comes in Spanish or in English, and an ordinary day has none."""
    spain = calendar("ES", "AN")
    assert spain.holiday(date(2026, 12, 25), "es") == "Natividad del Señor"
    assert spain.holiday(date(2026, 12, 25), "en") == "Christmas Day"
    assert spain.holiday(date(2026, 12, 9), "es") == ""


def test_the_branchs_closures_are_not_working_days() -> None:
    """A local holiday moves the deadline on by its day."""
    term = Term(10, "working_days")
    received = date(2026, 11, 20)
    local = (date(2026, 11, 24), date(2026, 11, 25))
    assert due_on(received, term, calendar("ES", "AN")) == date(2026, 12, 4)
    assert due_on(received, term, calendar("ES", "AN", (local,))) == date(2026, 12, 10)


def test_the_offices_own_table_wins_over_the_published_calendar() -> None:
    """A day that the office knows to be worked on counts, whatever the calendar says."""
    moved = date(2026, 10, 12)
    assert not calendar("AR", "C").is_working_day(moved)
    assert calendar("AR", "C", (), ((moved, moved),)).is_working_day(moved)


def test_months_run_date_to_date_and_end_with_a_shorter_month() -> None:
    """The last day of January and one month is the last day of February."""
    month = Term(1, "months")
    anywhere = calendar("ES")
    assert due_on(date(2026, 1, 31), month, anywhere) == date(2026, 2, 28)
    assert due_on(date(2028, 1, 31), month, anywhere) == date(2028, 2, 29)
    assert due_on(date(2026, 11, 30), Term(14, "months"), anywhere) == date(2028, 1, 30)


def test_a_term_moves_to_a_working_day_where_the_pack_says_so() -> None:
    """A month that ends on Saturday the 28th ends on Monday, one that ends on Friday stays."""
    moved = Term(1, "months", ends_on_working_day=True)
    assert due_on(date(2026, 1, 31), moved, calendar("ES")) == date(2026, 3, 2)
    assert due_on(date(2026, 1, 27), moved, calendar("ES")) == date(2026, 2, 27)


def test_calendar_days_begin_on_the_next_working_day_unless_the_pack_says_otherwise() -> None:
    """Received on Friday: five days from Monday, or from Saturday."""
    friday = date(2026, 11, 20)
    place = calendar("CO")
    assert due_on(friday, Term(5, "calendar_days"), place) == date(2026, 11, 27)
    next_day = Term(5, "calendar_days", starts_next_day=True)
    assert due_on(friday, next_day, place) == date(2026, 11, 25)


def test_at_once_is_the_day_of_receipt() -> None:
    """A term of nothing ends on the day of receipt, also on a Sunday."""
    sunday = date(2026, 11, 22)
    assert due_on(sunday, Term(0, "working_days"), calendar("CO")) == sunday


def test_days_of_a_suspension_do_not_count() -> None:
    """A week's suspension moves a term in working days, calendar days and months by that week."""
    received, week = date(2026, 9, 1), ((date(2026, 9, 7), date(2026, 9, 13)),)
    for term in (Term(10, "working_days"), Term(14, "calendar_days"), Term(1, "months")):
        plain = due_on(received, term, calendar("ES"))
        assert due_on(received, term, calendar("ES"), week) == plain + timedelta(days=7)


def test_the_suspended_days_count_once_though_two_suspensions_overlap() -> None:
    """Two suspensions over the same week stop the clock for one week."""
    once = ((date(2026, 9, 7), date(2026, 9, 13)),)
    term, place = Term(10, "working_days"), calendar("ES")
    assert due_on(date(2026, 9, 1), term, place, once * 2) == due_on(
        date(2026, 9, 1), term, place, once
    )


def test_a_term_that_no_day_ends_is_refused() -> None:
    """An office closed for ever is an error to mend, not an endless search."""
    for_ever = ((date(2000, 1, 1), date.max),)
    with pytest.raises(UserError) as caught:
        due_on(date(2026, 11, 20), Term(1, "working_days"), calendar("ES", "", for_ever))
    assert caught.value.code == "rules.never_due"


@pytest.mark.parametrize("received", [date(1, 1, 1), date(1899, 12, 31), date.max])
def test_a_day_outside_the_calendar_is_refused(received: date) -> None:
    """A year that can only be a typing slip is told as one."""
    with pytest.raises(UserError) as caught:
        due_on(received, Term(15, "working_days"), calendar("CO"))
    assert caught.value.code == "rules.day_out_of_range"


def test_thousands_of_deadlines_ask_for_the_holidays_of_a_year_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The calendar of a place and year is built once, however many complaints come."""
    asked: list[tuple[str, str, int]] = []

    def fake_holidays(country: str, region: str, year: int, lang: str) -> dict[date, str]:
        asked.append((country, region, year))
        return {}

    monkeypatch.setattr(deadlines, "public_holidays", fake_holidays)
    term = Term(15, "working_days")
    for place in range(3000):
        closed = (date(2026, 2, 2), date(2026, 2, 2) + timedelta(days=place % 5))
        due_on(date(2026, 3, 1), term, calendar("XA", "", (closed,)))
    assert asked == [("XA", "", 2026)]


def extended(until: date, told_on: date, extension: Extension | None) -> date:
    """A petition of 20 November 2026 in Colombia, due on 14 December, put off."""
    return deadlines.extended_on(
        date(2026, 11, 20),
        Term(15, "working_days"),
        extension,
        calendar("CO"),
        until=until,
        told_on=told_on,
    )


DOUBLE = Extension(2, told_before_expiry=True, sure="recalled")
NEVER = Extension(1, told_before_expiry=False, sure="seen")


def test_an_extension_reaches_at_most_double_the_term() -> None:
    """Thirty working days after 20 November are 6 January; one more day is refused."""
    in_time = date(2026, 12, 1)
    assert extended(date(2027, 1, 6), in_time, DOUBLE) == date(2027, 1, 6)
    with pytest.raises(UserError) as caught:
        extended(date(2027, 1, 7), in_time, DOUBLE)
    assert caught.value.code == "rules.extension_too_long"
    assert caught.value.details["latest"] == "2027-01-06"


@pytest.mark.parametrize(
    ("until", "told_on", "extension", "code"),
    [
        (date(2026, 12, 20), date(2026, 12, 1), None, "rules.not_extendable"),
        (date(2026, 12, 20), date(2026, 12, 1), NEVER, "rules.not_extendable"),
        (date(2026, 12, 14), date(2026, 12, 1), DOUBLE, "rules.extension_backwards"),
        (date(2026, 12, 20), date(2026, 12, 15), DOUBLE, "rules.extension_told_late"),
    ],
)
def test_an_extension_against_the_pack_is_refused(
    until: date, told_on: date, extension: Extension | None, code: str
) -> None:
    """No extension in the law, one that is none, and one told after the term are refused."""
    with pytest.raises(UserError) as caught:
        extended(until, told_on, extension)
    assert caught.value.code == code


def test_the_countdown_tells_left_today_and_overdue() -> None:
    """Days before, on and after the day due."""
    due = date(2026, 12, 14)
    assert deadlines.countdown(due, date(2026, 12, 11)) == (3, "left")
    assert deadlines.countdown(due, due) == (0, "today")
    assert deadlines.countdown(due, date(2026, 12, 16)) == (2, "overdue")


@given(received_days, terms, places)
def test_a_deadline_is_a_working_day_where_the_pack_says_so(
    received: date, term: Term, place: str
) -> None:
    """Working days end on one; so does every term that must."""
    due = due_on(received, term, calendar_of(place))
    assert due > received
    if term.unit == "working_days" or term.ends_on_working_day:
        assert calendar_of(place).is_working_day(due)


@given(received_days, terms, places, spans)
def test_a_deadline_is_never_earlier_with_one_more_holiday(
    received: date, term: Term, place: str, closed: tuple[date, date]
) -> None:
    """A closure can only move a deadline on."""
    due = due_on(received, term, calendar_of(place))
    assert due_on(received, term, calendar(place[:2], place, (closed,))) >= due


@given(received_days, terms, places, spans)
def test_a_suspension_never_shortens_a_term(
    received: date, term: Term, place: str, suspension: tuple[date, date]
) -> None:
    """The answer is due on the same day or later."""
    due = due_on(received, term, calendar_of(place))
    assert due_on(received, term, calendar_of(place), (suspension,)) >= due


@given(received_days, st.integers(1, 60), terms, places)
def test_who_comes_later_is_never_due_earlier(
    received: date, days: int, term: Term, place: str
) -> None:
    """Deadlines keep the order of receipt."""
    due = due_on(received, term, calendar_of(place))
    assert due_on(received + timedelta(days=days), term, calendar_of(place)) >= due


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system sets no zone for a process")
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Bogota"])
def test_no_deadline_depends_on_the_machines_time_zone(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day of receipt is the office's, and the table comes out in every zone of the machine."""
    late_in_bogota = datetime(2026, 11, 21, 4, 59, tzinfo=UTC)
    try:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        received = clock.day(late_in_bogota, "America/Bogota")
        assert received == date(2026, 11, 20)
        assert [row for row in table() if worked(row).isoformat() != row["due_on"]] == []
    finally:
        monkeypatch.undo()
        time.tzset()
