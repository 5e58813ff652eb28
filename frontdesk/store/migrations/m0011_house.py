"""What admins say of the house: closures that only shorten a day, and their wording of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Let a closure cut the usual hours, and keep an office's own texts beside the shipped ones.

    "Tomorrow we close at 12" is true of every office at its own hours: as hours of their own the
    same words would open those that are shut in the morning.
    """
    db.execute("ALTER TABLE closure ADD COLUMN shortens INTEGER NOT NULL DEFAULT 0")
    db.execute(
        """CREATE TABLE paper_wording(
            lang TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL, changed_at TEXT NOT NULL,
            PRIMARY KEY(lang, name)) STRICT, WITHOUT ROWID"""
    )
