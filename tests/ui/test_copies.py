"""The screen of copies, with keys only, and what the program does by itself beside the work."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from frontdesk import app
from frontdesk.base.errors import UserError
from frontdesk.core import complaints, copies
from frontdesk.store import backup
from frontdesk.store.store import Actor, Store
from frontdesk.ui.care import Care
from frontdesk.ui.leaving import Leaving
from frontdesk.ui.screens.copies.screen import CopiesScreen
from frontdesk.ui.widgets.table import RowsModel, Table
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.inline_jobs import HeldJobs
from tests.helpers.receptionist import Receptionist


def filed(store: Store, text: str) -> None:
    """One more complaint."""
    with store.write() as tx:
        complaints.file(tx, text, now=NOW)


@pytest.fixture
def screen(window: MainWindow, stocked: Store) -> CopiesScreen:
    """The screen over the copy of the day, after which a complaint was filed."""
    filed(stocked, "before")
    copies.daily(stocked, now=NOW)
    filed(stocked, "after")
    window.commands.run("screen.copies")
    shown = window.stack.currentWidget()
    assert isinstance(shown, CopiesScreen)
    return shown


@pytest.fixture
def left(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Leaving:
    """What the window leaves to be done; it does not end in a test."""
    monkeypatch.setattr("frontdesk.ui.leaving.QApplication", SimpleNamespace(exit=lambda _: None))
    return window.place.leaving


def words(table: Table) -> list[list[str]]:
    """What a list shows."""
    model = table.model()
    assert isinstance(model, RowsModel)
    return [[c.text for c in model.cells(model.row(n))] for n in range(model.rowCount())]


def test_two_enters_bring_a_copy_back(
    screen: CopiesScreen, receptionist: Receptionist, stocked: Store, left: Leaving
) -> None:
    """The first asks, the second closes the window; then the copy is in place and nothing lost."""
    assert ["Complaints", "2", "1", "–"] in words(screen.counts)
    receptionist.press("Return")
    assert screen.restoring.hasFocus()
    receptionist.press("Esc")
    assert screen.list.hasFocus()
    receptionist.press("Return", "Return")
    stocked.close()
    assert left.work
    left.work(stocked.folder)
    texts = {case.text for case in complaints.every(stocked.read())}
    assert texts == {"before", "after"}
    assert [one.occasion for one in copies.kept(stocked.folder)].count("replaced") == 1


def test_in_large_print_the_button_comes_into_view(
    screen: CopiesScreen, receptionist: Receptionist, window: MainWindow, qapp: QApplication
) -> None:
    """Nobody presses Enter on what is not seen."""
    window.place.theme.apply("light", 2.0)
    window.resize(1280, 720)
    qapp.processEvents()
    receptionist.press("Return")
    qapp.processEvents()
    assert screen.restoring.hasFocus()
    assert not screen.restoring.visibleRegion().isEmpty()
    window.place.theme.apply("light", 1.0)


def test_what_is_refused_is_said_and_the_window_opens_again(
    stocked: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that went bad in between changes nothing."""
    said: list[str] = []
    monkeypatch.setattr(app, "_refuse_in_window", lambda error: said.append(error.code))

    def refuse(folder: Path) -> None:
        raise UserError("backup.damaged", file=folder)

    app.done_or_told(refuse, stocked.folder)
    assert said == ["backup.damaged"]


def test_n_makes_a_copy_and_says_so(
    screen: CopiesScreen, receptionist: Receptionist, stocked: Store
) -> None:
    """It stands in the list, verified."""
    receptionist.press("N")
    assert sorted(row[1] for row in words(screen.list)) == ["Asked for", "Of the day"]
    assert receptionist.said() == "Copied and verified."
    backup.verify(copies.kept(stocked.folder)[0].file)


