"""F6: each step of the queue is one key, for one's own office and on behalf of another."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.modeltest import ModelTester

from frontdesk.core import bounces, contacts, drafts, offices, queue, routing, rules, stages
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.core.queue import Ticket
from frontdesk.store.store import Store
from frontdesk.ui.screens.queue.model import QueueModel
from frontdesk.ui.screens.queue.screen import SETTING, QueueScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

OFFICES = (
    Office("reg", "REG", "Registry", floor="1", room="3", hours="Mo-Fr 08:30-14:00"),
    Office("till", "TILL", "Till", hours="Mo-Fr 08:30-14:00"),
    Office("night", "NIG", "Night office", hours="Mo-Fr 20:00-23:00"),
)
PERMIT = Article(
    "Permit", id="permit", lang="en", steps=(Step("reg", "Ask", 5), Step("till", "Pay", 5))
)


@pytest.fixture
def stocked(store: Store) -> Store:
    """A registry and a till that are open now, and an office that opens at night."""
    with store.write() as tx:
        offices.put_many(tx, OFFICES, now=NOW)
        articles.put_many(tx, [articles.checked(PERMIT)], now=NOW)
    return store


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """The window of a desk that calls for the registry."""
    window.place.settings.setValue(SETTING, "reg")
    return window


def waits(store: Store, count: int = 1, *, ago: int = 10, office: str = "") -> list[str]:
    """Let visitors come with the permit and wait; return their numbers."""
    numbers = []
    with store.write() as tx:
        for n in range(count):
            at = NOW - timedelta(minutes=ago, seconds=-n)
            slip = queue.send(tx, "" if office else "permit", office, now=at)
            contacts.close(tx, now=at)
            numbers.append(slip.number)
    return numbers


def screen(window: MainWindow) -> QueueScreen:
    """The queue, which must be on show."""
    shown = window.stack.currentWidget()
    assert isinstance(shown, QueueScreen)
    return shown


def ticket(store: Store, number: str) -> Ticket:
    """The ticket that bears a number."""
    found = queue.numbered(store.read(), number)
    assert found, number
    return found


def words(window: MainWindow, row: int) -> list[str]:
    """What a row of the list shows."""
    model = screen(window).model
    return [str(model.index(row, n).data()) for n in range(model.columnCount())]


def test_calling_the_next_is_one_key(receptionist: Receptionist, stocked: Store) -> None:
    """1 calls whose turn it is; who is called is then in hand."""
    first, _ = waits(stocked, 2)
    receptionist.press("F6")
    keys = receptionist.control_keys
    receptionist.press("1")
    assert receptionist.control_keys - keys == 1
    assert ticket(stocked, first).state == "called"
    assert screen(receptionist.window).list.current().number == first
    assert first in receptionist.said()


def test_enter_alone_serves_one_after_the_other(receptionist: Receptionist, stocked: Store) -> None:
    """Call, is here, done, and the next one is called: each time it is what comes next."""
    first, second = waits(stocked, 2)
    receptionist.press("F6", "Return", "Return", "Return")
    assert queue.numbered(stocked.read(), first) is None
    receptionist.press("Return")
    assert ticket(stocked, second).state == "called"


def test_who_is_on_hold_does_not_stand_in_the_way(
    receptionist: Receptionist, stocked: Store
) -> None:
    """After the next one is done Enter calls on; the one on hold is still at hand."""
    first, second, third = waits(stocked, 3)
    receptionist.press("F6", "1", "3", "7", "1", "3", "4")
    assert ticket(stocked, first).state == "held"
    assert queue.numbered(stocked.read(), second) is None
    receptionist.press("Return")
    assert ticket(stocked, third).state == "called"


def test_a_key_held_down_is_one_wish(receptionist: Receptionist, stocked: Store) -> None:
    """Enter that repeats by itself calls nobody and serves nobody."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    (number,) = waits(stocked)
    receptionist.press("F6")
    for _ in range(3):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
        )
        QApplication.sendEvent(receptionist.focus(), event)
    assert ticket(stocked, number).state == "waiting"


