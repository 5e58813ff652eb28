"""Promises: who was told what by when, kept or broken. The day opens on what is due."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from frontdesk.base.clock import iso, zone
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core import conflicts, contacts, deadlines, offices
from frontdesk.core.sites import here
from frontdesk.store.events import Event
from frontdesk.store.store import Tx

MAX_CHARS = 500
CALL_BACK_AT = time(10)  # when people can be rung: nobody's breakfast, nobody's lunch
SETTLED = ("kept", "broken", "withdrawn")
_COLUMNS = "id, desk, to_whom, what, due_at, made_at, state, settled_at, reason, contact_id, origin"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise. `state` is open, kept, broken or withdrawn; instants are stored text."""

    id: str
    desk: str
    to_whom: str
    what: str
    due_at: str
    made_at: str
    state: str
    settled_at: str
    reason: str
    contact_id: str
    origin: str


def make(
    tx: Tx, what: str, *, due_at: datetime, to_whom: str = "", at_desk: bool = False,
    origin: str = "", now: datetime,
) -> Promise:  # fmt: skip
    """Write down a promise; at the desk it is also what came of the open contact."""
    what = line(what)[:MAX_CHARS]
    if not what:
        raise UserError("promise.empty", field="what")
    if due_at < now and not origin:
        raise UserError("promise.past", field="due_at")
    promise_id = uuid7()
    contact = (
        contacts.note(tx, "promise", ref=promise_id, label=what, outcome="promise", now=now).id
        if at_desk
        else ""
    )
    body = {
        "desk": here(tx.db).desk, "to_whom": line(to_whom)[:MAX_CHARS], "what": what,
        "due_at": iso(due_at), "contact": contact, "origin": origin,
    }  # fmt: skip
    fold(tx, tx.append("promise.made", promise_id, body, now))
    return get(tx.db, promise_id)


def left_unhappy(tx: Tx, what: str, *, to_whom: str = "", now: datetime) -> Promise:
    """Close the contact at the desk as unhappy, and promise a call back on the next working time.

    `what` is the promise in the words of the desk; `to_whom` is by default the visitor.
    """
    contact = contacts.begin(tx, now=now)
    promise = make(
        tx, what, due_at=next_working_time(tx.db, now=now), to_whom=to_whom or contact.visitor,
        at_desk=True, now=now,
    )  # fmt: skip
    contacts.close(tx, outcome="unhappy", now=now)
    return promise


def next_working_time(db: sqlite3.Connection, *, now: datetime) -> datetime:
    """Return the first `CALL_BACK_AT` of a working day of this site that is still to come."""
    desk = here(db)
    local = now.astimezone(zone(desk.zone))
    closed = tuple(offices.closed_days(db, local.date()))
    working = deadlines.calendar(desk.country, desk.region, closed)
    for ahead in range(deadlines.HORIZON_DAYS):
        at = datetime.combine(local.date() + timedelta(days=ahead), CALL_BACK_AT, local.tzinfo)
        if at > now and working.is_working_day(at.date()):
            return at
    raise UserError("rules.never_due", years=deadlines.HORIZON_DAYS // 366)


def settle(tx: Tx, promise_id: str, state: str, *, reason: str = "", now: datetime) -> Promise:
    """Say what became of a promise: kept, broken (a reason is needed) or withdrawn."""
    if state not in SETTLED:
        raise UserError("promise.state", states=", ".join(SETTLED))
    if state == "broken" and not line(reason):
        raise UserError("promise.reason", field="reason")
    get(tx.db, promise_id)
    body = {
        "state": state, "reason": line(reason)[:MAX_CHARS], "desk": here(tx.db).desk,
        "base": conflicts.base_of(tx.db, "promise.settled", promise_id),
    }  # fmt: skip
    fold(tx, tx.append("promise.settled", promise_id, body, now))
    return get(tx.db, promise_id)


def reopen(tx: Tx, promise_id: str, *, now: datetime) -> Promise:
    """Take back what was said to have become of a promise."""
    get(tx.db, promise_id)
    fold(tx, tx.append("promise.reopened", promise_id, {}, now))
    return get(tx.db, promise_id)


def get(db: sqlite3.Connection, promise_id: str) -> Promise:
    """Return one promise. Raises UserError when there is none."""
    row = db.execute(f"SELECT {_COLUMNS} FROM promise WHERE id = ?", (promise_id,)).fetchone()
    if row is None:
        raise UserError("promise.unknown", given=promise_id)
    return Promise(*row)


def still_open(db: sqlite3.Connection, limit: int = 200) -> list[Promise]:
    """Return the promises not yet settled, the soonest due first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM promise WHERE state = 'open' ORDER BY due_at, id LIMIT ?",
        (limit,),
    )
    return [Promise(*row) for row in rows]


def due_before(db: sqlite3.Connection, instant: datetime) -> int:
    """Return how many open promises are due before an instant, the late ones among them."""
    row = db.execute(
        "SELECT count(*) FROM promise WHERE state = 'open' AND due_at < ?", (iso(instant),)
    ).fetchone()
    return int(row[0])


def fold(tx: Tx, event: Event) -> None:
    """Put what an event tells into the promise's row."""
    body = event.body
    if body is None:
        return
    if event.kind == "promise.made":
        tx.execute(
            f"INSERT OR REPLACE INTO promise({_COLUMNS}) VALUES(?,?,?,?,?,?,'open','','',?,?)",
            (event.entity, body["desk"], body["to_whom"], body["what"], body["due_at"], event.at,
             body["contact"], body["origin"]),
        )  # fmt: skip
    elif event.kind == "promise.settled":
        tx.execute(
            "UPDATE promise SET state = ?, settled_at = ?, reason = ? WHERE id = ?",
            (body["state"], event.at, body["reason"], event.entity),
        )
    elif event.kind == "promise.reopened":
        tx.execute(
            "UPDATE promise SET state = 'open', settled_at = '', reason = '' WHERE id = ?",
            (event.entity,),
        )
