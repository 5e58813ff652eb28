"""Signing in: right, wrong, too often wrong, after a restart, and by the recovery code."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from frontdesk.core import accounts, people
from frontdesk.core.accounts import Entered
from frontdesk.core.people import Person
from frontdesk.store.store import Actor, Store
from tests.helpers.desks import NOW

KEY, PIN = "un gato verde", "7291"
LUIS = Person("p-l", "", "Luis Soto")


@pytest.fixture
def code(store: Store) -> str:
    """A house with an admin AR and a receptionist LS; the recovery code of its set-up."""
    with store.write() as tx:
        people.put_many(tx, [LUIS], now=NOW)
        _, code = accounts.first_admin(
            tx, "Ana Ruiz", initials="AR", secret=KEY, now=NOW
        )  # fmt: skip
        accounts.put(tx, "p-l", role="receptionist", initials="LS", secret=PIN, now=NOW)
    return code


def sign_in(store: Store, initials: str, secret: str, now: datetime = NOW) -> Entered:
    """Try to come in."""
    with store.write() as tx:
        return accounts.sign_in(tx, initials, secret, now=now)


def problem(entered: Entered) -> tuple[str, object]:
    """The code of a refusal, and for how many seconds."""
    assert entered.actor is None
    assert entered.problem is not None
    return entered.problem.code, entered.problem.details.get("seconds")


@pytest.mark.usefixtures("code")
def test_two_letters_and_a_pin_let_in(store: Store) -> None:
    """In any case; what comes back is who it is, with the role of today."""
    entered = sign_in(store, " ls", PIN)
    assert (entered.actor, entered.name) == (Actor("p-l", "receptionist"), "Luis Soto")
    assert problem(sign_in(store, "LS", KEY)) == ("account.wrong", None)
    assert problem(sign_in(store, "XX", PIN)) == ("account.wrong", None)
    assert problem(sign_in(store, "LSX", PIN)) == ("account.initials", None)


@pytest.mark.usefixtures("code")
def test_three_wrong_tries_slow_down(store: Store) -> None:
    """The third brings a wait, each later one twice as long, up to a quarter of an hour."""
    now, waits = NOW, []
    for _ in range(9):
        _, wait_s = problem(sign_in(store, "LS", "0000", now))
        waits.append(wait_s)
        now += timedelta(seconds=int(str(wait_s or 0)))
    assert waits == [None, None, 30, 60, 120, 240, 480, 900, 900]


@pytest.mark.usefixtures("code")
def test_while_one_waits_the_right_pin_does_not_help(store: Store) -> None:
    """Otherwise the wait would only be told to those who guess."""
    for _ in range(3):
        sign_in(store, "LS", "0000")
    later = NOW + timedelta(seconds=10)
    assert problem(sign_in(store, "LS", PIN, later)) == ("account.wait", 20)
    assert sign_in(store, "LS", PIN, NOW + timedelta(seconds=31)).actor
    assert problem(sign_in(store, "LS", "0000")) == ("account.wrong", None)


@pytest.mark.usefixtures("code")
def test_a_restart_does_not_reset_the_wait(store: Store) -> None:
    """It lies in the database, of each person alone: the others come in meanwhile."""
    for _ in range(3):
        sign_in(store, "LS", "0000")
    store.close()
    again = Store(store.folder)
    assert problem(sign_in(again, "LS", PIN)) == ("account.wait", 30)
    assert sign_in(again, "AR", KEY).actor
    again.close()


@pytest.mark.usefixtures("code")
def test_a_clock_set_back_locks_nobody_out_for_days(store: Store) -> None:
    """One waits a quarter of an hour at most, whatever the clock said before."""
    for _ in range(3):
        sign_in(store, "LS", "0000", NOW + timedelta(days=400))
    assert problem(sign_in(store, "LS", PIN)) == ("account.wait", 900)


@pytest.mark.usefixtures("code")
def test_who_has_left_does_not_come_in(store: Store) -> None:
    """Nor who has no role any more."""
    with store.write() as tx:
        people.put_many(tx, [Person("p-l", "", "Luis Soto", role="")], now=NOW)
    assert problem(sign_in(store, "LS", PIN)) == ("account.wrong", None)


@pytest.mark.usefixtures("code")
def test_a_pin_is_no_password_however_one_became_admin(store: Store) -> None:
    """An import of staff can name an admin; it does not turn four digits into their password."""
    with store.write() as tx:
        people.put_many(tx, [Person("p-l", "", "Luis Soto", role="admin")], now=NOW)
    assert problem(sign_in(store, "LS", PIN)) == ("account.only_pin", None)
    assert sign_in(store, "AR", KEY).actor


def test_the_recovery_code_gives_a_new_password_once(store: Store, code: str) -> None:
    """Typed carelessly it is the same code; used up, it is good for nothing; a new one comes."""
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "i")
    with store.write() as tx:
        entered = accounts.recover(tx, typed, "ar", "otra llave azul", now=NOW)
    assert entered.actor
    assert entered.actor.role == "admin"
    assert entered.code not in ("", code)
    assert sign_in(store, "AR", "otra llave azul").actor
    assert problem(sign_in(store, "AR", KEY)) == ("account.wrong", None)
    with store.write() as tx:
        assert problem(accounts.recover(tx, code, "AR", KEY, now=NOW))[0] == "account.code"
        assert accounts.recover(tx, entered.code, "AR", KEY, now=NOW).actor


@pytest.mark.parametrize(
    ("initials", "password", "expected"),
    [("XX", KEY, "account.unknown"), ("A", KEY, "account.initials"),
     ("AR", "corta", "account.password")],
)  # fmt: skip
def test_a_slip_does_not_use_the_code_up(
    store: Store, code: str, initials: str, password: str, expected: str
) -> None:
    """Wrong letters or an easy password beside the right code: it still holds."""
    with store.write() as tx:
        assert problem(accounts.recover(tx, code, initials, password, now=NOW))[0] == expected
        assert accounts.recover(tx, code, "AR", "otra llave azul", now=NOW).actor


def test_guessing_the_recovery_code_slows_down_too(store: Store, code: str) -> None:
    """After three wrong codes even the right one has to wait."""
    with store.write() as tx:
        for _ in range(3):
            accounts.recover(tx, "ABCD", "AR", KEY, now=NOW)
    with store.write() as tx:
        assert problem(accounts.recover(tx, code, "AR", KEY, now=NOW)) == ("account.wait", 30)


def test_a_locked_desk_can_be_recovered(store: Store, code: str) -> None:
    """Nobody is signed in when the admin has lost the password."""
    store.actor = Actor("", "")
    with store.write() as tx:
        assert accounts.recover(tx, code, "LS", "otra llave azul", now=NOW).actor
    assert people.get(store.read(), "p-l").role == "admin"  # type: ignore[union-attr]
