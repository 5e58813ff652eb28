"""The one table: every key means one thing, and everything in it does something."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.cheat_sheet import CheatSheet
from frontdesk.ui.commands import GROUPS, TABLE, Commands
from frontdesk.ui.palette import Palette, matching
from frontdesk.ui.window import MainWindow
from tests.helpers.receptionist import Receptionist

FIXED = {
    "F1": "window.keys",
    "F2": "window.desk",
    "F3": "desk.route",
    "F4": "desk.complaint",
    "F5": "desk.promise",
    "F7": "voice.told",
    "F8": "voice.not_found",
    "F11": "answer.show",
    "Ctrl+K": "box.focus",
    "Ctrl+P": "answer.print",
    "Ctrl+C": "answer.copy",
    "Ctrl+Z": "window.undo",
    "Ctrl+Shift+P": "window.palette",
    "Esc": "window.back",
}


def test_every_key_means_one_thing() -> None:
    """Qt fires neither of two actions with one key."""
    keys = Counter(QKeySequence(key).toString() for command in TABLE for key in command.keys)
    assert {key: times for key, times in keys.items() if times > 1} == {}


def test_the_keys_that_people_learn_never_move() -> None:
    """Function keys and the few others of the first page keep their meaning."""
    meaning = {key: command.id for command in TABLE for key in command.keys}
    assert {key: meaning.get(key) for key in FIXED} == FIXED


def test_every_command_does_something(window: MainWindow) -> None:
    """Whatever stands in the table is bound, has a group with a name, and an icon."""
    bound = {command.id for command in window.commands.bound()}
    only_in_a_demo = {"demo.remove"}
    assert {command.id for command in TABLE} - bound == only_in_a_demo
    assert {command.group for command in TABLE} <= set(GROUPS)


def test_the_sheet_shows_every_key(window: MainWindow) -> None:
    """F1 is made from the table: each command with a key is on it."""
    sheet = CheatSheet(window.commands, window.place)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    sheet.deleteLater()
    assert {command.key_text for command in TABLE if command.keys} <= shown


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("dark", "look.dark"), ("larg tex", "look.bigger"), ("PALABRA", None), ("", "box.focus")],
)
def test_a_few_letters_find_a_command(typed: str, expected: str | None) -> None:
    """Each typed word begins a word of the command or of its hint; case does not matter."""
    found = [command.id for command in matching(TABLE, typed)]
    assert (expected in found) if expected else found == []


def test_the_palette_does_what_is_chosen(window: MainWindow, receptionist: Receptionist) -> None:
    """Ctrl+Shift+P, some letters, Enter; arrows go round."""
    palette = Palette(window.commands, window.place)
    palette.open()
    palette.box.setText("high")
    assert palette.shown() == ["look.contrast"]
    palette.box.returnPressed.emit()
    assert window.place.theme.palette.name == "contrast"
    window.commands.run("look.light")


def test_what_the_readme_and_the_sheet_call_a_key_is_one(window: MainWindow) -> None:
    """Alt+1 to Alt+9 are told as one range."""
    assert window.commands.of("answer.pick").key_text == "Alt+1…9"


def test_the_window_keeps_its_place(window: MainWindow, folder: Path) -> None:
    """Size and place are kept beside the data, not in the user's settings."""
    window.close()
    assert window.place.settings.contains("window/geometry")
    assert Path(window.place.settings.fileName()).parent == window.place.jobs._store.folder  # noqa: SLF001 - the folder of this desk


@pytest.mark.parametrize("role", ["receptionist", "admin", "manager"])
def test_a_role_does_its_commands_and_no_others(qtbot: QtBot, role: str) -> None:
    """Over the whole table: what is not theirs is neither offered nor done, whatever calls it."""
    holder = QWidget()
    qtbot.addWidget(holder)
    commands = Commands(holder, TABLE)
    done: list[str] = []
    refused: list[str] = []
    for command in TABLE:
        commands.bind(command.id, lambda *_, name=command.id: done.append(name))
    commands.refused.connect(lambda command: refused.append(command.id))
    commands.role = role
    for command in TABLE:
        commands.run(command.id)
    theirs = [command.id for command in TABLE if role in command.roles]
    assert done == theirs
    assert [command.id for command in commands.bound()] == theirs
    assert refused == [command.id for command in TABLE if role not in command.roles]


def test_a_locked_desk_does_nothing_but_look_and_leave(qtbot: QtBot) -> None:
    """Over the whole table, whatever calls a command."""
    holder = QWidget()
    qtbot.addWidget(holder)
    commands = Commands(holder, TABLE)
    done: list[str] = []
    for command in TABLE:
        commands.bind(command.id, lambda *_, name=command.id: done.append(name))
    commands.is_frozen = True
    for command in TABLE:
        commands.run(command.id)
    assert {name.partition(".")[0] for name in done} <= {"look", "language", "window"}
    assert {name for name in done if name.startswith("window.")} == {"window.back", "window.quit"}
