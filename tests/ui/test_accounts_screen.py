"""People and PINs: the first administrator, others after them, the code, the idle minutes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from frontdesk import app
from frontdesk.core import accounts, people
from frontdesk.core.people import Person
from frontdesk.core.roles import NOBODY, has_pins
from frontdesk.store import settings
from frontdesk.store.store import Actor, Store
from frontdesk.ui.screens.accounts import form
from frontdesk.ui.screens.accounts.screen import AccountsScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

KEY = "un gato verde"


@pytest.fixture
def staffed(stocked: Store) -> Store:
    """A house with two people and no PIN."""
    with stocked.write() as tx:
        staff = [Person("p-a", "", "Ana Ruiz"), Person("p-l", "", "Luis Soto")]
        people.put_many(tx, staff, now=NOW)
    return stocked


@pytest.fixture
def screen(staffed: Store, window: MainWindow) -> AccountsScreen:
    """The screen, opened."""
    assert staffed
    window.commands.run("screen.accounts")
    shown = window.stack.currentWidget()
    assert isinstance(shown, AccountsScreen)
    return shown


def make_first(receptionist: Receptionist) -> None:
    """Ana becomes the first administrator, by keys."""
    receptionist.types("Ana Ruiz").press("Tab", "Tab").types(f"{KEY}\n")


def sign_in(window: MainWindow, letters: str, secret: str) -> str:
    """Who comes in with these, '' for nobody."""
    with window.place.jobs._store.write() as tx:  # noqa: SLF001 - what was written
        return accounts.sign_in(tx, letters, secret, now=NOW).name


def test_the_first_administrator_is_made_by_keys(
    window: MainWindow, screen: AccountsScreen, receptionist: Receptionist
) -> None:
    """A name proposes its letters; then the code is on show, and Ana is signed in."""
    assert QApplication.focusWidget() is screen.page.name
    make_first(receptionist)
    assert len(screen.code.code) == 24
    assert window.place.jobs.actor == Actor("p-a", "admin")
    assert sign_in(window, "AR", KEY) == "Ana Ruiz"
    receptionist.press("Return")
    assert screen.code.code == ""
    assert [p.name for p in accounts.every(window.place.jobs._store.read())][0] == "Ana Ruiz"  # noqa: RUF015, SLF001 - the first row


def test_an_easy_password_is_refused_beside_its_field(
    window: MainWindow, screen: AccountsScreen, receptionist: Receptionist
) -> None:
    """The house stays open until a good one is typed."""
    receptionist.types("Ana Ruiz").press("Tab", "Tab").types("corta\n")
    assert "10" in screen.page.fields["secret"].refusal()
    assert window.place.jobs.actor is None
    receptionist.press("Ctrl+A").types(f"{KEY}\n")
    assert screen.code.code


def test_another_gets_role_letters_and_pin(
    window: MainWindow, screen: AccountsScreen, receptionist: Receptionist
) -> None:
    """Arrow, Enter, PIN, Enter: the letters are proposed, the role is a receptionist's."""
    make_first(receptionist)
    receptionist.press("Return", "Down", "Return", "Tab").types("7291\n")
    assert sign_in(window, "LS", "7291") == "Luis Soto"
    assert receptionist.said() == "Luis Soto signs in as LS"
    assert screen.list.hasFocus()


def test_a_role_is_changed_without_a_new_pin(
    window: MainWindow, screen: AccountsScreen, receptionist: Receptionist
) -> None:
    """The role's field comes first for who has a PIN already."""
    make_first(receptionist)
    receptionist.press("Return", "Down", "Return", "Tab").types("7291\n")
    receptionist.press("Return", "Down", "Down", "Return")
    with window.place.jobs._store.write() as tx:  # noqa: SLF001 - what was written
        assert accounts.sign_in(tx, "LS", "7291", now=NOW).actor == Actor("p-l", "manager")
    assert "manager" in {row.role for row in screen._house.people}  # noqa: SLF001 - what is shown