def test_s_sets_a_second_place(
    screen: CopiesScreen,
    receptionist: Receptionist,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The copy of the day goes there at once, and the list shows it."""
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    receptionist.press("S")
    assert any("second place" in row[1] for row in words(screen.list))
    assert list(stick.glob("frontdesk-*/day-*.db"))


def test_a_copy_from_elsewhere_is_compared_first(  # noqa: PLR0917 - fixtures
    screen: CopiesScreen,
    receptionist: Receptionist,
    stocked: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    left: Leaving,
) -> None:
    """Ctrl+O shows what it would change, Enter brings it back."""
    file = tmp_path / "from-the-stick.db"
    backup.copy_to(stocked.read(), file)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    receptionist.press("Ctrl+O")
    assert ["Complaints", "2", "2", "–"] in words(screen.counts)
    receptionist.press("Return")
    assert left.work


def test_a_damaged_copy_says_so(
    screen: CopiesScreen, receptionist: Receptionist, stocked: Store, left: Leaving
) -> None:
    """And cannot be brought back."""
    file = copies.kept(stocked.folder)[0].file
    file.write_bytes(file.read_bytes()[:5000])
    copies.make(stocked, copies.ASKED, now=NOW + timedelta(hours=1))
    screen.read()
    screen.list.setFocus()
    receptionist.press("Down")
    assert not screen.restoring.isEnabled()
    receptionist.press("Return")
    assert left.work is None


def test_a_receptionist_brings_nothing_back(
    screen: CopiesScreen, receptionist: Receptionist, window: MainWindow, left: Leaving
) -> None:
    """The operation asks, not only the menu."""
    window.place.jobs.actor = Actor("p-1", "receptionist")
    receptionist.press("Return", "Return")
    assert left.work is None
    assert receptionist.said()


def test_nobody_brings_back_another_copy_than_the_one_in_hand(
    stocked: Store, window: MainWindow, receptionist: Receptionist, left: Leaving
) -> None:
    """While a comparison is under way nothing is compared, and Enter does nothing."""
    jobs = HeldJobs(stocked, lambda: NOW)
    for n in range(4):
        copies.make(stocked, copies.ASKED, now=NOW + timedelta(hours=n))
    held = CopiesScreen(replace(window.place, jobs=jobs))
    window.stack.addWidget(held)
    window.stack.setCurrentWidget(held)
    held.setFocus()
    jobs.holds = True
    receptionist.press("Down", "Down")
    assert not held.restoring.isEnabled()
    receptionist.press("Return")
    assert not held.restoring.hasFocus()
    jobs.release()
    receptionist.press("Return", "Return")
    assert left.work
    assert left.work.keywords["file"] == copies.kept(stocked.folder)[2].file  # type: ignore[attr-defined]


def test_check_and_repair_have_a_letter_each(
    screen: CopiesScreen, receptionist: Receptionist, stocked: Store
) -> None:
    """What somebody edited behind the program's back is told, and made anew from the events."""
    stocked.read().execute("UPDATE complaint SET text = 'by hand' WHERE text = 'after'")
    receptionist.press("K")
    assert "edited by hand" in receptionist.said()
    receptionist.press("R")
    assert receptionist.said() == "The database is whole."
    assert {case.text for case in complaints.every(stocked.read())} == {"before", "after"}


def test_the_day_is_copied_and_damage_is_told_by_themselves(
    window: MainWindow, receptionist: Receptionist, stocked: Store
) -> None:
    """The first turn copies; a page that went bad is said, and stays on the first page."""
    care = Care(window)
    care.start()
    assert [one.occasion for one in copies.kept(stocked.folder)] == ["day"]
    assert not window.desk.right.reminder()
    (page,) = (
        stocked.read().execute("SELECT rootpage FROM sqlite_master WHERE name = 'event'").fetchone()
    )
    stocked.close()
    data = bytearray(stocked.file.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    stocked.file.write_bytes(data)
    Care(window).start()
    assert "damaged" in receptionist.said()
    assert "Copies" in window.desk.right.reminder()


def test_a_second_place_that_is_gone_is_on_the_first_page(
    window: MainWindow, stocked: Store, tmp_path: Path
) -> None:
    """Until it takes a copy again."""
    stick = tmp_path / "stick"
    stick.mkdir()
    with stocked.write() as tx:
        copies.take_to(tx, str(stick))
    stick.rmdir()
    care = Care(window)
    care.start()
    assert str(stick) in window.desk.right.reminder()
    stick.mkdir()
    care.turn()
    assert window.desk.right.reminder() == ""
