"""An answer that names somebody of the house is refused, and one key names the office instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk.core import complaints, people
from frontdesk.core.complaints import Complaint
from frontdesk.core.people import Person
from frontdesk.store.store import Store
from frontdesk.ui.screens.cases.screen import CasesScreen
from frontdesk.ui.screens.cases.step_page import StepPage
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist


@pytest.fixture
def case(stocked: Store) -> Complaint:
    """A case of the water office, in a house where Marta Gil works."""
    with stocked.write() as tx:
        people.put_many(tx, [Person("p-1", "MGI", "Marta Gil")], now=NOW)
        return complaints.file(tx, "Nobody answers the telephone", office="o-1", now=NOW)


def page(receptionist: Receptionist) -> StepPage:
    """The page of the step that is open on the board."""
    board = receptionist.window.stack.currentWidget()
    assert isinstance(board, CasesScreen)
    assert board.side.currentWidget() is board.side.step
    return board.side.step


@pytest.mark.parametrize("key", ["4", "5"])
def test_one_key_names_the_office_instead(
    receptionist: Receptionist, stocked: Store, case: Complaint, key: str
) -> None:
    """Refused beside the field with the name; Ctrl+R, then Ctrl+Enter files it."""
    receptionist.press("Ctrl+L").types(key).types("Ms Gil, no: Marta Gil forgot to ring back")
    receptionist.press("Ctrl+Return")
    asked = page(receptionist)
    field = next(iter(asked.fields.values()))
    assert "Marta Gil" in field.refusal()
    receptionist.press("Ctrl+R")
    assert field.refusal() == ""
    receptionist.press("Ctrl+R")  # which means nothing now
    receptionist.press("Ctrl+Return")
    answer = complaints.get(stocked.read(), case.id).answer
    office = "the office Agua y Saneamiento"
    assert answer == f"{office}, no: {office} forgot to ring back"


def test_the_letter_of_an_older_answer_names_the_office(
    receptionist: Receptionist, stocked: Store, case: Complaint, folder: Path
) -> None:
    """It is printed all the same, and the line says what was changed."""
    receptionist.window.place.settings.setValue("paper/printer", "-")
    with stocked.write() as tx:
        tx.execute("UPDATE complaint SET answer = 'It was Marta Gil'")
    receptionist.press("Ctrl+L", "0").types("letter with").press("Return")
    printed = [file.name for file in (folder / "papers").iterdir()]
    assert printed == [f"answer-{case.folio}.pdf"]
    assert "names the office" in receptionist.said()
