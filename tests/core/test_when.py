"""By when: what people type, and the moment that it means."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.base.clock import zone
from frontdesk.core.when import MAX_CHARS, is_whole_day, understand

MADRID, BOGOTA = "Europe/Madrid", "America/Bogota"
SATURDAY = datetime(2026, 11, 21, 10, 0, tzinfo=zone(MADRID))

# typed on Saturday, 21 November 2026, at ten -> local day and time; "-" is the day alone
CASES = """
hoy                          | 2026-11-21 -
today                        | 2026-11-21 -
mañana                       | 2026-11-22 -
MANANA                       | 2026-11-22 -
tomorrow                     | 2026-11-22 -
pasado mañana                | 2026-11-23 -
day after tomorrow 8:15      | 2026-11-23 08:15
+3                           | 2026-11-24 -
+3 10                        | 2026-11-24 10:00
+3 a las 10:30               | 2026-11-24 10:30
+2h                          | 2026-11-21 12:00
+90 min                      | 2026-11-21 11:30
en dos días                  | 2026-11-23 -
en una semana                | 2026-11-28 -
en 2 horas                   | 2026-11-21 12:00
dentro de 30 minutos         | 2026-11-21 10:30
in 3 days at 10              | 2026-11-24 10:00
within a week                | 2026-11-28 -
next week                    | 2026-11-28 -
la próxima semana            | 2026-11-28 -
jueves                       | 2026-11-26 -
para el jueves               | 2026-11-26 -
el próximo lunes             | 2026-11-23 -
lunes que viene              | 2026-11-23 -
next monday                  | 2026-11-23 -
sábado                       | 2026-11-28 -
viernes 14:30                | 2026-11-27 14:30
mar 10                       | 2026-11-24 10:00
monday, 9                    | 2026-11-23 09:00
lunes 9h30                   | 2026-11-23 09:30
by friday 5 p.m.             | 2026-11-27 17:00
mañana 10                    | 2026-11-22 10:00
tomorrow 9                   | 2026-11-22 09:00
tomorrow noon                | 2026-11-22 12:00
mañana a las 10 de la mañana | 2026-11-22 10:00
hoy a las 15:30              | 2026-11-21 15:30
hoy 9                        | 2026-11-21 09:00
a las 3                      | 2026-11-21 15:00
03:00                        | 2026-11-22 03:00
3pm                          | 2026-11-21 15:00
12am                         | 2026-11-22 00:00
9 de la noche                | 2026-11-21 21:00
antes de las 12              | 2026-11-21 12:00
9:30                         | 2026-11-22 09:30
10.30                        | 2026-11-21 10:30
25/11                        | 2026-11-25 -
25.11                        | 2026-11-25 -
25/11 9                      | 2026-11-25 09:00
25-11-2026 14:00             | 2026-11-25 14:00
2026-11-25 9:30              | 2026-11-25 09:30
25 de noviembre              | 2026-11-25 -
November 25th 3pm            | 2026-11-25 15:00
jueves 26 de noviembre       | 2026-11-26 -
5 ene                        | 2027-01-05 -
3 mar                        | 2027-03-03 -
1/1/26                       | 2026-01-01 -
el 25 a las 10               | 2026-11-25 10:00
el 21                        | 2026-12-21 -
el 31                        | 2026-12-31 -
viernes 27                   | 2026-11-27 -
29/2/2028                    | 2028-02-29 -
"""
TABLE = [tuple(cell.strip() for cell in row.split("|")) for row in CASES.strip().splitlines()]


def said(text: str, now: datetime = SATURDAY, zone_name: str = MADRID) -> str:
    """What was understood, as the table writes it; empty for nothing."""
    moment = understand(text, now, zone_name)
    if moment is None:
        return ""
    local = moment.at.astimezone(zone(zone_name))
    return f"{local:%Y-%m-%d} -" if moment.is_whole_day else f"{local:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(("text", "meant"), TABLE)
def test_what_people_type_is_understood(text: str, meant: str) -> None:
    """Each way of saying a time means the day and hour of the table."""
    assert said(text) == meant


@pytest.mark.parametrize(
    "text",
    ["", "   ", "nada", "+", "+0", "+9999", "25/13", "30/2", "29/2/2027", "el 32", "99/99", "25:00",
     "10:75", "jueves 27/11", "viernes 25", "jueves por la tarde", "en 3 dias habiles", "a",
     "25 nov 99999", "25/11/20266", "mañana " * 20, "🙂", "\x00"],
)  # fmt: skip
def test_what_means_no_time_is_not_guessed(text: str) -> None:
    """Nonsense, days that no calendar has and a weekday that contradicts its date mean nothing."""
    assert said(text) == ""


def test_a_weekday_is_never_today() -> None:
    """On a Thursday, "jueves" is the Thursday after."""
    thursday = datetime(2026, 11, 26, 9, 0, tzinfo=zone(MADRID))
    assert said("jueves", thursday) == "2026-12-03 -"


def test_the_day_is_the_offices_not_greenwichs() -> None:
    """Late in the evening of Bogotá it is already tomorrow in UTC; "mañana" is Bogotá's."""
    now = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    assert said("mañana 9", now, BOGOTA) == "2026-11-22 09:00"
    moment = understand("mañana 9", now, BOGOTA)
    assert moment
    assert moment.at == datetime(2026, 11, 22, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("domingo 10", "2027-03-28T08:00:00+00:00"),  # summer time began in the night
        ("+24h", "2027-03-28T09:00:00+00:00"),  # hours are hours: 11:00 on the wall
        ("mañana 02:30", "2027-03-28T01:30:00+00:00"),  # does not exist: 3:30 is what it becomes
    ],
)
def test_the_night_that_loses_an_hour(text: str, utc: str) -> None:
    """Over a change to summer time a day keeps its hour on the wall, a duration its length."""
    now = datetime(2027, 3, 27, 10, 0, tzinfo=zone(MADRID))
    moment = understand(text, now, MADRID)
    assert moment
    assert moment.at.isoformat() == utc


def test_the_hour_that_comes_twice_is_the_first() -> None:
    """In the night that gains an hour, 02:30 is the earlier one: nobody is kept waiting."""
    now = datetime(2026, 10, 24, 10, 0, tzinfo=zone(MADRID))
    moment = understand("mañana 02:30", now, MADRID)
    assert moment
    assert moment.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_day_alone_lasts_until_its_end() -> None:
    """A promise for Thursday is kept until late that day, and is told from one for an hour."""
    day, hour = understand("jueves", SATURDAY, MADRID), understand("jueves 10", SATURDAY, MADRID)
    assert day
    assert hour
    assert is_whole_day(day.at, MADRID)
    assert not is_whole_day(hour.at, MADRID)


@given(st.text(max_size=MAX_CHARS + 5))
def test_no_text_is_an_error(text: str) -> None:
    """Whatever is typed is understood or not; nothing raises."""
    understand(text, SATURDAY, MADRID)


@given(
    st.lists(
        st.sampled_from(
            ["mañana", "jueves", "+3", "25/11", "a las", "10", ":", "nov", "99", "en", "días", "pm"]
        ),
        max_size=6,
    )
)
def test_no_heap_of_words_is_an_error(words: list[str]) -> None:
    """Any order of the right words is understood or not; nothing raises."""
    understand(" ".join(words), SATURDAY, MADRID)
