"""What an author has in hand: articles that are not on the desk yet or no longer, and what was
typed of any and not saved.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

MAX_AT_WORK = 500


class AtWork(NamedTuple):
    """An article in hand. `is_typed`: something was typed of it that is not saved."""

    id: str
    code: str
    title: str
    state: str
    is_typed: bool


def at_work(db: sqlite3.Connection) -> list[AtWork]:
    """Return the articles in hand: those with something typed first, retired ones last, and the
    latest change first; at most MAX_AT_WORK. One with a change in review is told as in review.
    """
    rows = db.execute(
        "SELECT a.id, a.code, a.title, iif(r.article_id IS NULL, a.state, 'review'), "
        "d.key IS NOT NULL FROM article a LEFT JOIN draft d ON d.key = 'article.' || a.id "
        "LEFT JOIN article_review r ON r.article_id = a.id "
        "WHERE a.state <> 'published' OR d.key IS NOT NULL OR r.article_id IS NOT NULL "
        "ORDER BY d.key IS NULL, a.state = 'retired', a.changed_at DESC, a.n LIMIT ?",
        (MAX_AT_WORK,),
    )
    return [AtWork(n, code, title, state, bool(typed)) for n, code, title, state, typed in rows]


def currencies(db: sqlite3.Connection) -> list[str]:
    """Return the currencies of the house's articles, the most used first."""
    rows = db.execute(
        "SELECT currency FROM article WHERE currency <> '' GROUP BY currency "
        "ORDER BY count(*) DESC, currency"
    )
    return [currency for (currency,) in rows]
