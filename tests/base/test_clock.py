"""Instants: aware inside, fixed-width text outside, and typing slips refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.base import clock

instants = st.datetimes(
    min_value=datetime(1900, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2200, 12, 30),  # noqa: DTZ001 - as above
    timezones=st.just(UTC),
)


@given(instants, instants)
def test_text_order_is_time_order(one: datetime, other: datetime) -> None:
    """Sorting stored instants as text sorts them in time, to the millisecond."""
    first, second = clock.iso(one), clock.iso(other)
    assert len(first) == len(second) == len("2026-11-21T20:12:33.123Z")
    if abs(one - other) >= timedelta(milliseconds=1):
        assert (first < second) == (one < other)


@given(instants)
def test_what_is_stored_comes_back(instant: datetime) -> None:
    """An instant read from its text is the same, but for what is below a millisecond."""
    assert timedelta() <= instant - clock.parse(clock.iso(instant)) < timedelta(milliseconds=1)


def test_an_instant_without_zone_is_refused() -> None:
    """A naive instant is a bug: nobody knows when it was."""
    with pytest.raises(ValueError, match="zone"):
        clock.iso(datetime(2026, 11, 23))  # noqa: DTZ001 - that is the bug


def test_the_zone_of_an_instant_does_not_change_its_text() -> None:
    """The same instant told in two zones is stored alike."""
    there = datetime(2026, 11, 23, 4, tzinfo=timezone(timedelta(hours=-5)))
    assert clock.iso(there) == clock.iso(datetime(2026, 11, 23, 9, tzinfo=UTC))


def test_text_without_offset_is_read_in_the_given_zone() -> None:
    """What people write without an offset is their own time."""
    madrid = clock.zone("Europe/Madrid")
    assert clock.parse("2026-07-01T10:00", madrid) == datetime(2026, 7, 1, 8, tzinfo=UTC)
    assert clock.parse("2026-07-01T10:00Z", madrid) == datetime(2026, 7, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["", "soon", "20266-11-21", "1266-11-21", "2026-13-01", "2026-11-21T25:00", "5"]
)
def test_what_is_no_instant_is_refused(text: str) -> None:
    """A typing slip raises ValueError, whatever the slip."""
    with pytest.raises(ValueError, match=r"."):
        clock.parse(text)


def test_the_day_is_the_offices_own() -> None:
    """Half past eleven at night in Madrid is the day before in Bogota and in UTC alike."""
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert clock.day(late, "Europe/Madrid") == date(2026, 11, 24)
    assert clock.day(late, "America/Bogota") == date(2026, 11, 23)


def test_an_unknown_zone_is_utc() -> None:
    """A zone that this machine does not know does not stop the desk."""
    assert clock.zone("Nowhere/Atall") is UTC
    assert clock.zone("../../etc/passwd") is UTC
