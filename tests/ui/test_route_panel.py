"""F3: a number in a few keys, the gate's offer on Enter, and no wasted walk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QWidget

from frontdesk import app
from frontdesk.core import contacts, offices, queue, routing
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.routing import Slip
from frontdesk.store.store import Store
from frontdesk.ui.commands import TABLE
from frontdesk.ui.printing import NO_PRINTER
from frontdesk.ui.screens.route.model import PapersModel
from frontdesk.ui.screens.route.screen import OWN_CONTROLS, RoutePanel
from frontdesk.ui.widgets.keyed_list import LinesModel
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.inline_jobs import HeldJobs
from tests.helpers.receptionist import Receptionist

MORNING = Office("mor", "MOR", "Registry", floor="1", room="3", hours="Mo-Fr 08:30-14:00")
AFTERNOON = Office("aft", "AFT", "Library", floor="2", hours="Mo-Fr 16:00-19:00")
DARK = Office("dar", "DAR", "Archive", floor="0")
PAPERS = ("Passport", "Contract", "Photograph")
ARTICLES = (
    Article("Residence permit", id="permit", lang="en", requirements=PAPERS, cost="0"),
    Article("Dog licence", id="dog", lang="en"),
    Article("Library card", id="card", lang="en"),
    Article("Library loan abroad", id="loan", lang="en", requirements=("Library card",)),
    Article("Old maps", id="maps", lang="en"),
    Article("Fishing permission", id="fish", lang="en"),
)
SERVED = (("permit", "mor"), ("dog", "mor"), ("card", "aft"), ("loan", "aft"), ("maps", "dar"))


@pytest.fixture
def stocked(store: Store) -> Store:
    """On this Monday at 10:30: the registry is open, the library later, the archive unknown."""
    with store.write() as tx:
        offices.put_many(tx, [MORNING, AFTERNOON, DARK], now=NOW)
        articles.put_many(tx, [articles.checked(article) for article in ARTICLES], now=NOW)
        offices.serve(tx, SERVED)
    return store


@pytest.fixture
def receptionist(window: MainWindow) -> Receptionist:
    """Somebody whose papers go into the data folder and to no printer of this machine."""
    window.place.settings.setValue("paper/printer", NO_PRINTER)
    return Receptionist(window)


def issued(store: Store) -> list[Slip]:
    """The slips of the day, the first one first."""
    return routing.issued_on(store.read(), NOW.date(), "Europe/Madrid")[::-1]


def printed(store: Store) -> list[str]:
    """The papers in the data folder."""
    return sorted(file.name for file in (store.folder / "papers").glob("*"))


def panel(window: MainWindow) -> RoutePanel:
    """The panel that is open."""
    assert isinstance(window.desk.panel, RoutePanel)
    return window.desk.panel


def papers_of(window: MainWindow) -> PapersModel:
    """The papers on screen."""
    models = [view.model() for view in panel(window).findChildren(QListView)]
    return next(model for model in models if isinstance(model, PapersModel))


def go(window: MainWindow) -> str:
    """What the panel says that Enter does."""
    buttons = panel(window).findChildren(QAbstractButton)
    return next(b.text() for b in buttons if b.property("primary") and b.isVisible())


def test_a_slip_takes_at_most_six_control_keys(receptionist: Receptionist, stocked: Store) -> None:
    """From the focused window: the words, F3, all papers, Enter; the row is in the database."""
    receptionist.types("permit").press("F3", "0", "Return")
    (slip,) = issued(stocked)
    assert (slip.article_id, slip.office_id, slip.papers) == ("permit", "mor", PAPERS)
    assert receptionist.control_keys <= 6


def test_it_is_on_paper_with_the_sixth_key(receptionist: Receptionist, stocked: Store) -> None:
    """Ctrl+P prints it, Enter is ready for the next visitor: still six."""
    receptionist.types("permit").press("F3", "0", "Return", "Ctrl+P", "Return")
    (slip,) = issued(stocked)
    assert printed(stocked) == [f"slip-{slip.number}-permit-2026-11-23.pdf"]
    assert receptionist.focus() is receptionist.window.box
    assert contacts.current(stocked.read()) is None
    assert receptionist.control_keys <= 6


def test_without_papers_two_keys_will_do(receptionist: Receptionist, stocked: Store) -> None:
    """Where nothing is to be brought, there is nothing to tick."""
    receptionist.types("dog").press("F3", "Return")
    assert [slip.article_id for slip in issued(stocked)] == ["dog"]


def test_the_number_is_told_and_can_be_taken_back(
    receptionist: Receptionist, stocked: Store
) -> None:
    """The line names number and office; undo annuls the slip and the panel is ready again."""
    receptionist.types("dog").press("F3", "Return")
    (slip,) = issued(stocked)
    assert slip.number in receptionist.said()
    assert "Registry, 1, 3" in receptionist.said()
    receptionist.press("Ctrl+Z")
    assert [slip.state for slip in issued(stocked)] == ["withdrawn"]
    receptionist.press("Return")
    assert [slip.state for slip in issued(stocked)] == ["withdrawn", "issued"]


def test_undo_still_works_after_printing(receptionist: Receptionist, stocked: Store) -> None:
    """The sentence about the printer does not take the way back along."""
    receptionist.types("dog").press("F3", "Return", "Ctrl+P", "Ctrl+Z")
    assert [slip.state for slip in issued(stocked)] == ["withdrawn"]


def test_enter_held_too_long_gives_one_number(receptionist: Receptionist, stocked: Store) -> None:
    """The second Enter is the next visitor's: it closes the panel and never doubles a slip."""
    receptionist.types("dog").press("F3", "Return", "Return")
    assert len(issued(stocked)) == 1
    assert receptionist.window.desk.panel is None


