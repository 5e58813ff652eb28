"""Closures in words: what is understood, and what is not, in both languages; they hold at once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.base.errors import UserError
from frontdesk.core import closures, desk, offices, opening, sites
from frontdesk.core.offices import Office
from frontdesk.core.opening.closing import Closing, understand
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

TODAY = date(2026, 11, 23)  # a Monday
WEEK = "Mo-Fr 09:00-14:00"


def told(closing: Closing | None) -> tuple[str, str] | None:
    """A closing in short: its days, and `closed`, `only HOURS` or `open HOURS`."""
    if closing is None:
        return None
    days = " ".join(
        first.isoformat() if first == last else f"{first}..{last}" for first, last in closing.days
    )
    how = ("only " if closing.shortens else "open ") + closing.hours if closing.hours else "closed"
    return days, how


UNDERSTOOD = [
    ("mañana cerramos a las 12", "2026-11-24", "only 00:00-12:00"),
    ("Mañana cerramos a las 12.", "2026-11-24", "only 00:00-12:00"),
    ("cerramos mañana a las 12:30", "2026-11-24", "only 00:00-12:30"),
    ("mañana abrimos a las 6 de la tarde", "2026-11-24", "only 18:00-24:00"),
    ("mañana abrimos a las 06:30", "2026-11-24", "only 06:30-24:00"),
    ("cerramos a las 3", "2026-11-23", "only 00:00-15:00"),
    ("hoy cerramos a las 13:30", "2026-11-23", "only 00:00-13:30"),
    ("mañana cerramos al mediodía", "2026-11-24", "only 00:00-12:00"),
    ("el viernes cerramos a la 1 de la tarde", "2026-11-27", "only 00:00-13:00"),
    ("mañana cerrado a partir de las 12", "2026-11-24", "only 00:00-12:00"),
    ("mañana solo hasta las 12", "2026-11-24", "only 00:00-12:00"),
    ("mañana abierto hasta las 12", "2026-11-24", "only 00:00-12:00"),
    ("mañana abrimos a las 10", "2026-11-24", "only 10:00-24:00"),
    ("mañana cerrado hasta las 10", "2026-11-24", "only 10:00-24:00"),
    ("jueves desde las 10", "2026-11-26", "only 10:00-24:00"),
    ("mañana abrimos a las 10 y cerramos a las 13", "2026-11-24", "only 10:00-13:00"),
    ("viernes de 9 a 11", "2026-11-27", "only 09:00-11:00"),
    ("viernes 9-11", "2026-11-27", "only 09:00-11:00"),
    ("de 9 a 1 mañana", "2026-11-24", "only 09:00-13:00"),
    ("mañana abierto solo de 9 a 11", "2026-11-24", "only 09:00-11:00"),
    ("pasado mañana de 9:30 a 13:30 y de 16 a 18", "2026-11-25", "only 09:30-13:30,16:00-18:00"),
    ("mañana cerrado de 9 a 11", "2026-11-24", "only 00:00-09:00,11:00-24:00"),
    ("mañana cerrado entre las 9 y las 11", "2026-11-24", "only 00:00-09:00,11:00-24:00"),
    ("sábado abrimos de 9 a 13", "2026-11-28", "open 09:00-13:00"),
    ("cerrado hoy", "2026-11-23", "closed"),
    ("cerrado", "2026-11-23", "closed"),
    ("no abrimos mañana", "2026-11-24", "closed"),
    ("mañana no hay atención", "2026-11-24", "closed"),
    ("hoy y mañana cerrado", "2026-11-23..2026-11-24", "closed"),
    ("lunes y martes cerrado", "2026-11-24 2026-11-30", "closed"),
    ("cerrado de lunes a miércoles", "2026-11-30..2026-12-02", "closed"),
    ("24 y 31 de diciembre cerrado", "2026-12-24 2026-12-31", "closed"),
    ("días 24 y 31 de diciembre, cerrado", "2026-12-24 2026-12-31", "closed"),
    ("24, 25 y 31 de diciembre cerrado", "2026-12-24..2026-12-25 2026-12-31", "closed"),
    ("24 y 31 de diciembre hasta las 12", "2026-12-24 2026-12-31", "only 00:00-12:00"),
    ("24 de diciembre cerramos a las 12", "2026-12-24", "only 00:00-12:00"),
    ("jueves 24 y viernes 25 de diciembre cerrado", "2026-12-24..2026-12-25", "closed"),
    ("24 y 25 de diciembre y 1 de enero cerrado",
     "2026-12-24..2026-12-25 2027-01-01", "closed"),
    ("cerrado del 24 al 31 de diciembre", "2026-12-24..2026-12-31", "closed"),
    ("24-31 de diciembre cerrado", "2026-12-24..2026-12-31", "closed"),
    ("cerrado del 24 de diciembre al 2 de enero", "2026-12-24..2027-01-02", "closed"),
    ("24/12 y 31/12 cerrado", "2026-12-24 2026-12-31", "closed"),
    ("24/12-2/1 cerrado", "2026-12-24..2027-01-02", "closed"),
    ("2026-12-24 cerrado", "2026-12-24", "closed"),
    ("1/1 cerrado", "2027-01-01", "closed"),
    ("19 de marzo cerrado", "2027-03-19", "closed"),
    ("cerrado el 24", "2026-11-24", "closed"),
    ("cerrado hasta el viernes", "2026-11-23..2026-11-27", "closed"),
    ("cerrado hasta el 5 de enero", "2026-11-23..2027-01-05", "closed"),
    ("cerrado la semana que viene", "2026-11-30..2026-12-06", "closed"),
    ("del 20 al 24 de noviembre cerrado", "2026-11-20..2026-11-24", "closed"),
    ("mañana cerramos a las doce", "2026-11-24", "only 00:00-12:00"),
    ("mañana cerramos a las dos y media", "2026-11-24", "only 00:00-14:30"),
    ("mañana cerramos a las 12 del mediodía", "2026-11-24", "only 00:00-12:00"),
    ("mañana cerramos antes, a las 12", "2026-11-24", "only 00:00-12:00"),
    ("mañana martes cerrado", "2026-11-24", "closed"),
    ("martes, 24 de noviembre cerrado", "2026-11-24", "closed"),
    ("cerrado mañana y pasado", "2026-11-24..2026-11-25", "closed"),
    ("el lunes no hay servicio", "2026-11-30", "closed"),
    ("mañana es feriado", "2026-11-24", "closed"),
    ("vacaciones del 1 al 15 de agosto", "2027-08-01..2027-08-15", "closed"),
    ("del lunes 30 al miércoles 2 cerrado", "2026-11-30..2026-12-02", "closed"),
    ("cerrado en agosto", "2027-08-01..2027-08-31", "closed"),
    ("closed in august", "2027-08-01..2027-08-31", "closed"),
    ("closed on Monday, December 28", "2026-12-28", "closed"),
    ("closing early tomorrow at twelve", "2026-11-24", "only 00:00-12:00"),
    ("tomorrow we'll be closed", "2026-11-24", "closed"),
    ("tomorrow we close at 12", "2026-11-24", "only 00:00-12:00"),
    ("tomorrow we close at noon", "2026-11-24", "only 00:00-12:00"),
    ("today closing at 1 pm", "2026-11-23", "only 00:00-13:00"),
    ("tomorrow open until 1pm", "2026-11-24", "only 00:00-13:00"),
    ("tomorrow closed from 12", "2026-11-24", "only 00:00-12:00"),
    ("we open at 10 tomorrow", "2026-11-24", "only 10:00-24:00"),
    ("friday 9 to 11", "2026-11-27", "only 09:00-11:00"),
    ("8am to 1pm tomorrow", "2026-11-24", "only 08:00-13:00"),
    ("closed today", "2026-11-23", "closed"),
    ("not open tomorrow", "2026-11-24", "closed"),
    ("closed on december 24 and 31", "2026-12-24 2026-12-31", "closed"),
    ("closed december 24 and 31, 2026", "2026-12-24 2026-12-31", "closed"),
    ("dec 24, 25 and jan 1 closed", "2026-12-24..2026-12-25 2027-01-01", "closed"),
    ("closed from 24 to 26 december", "2026-12-24..2026-12-26", "closed"),
    ("closed from 5 to 8 december", "2026-12-05..2026-12-08", "closed"),
    ("closed dec 24 - jan 2", "2026-12-24..2027-01-02", "closed"),
    ("closed on the 24th and 31st of december", "2026-12-24 2026-12-31", "closed"),
    ("closed until friday", "2026-11-23..2026-11-27", "closed"),
    ("closed next week", "2026-11-30..2026-12-06", "closed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days", "how"), UNDERSTOOD)
def test_it_is_understood(text: str, days: str, how: str) -> None:
    """Days, and what holds on them; accents and capitals do not matter."""
    assert told(understand(text, TODAY)) == (days, how)
    assert told(understand(text.upper(), TODAY)) == (days, how)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "xyzzy", "los viernes cerramos a las 12", "todos los lunes cerrado",
     "mondays closed", "every monday closed", "mañana a las 12", "sábado abierto",
     "mañana cerramos por la tarde", "mañana cerramos a las 25", "cerramos a las 25",
     "cerrado 3 días", "closed for 3 days", "31 de febrero cerrado", "cerrado desde el lunes",
     "mañana abrimos a las 6", "mañana cerrado hasta las 6", "mañana lunes cerrado",
     "lunes, 24 de noviembre cerrado", "hasta nuevo aviso cerrado",
     "cerrado por la tarde", "cerrado por aniversario 25", "mañana cerrado por 25 aniversario",
     "mañana la oficina de agua cerrada", "cerrado mañana o pasado", "mañana de 14 a 9",
     "viernes 24 de noviembre cerrado", "cerrado del 1/1/2026 al 1/1/2029",
     "mañana cerramos a las 12 y a las 13", "mañana abrimos a las 13 y cerramos a las 10",
     "mañana de 22 a 2", "cerrado " + "mañana " * 60],
)  # fmt: skip
def test_it_is_not_understood_rather_than_wrongly(text: str) -> None:
    """What can mean two things, or holds a word that is not known, means nothing."""
    assert understand(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [("cerrado hoy por duelo", "duelo"), ("mañana cerramos a las 12 (corte de agua)",
     "corte de agua"), ("24 de diciembre cerrado por Navidad.", "Navidad"),
     ("closed tomorrow because of the Strike", "the Strike"), ("closed today", "")],
)  # fmt: skip
def test_the_reason_stays_as_it_was_typed(text: str, reason: str) -> None:
    """It is shown where the office is, so its capitals stay."""
    closing = understand(text, TODAY)
    assert closing
    assert closing.reason == reason


PARTED = [
    ("cerrado por vacaciones del 1 al 15 de agosto", "2027-08-01..2027-08-15", "vacaciones"),
    ("cerrado por inventario el viernes", "2026-11-27", "inventario"),
    ("closed for Christmas 25 december", "2026-12-25", "Christmas"),
    ("cerrado por fiesta de la Virgen el 15 de agosto", "2027-08-15", "fiesta de la Virgen"),
    ("por obras cerramos mañana a las 12", "2026-11-24", "obras"),
    ("cerramos mañana por obras en el edificio", "2026-11-24", "obras en el edificio"),
]


@pytest.mark.parametrize(("text", "days", "reason"), PARTED)
def test_a_reason_in_the_middle_is_parted_from_the_days(text: str, days: str, reason: str) -> None:
    """A day is never taken for a part of the reason."""
    closing = understand(text, TODAY)
    assert told(closing) in {(days, "closed"), (days, "only 00:00-12:00")}
    assert closing.reason == reason


@given(st.text(max_size=80))
def test_any_text_is_understood_or_not(text: str) -> None:
    """Nothing that can be typed breaks it; what is understood are days in order."""
    closing = understand(text, TODAY)
    if closing:
        flat = [day for span in closing.days for day in span]
        assert flat == sorted(flat)
        assert not closing.shortens or closing.hours


def state(store: Store, office: Office, at: datetime) -> opening.State:
    """What an office is at an instant, as routing asks it."""
    db = store.read()
    here = sites.here(db)
    return opening.state(desk.timetable(db, office, here, at.date()), at)


@pytest.fixture
def house(store: Store) -> tuple[Office, Office]:
    """An office of the morning and one of the afternoon."""
    morning = Office("o-1", "AGU", "Agua", hours=WEEK)
    late = Office("o-2", "TAR", "Tarde", hours="Mo-Fr 16:00-20:00")
    with store.write() as tx:
        offices.put_many(tx, [morning, late], now=NOW)
    return morning, late


def test_it_takes_effect_at_once_and_each_office_keeps_its_hours(
    store: Store, house: tuple[Office, Office]
) -> None:
    """Who opens at nine still opens at nine, and shuts at twelve; who opens at four does not."""
    with store.write() as tx:
        announced = closures.announce(tx, "mañana cerramos a las 12", now=NOW)
    morning, late = house
    at_ten = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    assert state(store, morning, at_ten).until == datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
    assert state(store, morning, at_ten - timedelta(hours=2)).kind == "closed"
    assert state(store, late, at_ten + timedelta(hours=7)).kind == "closed"
    with store.write() as tx:
        assert len(closures.withdraw(tx, [row.id for row in announced.rows], now=NOW)) == 1
    assert state(store, late, at_ten + timedelta(hours=7)).kind == "open"


def test_an_own_row_of_the_office_goes_before_that_of_all(
    store: Store, house: tuple[Office, Office]
) -> None:
    """The house closes at noon, but one office said that it stays."""
    morning, _ = house
    with store.write() as tx:
        closures.announce(tx, "mañana cerramos a las 12", now=NOW)
        closures.announce(tx, "mañana abrimos de 9 a 14", office_id=morning.id, now=NOW)
    late = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
    assert state(store, morning, late).kind == "open"


def test_a_holiday_and_a_closed_day_are_not_opened_by_it(
    store: Store, house: tuple[Office, Office]
) -> None:
    """To close earlier opens nobody: 8 December is a holiday, Saturday is free."""
    morning, _ = house
    with store.write() as tx:
        closures.announce(tx, "8 de diciembre cerramos a las 12", now=NOW)
        closures.announce(tx, "sábado de 9 a 11", now=NOW)
    for day in ((2026, 12, 8), (2026, 11, 28)):
        assert state(store, morning, datetime(*day, 9, 30, tzinfo=UTC)).kind == "closed"


def test_a_cut_lets_the_night_go_on_and_leaves_what_is_not_known_unknown(store: Store) -> None:
    """Opening later does not end the night before midnight; without hours nothing is promised."""
    night = Office("o-1", "URG", "Urgencias", hours="Mo-Su 20:00-02:00")
    vague = Office("o-2", "VAG", "Sin horario")
    with store.write() as tx:
        offices.put_many(tx, [night, vague], now=NOW)
        closures.announce(tx, "mañana abrimos a las 21", now=NOW)
    after_midnight = datetime(2026, 11, 25, 0, 30, tzinfo=UTC)
    assert state(store, night, after_midnight).kind == "open"
    assert state(store, night, datetime(2026, 11, 24, 19, 30, tzinfo=UTC)).kind == "closed"
    assert state(store, vague, datetime(2026, 11, 24, 19, 30, tzinfo=UTC)).kind == "closed"
    assert state(store, vague, after_midnight - timedelta(hours=3)).kind == "unknown"


@pytest.mark.parametrize(
    ("text", "code"), [("xyzzy", "closure.unread"), ("1/1/2026 cerrado", "closure.past")]
)
def test_what_cannot_be_recorded_is_refused(store: Store, text: str, code: str) -> None:
    """Nothing is written."""
    with pytest.raises(UserError) as refused, store.write() as tx:
        closures.announce(tx, text, now=NOW)
    assert refused.value.code == code
    assert offices.every_closure(store.read(), date.min) == []


def test_the_log_tells_what_was_announced_and_taken_back(store: Store) -> None:
    """Without the reason, which may name a person."""
    with store.write() as tx:
        announced = closures.announce(tx, "cerrado hoy por duelo de Ana", now=NOW)
        gone = closures.withdraw(tx, [announced.rows[0].id], now=NOW)
        closures.put_back(tx, gone, now=NOW)
    bodies = [
        (kind, body)
        for kind, body in store.read().execute("SELECT kind, body FROM event ORDER BY n")
        if kind.startswith("closure")
    ]
    assert [k for k, _ in bodies] == [
        "closure.announced", "closure.withdrawn", "closure.put_back"
    ]  # fmt: skip
    assert "Ana" not in "".join(body for _, body in bodies)
    assert len(offices.every_closure(store.read(), date.min)) == 1
