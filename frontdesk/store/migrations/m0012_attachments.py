"""Papers belong to cases, articles and drafts alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# `entity_id` is the id of a row of `noun`; until now every paper was a case's.
STATEMENTS = (
    "ALTER TABLE attachment RENAME TO case_attachment",
    "DROP INDEX attachment_content_of",
    """CREATE TABLE attachment(
        entity_id TEXT NOT NULL, noun TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
        sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY(entity_id, noun, position)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX attachment_content_of ON attachment(sha256)",
    """INSERT INTO attachment(entity_id, noun, position, name, sha256, bytes, at)
        SELECT complaint_id, 'complaint', position, name, sha256, bytes, at FROM case_attachment""",
    "DROP TABLE case_attachment",
)


def migrate(db: Database) -> None:
    """Let a paper say of which noun it is; the contents stay where they are."""
    for statement in STATEMENTS:
        db.execute(statement)
