"""Opening agrees with an interpreter of its own kind, for two years, in six countries."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import holidays
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from frontdesk.base import clock
from frontdesk.core.opening import Timetable, day_intervals, is_open, next_opening, state
from tests.core.opening.oracle import DAY_MIN, Exceptional, House, Spans

FIRST, DAYS = date(2026, 1, 1), 730
FOCUS_DAYS = 4
QUARTER = timedelta(minutes=15)
REAL_HOURS = Path(__file__).parents[4] / "shared/data/import/osm_hours/opening-hours-rs_sample.txt"
PLACES = (
    ("ES", "", "Europe/Madrid"),
    ("ES", "AN", "Europe/Madrid"),
    ("ES", "CN", "Atlantic/Canary"),
    ("CO", "", "America/Bogota"),
    ("PE", "", "America/Lima"),
    ("MX", "", "America/Mexico_City"),
    ("MX", "", "America/Tijuana"),
    ("AR", "B", "America/Argentina/Buenos_Aires"),
    ("CL", "", "America/Santiago"),
    ("CL", "AP", "America/Santiago"),
)
CLOCK_CHANGES = (
    date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2026, 4, 5),
    date(2026, 9, 6), date(2027, 4, 4), date(2026, 3, 8), date(2026, 11, 1),
)  # fmt: skip
HABITS = (
    [(510, 840)], [(480, 840), (960, 1080)], [(0, 1440)], [(1320, 1440)], [(0, 120), (1200, 1440)],
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """An office, where it is, and the week that is looked at."""

    house: House
    country: str
    region: str
    first: date

    @property
    def timetable(self) -> Timetable:
        return self.house.timetable(self.country, self.region)

    def quarters(self, days: int = FOCUS_DAYS) -> list[datetime]:
        """The quarters of an hour of the days looked at, and half a day around."""
        start = datetime.combine(self.first, time(), UTC) - timedelta(hours=12)
        return [start + n * QUARTER for n in range(96 * (days + 1))]


def spans(most: int = 3) -> st.SearchStrategy[Spans]:
    """Times of a day on quarters of an hour that do not touch."""
    quarters = st.sets(st.integers(0, DAY_MIN // 15), max_size=2 * most)
    return quarters.map(sorted).map(
        lambda q: [(a * 15, b * 15) for a, b in zip(q[::2], q[1::2], strict=False)]
    )


def weeks() -> st.SearchStrategy[dict[int, Spans]]:
    """A week's grid; lunch breaks, nights and free days come by chance."""
    return st.dictionaries(st.integers(0, 6), st.sampled_from(HABITS) | spans(), max_size=7)


def first_days(found: Collection[date]) -> st.SearchStrategy[date]:
    """The first day of a week in the two years, often with a holiday or a change of clocks."""
    telling = [day for day in (*found, *CLOCK_CHANGES) if 0 < (day - FIRST).days < DAYS - 20]
    somewhere = st.integers(0, DAYS - 20).map(lambda n: FIRST + timedelta(n))
    near = st.tuples(st.sampled_from(telling), st.integers(1, 4))
    return somewhere | near.map(lambda pair: pair[0] - timedelta(pair[1]))


@st.composite
def exceptional(draw: st.DrawFn, first: date) -> Exceptional:
    """A row of the local table, closing or opening up to three weeks, close to a day."""
    begins = first + timedelta(draw(st.integers(-3, FOCUS_DAYS)))
    ends = begins + timedelta(draw(st.sampled_from([0, 0, 0, 1, 2, 20])))
    times = draw(st.just([]) | st.sampled_from(HABITS) | spans(2))
    return Exceptional(begins, ends, times, draw(st.booleans()))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """An office of one of the places, and a week."""
    country, region, zone = draw(st.sampled_from(PLACES))
    found = holidays.country_holidays(country, subdiv=region or None, years=range(2025, 2029))
    first = draw(first_days(found))
    season = draw(st.none() | st.tuples(st.integers(1, 6), st.integers(6, 12), weeks()))
    rows = draw(st.lists(exceptional(first), max_size=4))
    on_holidays = draw(st.just([]) | st.sampled_from(HABITS) | spans(1))
    house = House(zone, draw(weeks()), season, on_holidays, frozenset(found), rows)
    return Case(house, country, region, first)


