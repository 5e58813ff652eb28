"""Hours as a week to edit: what a week can show comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.core.opening import week
from frontdesk.core.opening.hours import check


@pytest.mark.parametrize(
    ("hours", "shown"),
    [
        ("", {}),
        ("Mo-Fr 09:00-14:00; Sa 10:00-13:00",
         dict.fromkeys(range(5), "09:00-14:00") | {5: "10:00-13:00"}),
        ("Mo,We 09:00-14:00,16:00-18:00", dict.fromkeys((0, 2), "09:00-14:00,16:00-18:00")),
        ("Su-Tu 09:00-10:00", dict.fromkeys((6, 0, 1), "09:00-10:00")),
        ("Mo-Fr 09:00-14:00; We off",
         {0: "09:00-14:00", 1: "09:00-14:00", 2: "", 3: "09:00-14:00", 4: "09:00-14:00"}),
        ("Mo 09:00-10:00; PH 10:00-12:00", {0: "09:00-10:00", 7: "10:00-12:00"}),
        ("24/7", dict.fromkeys(range(7), "00:00-24:00")),
        ("Fr 22:00-02:00", {4: "22:00-02:00"}),
    ],
)  # fmt: skip
def test_a_week_is_shown_day_by_day(hours: str, shown: dict[int, str]) -> None:
    """A later rule wins; holidays are the eighth day."""
    assert week.of(hours) == shown


@pytest.mark.parametrize(
    "hours",
    ["Jan-Mar Mo 09:00-10:00", 'Mo 09:00-10:00 "by appointment"', "Mo[1] 09:00-10:00",
     "Dec 24 off", "sunrise-sunset", "nonsense", "Mo 09:00-10:00 unknown"],
)  # fmt: skip
def test_what_a_week_cannot_show_is_not_shown_half(hours: str) -> None:
    """A season or a comment would be lost with the first day that is edited."""
    assert week.of(hours) is None


@pytest.mark.parametrize(
    ("days", "hours", "doubts"),
    [
        ({0: "9-14", 1: "9:00 a 14:00 y 16-18"}, "Mo 09:00-14:00; Tu 09:00-14:00,16:00-18:00", ()),
        ({0: "9 to 5", 6: " "}, "Mo 09:00-17:00", ()),
        ({7: "10-12"}, "PH 10:00-12:00", ()),
        ({0: "", 1: ""}, "", ()),
        ({0: "9-14", 1: "4-6"}, "", ("4-6",)),
        ({0: "whenever"}, "", ("whenever",)),
        ({0: "Tu 9-14"}, "", ("Tu 9-14",)),
    ],
)
def test_days_are_typed_freely_and_never_read_wrongly(
    days: dict[int, str], hours: str, doubts: tuple[str, ...]
) -> None:
    """One day that is not understood leaves the whole week to be checked."""
    found = week.written(days)
    assert (found.hours, found.doubts) == (hours, doubts)


RANGES = st.tuples(st.integers(6, 12), st.integers(13, 22)).map(
    lambda pair: f"{pair[0]:02d}:00-{pair[1]:02d}:30"
)


@given(st.dictionaries(st.integers(0, 7), RANGES))
def test_a_week_that_is_written_is_shown_as_it_was(days: dict[int, str]) -> None:
    """Whatever days: what the grid stores is what it shows the next time."""
    hours = week.written(days).hours
    assert check(hours) == hours
    assert week.of(hours) == days
