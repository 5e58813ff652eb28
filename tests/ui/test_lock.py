"""Locking the desk, signing in by keys, changing the user; commands by role."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from frontdesk import app
from frontdesk.core import accounts, people
from frontdesk.core.accounts import secret
from frontdesk.core.complaints import cases
from frontdesk.core.people import Person
from frontdesk.core.roles import NOBODY
from frontdesk.store import events
from frontdesk.store.store import Actor, Store
from frontdesk.ui.cheat_sheet import CheatSheet
from frontdesk.ui.jobs import Jobs
from frontdesk.ui.lock import Lock
from frontdesk.ui.palette import Palette
from frontdesk.ui.screens.cases.screen import CasesScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.receptionist import Receptionist

KEY, PIN = "un gato verde", "7291"
ADMIN, DESK = Actor("p-a", "admin"), Actor("p-l", "receptionist")


@pytest.fixture
def code(stocked: Store) -> str:
    """A house with the admin AR and the receptionist LS; its recovery code."""
    with stocked.write() as tx:
        staff = [Person("p-a", "", "Ana Ruiz"), Person("p-l", "", "Luis Soto")]
        people.put_many(tx, staff, now=NOW)
        _, code = accounts.first_admin(tx, "Ana Ruiz", initials="AR", secret=KEY, now=NOW)
        accounts.put(tx, "p-l", role="receptionist", initials="LS", secret=PIN, now=NOW)
    return code


@pytest.fixture
def locked(code: str, stocked: Store, qapp: QApplication) -> Iterator[MainWindow]:
    """The window of a house with PINs, just opened."""
    assert code
    app.application()
    window = app.build_window(stocked, InlineJobs(stocked, lambda: NOW))
    window.start()
    window.activateWindow()
    qapp.processEvents()
    yield window
    window.close()
    window.place.jobs.stop()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def someone(locked: MainWindow) -> Receptionist:
    """Somebody at the keyboard of the locked window."""
    return Receptionist(locked)


def cover(window: MainWindow) -> Lock:
    """What covers the window."""
    assert window.guard.covers
    return window.guard.covers


def enter(someone: Receptionist, letters: str, secret: str) -> None:
    """Sign in, from the first field."""
    someone.types(f"{letters}{secret}\n")


def test_a_house_with_pins_opens_locked(locked: MainWindow) -> None:
    """Nothing of the desk is on screen, and nobody is signed in."""
    assert cover(locked).isVisible()
    assert cover(locked).size() == locked.size()
    assert not locked.box.isVisible()
    assert locked.place.jobs.actor == NOBODY
    assert QApplication.focusWidget() is cover(locked).letters


def test_two_letters_and_a_pin_open_it(locked: MainWindow, someone: Receptionist) -> None:
    """No key but letters, PIN and Enter; the caret is in the box, the initials on the strip."""
    enter(someone, "ls", PIN)
    assert locked.guard.covers is None
    assert locked.place.jobs.actor == DESK
    assert QApplication.focusWidget() is locked.box
    assert someone.said() == "Luis Soto is at the desk"
    assert locked.strip.user.isVisible()
    assert locked.strip.user.text() == "LS"


def test_a_wrong_pin_says_so_and_can_be_typed_over(
    locked: MainWindow, someone: Receptionist
) -> None:
    """The sentence stands under the field; the third wrong one says how long to wait."""
    enter(someone, "ls", "0000")
    field = cover(locked).fields["secret"]
    assert "not right" in field.refusal()
    someone.types("0001\n")
    someone.types("0002\n")
    assert "30" in field.refusal()
    someone.types(f"{PIN}\n")
    assert cover(locked).isVisible()


def test_no_key_does_anything_while_it_is_locked(locked: MainWindow, someone: Receptionist) -> None:
    """Neither a form nor the palette opens, Esc unlocks nothing, letters do not reach the box."""
    for key in ("F4", "Ctrl+Shift+P", "Ctrl+L", "F9", "Esc", "Ctrl+K", "Ctrl+Z"):
        someone.press(key)
    someone.types("xyzzy")
    assert cover(locked).isVisible()
    assert QApplication.activePopupWidget() is None
    assert not locked.box.isVisible()
    assert locked.box.text() == ""


def test_a_key_outside_the_fields_goes_to_the_lock(locked: MainWindow) -> None:
    """Before the focus has come the first letter is not lost, nor does it reach the box."""
    QTest.keyClicks(locked, "l")
    assert cover(locked).letters.text() == "l"
    assert locked.box.text() == ""


def test_the_look_can_be_changed_while_it_is_locked(
    locked: MainWindow, someone: Receptionist
) -> None:
    """Whoever cannot read the lock makes it larger."""
    before = locked.place.theme.scale
    someone.press("Ctrl++")
    assert locked.place.theme.scale > before
    someone.press("Ctrl+-")


def test_a_key_locks_and_keeps_what_is_typed(locked: MainWindow, someone: Receptionist) -> None:
    """A complaint half typed is there again after the break."""
    enter(someone, "ls", PIN)
    someone.press("F4").types("No me atienden").press("Ctrl+Shift+L")
    assert not locked.box.isVisible()
    assert locked.place.jobs.actor == NOBODY
    enter(someone, "ls", PIN)
    assert locked.desk.panel
    assert "No me atienden" in str(locked.desk.panel.typed())
    someone.types(" hoy")
    assert "No me atienden hoy" in str(locked.desk.panel.typed())


def test_the_user_changes_fast(locked: MainWindow, someone: Receptionist) -> None:
    """Ctrl+U, two letters, PIN, Enter; what each does is told under their own hand."""
    enter(someone, "ls", PIN)
    someone.press("F8").types("licencia de obra\n")
    someone.press("Ctrl+U")
    assert locked.place.jobs.actor == DESK
    enter(someone, "ar", KEY)
    assert locked.place.jobs.actor == ADMIN
    someone.press("F7").types("la caja cierra a las 12\n")
    told = [e for e in events.in_order(locked.place.jobs._store.read()) if e.kind == "gap.opened"]  # noqa: SLF001 - what was written
    assert [(e.body or {})["by"] for e in told] == ["p-l", "p-a"]


def test_a_change_of_user_can_be_left(locked: MainWindow, someone: Receptionist) -> None:
    """Esc goes back to where one was; the one before is still signed in."""
    enter(someone, "ls", PIN)
    someone.press("F4").types("Una queja").press("Ctrl+U", "Esc")
    assert locked.guard.covers is None
    assert locked.place.jobs.actor == DESK
    someone.types(" larga")
    assert locked.desk.panel
    assert "Una queja larga" in str(locked.desk.panel.typed())


def test_an_idle_desk_locks_itself(locked: MainWindow, someone: Receptionist) -> None:
    """After the minutes of the setting, counted from the last key."""
    enter(someone, "ls", PIN)
    locked.place.jobs.now = lambda: NOW + timedelta(minutes=9)
    locked.guard.look()
    assert locked.guard.covers is None
    locked.guard.worked(NOW + timedelta(minutes=9))
    locked.place.jobs.now = lambda: NOW + timedelta(minutes=18)
    locked.guard.look()
    assert locked.guard.covers is None
    locked.place.jobs.now = lambda: NOW + timedelta(minutes=19)
    locked.guard.look()
    assert cover(locked).isVisible()


def test_keys_and_mouse_keep_a_desk_awake(locked: MainWindow, someone: Receptionist) -> None:
    """What reaches the window counts as work."""
    enter(someone, "ls", PIN)
    handle = locked.windowHandle()
    assert handle is not None
    locked.place.jobs.now = lambda: NOW + timedelta(minutes=9)
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    locked.place.jobs.now = lambda: NOW + timedelta(minutes=18)
    locked.guard.look()
    assert locked.guard.covers is None


def test_a_lost_password_is_reset_by_the_code(
    locked: MainWindow, someone: Receptionist, code: str, qtbot: QtBot
) -> None:
    """By keys alone; the next code is shown before one goes on."""
    page = cover(locked)
    someone.press("Alt+L")
    qtbot.waitUntil(page.code.hasFocus)
    someone.types(code.lower()).press("Tab").types("ar").types("otra llave azul\n")
    shown = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
    assert any(text.count("-") == 4 for text in shown)
    assert code not in shown
    someone.types("\n")
    assert locked.guard.covers is None
    assert locked.place.jobs.actor == ADMIN


def test_a_role_has_its_own_commands(locked: MainWindow, someone: Receptionist) -> None:
    """What an admin does is neither in the palette nor on the sheet of a receptionist."""
    enter(someone, "ls", PIN)
    palette, sheet = (
        Palette(locked.commands, locked.place), CheatSheet(locked.commands, locked.place)
    )  # fmt: skip
    assert "house.close" not in palette.shown()
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert locked.commands.of("house.close").title not in words
    someone.press("Ctrl+U")
    enter(someone, "ar", KEY)
    assert "house.close" in Palette(locked.commands, locked.place).shown()


def test_a_key_of_another_role_says_one_sentence(locked: MainWindow, someone: Receptionist) -> None:
    """It does nothing else, and says who may."""
    enter(someone, "ls", PIN)
    someone.press("Ctrl+D")
    assert "administrator" in someone.said()
    assert "Ctrl+U" in someone.said()


def test_what_is_open_over_the_window_goes_with_the_lock(
    locked: MainWindow, someone: Receptionist, qapp: QApplication
) -> None:
    """A sheet or the palette would go on showing what the lock hides."""
    enter(someone, "ls", PIN)
    someone.press("F1")
    locked.guard.lock()
    qapp.processEvents()
    assert not any(w.isVisible() for w in locked.findChildren(CheatSheet))


def test_without_pins_there_is_nothing_to_lock(
    window: MainWindow, receptionist: Receptionist
) -> None:
    """The key says how to begin with PINs."""
    receptionist.press("Ctrl+Shift+L")
    assert window.guard.covers is None
    assert "administrator" in receptionist.said()
    assert window.place.jobs.actor is None


def test_the_story_of_a_case_tells_who_did_what(locked: MainWindow, someone: Receptionist) -> None:
    """By initials, beside the moment; no name."""
    enter(someone, "ls", PIN)
    someone.press("F4").types("Nadie atiende en la caja").press("Ctrl+Return")
    someone.press("Ctrl+L")
    shown = locked.stack.currentWidget()
    assert isinstance(shown, CasesScreen)
    told = shown.side.details._story.accessibleName()  # noqa: SLF001 - what the story says
    assert "LS" in told
    assert "Luis" not in told


def test_a_pin_is_checked_beside_the_window(
    code: str, stocked: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hash is slow by intention: it is worked out on a lane, while the window goes on."""
    assert code
    threads: list[str] = []
    matches = secret.matches

    def noted(kept: str, typed: str) -> bool:
        threads.append(threading.current_thread().name)
        return matches(kept, typed)

    monkeypatch.setattr(secret, "matches", noted)
    app.application()
    window = app.build_window(stocked, Jobs(stocked, lambda: NOW))
    qtbot.addWidget(window, before_close_func=lambda w: w.place.jobs.stop())
    window.start()
    window.activateWindow()
    qtbot.waitUntil(cover(window).letters.hasFocus)
    enter(Receptionist(window), "ls", PIN)
    qtbot.waitUntil(lambda: window.guard.covers is None)
    assert threads == ["lane-write"]
    qtbot.waitUntil(window.box.hasFocus)


