"""Every screen and panel there is, found by the command table, without eyes and without a mouse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QSplitter,
    QSplitterHandle,
    QWidget,
)

from frontdesk import ui
from frontdesk.core import complaints, promises
from frontdesk.store.store import Store
from frontdesk.ui import places
from frontdesk.ui.commands import TABLE
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.window import MainWindow
from tests.helpers import access
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

LINES = ("phone.log", "voice.told", "house.close", "visitor.name")
DIALOGS = ("window.palette", "window.keys")
PLACES = ("window.desk", *places.PANELS, *places.SCREENS, *LINES, *DIALOGS)
KEY = re.compile(r"\b(F\d+|Ctrl|Alt|Enter|Insert|Del|Esc)\b|\b[0-9B-Z]\b")
LOOKS = {"at ease": ("en", 1.0), "twice the text": ("es", 2.0)}


@pytest.fixture
def lived_in(stocked: Store) -> Store:
    """A desk on which something is due, so that lists have rows."""
    with stocked.write() as tx:
        before = NOW - timedelta(days=60)
        complaints.file(tx, "Nobody answered", now=before)
        promises.make(tx, "Ring back", due_at=NOW - timedelta(days=1), now=before)
    return stocked


@pytest.fixture
def shown(lived_in: Store, window: MainWindow) -> Iterator[MainWindow]:
    """The window over an answer, at the size of a small screen."""
    window.resize(1280, 720)
    window.box.setText("burst pipe")
    yield window
    for dialog in window.findChildren(QDialog):
        dialog.close()
    window.place.theme.apply("light", 1.0)


def reached(window: MainWindow, name: str) -> QWidget:
    """What a command brings on screen."""
    window.commands.run(name)
    QApplication.processEvents()
    over = [w for w in window.findChildren(QDialog) if w.isVisible()]
    root = over[-1] if over else window
    root.activateWindow()
    QApplication.processEvents()
    return root


def test_the_walk_misses_no_screen() -> None:
    """Each command that opens a screen is one of the places walked here."""
    screens = {command.id for command in TABLE if command.id.startswith("screen.")}
    assert screens <= set(PLACES)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PLACES)
def test_all_can_be_read_named_and_hit(shown: MainWindow, name: str, look: str) -> None:
    """Name and role where the focus comes, 24 pixels to hit, no word cut, none by colour alone."""
    lang, scale = LOOKS[look]
    shown.place.theme.apply("light", scale)
    shown.place.language.use(lang, "ES")
    root = reached(shown, name)
    faults = [*access.unnamed(root), *access.small(root), *access.cut(root)]
    assert [*faults, *access.told_by_colour_alone(root)] == []


@pytest.mark.parametrize("name", PLACES)
def test_keys_reach_everything_and_are_never_caught(shown: MainWindow, name: str) -> None:
    """Tab comes to all that takes the focus, shows it, and comes round; so does Shift+Tab."""
    root = reached(shown, name)
    wanted = access.takes_focus(root)
    stops, faults = access.walked(root)
    missed = [access.named(w) for w in access.takes_focus(root) if w in wanted and w not in stops]
    assert (faults, missed) == ([], [])
    there, stuck = access.walked(root, back=True)
    assert (stuck, {*map(access.named, stops)} - {*map(access.named, there)}) == ([], set())


@pytest.mark.parametrize("name", PLACES)
def test_letters_are_letters_where_one_types(shown: MainWindow, name: str) -> None:
    """No key of a single letter does anything in a field."""
    assert access.deaf_to_letters(reached(shown, name)) == []


@pytest.mark.parametrize("name", places.SCREENS)
def test_an_empty_list_says_what_to_press(window: MainWindow, name: str) -> None:
    """No list is silently empty, and one of them names the key that brings something."""
    window.commands.run(name)
    QApplication.processEvents()
    lists = [t for t in window.stack.currentWidget().findChildren(Table) if t.isVisible()]
    empty = {t.accessibleName(): t.empty_words() for t in lists if t.model().rowCount() == 0}
    assert all(empty.values())
    assert not empty or any(map(KEY.search, empty.values()))


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is given to say from now on."""
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(
        QAccessible, "updateAccessibility",
        staticmethod(lambda event: said.append(event.message())),
    )  # fmt: skip
    return said


def test_a_reader_meets_the_parts_in_the_order_of_the_screen(shown: MainWindow) -> None:
    """The results before the answer: from the left, as they are seen."""
    split = shown.desk.findChild(QSplitter)
    of = QAccessible.queryAccessibleInterface(split)
    met = [of.child(n).object() for n in range(of.childCount())]
    parts = [part for part in met if not isinstance(part, QSplitterHandle)]
    assert parts == [split.widget(n) for n in range(split.count())]


def test_keys_are_told_as_they_are_printed(shown: MainWindow) -> None:
    """A place on the rail has the same name for its key as all the rest of the window."""
    shown.place.language.use("es")
    QApplication.processEvents()
    buttons = shown.rail.findChildren(QAbstractButton)
    told = {button.accessibleDescription() for button in buttons}
    shown.place.language.use("en")
    assert "Ctrl+Mayús+P" in told


def test_a_reader_hears_what_was_saved(receptionist: Receptionist, spoken: list[str]) -> None:
    """The line at the foot is said without moving the focus."""
    receptionist.press("F4").types("Nobody answered").press("Ctrl+Return")
    assert receptionist.said() in spoken


def test_a_reader_hears_what_was_refused(receptionist: Receptionist, spoken: list[str]) -> None:
    """The sentence under a field is said, and belongs to the field."""
    receptionist.press("F5", "Ctrl+Return")
    focus = receptionist.focus()
    assert focus.accessibleDescription() in spoken
    assert focus.accessibleDescription()


def test_a_reader_hears_what_was_found(receptionist: Receptionist, spoken: list[str]) -> None:
    """The first result is said while one types, and that there is none."""
    receptionist.types("burst pipe")
    assert "Results: 1. Burst pipe in the street" in spoken
    receptionist.press("Esc").types("xyzzy")
    assert "Nothing found" in spoken


def test_nothing_moves_by_itself(window: MainWindow) -> None:
    """There is no animation, so none has to be stopped for who asks the system for less motion."""
    effects = [effect for effect in Qt.UIEffect if effect != Qt.UIEffect.UI_General]
    assert [effect for effect in effects if QApplication.isEffectEnabled(effect)] == []
    moving = re.compile(r"QPropertyAnimation|QVariantAnimation|QTimeLine|QMovie|setAnimated")
    source = Path(ui.__file__).parent
    assert [f.name for f in source.rglob("*.py") if moving.search(f.read_text("utf-8"))] == []
