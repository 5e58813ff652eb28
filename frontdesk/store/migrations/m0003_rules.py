"""Rule packs that an office edits: copies of those that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Create the office's own packs. Each version stays, because cases were received under it."""
    db.execute(
        """CREATE TABLE rule_pack(
            name TEXT NOT NULL, version INTEGER NOT NULL CHECK (version > 0), text TEXT NOT NULL,
            saved_at TEXT NOT NULL, PRIMARY KEY(name, version)) STRICT"""
    )
