"""What the program itself last wrote of house and knowledge, so that an edit by hand is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Keep a hash for each row of the tables that no event tells row by row."""
    db.execute(
        """CREATE TABLE seal(
            noun TEXT NOT NULL, id TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY(noun, id)
            ) STRICT, WITHOUT ROWID"""
    )
