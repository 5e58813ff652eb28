"""Freshness: what the board counts of all articles, without reading their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Index all that the board counts: the columns stand behind the texts, which may be long."""
    db.execute(
        "CREATE INDEX article_fresh ON article("
        "state, id, owner, review_on, review_days, valid_to, created_at, changed_at)"
    )