def test_a_screen_of_another_role_gives_way_to_the_desk(
    locked: MainWindow, someone: Receptionist
) -> None:
    """After a change of user nobody looks at what is not theirs."""
    enter(someone, "ar", KEY)
    locked.commands.run("screen.accounts")
    assert locked.screen_id() == "screen.accounts"
    someone.press("Ctrl+U")
    enter(someone, "ls", PIN)
    assert locked.stack.currentWidget() is locked.desk


def test_a_step_of_another_role_is_refused_and_stays_typed(
    locked: MainWindow, someone: Receptionist
) -> None:
    """A receptionist does not annul; the reason waits until somebody who may has signed in."""
    enter(someone, "ls", PIN)
    someone.press("F4").types("Nadie atiende en la caja").press("Ctrl+Return")
    someone.press("Ctrl+L", "Del").types("duplicada").press("Ctrl+Return")
    db = locked.place.jobs._store.read()  # noqa: SLF001 - what was written
    assert [case.state for case in cases.every(db)] == ["received"]
    shown = locked.stack.currentWidget()
    assert isinstance(shown, CasesScreen)
    words = {label.text() for label in shown.findChildren(QLabel)} | {someone.said()}
    assert any("administrator" in text for text in words)
    someone.press("Ctrl+U")
    enter(someone, "ar", KEY)
    someone.press("Ctrl+Return")
    assert [case.state for case in cases.every(db)] == ["annulled"]
