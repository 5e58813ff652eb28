"""Who has a PIN: the first admin, initials, what is too easy, and that one admin always stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import accounts, people
from frontdesk.core.accounts import Account
from frontdesk.core.people import Person
from frontdesk.core.roles import has_pins
from frontdesk.store import events
from frontdesk.store.store import Actor, Store
from tests.helpers.desks import NOW

ANA, LUIS = Person("p-a", "", "Ana Ruiz"), Person("p-l", "", "Luis Soto", role="receptionist")
KEY, PIN = "un gato verde", "7291"


@pytest.fixture
def house(store: Store) -> Store:
    """A house with two people and no PIN."""
    with store.write() as tx:
        people.put_many(tx, [ANA, LUIS], now=NOW)
    return store


def make_first(store: Store) -> tuple[Account, str]:
    """Make Ana the first admin."""
    with store.write() as tx:
        return accounts.first_admin(tx, "ana ruiz", initials="ár", secret=KEY, now=NOW)


def put(store: Store, person: Person, **how: str) -> Account:
    """Give somebody a PIN."""
    with store.write() as tx:
        return accounts.put(tx, person.id, now=NOW, **how)


def test_a_house_without_pins_asks_nobody(house: Store) -> None:
    """Until the first PIN is set the program is open to whoever sits there."""
    assert not has_pins(house.read())
    assert {account.initials for account in accounts.every(house.read())} == {""}


def test_the_first_admin_is_made_of_who_is_there(house: Store) -> None:
    """The name finds the person whatever its case; letters lose their accents; a code comes."""
    account, code = make_first(house)
    assert account == Account("p-a", "Ana Ruiz", "", "admin", "AR")
    assert has_pins(house.read())
    assert [len(group) for group in code.split("-")] == [4] * 5
    assert people.get(house.read(), "p-a").role == "admin"  # type: ignore[union-attr]


def test_the_first_admin_may_be_somebody_new(house: Store) -> None:
    """An empty office has nobody yet: the person is made with the account."""
    with house.write() as tx:
        account, _ = accounts.first_admin(tx, "Eva Gil", initials="eg", secret=KEY, now=NOW)
    assert next(a.name for a in accounts.every(house.read())) == "Eva Gil"
    assert people.get(house.read(), account.person_id) is not None


def test_there_is_one_first_admin(house: Store) -> None:
    """Whoever comes second signs in as the first, and is no admin by saying so."""
    make_first(house)
    with pytest.raises(UserError, match=r"account\.exists"):
        make_first(house)


def test_no_secret_is_kept_as_it_was_typed(house: Store) -> None:
    """Neither the file nor the log of events holds a password, a PIN or the recovery code."""
    _, code = make_first(house)
    put(house, LUIS, role="receptionist", initials="LS", secret=PIN)
    house.close()
    raw = b"".join(file.read_bytes() for file in house.folder.glob("*") if file.is_file())
    assert KEY.encode() not in raw
    assert b'"7291"' not in raw
    assert code.encode() not in raw
    assert code.replace("-", "").encode() not in raw
    assert b"$argon2id$v=19$m=19456,t=2,p=1$" in raw


@pytest.mark.parametrize(
    ("role", "secret", "code"),
    [
        ("receptionist", "", "account.pin"),
        ("receptionist", "729", "account.pin"),
        ("receptionist", "4444", "account.pin_easy"),
        ("manager", "1234", "account.pin_easy"),
        ("manager", "9876", "account.pin_easy"),
        ("admin", "7291", "account.password"),
        ("admin", "aaaaaaaaaaaa", "account.password"),
    ],
)
def test_what_is_too_easy_is_refused(house: Store, role: str, secret: str, code: str) -> None:
    """Four digits that are no row for the desk, ten characters for an admin."""
    make_first(house)
    with pytest.raises(UserError) as refused:
        put(house, LUIS, role=role, initials="LS", secret=secret)
    assert refused.value.code == code
    assert accounts.initials_of(house.read()) == {"p-a": "AR"}


@pytest.mark.parametrize("initials", ["", "A", "ABC", "A1", "ñ ñ", "李明"])
def test_initials_are_two_letters(house: Store, initials: str) -> None:
    """They are typed at every change of user, on any keyboard."""
    make_first(house)
    with pytest.raises(UserError, match=r"account\.initials"):
        put(house, LUIS, role="manager", initials=initials, secret=PIN)


def test_two_people_do_not_share_initials(house: Store) -> None:
    """Who has them is told; who has left takes them to nobody."""
    make_first(house)
    with pytest.raises(UserError) as refused:
        put(house, LUIS, role="manager", initials="ar", secret=PIN)
    assert refused.value.details["name"] == "Ana Ruiz"


def test_a_role_changes_and_the_pin_stays(house: Store) -> None:
    """Only who becomes an admin needs a new secret: a PIN is no password."""
    make_first(house)
    put(house, LUIS, role="receptionist", initials="LS", secret=PIN)
    assert put(house, LUIS, role="manager", initials="LU").role == "manager"
    with house.write() as tx:
        assert accounts.sign_in(tx, "lu", PIN, now=NOW).actor == Actor("p-l", "manager")
    with pytest.raises(UserError, match=r"account\.password"):
        put(house, LUIS, role="admin", initials="LU")


def test_one_admin_always_stays(house: Store) -> None:
    """The last admin is neither demoted nor removed nor dismissed while others have PINs."""
    make_first(house)
    put(house, LUIS, role="receptionist", initials="LS", secret=PIN)
    house.actor = Actor("p-a", "admin")
    with pytest.raises(UserError, match=r"role\.last_admin"):
        put(house, ANA, role="manager", initials="AR")
    with pytest.raises(UserError, match=r"role\.last_admin"), house.write() as tx:
        accounts.remove(tx, "p-a", now=NOW)
    with pytest.raises(UserError, match=r"role\.last_admin"), house.write() as tx:
        people.put_many(tx, [replace(ANA, role="admin", active=False)], now=NOW)
    assert accounts.every(house.read())[0].role == "admin"


def test_without_the_last_pin_the_house_is_open_again(house: Store) -> None:
    """A house may do without PINs: the last one to have one takes it away."""
    make_first(house)
    with house.write() as tx:
        accounts.remove(tx, "p-a", now=NOW)
    assert not has_pins(house.read())


def test_the_log_tells_who_gave_whom_what(house: Store) -> None:
    """Giving a role is on record, with the hand that gave it."""
    make_first(house)
    house.actor = Actor("p-a", "admin")
    put(house, LUIS, role="manager", initials="LS", secret=PIN)
    told = [e for e in events.in_order(house.read(), "p-l") if e.kind == "account.set"]
    assert [e.body for e in told] == [{"role": "manager", "initials": "LS", "by": "p-a"}]


@pytest.mark.parametrize("minutes", [5, 0, 240])
def test_the_idle_minutes_are_a_setting(house: Store, minutes: int) -> None:
    """Ten by default, none is never."""
    assert accounts.idle_min(house.read()) == 10
    with house.write() as tx:
        accounts.set_idle_min(tx, minutes, now=NOW)
    assert accounts.idle_min(house.read()) == minutes


@pytest.mark.parametrize("minutes", [-1, 241])
def test_idle_minutes_that_make_no_sense_are_refused(house: Store, minutes: int) -> None:
    """What was set stays."""
    with pytest.raises(UserError, match=r"account\.idle"), house.write() as tx:
        accounts.set_idle_min(tx, minutes, now=NOW)
    assert accounts.idle_min(house.read()) == 10
