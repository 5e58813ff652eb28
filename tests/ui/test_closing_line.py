"""Ctrl+D: the house is closed in two keys, and what was understood is seen before the second."""

from __future__ import annotations

from datetime import date

import pytest

from frontdesk.core import desk, offices, opening, sites
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist


@pytest.mark.parametrize(
    ("lang", "typed", "said"),
    [
        ("es", "manana cerramos a las 12", "mar 24 nov 2026: cierra a las 12:00 · todas las"),
        ("en", "tomorrow we close at 12", "Tue 24 Nov 2026: closes at 12"),
        ("en", "closed on december 24 and 31", "Thu 24 Dec 2026, Thu 31 Dec 2026: closed all day"),
        ("en", "friday 9 to 11", "Fri 27 Nov 2026: only 09:00-11:00, within the usual hours"),
        ("en", "closed tomorrow from 9 to 11", "Tue 24 Nov 2026: closed from 09:00 to 11:00"),
        ("en", "we open at 10 tomorrow", "Tue 24 Nov 2026: opens at 10"),
        ("en", "closed today because of a strike", "all offices · a strike"),
        ("en", "closed on some day", "Not understood yet"),
    ],
)
def test_what_is_understood_stands_under_the_line(
    window: MainWindow, receptionist: Receptionist, lang: str, typed: str, said: str
) -> None:
    """While it is typed, in the window's language whatever language is typed."""
    window.place.language.use(lang, "ES")
    receptionist.press("Ctrl+D").types(typed)
    assert said in window.one_line.noted()
    assert said in window.one_line.field.accessibleDescription()


def test_two_keys_close_the_house_at_once_and_undo_opens_it(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Ctrl+D, the words, Enter; routing knows of it with the next question."""
    receptionist.press("Ctrl+D").types("cerrado hoy por duelo").press("Return")
    assert receptionist.control_keys == 2
    db = stocked.read()
    water = offices.resolve(db, "AGU")
    state = opening.state(desk.timetable(db, water, sites.here(db), NOW.date()), NOW)
    assert (state.kind, state.reason_text) == ("closed", "duelo")
    assert not receptionist.window.one_line.isVisible()
    assert "all offices" in receptionist.said()
    receptionist.press("Ctrl+Z")
    assert offices.every_closure(db, date.min) == []


def test_what_is_not_understood_is_said_and_stays(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Nothing is recorded; Esc leaves, and the words are there again with the next Ctrl+D."""
    line = receptionist.window.one_line
    receptionist.press("Ctrl+D").types("cerrado algun dia").press("Return")
    assert "not understood" in line.error.text()
    assert offices.every_closure(stocked.read(), date.min) == []
    receptionist.press("Esc", "F8")
    assert line.noted() == ""
    receptionist.press("Esc", "Ctrl+D")
    assert line.field.text() == "cerrado algun dia"


def test_the_answer_on_screen_says_so_at_once(receptionist: Receptionist, stocked: Store) -> None:
    """Whoever has it before them need not ask again."""
    with stocked.write() as tx:
        offices.save(tx, Office("o-1", "AGU", "Agua", hours="Mo-Fr 09:00-14:00"), now=NOW)
    window = receptionist.window
    receptionist.types("burst")
    assert window.desk.answer().places[0].state.kind == "open"
    receptionist.press("Ctrl+D").types("cerrado hoy").press("Return")
    assert window.desk.answer().places[0].state.kind == "closed"