@settings(max_examples=80)
@given(cases())
@example(Case(House("America/Santiago", {6: [(0, 1440)]}), "", "", date(2026, 9, 4)))
@example(Case(House("Europe/Madrid", {6: [(150, 165), (170, 180)]}), "", "", date(2026, 3, 27)))
@example(Case(House("Europe/Madrid", {6: [(150, 195)]}), "", "", date(2026, 3, 27)))
def test_open_and_closed_agree_with_the_oracle(case: Case) -> None:
    """At every quarter of a week, on holidays, in seasons and when clocks change."""
    timetable = case.timetable
    wrong = [x for x in case.quarters() if is_open(timetable, x) != case.house.is_open(x)]
    assert wrong == []


@settings(max_examples=60)
@given(cases(), st.integers(0, 95))
def test_the_next_opening_and_the_closing_are_the_first_ones(case: Case, nth: int) -> None:
    """They are where the oracle's answer changes for the first time."""
    quarters = case.quarters(days=10)
    opened = [case.house.is_open(x) for x in quarters]
    at, now = quarters[nth], state(case.timetable, quarters[nth])
    assert now.kind == ("open" if opened[nth] else "closed")
    closes = next((n for n in range(nth, len(opened)) if not opened[n]), len(opened))
    opens = next((n for n in range(closes, len(opened)) if opened[n]), len(opened))
    if opened[nth] and closes < nth + 96 * 6:
        assert now.until == quarters[closes]
    opens_at = next_opening(case.timetable, at)
    if opens < len(opened):
        assert opens_at == quarters[opens]
    elif closes < len(opened):
        assert opens_at is None or opens_at > quarters[-1]


@settings(max_examples=60)
@given(cases())
def test_the_intervals_of_a_day_are_its_open_quarters(case: Case) -> None:
    """No quarter more, none less, in order, apart, and none of another day."""
    found = [
        interval
        for n in range(FOCUS_DAYS)
        for interval in day_intervals(case.timetable, case.first + timedelta(n))
    ]
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all((b - QUARTER).date() == a.date() for a, b in found)
    zone = clock.zone(case.timetable.zone)
    last = case.first + timedelta(FOCUS_DAYS)
    for at in case.quarters():
        if case.first <= at.astimezone(zone).date() < last:
            assert any(a <= at < b for a, b in found) == case.house.is_open(at), at


def real_hours() -> list[str]:
    """Expressions that people wrote; none where the data is not at hand."""
    if not REAL_HOURS.is_file():
        return []
    lines = REAL_HOURS.read_text("utf-8").splitlines()
    return [line for line in lines if line.strip()]


@pytest.mark.skipif(not real_hours(), reason="the real expressions are not at hand")
def test_real_expressions_never_raise_and_agree_with_their_days() -> None:
    """Whatever people write is answered; open means that the day's intervals say so."""
    seen = set()
    for hours in real_hours():
        timetable = Timetable(hours, "Europe/Paris", "FR", "", "es")
        for n in range(0, 400, 37):
            at = datetime(2021, 3, 20, 6, 7, tzinfo=UTC) + timedelta(days=n, hours=n % 24)
            now = state(timetable, at)
            seen.add(now.kind)
            day = at.astimezone((now.until or now.opens_at or at).tzinfo).date()
            inside = any(a <= at < b for near in (-1, 0, 1)
                         for a, b in day_intervals(timetable, day + timedelta(near)))  # fmt: skip
            assert (now.kind == "open") == inside, (hours, at)
            if now.opens_at:
                assert is_open(timetable, now.opens_at), (hours, at)
    assert seen == {"open", "closed", "unknown"}
