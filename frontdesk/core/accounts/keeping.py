"""Who has a PIN: giving, changing and taking it away, the recovery code, the idle minutes."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import fold, line
from frontdesk.core import people
from frontdesk.core.accounts import secret as secrets
from frontdesk.core.people import Person
from frontdesk.core.roles import ROLES, has_pins, keep_an_admin, require
from frontdesk.store import settings
from frontdesk.store.store import Tx

RECOVERY = "recovery_code"  # the setting that holds its hash
IDLE = "lock_idle_min"
DEFAULT_IDLE_MIN = 10
MAX_IDLE_MIN = 240
_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody of the house and how they sign in; `initials` is '' where they have no PIN."""

    person_id: str
    name: str
    title: str
    role: str
    initials: str = ""

    @property
    def id(self) -> str:
        """By what a list finds the person again."""
        return self.person_id


def every(db: sqlite3.Connection) -> list[Account]:
    """Return the people who work here: those with a PIN first, then who has a role, by name."""
    rows = db.execute(
        "SELECT p.id, p.name, p.title, p.role, coalesce(a.initials, '') FROM person p "
        "LEFT JOIN account a ON a.person_id = p.id AND a.secret <> '' WHERE p.active = 1 "
        "ORDER BY a.initials IS NULL, p.role = '', p.name, p.id"
    )
    return [Account(*row) for row in rows]


def initials_of(db: sqlite3.Connection) -> dict[str, str]:
    """Return person id -> initials of all who ever had a PIN: lists show no names."""
    return dict(db.execute("SELECT person_id, initials FROM account"))


def checked_initials(text: str) -> str:
    """Return two capital letters without accents. Raises UserError where they are not two."""
    letters = fold(line(text)).upper()
    if len(letters) != _LETTERS or not (letters.isascii() and letters.isalpha()):
        raise UserError("account.initials", field="initials")
    return letters


def put(
    tx: Tx, person_id: str, *, role: str, initials: str, secret: str = "", now: datetime
) -> Account:
    """Say what somebody is here and how they sign in; without `secret` theirs stays.

    Raises UserError for initials that another has, for a PIN that is too easy, for a new admin
    without a password, and where no admin would be left.
    """
    require(tx, "staff.write")
    person = people.get(tx.db, person_id)
    if person is None or not person.active:
        raise UserError("account.person", given=line(person_id)[:60])
    if role not in ROLES:
        raise UserError("person.role", field="role", roles=", ".join(ROLES))
    initials = checked_initials(initials)
    _check_free(tx.db, initials, person_id)
    kept = _secret(tx.db, person, role, secret)
    if person.role != role:
        people.put_many(tx, [replace(person, role=role)], now=now)
    store(tx, person_id, initials, kept, now=now)
    keep_an_admin(tx)
    tx.append("account.set", person_id, {"role": role, "initials": initials}, now)
    return Account(person_id, person.name, person.title, role, initials)


def remove(tx: Tx, person_id: str, *, now: datetime) -> str:
    """Take a PIN away and return what was kept of it; the person stays.

    The last admin's goes only when nobody else has one.
    """
    require(tx, "staff.write")
    row = tx.db.execute("SELECT secret FROM account WHERE person_id = ?", (person_id,)).fetchone()
    tx.execute(  # the row stays, so that the news of it reaches the branches
        "UPDATE account SET secret = '', set_at = ? WHERE person_id = ?", (iso(now), person_id)
    )
    keep_an_admin(tx)
    tx.append("account.removed", person_id, {}, now)
    return str(row[0]) if row else ""


def give_back(tx: Tx, person_id: str, kept: str, *, now: datetime) -> None:
    """Give somebody the PIN back that was just taken away."""
    require(tx, "staff.write")
    tx.execute(
        "UPDATE account SET secret = ?, set_at = ? WHERE person_id = ?",
        (kept, iso(now), person_id),
    )
    tx.append("account.given_back", person_id, {}, now)


def first_admin(
    tx: Tx, name: str, *, initials: str, secret: str, now: datetime
) -> tuple[Account, str]:
    """Make the first admin of a house without PINs; return the account and the recovery code.

    Somebody of that name who works here already becomes the admin. The code is shown once: only
    its hash is kept.
    """
    require(tx, "staff.write")
    if has_pins(tx.db):
        raise UserError("account.exists")
    named = line(name)
    known = (p for p in people.every(tx.db) if fold(p.name) == fold(named))
    person = next(known, None) or Person(uuid7(), "", named, role="admin")
    people.put_many(tx, [replace(person, role="admin")], now=now)
    account = put(tx, person.id, role="admin", initials=initials, secret=secret, now=now)
    return account, renew_code(tx, now=now)


def renew_code(tx: Tx, *, now: datetime) -> str:
    """Return a new recovery code; the one before is good for nothing any more."""
    require(tx, "staff.write")
    code = secrets.new_code()
    settings.put(tx, RECOVERY, secrets.hashed(secrets.bare(code)))
    tx.append("account.code_renewed", uuid7(), {}, now)
    return code


def idle_min(db: sqlite3.Connection) -> int:
    """Return after how many idle minutes the desk locks itself; 0 is never."""
    return int(settings.get(db, IDLE, str(DEFAULT_IDLE_MIN)))


def set_idle_min(tx: Tx, minutes: int, *, now: datetime) -> int:  # noqa: ARG001 - an operation's form
    """Set the idle minutes; return them."""
    require(tx, "staff.write")
    if not 0 <= minutes <= MAX_IDLE_MIN:
        raise UserError("account.idle", field="minutes", most=MAX_IDLE_MIN)
    settings.put(tx, IDLE, str(minutes))
    return minutes


def store(tx: Tx, person_id: str, initials: str, kept: str, *, now: datetime) -> None:
    """Keep initials and hash of a person, and forget their wrong tries."""
    tx.execute(
        "INSERT OR REPLACE INTO account(person_id, initials, secret, set_at) VALUES(?,?,?,?)",
        (person_id, initials, kept, iso(now)),
    )
    tx.execute("DELETE FROM sign_in_try WHERE name = ?", (initials,))


def _check_free(db: sqlite3.Connection, initials: str, person_id: str) -> None:
    row = db.execute(
        "SELECT p.name FROM account a JOIN person p ON p.id = a.person_id "
        "WHERE a.initials = ? AND a.person_id <> ? AND a.secret <> '' AND p.active = 1",
        (initials, person_id),
    ).fetchone()
    if row:
        raise UserError("account.initials_taken", field="initials", initials=initials, name=row[0])


def _secret(db: sqlite3.Connection, person: Person, role: str, given: str) -> str:
    """Return the hash to keep: of what is given, else the one there, unless its role asks more."""
    row = db.execute("SELECT secret FROM account WHERE person_id = ?", (person.id,)).fetchone()
    kept = str(row[0]) if row else ""
    if given or not kept or (role == "admin" and person.role != "admin"):
        return secrets.hashed(secrets.checked(given, role))
    return kept
