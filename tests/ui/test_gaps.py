"""The gaps, with keys only: what is missing is seen, and each deed is one digit."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.base.clock import iso
from frontdesk.core import contacts, gaps, voice
from frontdesk.core.knowledge import articles
from frontdesk.core.search import house_synonyms
from frontdesk.store.store import Store
from frontdesk.ui.screens.gaps.model import GapsModel
from frontdesk.ui.screens.gaps.screen import GapsScreen
from frontdesk.ui.widgets.table import RowsModel
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

SINCE = iso(NOW - timedelta(days=90))


@pytest.fixture
def screen(window: MainWindow, receptionist: Receptionist, stocked: Store) -> GapsScreen:
    """The screen over a house in which two things are missing, one of them in two words."""
    for words in ("flooded cellar", "cellar flooded"):
        with stocked.write() as tx:
            contacts.note(tx, "looked_up", label=words, now=NOW)
            contacts.close(tx, outcome="not_found", now=NOW)
    with stocked.write() as tx:
        voice.not_found(tx, "football", at_desk=False, now=NOW)
    receptionist.press("Ctrl+G")
    shown = window.stack.currentWidget()
    assert isinstance(shown, GapsScreen)
    return shown


def words(screen: GapsScreen, row: int) -> list[str]:
    """What a row of the list shows."""
    model = screen.list.model()
    assert isinstance(model, RowsModel)
    return [cell.text for cell in model.cells(model.row(row))]


def closing(store: Store) -> gaps.Closing | None:
    """What was done about the gap in hand, the one that was noted with F8."""
    return {gap.id: gap for gap in gaps.gaps(store.read(), SINCE)}["football"].closing


def test_questions_that_ask_the_same_are_one_row(screen: GapsScreen) -> None:
    """What was marked on purpose first; how often, in which words, when last."""
    assert words(screen, 0) == ["1", "football", "23 Nov 2026", "Open"]
    assert words(screen, 1)[0] == "2"
    assert words(screen, 1)[1] in {"flooded cellar", "cellar flooded"}


def test_one_digit_begins_the_article(
    screen: GapsScreen, window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """A draft with the words opens in the editor; the gap is in hand meanwhile."""
    receptionist.press("1")
    done = closing(stocked)
    assert done
    draft = articles.get(stocked.read(), done.article_id)
    assert draft
    assert (draft.title, draft.state) == ("Football", "draft")
    assert window.stack.currentWidget() is not screen
    receptionist.press("Ctrl+G")
    assert words(screen, 1)[3] == "Being written"


def test_a_gap_is_written_published_found_and_closed(
    screen: GapsScreen, window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """From what nobody could answer to the next visitor who is answered, without a mouse."""
    receptionist.press("1", "Tab").types("On Sundays at ten.").press("Ctrl+Shift+Return")
    done = closing(stocked)
    assert done
    assert articles.state(stocked.read(), done.article_id) == "published"
    window.place.jobs.now = lambda: NOW + timedelta(hours=1)
    receptionist.press("Ctrl+K").types("football").press("Return", "Ctrl+Return")
    receptionist.press("Ctrl+G")
    row = next(n for n in range(2) if words(screen, n)[1] == "football")
    assert words(screen, row)[3] == "Closed: found and chosen"


def test_a_synonym_takes_a_digit_and_a_word(
    screen: GapsScreen, receptionist: Receptionist, stocked: Store
) -> None:
    """The empty answer is refused beside its field; undo takes the synonym back."""
    receptionist.press("2", "Return")
    assert screen.line.error.text()
    receptionist.types("burst pipe").press("Return")
    assert house_synonyms(stocked.read()) == ["football > burst pipe"]
    assert "football" in receptionist.said()
    receptionist.press("Ctrl+Z")
    assert house_synonyms(stocked.read()) == []
    assert words(screen, 0)[3] == "Open"


def test_an_article_is_linked_by_what_the_box_finds(
    screen: GapsScreen, receptionist: Receptionist, stocked: Store
) -> None:
    """A few words of its title, and Enter; Esc leaves the question first."""
    receptionist.press("3").types("burst").press("Esc")
    assert closing(stocked) is None
    receptionist.press("3").types("burst").press("Return")
    stored = articles.get(stocked.read(), "a-1")
    assert stored
    assert stored.keywords == "football"
    done = closing(stocked)
    assert done
    assert done.article_id == "a-1"


def test_a_gap_is_dismissed_with_a_reason_and_opened_again(
    screen: GapsScreen, receptionist: Receptionist, stocked: Store
) -> None:
    """It goes to the end of the list, and back; the next gap is in hand at once."""
    receptionist.press("4").types("not ours").press("Return")
    assert words(screen, 1)[3] == "Dismissed"
    assert screen.list.currentIndex().row() == 0
    receptionist.press("Down", "5")
    assert closing(stocked) is None
    assert words(screen, 0)[3] == "Open"


def test_enter_asks_the_box(
    screen: GapsScreen, window: MainWindow, receptionist: Receptionist
) -> None:
    """One sees what a receptionist sees."""
    receptionist.press("Return")
    assert window.box.text() == "football"
    assert window.stack.currentWidget() is window.desk


def test_an_answer_that_did_not_help_is_noted_from_the_desk(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """By its name in the box or the palette; undo takes it back."""
    receptionist.types("burst pipe")
    window.commands.run("voice.not_helped")
    [gap] = gaps.gaps(stocked.read(), SINCE)
    assert (gap.counts, gap.article_id, gap.id) == ({"not_helped": 1}, "a-1", "burst pipe")
    receptionist.press("Ctrl+Z")
    assert gaps.gaps(stocked.read(), SINCE) == []


def test_the_model_behaves_as_qt_expects(
    window: MainWindow, screen: GapsScreen, stocked: Store, qtmodeltester: object
) -> None:
    """Empty and filled."""
    place = window.place
    model = GapsModel(place.theme, place.icons, place.wording)
    for rows in ([], gaps.gaps(stocked.read(), SINCE)):
        model.set_rows(rows)
        qtmodeltester.check(model)  # type: ignore[attr-defined]
