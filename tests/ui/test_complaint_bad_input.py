"""What nobody should type, typed into the window: told in a sentence; nothing is lost or filed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from frontdesk.core import complaints
from frontdesk.core.complaints import Complaint, causes
from frontdesk.core.complaints.filing import MAX_TEXT_CHARS
from frontdesk.store.store import Store
from frontdesk.ui.screens.cases.screen import CasesScreen
from frontdesk.ui.screens.complaint.screen import ComplaintPanel
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist


def on_record(store: Store) -> list[Complaint]:
    """All cases."""
    return list(complaints.every(store.read()))


def board(receptionist: Receptionist) -> CasesScreen:
    """The board, opened on the only case."""
    receptionist.press("Ctrl+L")
    shown = receptionist.window.stack.currentWidget()
    assert isinstance(shown, CasesScreen)
    return shown


@pytest.fixture
def case(stocked: Store) -> Complaint:
    """A case on record."""
    with stocked.write() as tx:
        tx.execute("UPDATE site SET country = '', region = ''")
        return complaints.file(tx, "Nobody answers the telephone", office="o-1", now=NOW)


def test_a_megabyte_of_text_is_refused_beside_the_field(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Pasted into F4: one sentence with the limit, the text stays; as much as fits is filed."""
    QGuiApplication.clipboard().setText("muy mal " * 131_072)
    receptionist.press("F4", "Ctrl+V", "Ctrl+Return")
    form = receptionist.window.desk.panel
    assert isinstance(form, ComplaintPanel)
    assert form.fields["text"].refusal()
    assert len(form.typed()["text"]) == 1 << 20
    assert on_record(stocked) == []
    QGuiApplication.clipboard().setText("x" * MAX_TEXT_CHARS)
    receptionist.press("Ctrl+A", "Ctrl+V", "Ctrl+Return")
    (case,) = on_record(stocked)
    assert len(case.text) == MAX_TEXT_CHARS


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\t"])
def test_no_text_is_refused(receptionist: Receptionist, stocked: Store, text: str) -> None:
    """Blanks are no text either."""
    QGuiApplication.clipboard().setText(text or " ")
    receptionist.press("F4", "Ctrl+V", "Ctrl+Return")
    form = receptionist.window.desk.panel
    assert isinstance(form, ComplaintPanel)
    assert form.fields["text"].refusal()
    assert on_record(stocked) == []


@pytest.mark.parametrize("day", ["25/11/20266", "20266-11-25", "31/02/2027", "soon", ""])
def test_a_day_that_is_none_extends_no_term(
    receptionist: Receptionist, stocked: Store, case: Complaint, day: str
) -> None:
    """The sentence stands beside its field; the term is what it was."""
    shown = board(receptionist)
    receptionist.press("0").types("extend").press("Return").types(day)
    receptionist.press("Tab").types("papers are missing").press("Ctrl+Return")
    assert shown.side.currentWidget() is shown.side.step
    assert shown.side.step.fields["until"].refusal()
    assert complaints.get(stocked.read(), case.id).due_on == case.due_on


@pytest.mark.parametrize("day", ["25/11/20266", "yesterday week", ""])
def test_a_day_that_is_none_sets_no_action(
    receptionist: Receptionist, stocked: Store, case: Complaint, day: str
) -> None:
    """The same where an action is given a day."""
    with stocked.write() as tx:
        cause = causes.open_cause(tx, "Telephone", now=NOW)
        complaints.join(tx, case.id, cause_id=cause.id, now=NOW)
    shown = board(receptionist)
    receptionist.press("9")
    shown.side.cause.do("act")
    receptionist.types("Hire").press("Tab").types("Marta").press("Tab").types(day).press("Return")
    assert shown.side.cause.lines.fields["due_on"].refusal()
    assert causes.open_actions(stocked.read()) == []
