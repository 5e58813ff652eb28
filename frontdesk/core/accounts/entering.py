"""Signing in. A wrong try is written down and so cannot be raised: a rollback would forget it.

From the third wrong try on one has to wait, each time twice as long, also after a restart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from frontdesk.base.clock import iso, parse
from frontdesk.base.errors import UserError
from frontdesk.core import people
from frontdesk.core.accounts import secret as secrets
from frontdesk.core.accounts.keeping import RECOVERY, Account, checked_initials, renew_code, store
from frontdesk.store import settings
from frontdesk.store.store import Actor, Tx

FREE_TRIES = 2
FIRST_WAIT_S = 30
MAX_WAIT_S = 15 * 60
_AT_RECOVERY = "recovery"  # among the tries, where initials have two letters


@dataclass(frozen=True, slots=True)
class Entered:
    """Who came in; or why nobody did. `code` is the new recovery code, where one was used."""

    actor: Actor | None = None
    name: str = ""
    initials: str = ""
    problem: UserError | None = None
    code: str = ""


def entered_as(account: Account) -> Entered:
    """Return somebody whose account was just made or changed as if they had signed in."""
    return Entered(Actor(account.person_id, account.role), account.name, account.initials)


def sign_in(tx: Tx, initials: str, secret: str, *, now: datetime) -> Entered:
    """Let somebody in by two letters and a PIN or password. Its problem is told, never raised.

    Whom an import or head office made an admin does not come in with the PIN of before.
    """
    try:
        letters = checked_initials(initials)
    except UserError as error:
        return Entered(problem=error)
    if problem := _must_wait(tx, letters, now):
        return Entered(problem=problem)
    rows = tx.db.execute(
        "SELECT a.person_id, p.role, p.name, a.secret FROM account a "
        "JOIN person p ON p.id = a.person_id WHERE a.initials = ? AND a.secret <> '' "
        "AND p.active = 1 AND p.role <> '' ORDER BY a.set_at DESC, a.person_id",
        (letters,),
    ).fetchall()
    for person_id, role, name, kept in rows:
        if secrets.matches(kept, secret):
            tx.execute("DELETE FROM sign_in_try WHERE name = ?", (letters,))
            if role == "admin" and len(secret) < secrets.MIN_PASSWORD:
                return Entered(problem=UserError("account.only_pin"))
            return Entered(Actor(person_id, role), name, letters)
    return Entered(problem=_note_wrong(tx, letters, now) or UserError("account.wrong"))


def recover(tx: Tx, code: str, initials: str, secret: str, *, now: datetime) -> Entered:
    """Make the one with these initials an admin with a new password, by the recovery code.

    The code is used up; the next one comes with the answer. Its problem is told, never raised.
    """
    if problem := _must_wait(tx, _AT_RECOVERY, now):
        return Entered(problem=problem)
    if not secrets.matches(settings.get(tx.db, RECOVERY), secrets.bare(code)):
        problem = _note_wrong(tx, _AT_RECOVERY, now) or UserError("account.code", field="code")
        return Entered(problem=problem)
    try:
        return _recovered(tx, checked_initials(initials), secrets.checked(secret, "admin"), now)
    except UserError as error:
        return Entered(problem=error)


def _recovered(tx: Tx, initials: str, secret: str, now: datetime) -> Entered:
    row = tx.db.execute(
        "SELECT p.id FROM account a JOIN person p ON p.id = a.person_id "
        "WHERE a.initials = ? AND a.secret <> '' AND p.active = 1 "
        "ORDER BY p.role <> 'admin', p.id",
        (initials,),
    ).fetchone()
    person = people.get(tx.db, row[0]) if row else None
    if person is None:
        raise UserError("account.unknown", field="initials", initials=initials)
    tx.actor = None  # the code speaks for the house: nobody is signed in
    people.put_many(tx, [replace(person, role="admin")], now=now)
    store(tx, person.id, initials, secrets.hashed(secret), now=now)
    tx.execute("DELETE FROM sign_in_try WHERE name = ?", (_AT_RECOVERY,))
    tx.append("account.recovered", person.id, {"initials": initials}, now)
    code = renew_code(tx, now=now)
    return Entered(Actor(person.id, "admin"), person.name, initials, code=code)


def _must_wait(tx: Tx, name: str, now: datetime) -> UserError | None:
    """Return the refusal of who has to wait; a clock that was set back makes nobody wait longer."""
    row = tx.db.execute("SELECT until FROM sign_in_try WHERE name = ?", (name,)).fetchone()
    if row is None or not row[0] or parse(row[0]) <= now:
        return None
    wait_s = min((parse(row[0]) - now).total_seconds(), MAX_WAIT_S)
    return UserError("account.wait", seconds=max(1, round(wait_s)))


def _note_wrong(tx: Tx, name: str, now: datetime) -> UserError | None:
    """Note a wrong try; return the wait that it brings."""
    (failed,) = tx.execute(
        "INSERT INTO sign_in_try(name, failed, until) VALUES(?, 1, '') "
        "ON CONFLICT(name) DO UPDATE SET failed = failed + 1 RETURNING failed",
        (name,),
    ).fetchone()
    if failed <= FREE_TRIES:
        return None
    wait_s = min(FIRST_WAIT_S << min(failed - FREE_TRIES - 1, 10), MAX_WAIT_S)
    tx.execute(
        "UPDATE sign_in_try SET until = ? WHERE name = ?",
        (iso(now + timedelta(seconds=wait_s)), name),
    )
    return UserError("account.wrong_wait", seconds=wait_s)
