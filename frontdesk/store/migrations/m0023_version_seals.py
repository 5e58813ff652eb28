"""What was said once and by whom is sealed too: an earlier version that somebody edits is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Keep a hash with each version of an article; those without one are sealed with the next."""
    db.execute("ALTER TABLE article_version ADD COLUMN digest BLOB NOT NULL DEFAULT x''")
    db.execute(
        "CREATE INDEX article_version_unsealed ON article_version(digest) WHERE digest = x''"
    )
