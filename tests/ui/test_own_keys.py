"""What a screen does by itself stands on the sheet of keys and in the palette while it is open."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from frontdesk.core import complaints, contacts, offices, queue
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from frontdesk.ui.cheat_sheet import CheatSheet
from frontdesk.ui.palette import Palette
from frontdesk.ui.screens.cases.screen import CasesScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist


@pytest.fixture(autouse=True)
def _a_case(stocked: Store) -> None:
    """One case, so that there are steps to take."""
    with stocked.write() as tx:
        complaints.file(tx, "Nobody answers the telephone", now=NOW)


def sheet(window: MainWindow) -> list[str]:
    """The words of the sheet of keys, opened by its key."""
    window.commands.run("window.keys")
    (shown,) = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, CheatSheet) and w.isVisible()
    ]
    words = [label.text() for label in shown.findChildren(QLabel)]
    shown.close()
    shown.deleteLater()
    QApplication.processEvents()
    return words


def palette(window: MainWindow, typed: str) -> Palette:
    """The palette, with something typed into it."""
    window.commands.run("window.palette")
    (shown,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, Palette)]
    shown.box.setText(typed)
    return shown


def test_the_sheet_has_the_steps_of_a_case_while_the_board_is_open(
    receptionist: Receptionist,
) -> None:
    """Digits with their words."""
    receptionist.press("Ctrl+L")
    words = sheet(receptionist.window)
    place = words.index("Acknowledge, with the receipt")
    assert words[place - 1] == "1"
    assert {"Answer and close", "Filter the cases", "Annul", "Del", "0", "Ctrl+F"} <= set(words)


def test_on_the_desk_there_is_nothing_of_the_board(window: MainWindow) -> None:
    """A digit is text there."""
    assert "Acknowledge, with the receipt" not in sheet(window)


def test_the_sheet_has_the_deeds_of_the_queue(receptionist: Receptionist) -> None:
    """Each with its digit."""
    receptionist.press("F6")
    words = sheet(receptionist.window)
    assert words[words.index("Did not come") - 1] == "8"
    assert {"Call next", "Let in with a slip", "Another office"} <= set(words)


@pytest.mark.parametrize(
    ("typed", "page"), [("extend", "step"), ("answer and", "step"), ("cause", "cause")]
)
def test_the_palette_takes_a_step_of_the_case_in_hand(
    receptionist: Receptionist, typed: str, page: str
) -> None:
    """Also one that has no key of its own."""
    receptionist.press("Ctrl+L")
    found = palette(receptionist.window, typed)
    assert found.shown()[0].startswith("own.")
    found.box.returnPressed.emit()
    board = receptionist.window.stack.currentWidget()
    assert isinstance(board, CasesScreen)
    assert board.side.currentWidget() is getattr(board.side, page)


def test_the_palette_filters_the_board(receptionist: Receptionist) -> None:
    """Every filter by a few letters."""
    receptionist.press("Ctrl+L")
    palette(receptionist.window, "office registro").box.returnPressed.emit()
    board = receptionist.window.stack.currentWidget()
    assert isinstance(board, CasesScreen)
    assert board.wanted.office_id == "o-2"


def test_the_palette_calls_the_next_at_an_office(
    receptionist: Receptionist, stocked: Store
) -> None:
    """What Enter and the digits do, found by its word."""
    with stocked.write() as tx:
        offices.put_many(tx, [Office("o-1", "AGU", "Agua y Saneamiento", hours="24/7")], now=NOW)
        queue.send(tx, "a-1", "", now=NOW)
        contacts.close(tx, now=NOW)
    receptionist.press("F6").types("agua").press("Return")
    waiting = [t.number for t in queue.waiting(stocked.read(), "o-1", now=NOW)]
    assert len(waiting) == 1
    palette(receptionist.window, "call next").box.returnPressed.emit()
    assert queue.waiting(stocked.read(), "o-1", now=NOW) == []


def test_a_form_tells_its_own_keys(receptionist: Receptionist, stocked: Store) -> None:
    """The complaint can be filed from the palette."""
    receptionist.press("F4").types("The lift stands still")
    palette(receptionist.window, "put on").box.returnPressed.emit()
    assert len(list(complaints.every(stocked.read()))) == 2
