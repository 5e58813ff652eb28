"""Segments: events on their way. One holds every event that lies in no segment yet, whoever wrote
it, and never changes; its name is made of what it holds, so that two of a cloned desk differ.

A line is [envelope, salt, body] as JSON. Envelope and body are taken as the very text that was
hashed, so nothing is parsed and written again to see whether it is true.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.base.garbage import uncollected
from frontdesk.core import erasure, folding
from frontdesk.store import events, settings
from frontdesk.store.events import Event
from frontdesk.store.store import Tx
from frontdesk.sync import concerned, envelopes, identity, keys, lines
from frontdesk.sync.concerned import COLUMNS, Row
from frontdesk.sync.envelopes import Envelope

FLUSHED = "sync.flushed_to"  # all events up to this row lie in segments
MAX_EVENTS = 100_000
MAX_LAMPORT = 1 << 53
_IN_ORDER = attrgetter("lamport", "writer", "seq", "id")
_CHUNK = 5_000  # parameters of one IN (...)
_HOLLOW = "SELECT id FROM event WHERE body IS NULL AND id NOT IN (SELECT id FROM erased)"
_read_json = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # what json.loads calls, without two layers around it


class Segment(NamedTuple):
    """A segment that was made: its name, the sites it is for, its bytes."""

    name: str
    addressed: tuple[str, ...]
    data: bytes


def flush(tx: Tx, *, now: datetime) -> list[Segment]:
    """Make segments of all events that lie in none yet: one for this site and head office, and
    for each other site one with what concerns its cases. The caller keeps their bytes.
    """
    signer = keys.signer(tx.db)
    known = keys.sites(tx.db)
    head_id = next(k for k, site in known.items() if site.facts["head"])
    made = []
    while rows := _unsent(tx.db):
        first, last = rows[0][0], rows[-1][0]
        own = [Row(*row[1:]) for row in rows]
        groups: dict[tuple[str, ...], list[Row]] = {(signer.site_id, head_id): own}
        for site_id, rows_of in concerned.by_site(tx.db, own, {signer.site_id, head_id}).items():
            groups[(site_id,)] = rows_of
        for to, group in groups.items():
            name = name_of(_writer(tx.db), first, last, group, to)
            data = envelopes.pack(
                "segment", name, *_content(group, now), signer=signer,
                to={site_id: known[site_id] for site_id in to if site_id in known},
            )  # fmt: skip
            made.append(Segment(name, tuple(sorted(set(to))), data))
        settings.put(tx, FLUSHED, str(last))
    settings.put(tx, FLUSHED, str(last_row(tx.db)))
    return made


def history(tx: Tx, site_id: str, *, now: datetime) -> list[Segment]:
    """Make segments of all that a site is to know, for a desk of it that is new or was restored.

    Head office gives a branch what concerns its cases; everybody gives head office everything.
    """
    signer, known = keys.signer(tx.db), keys.sites(tx.db)
    if site_id not in known:
        return []
    everything = site_id == signer.site_id or bool(known[site_id].facts["head"])
    rows = concerned.history(tx.db, "" if everything else site_id)
    made = []
    for start in range(0, len(rows), MAX_EVENTS):
        part = rows[start : start + MAX_EVENTS]
        name = name_of(_writer(tx.db), 0, start + len(part), part, (site_id, "history"))
        data = envelopes.pack(
            "segment", name, *_content(part, now), signer=signer,
            to={site_id: known[site_id]},
        )  # fmt: skip
        made.append(Segment(name, (site_id,), data))
    return made


def is_known(db: sqlite3.Connection, envelope: Envelope) -> bool:
    """Tell whether a segment with these very events was taken in already, under another name."""
    told = envelope.facts.get("events_hash")
    row = db.execute(
        "SELECT 1 FROM envelope WHERE digest = ? AND digest <> ''", (str(told),)
    ).fetchone()
    return envelope.kind == "segment" and bool(told and row)


def waiting(db: sqlite3.Connection) -> int:
    """Return how many events lie in no segment yet, counted up to MAX_EVENTS."""
    return len(_unsent(db))


def name_of(writer: str, first: int, last: int, rows: Sequence[Row], to: Iterable[str]) -> str:
    """Return the name of a segment: whose log, from where to where, and the hash of its events."""
    digest = hashlib.sha256(b"".join(chain((row.id for row in rows), map(str.encode, to))))
    return f"{writer}-{first}-{last}-{digest.hexdigest()[:16]}.zip"


def apply(tx: Tx, envelope: Envelope, content: bytes, *, now: datetime) -> tuple[int, int, int]:
    """Unite a segment's events with the log and fold what they touch, in one transaction.

    Returns how many were new, and the first and last row that they take. Raises UserError where
    a line is not true; then nothing of the segment is taken.
    """
    with uncollected():
        return _apply(tx, envelope, content, now=now)


def _apply(tx: Tx, envelope: Envelope, content: bytes, *, now: datetime) -> tuple[int, int, int]:
    before = last_row(tx.db)
    told = lines.split(content)
    ids = lines.ids_of(told)
    if envelope.facts.get("events_hash") not in (None, lines.digest(told, ids)):
        raise UserError("envelope.tampered", name=envelope.name, who=envelope.who)
    try:
        unknown = _not_yet_whole(tx.db, told, ids)
        last = unite(tx, {row.id: row for row in lines.decode(*unknown)}.values(), now=now)
    except (ValueError, RecursionError) as error:
        raise UserError("envelope.tampered", name=envelope.name, who=envelope.who) from error
    return last - before, before + 1, last


def unite(tx: Tx, told: Iterable[Row], *, now: datetime) -> int:
    """Unite events with the log and fold what they touch; return the last row of the log then.

    Raises ValueError where a body is not the one that its envelope was made for.
    """
    rows = list(told)
    lines.check_bodies(rows)
    before = last_row(tx.db)
    _insert(tx, rows)
    last = last_row(tx.db)
    fresh = _fresh(tx.db, rows, before)
    news = [_event(row) for row in fresh]
    again = _erased_among(tx, news) | _older(tx.db, before)
    if len(fresh) < len(rows):
        known = {event.id for event in news}
        again |= {row.entity for row in rows if row.id not in known}
    first = [event for event in news if event.entity not in again] if again else news
    folding.fold_first(tx, sorted(first, key=_IN_ORDER))
    folding.refold(tx, again)
    _follow(tx, news, now=now)
    return last


def _content(rows: Sequence[Row], now: datetime) -> tuple[dict[str, Any], bytes]:
    """Return what the manifest of a segment says of its events, and their lines."""
    content = lines.encode(rows)
    told = lines.split(content)
    known = lines.digest(told, lines.ids_of(told))
    return {"made_at": iso(now), "events": len(rows), "events_hash": known}, content


def _not_yet_whole(
    db: sqlite3.Connection, told: list[bytes], ids: list[bytes]
) -> tuple[list[bytes], list[bytes]]:
    """Return lines and ids of the events that are new here, or of which we have no body yet."""
    if last_row(db) == 0:
        return told, ids
    whole: set[bytes] = set()
    for start in range(0, len(ids), _CHUNK):
        some = ids[start : start + _CHUNK]
        marks = ",".join("?" * len(some))
        whole.update(
            one for (one,) in db.execute(f"SELECT id FROM event WHERE id IN ({marks})", some)
        )
    whole.difference_update(one for (one,) in db.execute(_HOLLOW))
    pairs = [pair for pair in zip(told, ids, strict=True) if pair[1] not in whole]
    return [line for line, _ in pairs], [one for _, one in pairs]


def _insert(tx: Tx, rows: Sequence[Row]) -> None:
    """Insert what is new; a body fills the place of one that came without, unless it was erased."""
    erased = {one for (one,) in tx.db.execute("SELECT id FROM erased")}
    if erased:
        rows = [r._replace(body=None, salt=b"") if r.id in erased else r for r in rows]
    tx.touched.add("event")
    tx.db.executemany(
        f"INSERT INTO event({COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?,?,?) "
        "ON CONFLICT(id) DO UPDATE SET body = excluded.body, salt = excluded.salt "
        "WHERE event.body IS NULL AND excluded.body IS NOT NULL",
        rows,
    )


def _erased_among(tx: Tx, news: Iterable[Event]) -> set[str]:
    """Carry out the erasures among events; return the entities concerned."""
    told: dict[str, str] = {}
    for event in news:
        if event.kind == erasure.KIND and event.body is not None:
            told[str(event.body.get("event"))] = event.entity
    ids = [one for one in told if re.fullmatch("[0-9a-f]{32}", one)]
    events.forget(tx.db, map(bytes.fromhex, ids))
    return set(told.values())


def _follow(tx: Tx, news: Sequence[Event], *, now: datetime) -> None:
    """Write later than all that was read; and as somebody else, where another writes as we do."""
    lamport = max((event.lamport for event in news), default=0)
    tx.execute("UPDATE writer SET lamport = max(lamport, ?) WHERE current = 1", (lamport,))
    writer = _writer(tx.db)
    if any(event.writer == writer for event in news):
        identity.renew(tx, now=now)


def _fresh(db: sqlite3.Connection, rows: Sequence[Row], before: int) -> Sequence[Row]:
    """Return the rows that were not known before."""
    if last_row(db) - before == len(rows):
        return rows
    ids = {one for (one,) in db.execute("SELECT id FROM event WHERE n > ?", (before,))}
    return rows if len(ids) == len(rows) else [row for row in rows if row.id in ids]


def _older(db: sqlite3.Connection, before: int) -> set[str]:
    """Return which entities of the new events have older ones."""
    if not before:
        return set()
    rows = db.execute(
        "SELECT DISTINCT entity FROM event e WHERE n > ?1 "
        "AND EXISTS(SELECT 1 FROM event o WHERE o.entity = e.entity AND o.n <= ?1)",
        (before,),
    )
    return {entity for (entity,) in rows}


def _unsent(db: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """Return the first events, with their rows, that neither left nor came in a segment."""
    return db.execute(
        f"SELECT n, {COLUMNS} FROM event WHERE n > ? AND NOT EXISTS("
        "SELECT 1 FROM envelope s WHERE s.to_n > 0 AND event.n BETWEEN s.from_n AND s.to_n) "
        "ORDER BY n LIMIT ?",
        (int(settings.get(db, FLUSHED, "0")), MAX_EVENTS),
    ).fetchall()


def _event(row: Row) -> Event:
    body = None
    if row.body is not None:
        body, end = _read_json(row.body, 0)
        if end != len(row.body):
            raise ValueError(row.entity)
    return Event(
        row.id, row.writer, row.seq, row.prev, row.lamport, row.at, row.entity, row.kind, row.salt,
        body, row.body_hash,
    )  # fmt: skip


def _writer(db: sqlite3.Connection) -> str:
    return str(db.execute("SELECT id FROM writer WHERE current = 1").fetchone()[0])


def last_row(db: sqlite3.Connection) -> int:
    """Return the number of the last event of the log, 0 before the first."""
    return int(db.execute("SELECT coalesce(max(n), 0) FROM event").fetchone()[0])
