"""The phone log, the articles that send people wrong, and the call back to who left unhappy."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.modeltest import ModelTester

from frontdesk.core import bounces, contacts, phone, promises, queue
from frontdesk.store.store import Store
from frontdesk.ui.screens.phone.screen import CallsModel, PhoneScreen
from frontdesk.ui.screens.strays.screen import BouncesModel, CulpritsModel, StraysScreen
from frontdesk.ui.widgets.table import RowsModel
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

ZONE = "Europe/Madrid"


def calls(store: Store) -> list[tuple[str, str]]:
    """The calls of today, the first one first."""
    return [(call.outcome, call.note) for call in phone.on_day(store.read(), NOW.date(), ZONE)][
        ::-1
    ]


def words(model: RowsModel, row: int) -> list[str]:
    """What a row shows."""
    return [str(model.index(row, n).data()) for n in range(model.columnCount())]


# ------------------------------------------------------------------ the phone


@pytest.mark.parametrize(
    ("key", "outcome"), [("1", "answered"), ("2", "busy"), ("3", "no_answer"),
                         ("Return", "answered")],
)  # fmt: skip
def test_a_call_is_noted_with_two_control_keys(
    receptionist: Receptionist, stocked: Store, key: str, outcome: str
) -> None:
    """F10 and a digit, wherever one is; the caret is back in the box."""
    receptionist.press("F10", key)
    assert calls(stocked) == [(outcome, "")]
    assert receptionist.control_keys == 2
    assert receptionist.focus() is receptionist.window.box


def test_a_note_is_optional_and_may_hold_digits(receptionist: Receptionist, stocked: Store) -> None:
    """Once something is typed digits are text; Alt and the digit pick."""
    receptionist.press("F10").types("asked for 205").press("Alt+3")
    assert calls(stocked) == [("no_answer", "asked for 205")]


def test_a_call_is_undone_with_one_key(receptionist: Receptionist, stocked: Store) -> None:
    """And Esc notes none at all."""
    receptionist.press("F10", "2", "Ctrl+Z", "F10", "Esc")
    assert calls(stocked) == []


def test_the_line_asks_for_text_again_afterwards(
    receptionist: Receptionist, stocked: Store
) -> None:
    """F7 after a call is a line without digits."""
    receptionist.press("F10", "1", "F7").types("2 windows").press("Return")
    assert calls(stocked) == [("answered", "")]
    rows = stocked.read().execute("SELECT text FROM gap").fetchall()
    assert rows == [("2 windows",)]


def test_the_calls_of_today(window: MainWindow, receptionist: Receptionist, stocked: Store) -> None:
    """Counted by what became of them; Del takes back what was noted by mistake."""
    receptionist.press("F10", "1", "F10", "2")
    window.commands.run("screen.phone")
    screen = window.stack.currentWidget()
    assert isinstance(screen, PhoneScreen)
    model = screen.list.model()
    assert isinstance(model, RowsModel)
    assert sorted(words(model, n)[1] for n in range(2)) == ["Answered", "Busy"]
    receptionist.press("Del")
    assert len(calls(stocked)) == 1
    assert model.rowCount() == 1


# ------------------------------------------------------------------ wrong ways


def stray(store: Store) -> None:
    """Somebody was sent to the water office, which had to send them on."""
    with store.write() as tx:
        slip = queue.send(tx, "a-1", reason="confirmed", now=NOW)
        ticket = queue.call_next(tx, slip.office_id, now=NOW)
        queue.wrong_office(tx, ticket.contact_id, "", "papers", note="the deed", now=NOW)
        contacts.close(tx, now=NOW)


def test_an_article_that_sends_people_wrong_is_one_key_away(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """How often, of how many, and why; Enter opens it at the desk."""
    stray(stocked)
    window.commands.run("screen.strays")
    screen = window.stack.currentWidget()
    assert isinstance(screen, StraysScreen)
    culprits, found = screen.culprits.model(), screen.bounces.model()
    assert isinstance(culprits, RowsModel)
    assert isinstance(found, RowsModel)
    assert words(culprits, 0)[:3] == ["1", "1", "Burst pipe in the street"]
    assert words(found, 0)[2] == "other papers were needed: the deed"
    receptionist.press("Return")
    assert window.stack.currentWidget() is window.desk
    assert window.desk.matter().article_id == "a-1"


def test_nobody_was_sent_wrong(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """An empty list does nothing on Enter."""
    window.commands.run("screen.strays")
    receptionist.press("Return")
    assert isinstance(window.stack.currentWidget(), StraysScreen)


def test_the_models_behave_as_qt_expects(
    window: MainWindow, receptionist: Receptionist, stocked: Store, qtmodeltester: ModelTester
) -> None:
    """Empty and filled, each model keeps Qt's contract."""
    stray(stocked)
    receptionist.press("F10", "2")
    place, db, since = window.place, stocked.read(), NOW - timedelta(days=1)
    for model, rows in (
        (CallsModel(place.theme, place.icons, place.wording), phone.on_day(db, NOW.date(), ZONE)),
        (CulpritsModel(place.theme, place.icons), bounces.articles_that_send_wrong(db, since)),
        (BouncesModel(place.theme, place.icons, place.wording),
         bounces.of_article(db, "a-1", since)),
    ):  # fmt: skip
        qtmodeltester.check(model)
        model.set_rows(rows)
        qtmodeltester.check(model)
        assert model.rowCount() == 1


# ------------------------------------------------------------------ left unhappy


def test_who_leaves_unhappy_is_rung_back(receptionist: Receptionist, stocked: Store) -> None:
    """The visit ends as unhappy with a promise about what was asked; undo withdraws it."""
    receptionist.types("pipe").press("Ctrl+Shift+Return")
    (promise,) = promises.still_open(stocked.read())
    assert promise.what == "Ring back: Burst pipe in the street"
    assert "tomorrow, 10:00" in receptionist.said() or "today, 10:00" in receptionist.said()
    (visit,) = contacts.visits(stocked.read(), NOW.date(), ZONE)
    assert visit.outcome == "unhappy"
    receptionist.press("Ctrl+Z")
    assert promises.still_open(stocked.read()) == []


def test_nobody_left(receptionist: Receptionist, stocked: Store) -> None:
    """Without a visitor nothing is promised."""
    receptionist.press("Ctrl+Shift+Return")
    assert promises.still_open(stocked.read()) == []
    assert "Nobody" in receptionist.said()


def test_who_waits_for_an_office_is_not_at_the_desk(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """The list of the day says where they are."""
    with stocked.write() as tx:
        queue.send(tx, "a-1", reason="confirmed", now=NOW)
        contacts.close(tx, now=NOW)
    receptionist.press("Ctrl+T")
    model = window.stack.currentWidget().visits.model()  # type: ignore[attr-defined]
    assert words(model, 0)[3] == "At an office"
