"""Exchange between sites: keys and certificates, what went out and came in, what is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

TRUST = (
    "CREATE TABLE secret_key(name TEXT PRIMARY KEY, seed BLOB NOT NULL) STRICT",
    """CREATE TABLE certificate(
        id TEXT PRIMARY KEY, noun TEXT NOT NULL, site_id TEXT NOT NULL, text TEXT NOT NULL,
        signature BLOB NOT NULL, revoked INTEGER NOT NULL, seen_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX certificate_site ON certificate(site_id, noun)",
)

# `from_n` to `to_n` are the rows of the event log that came with a segment of another desk.
FILES = (
    """CREATE TABLE envelope(
        name TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, site_id TEXT NOT NULL,
        desk_id TEXT NOT NULL, addressed TEXT NOT NULL, from_n INTEGER NOT NULL,
        to_n INTEGER NOT NULL, why TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL) STRICT""",
    "CREATE INDEX envelope_state ON envelope(state)",
    "CREATE INDEX envelope_events ON envelope(from_n, to_n) WHERE to_n > 0",
    """CREATE TABLE receipt(
        name TEXT NOT NULL, desk_id TEXT NOT NULL, PRIMARY KEY(name, desk_id)
        ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE release(
        number INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, at TEXT NOT NULL
        ) STRICT""",
    "CREATE TABLE released_closure(id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
)

ERASED = (
    "CREATE TABLE erased(id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID",
    "CREATE INDEX event_erase ON event(entity) WHERE kind = 'erase'",
)


def migrate(db: Database) -> None:
    """Make what exchange rests on. An event that was erased stays erased whatever an old stick
    brings, so the ids of erased events are kept for good.
    """
    for statement in (*TRUST, *FILES, *ERASED):
        db.execute(statement)