@pytest.mark.parametrize(
    ("keys", "state", "stage"),
    [("13", "serving", "service"), ("12", "called", "walk"), ("137", "held", "hold"),
     ("1377", "serving", "service")],
)  # fmt: skip
def test_one_key_each(
    receptionist: Receptionist, stocked: Store, keys: str, state: str, stage: str
) -> None:
    """Digits keep their meaning: 2 recalls, 3 is here, 7 holds and goes on."""
    (number,) = waits(stocked)
    receptionist.press("F6", *keys)
    found = ticket(stocked, number)
    assert found.state == state
    assert stages.every(stocked.read(), found.contact_id)[-1].what == stage


@pytest.mark.parametrize(("keys", "ended"), [("18", "no_show"), ("9", "left"), ("134", "done")])
def test_one_key_ends_it(receptionist: Receptionist, stocked: Store, keys: str, ended: str) -> None:
    """8 did not come, 9 has left, 4 is done: the visit is over and counted as that."""
    (number,) = waits(stocked)
    contact_id = ticket(stocked, number).contact_id
    receptionist.press("F6", *keys)
    assert [errand.ended for errand in stages.errands(stocked.read(), contact_id)] == [ended]
    assert contacts.get(stocked.read(), contact_id).closed_at


def test_a_recall_is_heard_again(receptionist: Receptionist, stocked: Store) -> None:
    """The call screen is told of it a second time."""
    waits(stocked)
    receptionist.press("F6", "1", "2")
    assert [call.times for call in queue.calls(stocked.read(), 5)] == [2]


@pytest.mark.parametrize("key", ["2", "3", "4", "5", "6", "7", "8"])
def test_a_key_that_means_nothing_now_says_what_does(
    receptionist: Receptionist, stocked: Store, key: str
) -> None:
    """Nothing happens to who waits, and a sentence tells what comes first."""
    (number,) = waits(stocked)
    receptionist.press("F6", key)
    assert ticket(stocked, number).state == "waiting"
    assert number in receptionist.said()


def test_nobody_waits(receptionist: Receptionist, stocked: Store) -> None:
    """It is said by the list and by the key."""
    receptionist.press("F6", "Return")
    assert "Registry" in receptionist.said()
    receptionist.press("9")
    assert "1 calls the next" in receptionist.said()


def test_the_wrong_office_takes_where_and_why_by_keys(
    receptionist: Receptionist, stocked: Store
) -> None:
    """5, the office, the reason: the number stays, and the article has one more bounce."""
    (number,) = waits(stocked)
    receptionist.press("F6", "1", "5", "2", "1")
    moved = ticket(stocked, number)
    assert (moved.office_id, moved.state) == ("till", "waiting")
    (found,) = bounces.of_article(stocked.read(), "permit", NOW - timedelta(days=1))
    assert (found.why, found.to_name, found.kind) == ("other_office", "Till", "wrong_office")
    assert receptionist.focus() is screen(receptionist.window).list


def test_back_to_the_desk_and_something_else(receptionist: Receptionist, stocked: Store) -> None:
    """The last reason asks for words; the errand is over then."""
    (number,) = waits(stocked)
    receptionist.press("F6", "1", "5", "1", "5").types("Nobody knows").press("Ctrl+Return")
    (found,) = bounces.of_article(stocked.read(), "permit", NOW - timedelta(days=1))
    assert (found.why, found.note, found.to_name) == ("other", "Nobody knows", "")
    assert queue.numbered(stocked.read(), number) is None


def test_a_transfer_takes_the_story_along(receptionist: Receptionist, stocked: Store) -> None:
    """The next step of the article stands first; the number and what was told go along."""
    (number,) = waits(stocked)
    receptionist.press("F6", "1", "3", "6", "1").types("Lost the form").press("Ctrl+Return")
    moved = ticket(stocked, number)
    assert (moved.office_id, moved.number) == ("till", number)
    assert stages.errands(stocked.read(), moved.contact_id)[0].story == "Lost the form"
    assert stages.errands(stocked.read(), moved.contact_id)[0].strayed == 0


