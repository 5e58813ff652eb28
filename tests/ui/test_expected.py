"""Expected visitors: announced, let in by a few keys, and the host told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.modeltest import ModelTester

from frontdesk.core import contacts, expected, people
from frontdesk.core.expected import Expected
from frontdesk.core.people import Person
from frontdesk.store.store import Store
from frontdesk.ui.screens.expected import form
from frontdesk.ui.screens.expected.model import ExpectedModel
from frontdesk.ui.screens.expected.screen import ExpectedScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

MARTA = Person("p-1", "MR", "Marta Ruiz", office_id="o-1", phone="205")
PABLO = Person("p-2", "PS", "Pablo Sanz")


@pytest.fixture
def stocked(stocked: Store) -> Store:
    """Two hosts of the house."""
    with stocked.write() as tx:
        people.put_many(tx, [MARTA, PABLO], now=NOW)
    return stocked


def comes(store: Store, visitor: str, minutes: int, host: Person = MARTA) -> Expected:
    """Announce somebody who comes some minutes from now."""
    with store.write() as tx:
        earlier = NOW - timedelta(hours=3)
        at = NOW + timedelta(minutes=minutes)
        return expected.announce(tx, visitor, host_id=host.id, at=at, now=earlier)


def screen(window: MainWindow) -> ExpectedScreen:
    """The list, which must be on show."""
    shown = window.stack.currentWidget()
    assert isinstance(shown, ExpectedScreen)
    return shown


def shown(window: MainWindow) -> list[list[str]]:
    """What the list shows."""
    model = screen(window).model
    return [
        [str(model.index(row, n).data()) for n in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_letting_in_takes_at_most_four_control_keys(
    receptionist: Receptionist, stocked: Store
) -> None:
    """From the focused window: a few letters find one of many, Enter notes the arrival."""
    for n in range(20):
        comes(stocked, f"Visitor {n}", n)
    zoe = comes(stocked, "Zoé Núñez", 5, PABLO)
    receptionist.press("F9").types("nun").press("Return")
    assert expected.get(stocked.read(), zoe.id).state == "arrived"
    assert receptionist.control_keys <= 4


def test_the_host_is_told(receptionist: Receptionist, stocked: Store) -> None:
    """The arrival names the host's number; the next Enter notes that the host knows."""
    ana = comes(stocked, "Ana Gil", 5)
    receptionist.press("F9", "Return")
    assert "Marta Ruiz: 205" in receptionist.said()
    assert shown(receptionist.window)[0][3] == "Here; ring 205"
    assert not expected.get(stocked.read(), ana.id).told_at
    receptionist.press("Return")
    assert expected.get(stocked.read(), ana.id).told_at
    assert shown(receptionist.window)[0][3] == "Here; the host knows"


def test_the_visit_is_the_one_at_the_desk(receptionist: Receptionist, stocked: Store) -> None:
    """The strip knows the name without anybody typing it."""
    comes(stocked, "Ana Gil", 5)
    receptionist.press("F9", "Return")
    contact = contacts.current(stocked.read())
    assert contact
    assert (contact.visitor, contact.outcome) == ("Ana Gil", "routed")


def test_the_list_is_by_hour_and_begins_with_who_is_still_to_come(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Who is late has the word for it; who is here does not stand in the way of Enter."""
    first = comes(stocked, "First", -30)
    comes(stocked, "Second", 30)
    with stocked.write() as tx:
        expected.check_in(tx, first.id, now=NOW)
        contacts.close(tx, now=NOW)
    comes(stocked, "Late", -20)
    receptionist.press("F9")
    assert [row[1] for row in shown(receptionist.window)] == ["First", "Late", "Second"]
    assert shown(receptionist.window)[1][3] == "Late: 20 min"
    assert screen(receptionist.window).list.current().visitor.visitor == "Late"


def test_who_does_not_come_is_struck_out(receptionist: Receptionist, stocked: Store) -> None:
    """Del on the empty field; while something is typed it corrects the typing."""
    ana = comes(stocked, "Ana Gil", 5)
    receptionist.press("F9").types("an").press("Del")
    assert expected.get(stocked.read(), ana.id).state == "expected"
    receptionist.press("Esc", "Del")
    assert expected.get(stocked.read(), ana.id).state == "cancelled"


def test_somebody_else_at_the_desk_is_said(receptionist: Receptionist, stocked: Store) -> None:
    """A visit is not mixed with that of another person."""
    ana = comes(stocked, "Ana Gil", 5)
    with stocked.write() as tx:
        contacts.name_visitor(tx, "Somebody Else", now=NOW)
    receptionist.press("F9", "Return")
    assert "Another visitor" in receptionist.said()
    assert expected.get(stocked.read(), ana.id).state == "expected"


def test_a_visitor_is_announced_by_keys(receptionist: Receptionist, stocked: Store) -> None:
    """Who, to whom, at what time; undo takes it back."""
    receptionist.press("Ctrl+I").types("Ana Gil").press("Tab").types("marta").press("Tab")
    receptionist.types("today 11:30").press("Return")
    (line,) = form.of_day(stocked.read(), NOW.date(), "Europe/Madrid")
    assert (line.visitor.visitor, line.visitor.host_name) == ("Ana Gil", "Marta Ruiz")
    assert line.visitor.expected_at.startswith("2026-11-23T10:30")
    receptionist.press("Ctrl+Z")
    assert form.of_day(stocked.read(), NOW.date(), "Europe/Madrid") == []


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [(("", "marta", "today 11:30"), "visitor"), (("Ana", "nobody", "today 11:30"), "host"),
     (("Ana", "marta", "soonish"), "at"), (("Ana", "marta", "today 8:00"), "at")],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field(
    receptionist: Receptionist, stocked: Store, typed: tuple[str, str, str], wrong: str
) -> None:
    """Nothing is announced, nothing typed is lost."""
    visitor, host, when = typed
    receptionist.press("Ctrl+I").types(visitor).press("Tab").types(host).press("Tab")
    receptionist.types(when).press("Return")
    panel = receptionist.window.desk.panel
    assert panel
    assert [name for name, field in panel.fields.items() if field.refusal()] == [wrong]
    assert form.of_day(stocked.read(), NOW.date(), "Europe/Madrid") == []


def test_the_model_and_its_targets(
    receptionist: Receptionist, stocked: Store, qtmodeltester: ModelTester
) -> None:
    """Qt's contract is kept, and whatever is pressed is large and named at twice the text."""
    window, place = receptionist.window, receptionist.window.place
    comes(stocked, "Ana Gil", 5)
    model = ExpectedModel(place.theme, place.icons, place.wording, lambda: NOW)
    qtmodeltester.check(model)
    model.set_rows(form.of_day(stocked.read(), NOW.date(), "Europe/Madrid"))
    qtmodeltester.check(model)
    place.theme.apply("light", 2.0)
    for command in ("screen.expected", "expected.announce"):
        window.commands.run(command)
        part = window.stack.currentWidget() if command.startswith("s") else window.desk.panel
        assert part
        targets = [
            widget
            for kind in (QAbstractButton, QComboBox, QLineEdit)
            for widget in part.findChildren(kind)
            if widget.isVisible() and not isinstance(widget.parent(), QComboBox)
        ]
        assert targets
        assert [w for w in targets if w.height() < 24] == []
    place.theme.apply("light", 1.0)
