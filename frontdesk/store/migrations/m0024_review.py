"""A change to what is published waits for review beside it, and the desk shows the latter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Keep for each article at most one change in review, and on which digest it rests."""
    db.execute(
        """CREATE TABLE article_review(
            article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
            content TEXT NOT NULL, base BLOB NOT NULL, sent_at TEXT NOT NULL, sent_by TEXT NOT NULL
            ) STRICT, WITHOUT ROWID"""
    )
