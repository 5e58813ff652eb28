"""The phone at the desk: one key notes what became of a call, so that it can be counted."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from frontdesk.base.clock import iso, zone
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core import contacts
from frontdesk.core.sites import here
from frontdesk.store.events import Event
from frontdesk.store.store import Tx

OUTCOMES = ("answered", "busy", "no_answer")
MAX_NOTE_CHARS = 500
_COLUMNS = "id, desk, outcome, note, contact_id, at, state, origin"


@dataclass(frozen=True, slots=True)
class PhoneCall:
    """One call: answered, busy or no_answer. States: logged, withdrawn."""

    id: str
    desk: str
    outcome: str
    note: str
    contact_id: str
    at: str
    state: str
    origin: str


def log(tx: Tx, outcome: str, note: str = "", *, origin: str = "", now: datetime) -> PhoneCall:
    """Note a call; an answered one belongs to the contact at the desk where that is a call."""
    if outcome not in OUTCOMES:
        raise UserError("phone.outcome", field="outcome", outcomes=", ".join(OUTCOMES))
    contact = contacts.current(tx.db) if outcome == "answered" else None
    body = {
        "desk": here(tx.db).desk, "outcome": outcome, "note": line(note)[:MAX_NOTE_CHARS],
        "contact": contact.id if contact and contact.channel == "phone" else "", "origin": origin,
    }  # fmt: skip
    event = tx.append("phone.logged", uuid7(), body, now)
    fold(tx, event)
    return get(tx.db, event.entity)


def withdraw(tx: Tx, call_id: str, *, now: datetime) -> PhoneCall:
    """Take back a call that was noted by mistake; the event stays."""
    get(tx.db, call_id)
    fold(tx, tx.append("phone.withdrawn", call_id, {}, now))
    return get(tx.db, call_id)


def get(db: sqlite3.Connection, call_id: str) -> PhoneCall:
    """Return one call. Raises UserError when there is none."""
    row = db.execute(f"SELECT {_COLUMNS} FROM phone_call WHERE id = ?", (call_id,)).fetchone()
    if row is None:
        raise UserError("phone.unknown", given=line(call_id)[:60])
    return PhoneCall(*row)


def on_day(db: sqlite3.Connection, day: date, zone_name: str) -> list[PhoneCall]:
    """Return the calls of a day of the office's zone, the latest first."""
    start = datetime.combine(day, time(), zone(zone_name))
    end = datetime.combine(day + timedelta(days=1), time(), zone(zone_name))
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM phone_call WHERE at >= ? AND at < ? AND state = 'logged' "
        "ORDER BY at DESC, id DESC",
        (iso(start), iso(end)),
    )
    return [PhoneCall(*row) for row in rows]


def fold(tx: Tx, event: Event) -> None:
    """Put what an event tells into the call's row."""
    body = event.body
    if event.kind == "phone.logged" and body is not None:
        tx.execute(
            f"INSERT OR REPLACE INTO phone_call({_COLUMNS}) VALUES(?,?,?,?,?,?,'logged',?)",
            (event.entity, body["desk"], body["outcome"], body["note"], body["contact"], event.at,
             body["origin"]),
        )  # fmt: skip
    elif event.kind == "phone.withdrawn":
        tx.execute("UPDATE phone_call SET state = 'withdrawn' WHERE id = ?", (event.entity,))