def test_digits_tick_and_untick(receptionist: Receptionist) -> None:
    """1 and 3 tick, 3 again unticks; what is left is counted."""
    receptionist.types("permit").press("F3").types("133")
    papers = papers_of(receptionist.window)
    assert papers.ticked == ("Passport",)


def test_space_ticks_the_paper_in_focus(receptionist: Receptionist) -> None:
    """Arrows walk, Space ticks: for more than nine papers, and for who prefers it."""
    receptionist.types("permit").press("F3", "Down", "Space")
    papers = papers_of(receptionist.window)
    assert papers.ticked == ("Contract",)


def test_missing_papers_are_printed_instead_of_a_slip(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Enter hands over the list: no number, no walk, and the visit was answered."""
    receptionist.types("permit").press("F3").types("1")
    assert go(receptionist.window) == "Print the papers still missing (Enter)"
    receptionist.press("Return")
    assert issued(stocked) == []
    assert printed(stocked) == ["papers-permit-2026-11-23.pdf"]
    contact = contacts.current(stocked.read())
    assert contact is not None
    assert contact.outcome == "answered"


def test_a_closed_office_gives_a_number_for_its_next_opening(
    receptionist: Receptionist, stocked: Store
) -> None:
    """The library opens at four: Enter takes that time, and the button has said so before."""
    receptionist.types("card").press("F3")
    assert "16:00" in go(receptionist.window) or "4:00" in go(receptionist.window)
    receptionist.press("Return")
    (slip,) = issued(stocked)
    assert (slip.for_at, slip.reason) == ("2026-11-23T15:00:00.000Z", "")


def test_what_is_missing_can_be_brought_until_the_office_opens(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Closed and incomplete: one number for later, with the missing paper on it."""
    receptionist.types("loan").press("F3", "Return")
    (slip,) = issued(stocked)
    assert (slip.missing, slip.reason) == (("Library card",), "")
    assert slip.for_at


def test_only_a_coded_reason_sends_somebody_all_the_same(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Ctrl+R and a digit; five control keys to a closed office without papers."""
    receptionist.types("loan").press("F3", "Ctrl+R", "5")
    (slip,) = issued(stocked)
    assert (slip.reason, slip.for_at) == ("insists", "")
    assert receptionist.control_keys <= 6


def test_unknown_hours_ask_for_a_reason_at_once(receptionist: Receptionist, stocked: Store) -> None:
    """There is no time to offer: Enter leads to the reasons, Esc back, and no slip without one."""
    receptionist.types("maps").press("F3", "Return", "Esc")
    assert issued(stocked) == []
    assert go(receptionist.window) == "Send all the same… (Enter)"
    receptionist.press("Return", "1")
    assert [slip.reason for slip in issued(stocked)] == ["confirmed"]


def test_where_no_office_serves_enter_says_so(receptionist: Receptionist, stocked: Store) -> None:
    """There is nowhere to send them: neither Enter nor a reason gives a number."""
    receptionist.types("fishing").press("F3", "Return")
    assert receptionist.said().startswith("No office gives this service here")
    receptionist.press("Ctrl+R", "1")
    assert issued(stocked) == []


def test_an_office_can_be_gone_to_without_an_article(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Who only asks for the registry gets a number for it."""
    receptionist.types("registry").press("F3", "Return")
    assert [(slip.article_id, slip.office_id) for slip in issued(stocked)] == [("", "mor")]


def test_nothing_asked_is_told_and_leaves_no_panel(receptionist: Receptionist) -> None:
    """F3 over an empty box says what to do, and the caret is in the box."""
    receptionist.press("F3")
    assert receptionist.said() == "Type what the visitor needs, then press F3."
    assert receptionist.window.desk.panel is None
    assert receptionist.focus() is receptionist.window.box


def test_the_next_question_closes_the_panel(receptionist: Receptionist) -> None:
    """After the number one simply types: nothing of the old question is left in the box."""
    receptionist.types("dog").press("F3", "Return").types("card")
    assert receptionist.window.box.text() == "card"
    assert receptionist.window.desk.panel is None


def test_a_visit_that_was_routed_stays_routed_when_it_is_over(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Ctrl+Enter after the number ends the visit; it is counted as routed, not as answered."""
    receptionist.types("dog").press("F3", "Return", "Ctrl+Return")
    (slip,) = issued(stocked)
    contact = contacts.get(stocked.read(), slip.contact_id)
    assert contact.outcome == "routed"
    assert contacts.current(stocked.read()) is None


def test_f3_again_starts_the_next_errand(receptionist: Receptionist, stocked: Store) -> None:
    """The same visitor needs it twice: a second slip on the same visit, under the same number."""
    receptionist.types("dog").press("F3", "Return", "F3", "Return")
    first, second = issued(stocked)
    assert first.id != second.id
    assert (first.number, first.contact_id) == (second.number, second.contact_id)


def test_the_visitors_language_is_one_key_away(receptionist: Receptionist, stocked: Store) -> None:
    """Ctrl+O prints the slip in the other language of the two."""
    receptionist.types("dog").press("F3", "Ctrl+O", "Return")
    paper = panel(receptionist.window).paper()
    assert paper is not None
    assert paper.lang == "es"
    assert "Su número" in paper.head


def test_a_legal_priority_is_one_key_away(receptionist: Receptionist, stocked: Store) -> None:
    """Ctrl+0 goes through those that the law knows; the ticket enters the queue with it."""
    with stocked.write() as tx:
        tx.execute("UPDATE site SET country = 'PE', rules = 'pe-private'")
    known = queue.priorities(stocked.read(), NOW)
    receptionist.types("dog").press("F3", "Ctrl+0", "Ctrl+0", "Return")
    (slip,) = issued(stocked)
    ticket = queue.find(stocked.read(), slip.contact_id)
    assert ticket is not None
    assert ticket.priority == known[1].code
    receptionist.press("Return").types("dog").press("F3", *["Ctrl+0"] * (len(known) + 1), "Return")
    ticket = queue.find(stocked.read(), issued(stocked)[-1].contact_id)
    assert ticket is not None
    assert ticket.priority == ""


def test_without_such_a_law_there_is_no_priority(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Nobody is put first by anything else: the key does nothing, and no button offers it."""
    receptionist.types("dog").press("F3", "Ctrl+0")
    shown = panel(receptionist.window).findChildren(QAbstractButton)
    assert not any("Ctrl+0" in button.text() for button in shown if button.isVisible())
    receptionist.press("Return")
    ticket = queue.find(stocked.read(), issued(stocked)[0].contact_id)
    assert ticket is not None
    assert ticket.priority == ""


def test_the_panels_own_keys_mean_nothing_else() -> None:
    """A key of the command table would never reach the panel."""
    own = {QKeySequence(Qt.Modifier.CTRL | key).toString() for key in OWN_CONTROLS}
    assert not own & {key for command in TABLE for key in command.keys}


@pytest.fixture
def slow(stocked: Store, qapp: QApplication) -> Iterator[tuple[Receptionist, HeldJobs]]:
    """A window whose work can be held back."""
    app.application()
    jobs = HeldJobs(stocked, lambda: NOW)
    window = app.build_window(stocked, jobs)
    window.start()
    window.activateWindow()
    qapp.processEvents()
    window.place.settings.setValue("paper/printer", NO_PRINTER)
    yield Receptionist(window), jobs
    jobs.release()
    window.close()
    window.deleteLater()
    qapp.processEvents()


def test_keys_pressed_while_everything_is_slow_all_land(
    slow: tuple[Receptionist, HeldJobs], stocked: Store
) -> None:
    """Words, F3, three ticks, Enter and Ctrl+P before anything was found: slip and paper come."""
    receptionist, jobs = slow
    jobs.holds = True
    receptionist.types("permit").press("F3").types("123").press("Return", "Ctrl+P")
    assert issued(stocked) == []
    jobs.release()
    (slip,) = issued(stocked)
    assert slip.papers == PAPERS
    assert printed(stocked) == [f"slip-{slip.number}-permit-2026-11-23.pdf"]


def test_f3_never_routes_what_was_on_screen_before(
    slow: tuple[Receptionist, HeldJobs], stocked: Store
) -> None:
    """A new question, and F3 before its results: the words count, not the article still shown."""
    receptionist, jobs = slow
    receptionist.types("permit").press("Ctrl+K")
    jobs.holds = True
    receptionist.types("dog").press("F3", "Return")
    jobs.release()
    assert [slip.article_id for slip in issued(stocked)] == ["dog"]


def test_all_that_takes_focus_has_a_name(receptionist: Receptionist) -> None:
    """A screen reader says what each list and button of the panel is, and which digit ticks."""
    receptionist.types("permit").press("F3")
    route = panel(receptionist.window)
    focusable = [
        widget
        for widget in (route, *route.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt")
    ]
    nameless = [
        type(widget).__name__
        for widget in focusable
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert focusable
    assert nameless == []
    papers = papers_of(receptionist.window)
    assert papers.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "2. Contract"


@pytest.mark.parametrize("model", [LinesModel(), PapersModel()])
def test_the_models_keep_qts_rules(model: QAbstractListModel, qtmodeltester) -> None:
    """Rows, parents and data are consistent, filled and empty."""
    model.set_rows(PAPERS)
    qtmodeltester.check(model)
    model.set_rows(())
    qtmodeltester.check(model)


def test_a_paper_is_ticked_through_the_model(tmp_path: Path) -> None:
    """What a screen reader or a click sets is what the form reads."""
    papers = PapersModel()
    papers.set_rows(PAPERS)
    assert papers.setData(papers.index(1), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert (papers.ticked, papers.missing) == (("Contract",), ("Passport", "Photograph"))
    papers.toggle_all()
    assert papers.missing == ()
    papers.toggle_all()
    assert papers.ticked == ()
