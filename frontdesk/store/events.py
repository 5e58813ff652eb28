"""The event log: what happened at desks, append-only, chained by hash.

An event's id is the hash of its envelope, so a changed envelope is another event; the body is bound
to the envelope by a salted hash, so it can be erased and the chain still holds. Order is
(lamport, writer, seq, id), never the wall clock: a branch with its clock in 2035 must not win.
`(writer, seq)` is deliberately not unique: a cloned PC forks the chain and both halves happened.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

HASH_BYTES = 16
Body = dict[str, Any]
_COLUMNS = "id, writer, seq, prev, lamport, at, entity, kind, salt, body, body_hash"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `body` is None once its personal text has been erased."""

    id: bytes
    writer: str
    seq: int
    prev: bytes
    lamport: int
    at: str
    entity: str
    kind: str
    salt: bytes
    body: Body | None
    body_hash: bytes


def dump(body: Body) -> str:
    """Return a body as canonical JSON text."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_body(salt: bytes, text: str) -> bytes:
    """Return the salted hash that binds a body to its envelope."""
    return hashlib.sha256(salt + text.encode()).digest()[:HASH_BYTES]


def hash_envelope(event: Event) -> bytes:
    """Return the id that an event with this envelope must have."""
    envelope = [
        event.writer, event.seq, event.prev.hex(), event.lamport,
        event.at, event.entity, event.kind, event.body_hash.hex(),
    ]  # fmt: skip
    text = json.dumps(envelope, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).digest()[:HASH_BYTES]


def append(db: sqlite3.Connection, kind: str, entity: str, body: Body, at: str) -> Event:
    """Write the next event of this database's writer and return it."""
    row = db.execute("SELECT id, seq, head, lamport FROM writer WHERE current = 1").fetchone()
    writer, seq, prev, lamport = row
    salt, text = os.urandom(HASH_BYTES), dump(body)
    draft = Event(
        b"", writer, seq + 1, prev, lamport + 1, at, entity, kind, salt, body, hash_body(salt, text)
    )
    event_id = hash_envelope(draft)
    event = Event(
        event_id, writer, seq + 1, prev, lamport + 1, at, entity, kind, salt, body, draft.body_hash
    )
    db.execute(
        f"INSERT INTO event({_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?,?,?)",
        (event_id, writer, seq + 1, prev, lamport + 1, at, entity, kind, salt, text,
         draft.body_hash),
    )  # fmt: skip
    db.execute(
        "UPDATE writer SET seq = ?, head = ?, lamport = ? WHERE id = ?",
        (seq + 1, event_id, lamport + 1, writer),
    )
    return event


def in_order(db: sqlite3.Connection, entity: str | None = None) -> Iterator[Event]:
    """Yield the events of one entity, or all, in the order that every site agrees on."""
    where = "" if entity is None else "WHERE entity = ?"
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM event {where} ORDER BY lamport, writer, seq, id",
        () if entity is None else (entity,),
    )
    for row in rows:
        body = json.loads(row[9]) if row[9] is not None else _left(db, row[0], row[6])
        yield Event(*(*row[:9], body, row[10]))


def forget(db: sqlite3.Connection, ids: Iterable[bytes]) -> None:
    """Erase bodies for good, also those of events that are still to come from elsewhere.

    The salt goes too: with it a short text could be guessed from the hash that stays.
    """
    marked = [(one,) for one in ids]
    db.executemany("INSERT OR IGNORE INTO erased(id) VALUES(?)", marked)
    db.executemany("UPDATE event SET body = NULL, salt = x'' WHERE id = ?", marked)


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a line for each event that was changed, removed or added by hand, oldest first.

    A hole is a fault only in what this database wrote itself: the rest of another desk's chain may
    still be on its way.
    """
    heads: dict[str, set[bytes]] = {}
    own = dict(db.execute("SELECT id, seq FROM writer"))
    rows = db.execute(f"SELECT {_COLUMNS} FROM event ORDER BY writer, seq, id")
    for row in rows:
        event, text = Event(*(*row[:9], None, row[10])), row[9]
        known = heads.setdefault(event.writer, set())
        name = f"event {event.seq} of writer {event.writer} ({event.kind} {event.entity})"
        if hash_envelope(event) != event.id:
            yield f"{name}: changed"
        elif text is not None and hash_body(event.salt, text) != event.body_hash:
            yield f"{name}: its text was changed"
        elif event.seq <= own.get(event.writer, 0) and _stands_alone(event, known):
            yield f"{name}: the event before it is missing"
        known.add(event.id)
    for writer, seq, head in db.execute("SELECT id, seq, head FROM writer WHERE seq > 0"):
        if head not in heads.get(writer, set()):
            yield f"event {seq} of writer {writer}: missing"
    yield from _added(db)
    yield from _miscounted(db)


def _stands_alone(event: Event, known: set[bytes]) -> bool:
    return event.prev not in known and bool(event.prev or event.seq > 1)


def _added(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a line for each event that stands behind the last one this database has written."""
    rows = db.execute(
        "SELECT e.seq, e.writer, e.kind, e.entity FROM event e JOIN writer w ON w.id = e.writer "
        "WHERE w.current = 1 AND e.seq > w.seq ORDER BY e.seq, e.id"
    )
    for seq, writer, kind, entity in rows:
        yield f"event {seq} of writer {writer} ({kind} {entity}): added by hand"


def _miscounted(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a line for a writer that counts otherwise than its events, and where nobody writes."""
    rows = db.execute(
        "SELECT w.id FROM writer w JOIN event e ON e.id = w.head "
        "WHERE w.seq <> e.seq OR w.lamport < e.lamport ORDER BY w.id"
    )
    for (writer,) in rows:
        yield f"writer {writer}: changed by hand"
    nobody = "SELECT 1 FROM event WHERE NOT EXISTS (SELECT 1 FROM writer WHERE current = 1) LIMIT 1"
    if db.execute(nobody).fetchone():
        yield "writer: removed by hand"


def _left(db: sqlite3.Connection, event_id: bytes, entity: str) -> Body | None:
    """Return what an erasure left of a body: without the person, so that counts stay."""
    rows = db.execute(
        "SELECT body FROM event WHERE entity = ? AND kind = 'erase' AND body IS NOT NULL "
        "ORDER BY lamport DESC, writer DESC, seq DESC, id DESC",
        (entity,),
    )
    told = (json.loads(body) for (body,) in rows)
    return next((b.get("left") for b in told if b.get("event") == event_id.hex()), None)
