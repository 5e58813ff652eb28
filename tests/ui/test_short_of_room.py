"""Where room is short what matters stays: our keys, titles that differ, the edge of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from frontdesk.store.store import Store
from frontdesk.ui.cheat_sheet import CheatSheet
from frontdesk.ui.commands import TABLE
from frontdesk.ui.language import Language
from frontdesk.ui.screens.desk.delegate import ResultDelegate
from frontdesk.ui.tokens import TYPE
from frontdesk.ui.window import MainWindow
from frontdesk.ui.wording import Wording
from tests.helpers.receptionist import Receptionist

SMALL = QSize(1280, 720)
HOURS = "Mo-Fr 08:00-12:30,14:00-17:00; Jun 15-Sep 15 Mo-Fr 08:00-14:00"


@pytest.fixture
def small(stocked: Store, window: MainWindow) -> Iterator[MainWindow]:
    """The window on a small screen, as it was found afterwards."""
    window.resize(SMALL)
    yield window
    window.place.theme.apply("light", 1.0)
    window.place.language.use("en")


def looked_at(window: MainWindow, text: str) -> None:
    """Ask, and let the window settle."""
    window.box.setText(text)
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize(("lang", "word"), [("es", "Derivar"), ("en", "Route")])
def test_the_keys_of_an_answer_stand_beside_their_words(
    small: MainWindow, lang: str, word: str
) -> None:
    """In both languages at 1280 by 720: what is taught is the key."""
    small.place.language.use(lang)
    looked_at(small, "burst pipe")
    said = [button.text() for button in small.desk.right.bar.findChildren(QPushButton)]
    assert said[0] == f"{word}  F3"
    assert all(said)


def test_in_large_print_the_keys_stay(small: MainWindow) -> None:
    """What has a function key keeps it, without its word."""
    small.place.theme.apply("light", 2.0)
    looked_at(small, "burst pipe")
    said = [button.text() for button in small.desk.right.bar.findChildren(QPushButton)]
    assert said[:4] == ["F3", "F4", "F5", "F11"]


def test_in_large_print_a_title_has_two_lines(small: MainWindow) -> None:
    """A row of the results is one line higher than at the usual size, beyond what letters need."""
    looked_at(small, "burst pipe")
    usual = small.desk.list.sizeHintForRow(0)
    assert isinstance(small.desk.list.itemDelegate(), ResultDelegate)
    small.place.theme.apply("light", 2.0)
    looked_at(small, "burst pipe")
    assert small.desk.list.sizeHintForRow(0) > usual + 2 * TYPE["strong"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_question_over_the_desk_does_not_push_the_window_off_the_screen(
    small: MainWindow, receptionist: Receptionist, scale: float
) -> None:
    """With each panel opened before, and a call to be noted."""
    small.place.theme.apply("light", scale)
    looked_at(small, "burst pipe")
    for name in ("desk.route", "desk.complaint", "desk.promise", "expected.announce"):
        small.commands.run(name)
        receptionist.press("Esc")
    small.commands.run("phone.log")
    looked_at(small, "burst pipe")
    assert small.size() == SMALL
    assert small.minimumSizeHint().height() <= SMALL.height()


def test_keys_have_the_names_of_the_keyboard(small: MainWindow) -> None:
    """Shift is Mayús and Enter is Intro on a Spanish one."""
    small.place.language.use("es")
    named = {command.id: command.key_text for command in TABLE}
    assert named["window.palette"] == "Ctrl+Mayús+P"
    assert named["visitor.unhappy"] == "Ctrl+Mayús+Intro"
    small.place.language.use("en")
    assert {c.id: c.key_text for c in TABLE}["visitor.unhappy"] == "Ctrl+Shift+Enter"


def test_days_of_a_month_are_said_in_the_order_of_the_language() -> None:
    """The fifteenth of June is written otherwise in Spanish."""
    language = Language()
    try:
        language.use("es")
        spanish = Wording(language, "UTC").hours(HOURS)
        assert spanish == "lun-vie 08:00-12:30, 14:00-17:00\n15 jun-15 sept lun-vie 08:00-14:00"
    finally:
        language.use("en")
    assert "Jun 15-Sep 15" in Wording(language, "UTC").hours(HOURS)


def test_a_comma_between_days_stays() -> None:
    """Only hours are set apart."""
    assert Wording(Language(), "UTC").hours("Mo,We 09:00-10:00") == "Mon,Wed 09:00-10:00"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_sheet_of_keys_never_scrolls_sideways(small: MainWindow, scale: float) -> None:
    """Large letters have fewer columns, down to one, in the longer language too."""
    small.place.language.use("es")
    small.place.theme.apply("light", scale)
    sheet = CheatSheet(small.commands, small.place)
    sheet.show()
    looked_at(small, "")
    (area,) = sheet.findChildren(QScrollArea)
    spare = area.horizontalScrollBar().maximum()
    sheet.close()
    sheet.deleteLater()
    assert spare == 0