def test_an_office_is_found_by_a_few_letters(receptionist: Receptionist, stocked: Store) -> None:
    """Whatever its place in the list."""
    (number,) = waits(stocked)
    receptionist.press("F6", "1", "3", "6").types("till").press("Return", "Ctrl+Return")
    assert ticket(stocked, number).office_id == "till"


def test_a_shut_office_needs_a_coded_reason(receptionist: Receptionist, stocked: Store) -> None:
    """The refusal is shown with the reasons; without one nothing happens, Esc climbs back."""
    (number,) = waits(stocked)
    receptionist.press("F6", "1", "3", "6").types("night").press("Return", "Ctrl+Return")
    assert ticket(stocked, number).office_id == "reg"
    receptionist.press("1")
    assert ticket(stocked, number).office_id == "night"


def test_the_story_is_kept_as_a_draft(receptionist: Receptionist, stocked: Store) -> None:
    """Esc leaves it, the same key goes on with it; another visitor has a story of their own."""
    waits(stocked)
    receptionist.press("F6", "1", "3", "6", "1").types("Lost the form").press("Esc", "Esc")
    assert screen(receptionist.window).sending.isHidden()
    contact_id = screen(receptionist.window).list.current().contact_id
    assert drafts.load(stocked.read(), f"queue.{contact_id}") == {"text": "Lost the form"}
    receptionist.press("6", "1", "Ctrl+Return")
    assert stages.errands(stocked.read(), contact_id)[0].story == "Lost the form"
    assert drafts.load(stocked.read(), f"queue.{contact_id}") == {}


