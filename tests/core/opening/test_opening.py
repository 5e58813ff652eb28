"""Opening by hand: what closes and opens a day, nights, changes of clocks, and how it is told."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta

import pytest

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.base.sentences import sentence
from frontdesk.core.offices import Closure
from frontdesk.core.opening import (
    Timetable,
    check_calendar,
    check_hours,
    day_intervals,
    is_open,
    next_opening,
    say,
    state,
)

MADRID = clock.zone("Europe/Madrid")
WEEK = "Mo-Fr 08:30-14:00,16:00-18:00; Jul-Aug Mo-Fr 08:00-14:00"


def at(text: str, zone: str = "Europe/Madrid") -> datetime:
    """An instant from the wall time of a zone."""
    return datetime.fromisoformat(text).replace(tzinfo=clock.zone(zone))


def table(hours: str = WEEK, *rows: Closure, **other) -> Timetable:
    """An office in Madrid."""
    return Timetable(hours, "Europe/Madrid", "ES", "MD", "es", rows, **other)


def row(first: str, last: str = "", hours: str = "", *, own: bool = False, n: int = 1) -> Closure:
    """A row of the local table."""
    return Closure(f"{n:03d}", "office" if own else "", first, last or first, hours, "obras")


@pytest.mark.parametrize(
    ("moment", "kind", "until", "opens_at", "reason"),
    [
        ("2026-03-31 08:29", "closed", None, "2026-03-31 08:30", "hours"),
        ("2026-03-31 08:30", "open", "2026-03-31 14:00", None, "hours"),
        ("2026-03-31 15:00", "closed", None, "2026-03-31 16:00", "hours"),
        ("2026-03-31 18:00", "closed", None, "2026-04-01 08:30", "hours"),
        ("2026-04-01 18:00", "closed", None, "2026-04-06 08:30", "hours"),
        ("2026-04-03 10:00", "closed", None, "2026-04-06 08:30", "holiday"),
        ("2026-08-03 08:00", "open", "2026-08-03 14:00", None, "hours"),
        ("2026-08-03 17:00", "closed", None, "2026-08-04 08:00", "hours"),
    ],
)
def test_an_office_keeps_its_hours_seasons_and_holidays(
    moment, kind, until, opens_at, reason
) -> None:
    """Lunch breaks, summer hours, Easter."""
    now = state(table(), at(moment))
    assert (now.kind, now.reason) == (kind, reason)
    assert now.until == (until and at(until))
    assert now.opens_at == (opens_at and at(opens_at))


def test_a_holiday_is_told_by_its_name() -> None:
    """In the language of the site."""
    assert state(table(), at("2026-04-03 10:00")).reason_text == "Viernes Santo"


@pytest.mark.parametrize(
    ("country", "region", "closed", "opened"),
    [
        ("ES", "AN", "2028-02-28", "2028-02-29"),
        ("ES", "MD", "2028-05-02", "2028-02-28"),
        ("MX", "", "2026-05-01", "2026-04-30"),
        ("MX", "", "2026-11-16", "2026-11-20"),
        ("CO", "", "2026-06-15", "2026-06-16"),
        ("PE", "", "2026-07-28", "2026-07-30"),
        ("AR", "", "2026-05-25", "2026-05-26"),
        ("CL", "", "2026-05-21", "2026-06-08"),
        ("CL", "AP", "2027-06-07", "2027-06-08"),
        ("SV", "", "2026-04-03", "2026-04-06"),
    ],
)
def test_known_holidays_close_and_the_days_beside_them_do_not(
    country, region, closed, opened
) -> None:
    """Days that a calendar on paper shows."""
    office = Timetable("Mo-Su 08:00-18:00", "UTC", country, region)
    assert not is_open(office, at(f"{closed} 12:00", "UTC"))
    assert is_open(office, at(f"{opened} 12:00", "UTC"))


@pytest.mark.parametrize(
    ("hours", "opened"),
    [
        ("Mo-Fr 08:00-14:00", []),
        ("Mo-Su 00:00-24:00", []),
        ("Mo-Fr 08:00-14:00; PH 10:00-12:00", [("10:00", "12:00")]),
        ("Mo-Fr 08:00-14:00; Su,PH 10:00-12:00", [("10:00", "12:00")]),
        ("Mo-Fr 08:00-14:00; PH off", []),
        ('Mo-Fr 08:00-14:00 "not on PH"', []),
        ("24/7", [("00:00", "00:00")]),
    ],
)
def test_on_a_holiday_only_who_says_so_opens(hours, opened) -> None:
    """PH rules hold on the holiday itself; 24/7 means every day."""
    found = day_intervals(table(hours), date(2026, 5, 1))
    assert [(f"{a:%H:%M}", f"{b:%H:%M}") for a, b in found] == opened


def test_hours_that_name_holidays_hold_no_holiday_on_other_days() -> None:
    """PH 10-12 opens nothing on a plain Saturday."""
    assert day_intervals(table("Mo-Fr 08:00-14:00; PH 10:00-12:00"), date(2026, 5, 9)) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((row("2026-03-31"),), []),
        ((row("2026-03-31", hours="10:00-11:00"),), ["10:00"]),
        ((row("2026-03-01", "2026-04-30"), row("2026-03-31", hours="10:00-11:00")), ["10:00"]),
        ((row("2026-03-31", hours="10:00-11:00", n=1), row("2026-03-31", n=2)), []),
        ((row("2026-03-31", n=1), row("2026-03-31", hours="10:00-11:00", n=2)), ["10:00"]),
        ((row("2026-03-31", hours="10:00-11:00"), row("2026-03-01", "2026-04-30", own=True)), []),
    ],
)
def test_the_nearest_row_of_the_local_table_wins(rows, expected) -> None:
    """The office's own before everybody's, the shorter before the longer, the later one last."""
    for order in (rows, rows[::-1]):
        found = day_intervals(table(WEEK, *order), date(2026, 3, 31))
        assert [f"{a:%H:%M}" for a, _ in found] == expected


def test_the_local_table_opens_a_holiday() -> None:
    """An exceptional opening is stronger than the calendar, and tells why."""
    office = table(WEEK, row("2026-05-01", hours="10:00-12:00"))
    now = state(office, at("2026-05-01 11:00"))
    assert (now.kind, now.reason, now.reason_text) == ("open", "exception", "obras")
    assert state(office, at("2026-05-01 13:00")).reason == "exception"


def test_closing_a_day_closes_its_night_too() -> None:
    """Friday 22 to 2 is all Friday's; and Thursday's night ends where the closed Friday begins."""
    office = table("Mo-Fr 22:00-02:00", row("2026-03-27"))
    assert not is_open(office, at("2026-03-27 23:00"))
    assert not is_open(office, at("2026-03-28 01:00"))
    assert not is_open(office, at("2026-03-27 01:00"))
    assert state(office, at("2026-03-26 23:00")).until == at("2026-03-27 00:00")


def test_open_over_midnight_is_one_opening() -> None:
    """The end is when they leave, not midnight."""
    assert state(table("Mo-Su 20:00-24:00,00:00-02:00"), at("2026-03-10 21:00")).until == at(
        "2026-03-11 02:00"
    )


def test_a_wall_time_that_does_not_exist_is_the_first_one_after_it() -> None:
    """Clocks in Madrid jump from 2 to 3 on 29 March 2026."""
    found = day_intervals(Timetable("Su 02:30-05:00", "Europe/Madrid"), date(2026, 3, 29))
    assert found == [(at("2026-03-29 03:00"), at("2026-03-29 05:00"))]
    assert found[0][1] - found[0][0] == timedelta(hours=2)


def test_an_hour_that_comes_twice_is_counted_in_real_hours() -> None:
    """In Santiago the last hour of 4 April 2026 comes twice: 24/7 has 25 hours that day."""
    found = day_intervals(Timetable("24/7", "America/Santiago"), date(2026, 4, 4))
    real = [clock.iso(x) for x in found[0]]
    assert real == ["2026-04-04T03:00:00.000Z", "2026-04-05T04:00:00.000Z"]


def test_after_the_last_admission_nobody_is_let_in() -> None:
    """The office is open but does not admit; the next opening is offered."""
    office = table(last_admission_min=30)
    before, after = state(office, at("2026-03-31 13:29")), state(office, at("2026-03-31 13:30"))
    assert before.admits
    assert before.last_admission == at("2026-03-31 13:30")
    assert (after.kind, after.admits) == ("open", False)
    assert after.opens_at == at("2026-03-31 16:00")


@pytest.mark.parametrize("hours", ["", "llamar antes", "sunrise-sunset", "Feb 30 08:00-10:00"])
def test_hours_that_cannot_be_relied_on_are_unknown_not_open(hours) -> None:
    """Unknown is said; a local closure is known all the same."""
    now = state(table(hours), at("2026-03-31 09:00"))
    assert (now.kind, now.admits, now.opens_at) == ("unknown", False, None)
    assert day_intervals(table(hours), date(2026, 3, 31)) == []
    closed = state(table(hours, row("2026-03-31")), at("2026-03-31 09:00"))
    assert (closed.kind, closed.reason_text) == ("closed", "obras")


def test_who_never_opens_again_has_no_next_opening() -> None:
    """The look-ahead ends."""
    assert next_opening(table("2021 Mo-Fr 08:00-14:00"), at("2026-03-31 09:00")) is None


def test_who_is_always_open_has_no_closing() -> None:
    """And no next opening either."""
    now = state(Timetable("24/7", "UTC"), at("2026-03-31 09:00"))
    assert (now.kind, now.until, now.opens_at) == ("open", None, None)


@pytest.mark.parametrize(
    ("hours", "code"),
    [
        ("lunes a viernes", "hours.unreadable"),
        ("Mo-Fr 8-14", "hours.unreadable"),
        ("Mo-Fr 25:00-26:00", "hours.unreadable"),
        ('Mo-Fr 08:00-14:00 || "llamar"', "hours.fallback"),
        ("Mo-Fr 08:00-sunset", "hours.sun"),
        ("Feb 30 08:00-10:00", "hours.date"),
        ("Mo-Fr 08:00-14:00; Jun 20-31 off", "hours.date"),
        ("Mo-Fr 08:00+", "hours.open_end"),
        ("Mo-Fr 14:00-08:00", "hours.backwards"),
        ("Mo-Fr 08:00-08:00", "hours.backwards"),
        ("Mo-Fr 08:00-14:00,13:00-18:00", "hours.overlap"),
    ],
)
def test_typed_hours_that_mean_something_else_are_told(hours, code) -> None:
    """One sentence in either language, with the hours in it."""
    with pytest.raises(UserError) as told:
        check_hours(hours)
    assert told.value.code == code
    assert all(hours in sentence(told.value, lang) for lang in ("es", "en"))


@pytest.mark.parametrize(
    "hours",
    ["", WEEK, "24/7", "Fr 22:00-02:00", "Dec 24-31 off; Mo-Fr 08:00-14:00", "Jan 08:00-10:00",
     'Mo-Fr 10:00-20:00 "cita || previa"; PH off', "Th[3] 10:00-12:00"],
)  # fmt: skip
def test_hours_as_people_write_them_pass(hours) -> None:
    """Blanks around them are dropped."""
    assert check_hours(f" {hours} ") == hours


def test_an_unknown_country_or_region_is_told() -> None:
    """With the regions that are known; what is known passes, and so does no country."""
    check_calendar("ES", "AN")
    check_calendar("CO", "")
    check_calendar("", "")
    with pytest.raises(UserError, match=r"calendar\.country"):
        check_calendar("ZZ", "")
    with pytest.raises(UserError, match=r"calendar\.region") as told:
        check_calendar("ES", "XX")
    assert "AN" in sentence(told.value, "en")


def test_an_unknown_region_keeps_the_holidays_of_its_country() -> None:
    """Christmas is closed everywhere in Spain."""
    assert not is_open(Timetable("Mo-Su 08:00-18:00", "UTC", "ES", "XX"), at("2026-12-25 12:00"))


@pytest.mark.parametrize(
    ("moment", "spanish", "english"),
    [
        ("2026-03-31 09:00", "abierto hasta las 14:00", "open until 14:00"),
        ("2026-03-31 15:00", "abre hoy 16:00", "opens today 16:00"),
        ("2026-03-31 19:00", "abre mañana 8:30", "opens tomorrow 8:30"),
        ("2026-04-01 19:00", "abre el lunes 8:30", "opens Monday 8:30"),
        ("2026-12-05 10:00", "abre el miércoles 8:30", "opens Wednesday 8:30"),
    ],
)
def test_the_state_is_told_in_plain_words(moment, spanish, english) -> None:
    """In the words of either language."""
    now = state(table(), at(moment))
    assert (say(now, at(moment), "es"), say(now, at(moment), "en")) == (spanish, english)


@pytest.mark.parametrize(
    ("hours", "rows", "spanish"),
    [
        ("", (), "horario no conocido"),
        ("24/7", (), "abierto"),
        ("24/7 off", (), "cerrado, sin apertura prevista"),
        (WEEK, (row("2026-03-30", "2026-05-12"),), "abre el miércoles 13 de mayo 8:30"),
    ],
)
def test_what_is_far_or_unknown_is_told_too(hours, rows, spanish) -> None:
    """A day beyond the week is told with its date."""
    moment = at("2026-03-31 09:00")
    assert say(state(table(hours, *rows), moment), moment, "es") == spanish


def test_nothing_heavy_is_loaded_before_the_first_question() -> None:
    """The grammar of hours and the calendars of the world wait until they are needed."""
    program = (
        "import sys, frontdesk.core.opening\n"
        "print([m for m in ('opening_hours', 'holidays') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
