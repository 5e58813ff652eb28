"""Articles that a release of head office replaced although they had been edited at this branch."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Remember them, so that whoever edited is told; what they wrote is kept as a version."""
    db.execute(
        "CREATE TABLE article_replaced("
        "article_id TEXT PRIMARY KEY, digest BLOB NOT NULL) STRICT, WITHOUT ROWID"
    )
