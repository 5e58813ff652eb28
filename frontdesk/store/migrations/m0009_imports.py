"""What each import brought, so that it can be taken back as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# `before` is the JSON of a row that was there already, '' of a new one; `digest` is of what came.
TABLES = (
    """CREATE TABLE import_batch(
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, file TEXT NOT NULL,
        at TEXT NOT NULL, new INTEGER NOT NULL, changed INTEGER NOT NULL,
        undone_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE import_row(
        batch_id TEXT NOT NULL REFERENCES import_batch(id), kind TEXT NOT NULL,
        key TEXT NOT NULL, before TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY(batch_id, kind, key)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX import_row_key ON import_row(kind, key)",
)


def migrate(db: Database) -> None:
    """Note imports row by row: without that nobody can tell an import from an edit since."""
    for statement in TABLES:
        db.execute(statement)
