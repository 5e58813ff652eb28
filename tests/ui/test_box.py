"""One box for all nouns by keys: what is exact comes first, and each choice is learnt."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from frontdesk.core import complaints, people, search, voice
from frontdesk.core.people import Person
from frontdesk.store.store import Store
from frontdesk.ui.screens.cases.screen import CasesScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

TOLD = "The clerk shouted at Berta Ruiz"


@pytest.fixture
def folio(stocked: Store) -> str:
    """A complaint on record, with personal data in its text."""
    with stocked.write() as tx:
        return complaints.file(tx, TOLD, name="Berta Ruiz", office="REG", now=NOW).folio


def nouns(window: MainWindow) -> list[str]:
    """The nouns in the list, in its order."""
    model = window.desk.model
    found = (model.row(n) for n in range(model.rowCount()))
    return [row.noun for row in found if row]


def times_chosen(store: Store) -> dict[tuple[str, str], int]:
    """How often what was chosen for which words."""
    return {
        (query, doc_id): times
        for query, doc_id, times in store.read().execute(
            "SELECT query, id, times FROM search_choice"
        )
    }


def test_a_folio_shows_how_the_case_stands(
    window: MainWindow, receptionist: Receptionist, folio: str
) -> None:
    """State, days left and office beside it, and nothing of who complains of what."""
    receptionist.types(folio)
    assert nouns(window)[0] == "complaint"
    pane = window.desk.right.shown()
    words = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert {folio, "Received", "Registro Civil"} <= set(words)
    assert any("left" in word for word in words)
    assert not any("Berta" in word or "shouted" in word for word in words)


def test_enter_opens_a_folio_among_the_complaints(
    window: MainWindow, receptionist: Receptionist, folio: str, stocked: Store
) -> None:
    """That case alone is on the board, a closed one too; Esc shows all again."""
    with stocked.write() as tx:
        complaints.file(tx, "Another", now=NOW)
    receptionist.types(folio).press("Return")
    board = window.stack.currentWidget()
    assert isinstance(board, CasesScreen)
    assert board.list.model().rowCount() == 1
    assert board.list.current().folio == folio


def test_all_nouns_come_with_their_signs(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """Office, person, article and command, each told by its picture and its word."""
    with stocked.write() as tx:
        people.put_many(tx, [people.checked(Person("p-1", "PQ", "Pilar Queue"))], now=NOW)
    icons = {}
    for typed in ("registro civil", "pilar", "burst pipe", "dark colours"):
        receptionist.press("Ctrl+K").types(typed)
        row = window.desk.model.row(0)
        assert row is not None
        icons[row.noun] = (row.icon, bool(row.under))
    assert len({icon for icon, _ in icons.values()}) == len(icons) == 4
    assert all(told for _, told in icons.values())


def test_a_command_leaves_no_answer_beside_it(
    window: MainWindow, receptionist: Receptionist
) -> None:
    """What stood there answered other words."""
    receptionist.types("pipe")
    assert window.desk.right.answer is not None
    receptionist.press("Ctrl+K").types("dark colours")
    assert window.desk.right.answer is None


def test_an_exact_name_stands_before_a_command_of_that_name(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """And a command that is named in full stands before what merely resembles it."""
    with stocked.write() as tx:
        people.put_many(tx, [people.checked(Person("p-1", "Q", "Queue"))], now=NOW)
        people.put_many(tx, [people.checked(Person("p-2", "P", "Pilar Queue"))], now=NOW)
    receptionist.types("queue")
    assert nouns(window)[:3] == ["person", "command", "person"]


def test_two_choices_bring_a_hit_to_the_front(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """For the same words; and a command forgets them all."""
    receptionist.types("agua")
    first = window.desk.model.row(0)
    assert first is not None
    receptionist.press("Ctrl+K").types("civil")
    chosen = window.desk.model.row(0)
    assert chosen is not None
    with stocked.write() as tx:
        for _ in range(2):
            search.chosen(tx, "agua", chosen.noun, chosen.id, NOW)
    receptionist.press("Ctrl+K").types("agua")
    assert nouns(window)[0] == chosen.noun
    assert window.desk.model.row(0).id == chosen.id  # type: ignore[union-attr]
    window.commands.run("search.forget")
    receptionist.press("Ctrl+K").types("agua")
    assert window.desk.model.row(0).id == first.id  # type: ignore[union-attr]
    assert times_chosen(stocked) == {}


def test_forgetting_can_be_undone(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """As everything that a command does."""
    with stocked.write() as tx:
        search.chosen(tx, "agua", "office", "o-1", NOW)
    window.commands.run("search.forget")
    assert times_chosen(stocked) == {}
    receptionist.press("Ctrl+Z")
    assert times_chosen(stocked) == {("agua", "o-1"): 1}


@pytest.mark.parametrize("key", ["Return", "Ctrl+C", "F3", "F11"])
def test_whatever_is_done_with_a_hit_is_a_choice(
    receptionist: Receptionist, stocked: Store, key: str
) -> None:
    """Taken, copied, routed or shown to the visitor."""
    receptionist.types("pipe").press(key)
    assert times_chosen(stocked) == {("pipe", "a-1"): 1}


def test_one_question_is_one_choice(receptionist: Receptionist, stocked: Store) -> None:
    """Enter and then the slip are one visitor's, not two."""
    receptionist.types("pipe").press("Ctrl+C", "Return", "F3")
    assert times_chosen(stocked) == {("pipe", "a-1"): 1}


def test_looking_through_the_results_chooses_nothing(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Nor does a complaint that begins while some article happens to be on screen."""
    receptionist.types("pipe").press("Down", "Up", "F4", "Esc")
    assert times_chosen(stocked) == {}


def test_no_hit_offers_the_nearest_words_by_a_key(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """What was understood stays, the wrong word gives way, and F8 notes what is missing."""
    receptionist.types("xtzreelt")
    assert nouns(window) == ["word"] * len(nouns(window)) != []
    assert window.desk.model.row(0).title == "street"  # type: ignore[union-attr]
    words = [label.text() for label in window.desk.right.shown().findChildren(QLabel)]
    assert any("Alt+1\N{NO-BREAK SPACE}street" in word for word in words)
    receptionist.press("Alt+1")
    assert window.box.text() == "street"
    assert nouns(window)[0] == "article"
    receptionist.press("Ctrl+K").types("xqzwk").press("F8", "Return")
    assert [gap.query for gap in voice.still_open(stocked.read())] == ["xqzwk"]


def test_what_is_typed_on_another_screen_is_a_new_question(
    window: MainWindow, receptionist: Receptionist
) -> None:
    """The old one is typed over, not added to."""
    receptionist.types("licencia")
    window.commands.run("screen.today")
    receptionist.types("agua")
    assert window.box.text() == "agua"
