"""The life of an article: since when and by whom each version holds, and when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# `changed_by` is a person's id, '' for the machine itself; `review_days` is text as it is typed.
COLUMNS = (
    "ALTER TABLE article ADD COLUMN review_days TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE article ADD COLUMN created_at TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE article ADD COLUMN changed_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE article_version ADD COLUMN since_at TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE article_version ADD COLUMN changed_by TEXT NOT NULL DEFAULT ''",
)
# What was written one by one is in the log. Of the rest nobody knows since when it is there: an
# empty instant is before all others.
BEGINNINGS = (
    """UPDATE article SET created_at = coalesce(
        (SELECT min(at) FROM event WHERE entity = article.id AND kind = 'article.saved'), '')""",
    """UPDATE article_version AS this SET since_at = coalesce(
        (SELECT max(v.until_at) FROM article_version v
         WHERE v.article_id = this.article_id AND v.until_at < this.until_at),
        (SELECT created_at FROM article WHERE id = this.article_id), '')""",
)


def migrate(db: Database) -> None:
    """Let every version say from when to when it held, so that any instant can be asked for."""
    for statement in (*COLUMNS, *BEGINNINGS):
        db.execute(statement)