def test_the_office_is_asked_once_and_remembered(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Without one it is asked for; those at which somebody waits stand first."""
    settings = receptionist.window.place.settings
    settings.setValue(SETTING, "")
    waits(stocked, office="till")
    receptionist.press("F6", "1")
    assert settings.value(SETTING) == "till"
    receptionist.press("1")
    assert queue.at_office(stocked.read(), "till", now=NOW)


def test_the_reception_calls_on_behalf_of_another_office(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Ctrl+O and a few letters; the rest is as at one's own."""
    (number,) = waits(stocked, office="till")
    receptionist.press("F6", "Ctrl+O").types("till").press("Return", "1")
    assert ticket(stocked, number).state == "called"


def test_a_remembered_office_that_is_gone_is_asked_for(
    receptionist: Receptionist, stocked: Store
) -> None:
    """A desk that was moved does not stand before an empty list."""
    receptionist.window.place.settings.setValue(SETTING, "gone")
    receptionist.press("F6")
    assert isinstance(receptionist.focus(), QLineEdit)


def test_a_slip_lets_in_again(receptionist: Receptionist, stocked: Store) -> None:
    """Who did not come shows the slip: its number, also without the letters, is enough."""
    (number,) = waits(stocked)
    receptionist.press("F6", "1", "8", "+").types(number.split("-")[-1].lstrip("0"))
    receptionist.press("Return")
    assert ticket(stocked, number).state == "waiting"
    receptionist.press("+").types("nonsense").press("Return")
    assert not screen(receptionist.window).slip.error.isHidden()
    receptionist.press("Esc")
    assert screen(receptionist.window).slip.isHidden()


@pytest.mark.parametrize("keys", ["18", "9", "134"])
def test_the_last_key_at_a_ticket_can_be_undone(
    receptionist: Receptionist, stocked: Store, keys: str
) -> None:
    """Ctrl+Z brings the visitor back to where they were, before those who came later."""
    first, _ = waits(stocked, 2)
    receptionist.press("F6", *keys[:-1])
    before = ticket(stocked, first)
    receptionist.press(keys[-1])
    assert queue.numbered(stocked.read(), first) is None or keys == "134"
    receptionist.press("Ctrl+Z")
    assert ticket(stocked, first) == before
    assert first in receptionist.said()
    assert words(receptionist.window, 0)[0] == first


def test_priority_has_a_sign_and_a_word(receptionist: Receptionist, stocked: Store) -> None:
    """0 gives a priority of the country's law; nobody is put first by anything else."""
    first, second = waits(stocked, 2)
    receptionist.press("F6", "0")
    assert "no priority" in receptionist.said()
    with stocked.write() as tx:
        tx.execute("UPDATE site SET country = 'PE', rules = 'pe-private'")
    known = queue.priorities(stocked.read(), NOW)
    assert known, rules
    receptionist.press("F2", "F6", "Down", "0", "1")
    model = screen(receptionist.window).model
    assert words(receptionist.window, 0)[0] == second
    assert words(receptionist.window, 0)[4] == known[0].name.en
    assert not model.index(0, 4).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert words(receptionist.window, 1)[0] == first


def test_letters_go_to_the_box(receptionist: Receptionist, stocked: Store) -> None:
    """The next question needs no key to get back to the desk."""
    waits(stocked)
    receptionist.press("F6").types("p")
    assert receptionist.window.box.text() == "p"


def test_a_slip_of_f3_appears_by_itself(receptionist: Receptionist, stocked: Store) -> None:
    """Issued at the desk, it stands in the queue of its office; undone, it does not."""
    receptionist.types("permit").press("F3", "Return")
    (slip,) = routing.issued_on(stocked.read(), NOW.date(), "Europe/Madrid")
    receptionist.press("F6")
    assert words(receptionist.window, 0)[:2] == [slip.number, "Waiting"]
    receptionist.press("Ctrl+Z")
    assert screen(receptionist.window).model.rowCount() == 0


def test_five_hundred_waiting_cost_no_more_than_what_is_on_screen(
    receptionist: Receptionist, stocked: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows are worded when they are painted: the work of the window does not grow with the hall."""
    worded: list[str] = []
    original = QueueModel.worded

    def counted(model: QueueModel, row: queue.Row) -> object:
        worded.append(row.id)
        return original(model, row)

    monkeypatch.setattr(QueueModel, "worded", counted)
    waits(stocked, 500)
    receptionist.press("F6")
    QApplication.processEvents()
    assert screen(receptionist.window).model.rowCount() == 500
    worded.clear()
    receptionist.press("1")
    QApplication.processEvents()
    height = screen(receptionist.window).list.verticalHeader().defaultSectionSize()
    visible = screen(receptionist.window).list.viewport().height() // height + 2
    assert 0 < len(worded) <= 4 * visible


def test_the_model_keeps_qt_s_contract(
    window: MainWindow, stocked: Store, qtmodeltester: ModelTester
) -> None:
    """Empty and filled."""
    place = window.place
    model = QueueModel(place.theme, place.icons, place.wording, lambda: NOW)
    qtmodeltester.check(model)
    waits(stocked, 3)
    model.set_rows(queue.waiting(stocked.read(), "reg", now=NOW))
    qtmodeltester.check(model)
    assert model.rowCount() == 3


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_targets_and_names(receptionist: Receptionist, stocked: Store, scale: float) -> None:
    """What can be pressed is at least 24 pixels high and has a name for who does not see it."""
    window = receptionist.window
    waits(stocked, 2)
    window.place.theme.apply("light", scale)
    for keys in (("F6",), ("1",), ("3",), ("6",), ("Esc", "+"), ("Esc", "Ctrl+O")):
        receptionist.press(*keys)
        QApplication.processEvents()
        targets = [
            widget
            for kind in (QAbstractButton, QLineEdit)
            for widget in screen(window).findChildren(kind)
            if widget.isVisible()
        ]
        assert targets
        assert [w for w in targets if w.height() < 24] == []
        assert [w for w in targets if not (w.accessibleName() or w.text())] == []
    window.place.theme.apply("light", 1.0)
