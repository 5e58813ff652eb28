"""The call screen: each call has its turn, none hides another, and no name is ever shown."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from frontdesk.core import contacts, offices, queue
from frontdesk.core.offices import Office
from frontdesk.core.queue import Call
from frontdesk.store.store import Store
from frontdesk.ui.screens.hall import window as hall_window
from frontdesk.ui.screens.hall.turns import Turns
from frontdesk.ui.screens.hall.window import Hall
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW


def call(number: str, minute: int, times: int = 1) -> Call:
    """A call of the morning."""
    return Call(number, "Registry", "1", "3", f"2026-11-23T09:{minute:02}:00.000Z", times)


def test_calls_of_one_moment_are_shown_one_after_the_other() -> None:
    """In the order in which they were called; the latest does not hide the ones before."""
    turns = Turns()
    turns.take([])
    turns.take([call("A-3", 3), call("A-2", 2), call("A-1", 1)])
    shown = [turns.shown.number for _ in range(3) if turns.next() and turns.shown]
    assert shown == ["A-1", "A-2", "A-3"]
    assert not turns.next()
    assert turns.shown
    assert turns.shown.number == "A-3"


def test_a_call_stays_until_the_next_one_and_then_stands_below() -> None:
    """Nothing goes by itself; below stand the others, the latest first."""
    turns = Turns()
    turns.take([])
    turns.take([call("A-1", 1)])
    turns.next()
    turns.take([call("A-2", 2), call("A-1", 1)])
    assert turns.shown
    assert turns.shown.number == "A-1"
    assert [below.number for below in turns.below(3)] == ["A-2"]
    turns.next()
    assert [below.number for below in turns.below(3)] == ["A-1"]


def test_a_recall_has_a_turn_of_its_own() -> None:
    """Also while its number is on the screen; called twice before its turn, it has one turn."""
    turns = Turns()
    turns.take([])
    turns.take([call("A-1", 1)])
    turns.next()
    turns.take([call("A-1", 2, times=2)])
    assert turns.next()
    turns.take([call("A-2", 3), call("A-1", 2, times=2)])
    turns.take([call("A-2", 4, times=2), call("A-1", 2, times=2)])
    assert turns.next()
    assert not turns.next()


def test_calls_of_before_are_no_news() -> None:
    """Opened in the middle of the morning, it shows the last call and rings for none."""
    turns = Turns()
    turns.take([call("A-2", 2), call("A-1", 1)])
    assert turns.shown
    assert turns.shown.number == "A-2"
    assert not turns.next()


def test_a_new_day_begins_empty() -> None:
    """The calls of yesterday are gone with the tickets."""
    turns = Turns()
    turns.take([call("A-1", 1)])
    turns.take([])
    assert turns.shown is None


@pytest.fixture
def stocked(store: Store) -> Store:
    """Two offices that are open, with somebody waiting at each."""
    with store.write() as tx:
        offices.put_many(
            tx,
            [Office("reg", "R", "Registry", floor="1", room="3", hours="Mo-Fr 08:00-15:00"),
             Office("till", "T", "Till", hours="Mo-Fr 08:00-15:00")],
            now=NOW,
        )  # fmt: skip
        for office in ("reg", "till"):
            contacts.begin(tx, now=NOW)
            contacts.name_visitor(tx, "Ana Gil", now=NOW)
            queue.send(tx, "", office, now=NOW)
            contacts.close(tx, now=NOW)
    return store


@pytest.fixture
def hall(window: MainWindow) -> Hall:
    """The call screen, opened from the palette."""
    window.commands.run("queue.hall")
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, Hall) and w.isVisible()]
    assert len(shown) == 1
    return shown[0]


def test_two_offices_call_in_one_moment(window: MainWindow, hall: Hall, stocked: Store) -> None:
    """The second call waits until the first has had its time on the screen."""
    jobs = window.place.jobs
    for office, later in (("reg", 0), ("till", 1)):
        jobs.write(window, queue.call_next, office, now=NOW + timedelta(seconds=later))
    assert "Registry, 1, 3" in hall.accessibleName()
    hall.turn.timeout.emit()
    assert "Till" in hall.accessibleName()
    assert [below.office_name for below in hall.turns.below(3)] == ["Registry"]


def test_no_name_of_a_visitor_reaches_it(window: MainWindow, hall: Hall, stocked: Store) -> None:
    """Neither the row that it is given nor what it says holds one."""
    window.place.jobs.write(window, queue.call_next, "reg")
    assert "Ana" not in hall.accessibleName()
    assert not {"visitor", "name", "contact_id"} & {field.name for field in fields(Call)}


def test_it_is_read_from_afar(hall: Hall) -> None:
    """At five metres letters of 17 mm are read: a part of the height of a 24 inch screen."""
    hall.resize(1920, 1080)
    screen_mm, needed_mm = 299, 17
    for part, bold in ((hall_window.OFFICE, True), (hall_window.NUMBER, True)):
        high = QFontMetricsF(hall.letters(part, bold=bold)).capHeight() / 1080
        assert high * screen_mm >= needed_mm
    below = QFontMetricsF(hall.letters(hall_window.ROW, bold=True)).capHeight() / 1080
    assert below * screen_mm >= 0.9 * needed_mm


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (640, 360)])
@pytest.mark.parametrize("name", ["Till", "Office of Urban Planning, Licences and the Environment"])
def test_it_is_painted_whatever_the_screen(
    window: MainWindow, hall: Hall, stocked: Store, size: tuple[int, int], name: str
) -> None:
    """Wide, upright or small, with long names too, a picture comes out of it in both languages."""
    with stocked.write() as tx:
        offices.put_many(tx, [Office("reg", "R", name, hours="24/7")], now=NOW)
    window.place.jobs.write(window, queue.call_next, "reg")
    hall.resize(*size)
    english = hall.grab().toImage()
    window.place.language.use("es")
    assert hall.grab().toImage() != english


def test_it_closes_with_the_desk(window: MainWindow, hall: Hall) -> None:
    """Or the program would go on without a window of its own."""
    window.close()
    assert hall.isHidden()