def test_a_pin_is_taken_away_and_given_back(
    window: MainWindow, screen: AccountsScreen, receptionist: Receptionist
) -> None:
    """Del takes it, Ctrl+Z gives the same one back."""
    make_first(receptionist)
    receptionist.press("Return", "Down", "Return", "Tab").types("7291\n").press("Del")
    assert sign_in(window, "LS", "7291") == ""
    receptionist.press("Ctrl+Z")
    assert sign_in(window, "LS", "7291") == "Luis Soto"
    assert screen.isVisible()


def test_the_last_pin_opens_the_house_and_its_return_locks_it(
    window: MainWindow, screen: AccountsScreen, receptionist: Receptionist
) -> None:
    """A house may do without PINs again; whoever takes that back has to sign in."""
    make_first(receptionist)
    receptionist.press("Return", "Del")
    assert window.place.jobs.actor is None
    assert screen.page.is_first
    receptionist.press("Ctrl+Z")
    assert window.place.jobs.actor == NOBODY
    assert window.guard.covers


def test_a_new_recovery_code_is_one_digit(
    window: MainWindow, screen: AccountsScreen, receptionist: Receptionist
) -> None:
    """The one before is good for nothing; without a printer it is never kept as a file."""
    make_first(receptionist)
    first = screen.code.code
    receptionist.press("Return").types("1")
    assert screen.code.code not in ("", first)
    receptionist.press("Ctrl+P")
    assert "write the code down" in receptionist.said()
    with window.place.jobs._store.write() as tx:  # noqa: SLF001 - what was written
        assert accounts.recover(tx, first, "AR", KEY, now=NOW).actor is None


def test_the_idle_minutes_are_asked_in_one_line(
    window: MainWindow, screen: AccountsScreen, receptionist: Receptionist
) -> None:
    """Nonsense is refused beside the line."""
    make_first(receptionist)
    receptionist.press("Return").types("2")
    receptionist.press("Ctrl+A").types("soon\n")
    assert "240" in screen.line.error.text()
    receptionist.press("Ctrl+A").types("5\n")
    assert accounts.idle_min(window.place.jobs._store.read()) == 5  # noqa: SLF001 - what was written
    assert not screen.line.isVisible()


def test_it_can_be_left_without_a_pin(
    window: MainWindow, screen: AccountsScreen, receptionist: Receptionist, staffed: Store
) -> None:
    """An offer and not a wall: Esc goes back to the desk."""
    assert screen.page.is_first
    receptionist.types("Ana").press("Esc")
    assert window.box.hasFocus()
    assert not has_pins(staffed.read())


@pytest.mark.parametrize(
    ("name", "taken", "letters"),
    [("Ana Ruiz", "", "AR"), ("Ana Ruiz", "AR", "AN"), ("Ángel", "", "AN"), ("李", "", ""),
     ("María José de la Peña", "MJ", "MD"), ("", "", ""), ("A", "", "")],
)  # fmt: skip
def test_letters_are_proposed(name: str, taken: str, letters: str) -> None:
    """Two that nobody has; none where none come to mind."""
    assert form.proposed(name, (accounts.Account("x", "X", "", "admin", taken),)) == letters


def test_a_new_office_is_offered_a_first_administrator_once(
    window: MainWindow, staffed: Store
) -> None:
    """The form opens by itself in an office that was just set up, and never again."""
    with staffed.write() as tx:
        settings.put(tx, settings.WANTS_ADMIN, "1")
    app.offer_first_admin(window, staffed)
    assert isinstance(window.stack.currentWidget(), AccountsScreen)
    window.show_desk()
    app.offer_first_admin(window, staffed)
    assert window.stack.currentWidget() is window.desk


def test_who_types_already_is_not_disturbed(
    window: MainWindow, receptionist: Receptionist, staffed: Store
) -> None:
    """The offer waits for the next start."""
    with staffed.write() as tx:
        settings.put(tx, settings.WANTS_ADMIN, "1")
    receptionist.types("pipe")
    app.offer_first_admin(window, staffed)
    assert window.stack.currentWidget() is window.desk
    assert settings.get(staffed.read(), settings.WANTS_ADMIN)
