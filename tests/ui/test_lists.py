"""Today and the open complaints: lists worked by keys, each step undone with one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester

from frontdesk.core import complaints, contacts, drafts, promises
from frontdesk.core.complaints import Complaint, board
from frontdesk.core.promises import Promise
from frontdesk.store.store import Store
from frontdesk.ui import due
from frontdesk.ui.screens.cases.model import CasesModel
from frontdesk.ui.screens.cases.screen import CasesScreen
from frontdesk.ui.screens.today.model import PromisesModel, VisitsModel
from frontdesk.ui.screens.today.screen import TodayScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

EARLIER = NOW - timedelta(days=60)


def promised(store: Store, what: str, days: int) -> Promise:
    """A promise that is due some days from now."""
    with store.write() as tx:
        made = NOW - timedelta(days=30)
        return promises.make(tx, what, due_at=NOW + timedelta(days=days), now=made)


def filed(store: Store, text: str = "No answer", **more: str) -> Complaint:
    """A case on record since long ago."""
    with store.write() as tx:
        return complaints.file(tx, text, **more, now=EARLIER)  # type: ignore[arg-type]


def today(window: MainWindow) -> TodayScreen:
    """The screen of the day, which must be the one on show."""
    screen = window.stack.currentWidget()
    assert isinstance(screen, TodayScreen)
    return screen


def cases(window: MainWindow) -> CasesScreen:
    """The list of cases, which must be on show."""
    screen = window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    return screen


def words(model: QAbstractTableModel, row: int) -> list[str]:
    """What a row shows."""
    return [str(model.index(row, n).data()) for n in range(model.columnCount())]


# ------------------------------------------------------------------ today


def test_the_day_opens_on_what_is_due(receptionist: Receptionist, stocked: Store) -> None:
    """The soonest first; a late one has a sign and the word for it."""
    promised(stocked, "Later", 2)
    promised(stocked, "Overdue", -1)
    receptionist.press("Ctrl+T")
    model = today(receptionist.window).promises.model()
    assert [words(model, n)[1] for n in range(2)] == ["Overdue", "Later"]
    assert words(model, 0)[0].startswith("late: yesterday")
    assert not model.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.index(1, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_the_first_page_names_what_is_due_today(receptionist: Receptionist, stocked: Store) -> None:
    """A promise made for today stands on the desk's first page; kept, it goes."""
    window = receptionist.window
    jobs = window.place.jobs
    jobs.write(window, promises.make, "Ring", due_at=NOW + timedelta(hours=2))
    window.commands.run("window.desk")
    window.desk.show_first_page()
    chips = [label for label in window.desk.findChildren(QLabel) if "Ctrl+T" in label.text()]
    assert [chip.isVisible() for chip in chips] == [True]
    jobs.write(window, promises.settle, promises.still_open(stocked.read())[0].id, "kept")
    window.desk.show_first_page()
    assert [chip.isVisible() for chip in chips] == [False]


def test_enter_keeps_a_promise_and_undo_opens_it_again(
    receptionist: Receptionist, stocked: Store
) -> None:
    """One key each; the list follows."""
    promise = promised(stocked, "Ring back", 0)
    receptionist.press("Ctrl+T", "Return")
    assert promises.get(stocked.read(), promise.id).state == "kept"
    assert today(receptionist.window).promises.model().rowCount() == 0
    receptionist.press("Ctrl+Z")
    assert promises.still_open(stocked.read()) == [promise]
    assert today(receptionist.window).promises.model().rowCount() == 1


def test_a_broken_promise_needs_its_reason(receptionist: Receptionist, stocked: Store) -> None:
    """Del asks for it; without one it is refused on the spot, Esc leaves all as it was."""
    promise = promised(stocked, "Ring back", 0)
    receptionist.press("Ctrl+T", "Del", "Return")
    screen = today(receptionist.window)
    assert not screen.reason.error.isHidden()
    receptionist.press("Esc")
    assert screen.reason.isHidden()
    receptionist.press("Del").types("Nobody answered").press("Return")
    settled = promises.get(stocked.read(), promise.id)
    assert (settled.state, settled.reason) == ("broken", "Nobody answered")


def test_visitors_of_the_day_are_initials(receptionist: Receptionist, stocked: Store) -> None:
    """Time, what was asked, what came of it; no name for somebody beside the desk to read."""
    with stocked.write() as tx:
        contacts.note(tx, "looked_up", label="burst pipe", now=NOW)
        contacts.name_visitor(tx, "María José de la Peña Ruiz", now=NOW)
        contacts.close(tx, outcome="answered", now=NOW)
    receptionist.press("Ctrl+T")
    shown = words(today(receptionist.window).visits.model(), 0)
    assert shown[1:] == ["M. J. P.", "burst pipe", "Answered"]


def test_a_promise_made_elsewhere_shows_while_one_looks(
    receptionist: Receptionist, stocked: Store
) -> None:
    """A commit through the window's jobs renews the list that is on screen."""
    receptionist.press("Ctrl+T")
    jobs = receptionist.window.place.jobs
    jobs.write(receptionist.window, promises.make, "Ring", due_at=NOW + timedelta(days=1))
    assert words(today(receptionist.window).promises.model(), 0)[1] == "Ring"


def test_letters_typed_over_a_list_go_to_the_box(
    receptionist: Receptionist, stocked: Store
) -> None:
    """The next question needs no key to get back to the desk."""
    promised(stocked, "Ring back", 0)
    receptionist.press("Ctrl+T").types("burst")
    assert receptionist.window.box.text() == "burst"
    assert receptionist.window.stack.currentWidget() is receptionist.window.desk


# ------------------------------------------------------------------ open complaints


