"""All causes and open actions on one screen: who, by when, overdue in words; by keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.modeltest import ModelTester

from frontdesk.core import complaints
from frontdesk.core.complaints import causes
from frontdesk.core.complaints.causes import Action
from frontdesk.store.store import Store
from frontdesk.ui.screens.cases.screen import CasesScreen
from frontdesk.ui.screens.causes.model import CausesModel
from frontdesk.ui.screens.causes.screen import CausesScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

TEXT = "I was charged twice for the water"


@pytest.fixture(autouse=True)
def acting(stocked: Store) -> Action:
    """Two causes: one with a case and an action that is overdue, one with nothing yet."""
    then = NOW - timedelta(days=10)
    with stocked.write() as tx:
        case = complaints.file(tx, TEXT, office="o-1", now=then)
        billed = causes.open_cause(tx, "Billed twice", now=then)
        complaints.join(tx, case.id, cause_id=billed.id, now=then)
        causes.open_cause(tx, "Wrong list of papers", now=then)
        due_on = (NOW - timedelta(days=3)).date()
        return causes.act(tx, billed.id, "Stop the second run", "Marta Gil", due_on, now=then)


def opened(window: MainWindow) -> CausesScreen:
    """The screen, opened as the palette does."""
    window.commands.run("screen.causes")
    shown = window.stack.currentWidget()
    assert isinstance(shown, CausesScreen)
    return shown


def words(shown: CausesScreen) -> list[list[str]]:
    """What the upper list says."""
    model = shown.list.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_each_action_and_each_cause_without_one_is_told(window: MainWindow) -> None:
    """The overdue one first, in words; the last says that nothing is being done."""
    shown = opened(window)
    assert words(shown) == [
        ["overdue by 3 days", "Stop the second run", "Marta Gil", "Billed twice", "1"],
        ["", "nothing yet", "", "Wrong list of papers", "0"],
    ]
    assert shown.cases.model().index(0, 2).data() == TEXT


def test_one_key_says_that_it_is_done_and_another_takes_it_back(
    receptionist: Receptionist, stocked: Store, acting: Action
) -> None:
    """1, and Ctrl+Z."""
    opened(receptionist.window)
    receptionist.press("1")
    assert causes.action(stocked.read(), acting.id).state == "done"
    assert "Stop the second run" in receptionist.said()
    receptionist.press("Ctrl+Z")
    assert causes.action(stocked.read(), acting.id) == acting


def test_dropping_an_action_takes_a_reason(
    receptionist: Receptionist, stocked: Store, acting: Action
) -> None:
    """2, the reason, Enter; without one it is refused beside the field."""
    shown = opened(receptionist.window)
    receptionist.press("2").press("Return")
    assert shown.line.isVisible()
    assert causes.action(stocked.read(), acting.id).state == "open"
    receptionist.types("No money this year").press("Return")
    dropped = causes.action(stocked.read(), acting.id)
    assert (dropped.state, dropped.outcome) == ("dropped", "No money this year")
    assert not shown.line.isVisible()


def test_a_cause_without_an_action_says_what_to_do(
    receptionist: Receptionist, stocked: Store, acting: Action
) -> None:
    """The digit does nothing to another's action."""
    opened(receptionist.window)
    receptionist.press("Down", "1")
    assert causes.action(stocked.read(), acting.id) == acting
    assert "9" in receptionist.said()


def test_enter_goes_to_the_cases_and_opens_one(receptionist: Receptionist, stocked: Store) -> None:
    """Behind the number are its cases; Esc goes back."""
    shown = opened(receptionist.window)
    receptionist.press("Return")
    assert shown.cases.hasFocus()
    receptionist.press("Esc")
    assert shown.list.hasFocus()
    receptionist.press("Return", "Return")
    (case,) = complaints.every(stocked.read())
    assert receptionist.window.box.text() == case.folio
    receptionist.press("Return")
    assert isinstance(receptionist.window.stack.currentWidget(), CasesScreen)


def test_the_model_keeps_the_rules_of_qt(window: MainWindow, qtmodeltester: ModelTester) -> None:
    """As every list of ours."""
    model = opened(window).list.model()
    assert isinstance(model, CausesModel)
    qtmodeltester.check(model)
