"""The manual in the window: where F1 leads, what the box tells of it, how it is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from frontdesk.core import manual
from frontdesk.ui import places
from frontdesk.ui.cheat_sheet import CheatSheet
from frontdesk.ui.screens.manual.screen import ManualScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.receptionist import Receptionist
from tests.test_manual import key, keys_of


def sheet() -> CheatSheet:
    """The sheet of keys that is on screen."""
    (shown,) = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, CheatSheet) and w.isVisible()
    ]
    return shown


def shown(window: MainWindow) -> ManualScreen:
    """The manual, which is on screen."""
    screen = window.stack.currentWidget()
    assert isinstance(screen, ManualScreen)
    return screen


def title(section_id: str, lang: str = "en") -> str:
    """The title of a section."""
    return next(one.title for one in manual.sections(lang) if one.id == section_id)


@pytest.mark.parametrize(
    ("keys", "section"),
    [
        ((), "receptionist.desk"),
        (("F6",), "receptionist.queue"),
        (("F4",), "receptionist.complaint"),
        (("Ctrl+L",), "manager.board"),
        (("Ctrl+G",), "admin.gaps"),
    ],
)
def test_f1_twice_opens_what_is_on_screen(
    receptionist: Receptionist, keys: tuple[str, ...], section: str
) -> None:
    """The sheet of keys names the section, and the same key goes on to it."""
    receptionist.press(*keys)
    receptionist.window.commands.run("window.keys")
    over = sheet()
    assert title(section) in over.manual.text()
    QTest.keyClick(over, Qt.Key.Key_F1)
    assert not over.isVisible()
    screen = shown(receptionist.window)
    assert screen.list.current().id == section
    assert screen.text.toPlainText()


def test_letters_search_and_arrows_choose(receptionist: Receptionist) -> None:
    """The caret is in the field; Esc takes the letters away, then leaves."""
    window = receptionist.window
    window.commands.run("screen.manual")
    receptionist.types("restore copies")
    screen = shown(window)
    assert screen.list.current().id == "it.copies"
    assert "thirty days" in screen.text.toPlainText()
    receptionist.press("Esc").types("copy").press("Down")
    assert screen.list.currentIndex().row() == 1
    receptionist.press("Esc")
    assert screen.filter.text() == ""
    assert len(list(manual.sections("en"))) == screen.list.model().rowCount()
    receptionist.press("Esc")
    assert window.stack.currentWidget() is window.desk


def test_a_link_leads_to_its_section(receptionist: Receptionist) -> None:
    """Inside the manual; no address is opened."""
    receptionist.window.commands.run("screen.manual")
    screen = shown(receptionist.window)
    screen.show_one("admin.people")
    screen.text.asked_for.emit("it.safety")
    assert screen.list.current().id == "it.safety"


def test_it_follows_the_language_of_the_window(receptionist: Receptionist) -> None:
    """The same section, in the other language."""
    window = receptionist.window
    window.commands.run("screen.manual")
    screen = shown(window)
    screen.show_one("branch.dead-pc")
    window.commands.run("language.es")
    QApplication.processEvents()
    assert screen.list.current().id == "branch.dead-pc"
    assert screen.list.current().title == title("branch.dead-pc", "es")
    assert "memoria" in screen.text.toPlainText() or "copia" in screen.text.toPlainText()


def test_the_box_tells_of_it_after_everything_else(receptionist: Receptionist) -> None:
    """Where an article answers, it stays first; where nothing does, nothing is chosen by itself."""
    window = receptionist.window
    receptionist.types("burst pipe manual")
    rows = [window.desk.model.row(n) for n in range(window.desk.model.rowCount())]
    nouns = [row.noun for row in rows if row]
    assert nouns == sorted(nouns, key="manual".__eq__)
    window.box.clear()
    receptionist.types("seven days four weeks")
    last = window.desk.model.row(window.desk.model.rowCount() - 1)
    assert last is not None
    assert last.noun == "manual"
    assert not window.desk.list.currentIndex().isValid()


def test_a_question_mark_and_enter_open_a_section(receptionist: Receptionist) -> None:
    """Nothing but the manual is told, the best section first."""
    receptionist.types("? dead pc").press("Return")
    assert shown(receptionist.window).list.current().id == "branch.dead-pc"


def test_every_own_key_of_a_screen_is_told_in_its_section(window: MainWindow) -> None:
    """Over every panel and screen that there is, in both languages."""
    for lang in ("en", "es"):
        window.place.language.use(lang)
        for command_id, make in (places.PANELS | places.SCREENS).items():
            opened = make(window.place)
            named = {key(own.key) for own in opened.own_keys() if own.key}
            section = manual.about(lang, command_id)
            assert section, command_id
            assert named <= set(keys_of(section.text)), section.id
            opened.deleteLater()


def test_it_is_saved_as_a_pdf(
    receptionist: Receptionist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command asks where; how many pages it has is said."""
    file = tmp_path / "manual.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    receptionist.window.commands.run("manual.save")
    assert file.read_bytes().startswith(b"%PDF")
    assert "manual.pdf" in receptionist.said()