def test_cases_come_by_their_day_with_a_countdown(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Overdue is told by a word and a sign; contact data stands in the details alone."""
    case = filed(stocked, "No answer for weeks", name="Ana Ruiz", phone="600 123 123")
    with stocked.write() as tx:
        fresh = complaints.file(tx, "Fresh", now=NOW)
    receptionist.press("Ctrl+L")
    screen = cases(receptionist.window)
    model = screen.list.model()
    assert [words(model, n)[1] for n in range(2)] == [case.folio, fresh.folio]
    assert words(model, 0)[0].startswith("overdue by")
    assert not model.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()
    everything = " ".join(words(model, 0) + words(model, 1))
    assert "Ana" not in everything
    assert "600" not in everything
    assert screen.side.details.case == case


def test_enter_answers_and_closes_a_case(receptionist: Receptionist, stocked: Store) -> None:
    """Enter, the answer, Ctrl+Enter; undo opens it again with its term."""
    case = filed(stocked)
    receptionist.press("Ctrl+L", "Return").types("Mended on Monday").press("Ctrl+Return")
    closed = complaints.get(stocked.read(), case.id)
    assert (closed.state, closed.answer) == ("closed", "Mended on Monday")
    assert receptionist.focus() is cases(receptionist.window).list
    receptionist.press("Ctrl+Z")
    again = complaints.get(stocked.read(), case.id)
    assert (again.state, again.due_on) == ("received", case.due_on)


def test_an_answer_half_typed_belongs_to_its_case(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Esc keeps it as a draft of that case; another case starts blank; it is there again after."""
    first, second = filed(stocked, "First"), filed(stocked, "Second")
    receptionist.press("Ctrl+L", "Return").types("Half").press("Esc", "Down", "Return")
    screen = cases(receptionist.window)
    assert screen.side.step.typed() == {}
    receptionist.press("Esc", "Up", "Return")
    assert screen.side.step.typed() == {"answer": "Half"}
    assert drafts.load(stocked.read(), f"close.{first.id}") == {"answer": "Half"}
    assert drafts.load(stocked.read(), f"close.{second.id}") == {}


def test_del_annuls_with_a_reason(receptionist: Receptionist, stocked: Store) -> None:
    """Without a reason it is refused; the folio stays taken; undo brings the case back."""
    case = filed(stocked)
    receptionist.press("Ctrl+L", "Del", "Return")
    assert complaints.get(stocked.read(), case.id).state == "received"
    receptionist.types("Filed twice").press("Return")
    assert complaints.get(stocked.read(), case.id).state == "annulled"
    assert cases(receptionist.window).list.model().rowCount() == 0
    receptionist.press("Ctrl+Z")
    assert complaints.get(stocked.read(), case.id).state == "received"


def test_esc_climbs_from_the_answer_to_the_list_to_the_desk(
    receptionist: Receptionist, stocked: Store
) -> None:
    """One step at a time."""
    filed(stocked)
    receptionist.press("Ctrl+L", "Return", "Esc")
    assert cases(receptionist.window).side.is_idle
    receptionist.press("Esc")
    assert receptionist.window.stack.currentWidget() is receptionist.window.desk
    assert receptionist.focus() is receptionist.window.box


# ------------------------------------------------------------------ models, words


def test_the_models_behave_as_qt_expects(
    window: MainWindow, stocked: Store, qtmodeltester: ModelTester
) -> None:
    """Empty and filled, each model keeps Qt's contract."""
    place = window.place
    promised(stocked, "Ring", 1)
    filed(stocked)
    with stocked.write() as tx:
        contacts.note(tx, "looked_up", label="pipe", now=NOW)
    db = stocked.read()
    for model, rows in (
        (PromisesModel(place.theme, place.icons, place.wording, lambda: NOW),
         promises.still_open(db)),
        (VisitsModel(place.theme, place.icons, place.wording),
         contacts.visits(db, NOW.date(), place.here.zone)),
        (CasesModel(place.theme, place.icons, NOW.date),
         board.lines(db, board.Filter(), today=NOW.date())),
    ):  # fmt: skip
        qtmodeltester.check(model)
        model.set_rows(rows)
        qtmodeltester.check(model)
        assert model.rowCount() == 1
        assert any(words(model, 0))


@pytest.mark.parametrize(
    ("due_on", "told", "tone"),
    [("", "no term", "muted"), ("2026-11-23", "due today", "warn"),
     ("2026-11-24", "1 day left", "warn"), ("2026-12-23", "30 days left", "text"),
     ("2026-11-22", "overdue by 1 day", "danger"), ("2026-11-01", "overdue by 22 days", "danger")],
)  # fmt: skip
def test_days_left_in_words(due_on: str, told: str, tone: str) -> None:
    """One day and many have their own words; what is near or over has a tone and a sign."""
    assert due.countdown(due_on, date(2026, 11, 23)) == (told, tone)
    assert bool(due.SIGNS[tone]) == (tone in {"warn", "danger"})


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_to_press_is_smaller_than_a_fingertip(
    receptionist: Receptionist, stocked: Store, scale: float
) -> None:
    """Buttons and fields of panels and lists are at least 24 pixels high at every text size."""
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

    window = receptionist.window
    promised(stocked, "Ring", 1)
    filed(stocked)
    window.place.theme.apply("light", scale)
    for command in ("desk.complaint", "desk.promise", "screen.today", "screen.cases"):
        window.commands.run(command)
        part = window.desk.panel if command.startswith("desk") else window.stack.currentWidget()
        assert part
        targets = [
            widget
            for kind in (QAbstractButton, QComboBox, QLineEdit)
            for widget in part.findChildren(kind)
            if widget.isVisible() and not isinstance(widget.parent(), QComboBox)
        ]
        assert targets
        assert [w for w in targets if w.height() < 24] == []
    window.place.theme.apply("light", 1.0)
