"""Expected visitors: announced with host and hour, checked in at the desk, the host told.

Somebody at the desk tells the host of whoever arrives, and notes it: `told_at` is '' until then.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta

from frontdesk.base.clock import iso, zone
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core import contacts, offices, people
from frontdesk.core.sites import here
from frontdesk.store.events import Event
from frontdesk.store.store import Tx

MAX_CHARS = 200


@dataclass(frozen=True, slots=True)
class Expected:
    """One visitor. States: expected, arrived, cancelled. `told_at` is '' until the host knows.

    `host_name` is the person, or the office where no person was named.
    """

    id: str
    desk: str
    visitor: str
    company: str
    host_id: str
    host_name: str
    office_id: str
    expected_at: str
    note: str
    state: str
    contact_id: str
    arrived_at: str
    told_at: str
    announced_at: str
    origin: str


_NAMES = tuple(field.name for field in fields(Expected))
_COLUMNS = ", ".join(_NAMES)
_HERE = "desk = (SELECT code FROM desk WHERE is_here = 1)"


def announce(
    tx: Tx, visitor: str, *, host_id: str = "", office_id: str = "", at: datetime,
    company: str = "", note: str = "", origin: str = "", now: datetime,
) -> Expected:  # fmt: skip
    """Note that a visitor comes at an instant, to a person or else to an office.

    Raises UserError without a name or host, and for a time that has passed.
    """
    visitor = line(visitor)[:MAX_CHARS]
    if not visitor:
        raise UserError("expected.nameless", field="visitor")
    if at < now and not origin:
        raise UserError("expected.past", field="at")
    host = people.get(tx.db, host_id)
    office = offices.get(tx.db, office_id or (host.office_id if host else ""))
    if host is None and office is None:
        raise UserError("expected.host", field="host")
    body = {
        "desk": here(tx.db).desk, "visitor": visitor, "company": line(company)[:MAX_CHARS],
        "host": host.id if host else "",
        "host_name": host.name if host else office.name if office else "",
        "office": office.id if office else "", "expected_at": iso(at),
        "note": line(note)[:MAX_CHARS], "origin": origin,
    }  # fmt: skip
    event = tx.append("expected.announced", uuid7(), body, now)
    fold(tx, event)
    return get(tx.db, event.entity)


def check_in(tx: Tx, expected_id: str, *, now: datetime) -> Expected:
    """Note that a visitor has arrived: it is the visit at the desk, and the host is to be told.

    Raises UserError where they have arrived or were called off, and while somebody else with a
    name stands at the desk.
    """
    expected = _still(tx.db, expected_id)
    contact = contacts.begin(tx, now=now)
    if contact.visitor not in ("", expected.visitor):
        raise UserError("expected.busy")
    contacts.name_visitor(tx, expected.visitor, now=now)
    contacts.note(
        tx, "arrived", ref=expected.id, label=expected.host_name, outcome="routed", now=now
    )
    fold(tx, tx.append("expected.arrived", expected.id, {"contact": contact.id}, now))
    return get(tx.db, expected_id)


def host_told(tx: Tx, expected_id: str, *, now: datetime) -> Expected:
    """Note that the host knows of the arrival."""
    expected = get(tx.db, expected_id)
    if expected.state != "arrived":
        raise UserError("expected.not_arrived", visitor=expected.visitor)
    fold(tx, tx.append("expected.host_told", expected_id, {}, now))
    return get(tx.db, expected_id)


def cancel(tx: Tx, expected_id: str, *, now: datetime) -> Expected:
    """Note that a visitor does not come."""
    _still(tx.db, expected_id)
    fold(tx, tx.append("expected.cancelled", expected_id, {}, now))
    return get(tx.db, expected_id)


def get(db: sqlite3.Connection, expected_id: str) -> Expected:
    """Return one expected visitor. Raises UserError when there is none."""
    row = db.execute(f"SELECT {_COLUMNS} FROM expected WHERE id = ?", (expected_id,)).fetchone()
    if row is None:
        raise UserError("expected.unknown", given=line(expected_id)[:60])
    return Expected(*row)


def on_day(db: sqlite3.Connection, day: date, zone_name: str) -> list[Expected]:
    """Return who is or was expected at this desk on a day of its zone, by hour and host."""
    start = datetime.combine(day, time(), zone(zone_name))
    end = datetime.combine(day + timedelta(days=1), time(), zone(zone_name))
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM expected WHERE expected_at >= ? AND expected_at < ? "
        f"AND state <> 'cancelled' AND {_HERE} ORDER BY expected_at, host_name, visitor, id",
        (iso(start), iso(end)),
    )
    return [Expected(*row) for row in rows]


def fold(tx: Tx, event: Event) -> None:
    """Put what an event tells into the visitor's row."""
    body = event.body
    if event.kind == "expected.announced" and body is not None:
        tx.execute(
            f"INSERT OR REPLACE INTO expected({_COLUMNS}) "
            "VALUES(?,?,?,?,?,?,?,?,?,'expected','','','',?,?)",
            (event.entity, body["desk"], body["visitor"], body["company"], body["host"],
             body["host_name"], body["office"], body["expected_at"], body["note"], event.at,
             body["origin"]),
        )  # fmt: skip
    elif event.kind == "expected.arrived" and body is not None:
        tx.execute(
            "UPDATE expected SET state = 'arrived', contact_id = ?, arrived_at = ? WHERE id = ?",
            (body["contact"], event.at, event.entity),
        )
    elif event.kind == "expected.host_told":
        tx.execute("UPDATE expected SET told_at = ? WHERE id = ?", (event.at, event.entity))
    elif event.kind == "expected.cancelled":
        tx.execute("UPDATE expected SET state = 'cancelled' WHERE id = ?", (event.entity,))


def _still(db: sqlite3.Connection, expected_id: str) -> Expected:
    expected = get(db, expected_id)
    if expected.state != "expected":
        raise UserError("expected.settled", visitor=expected.visitor)
    return expected
