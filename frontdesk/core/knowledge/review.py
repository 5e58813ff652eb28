"""A change to a published article in review: it waits beside the live one until somebody saves it.

Whoever opens the article finds the change on the table, resting on what was published when it was
sent: what was published since is told and joined as for any two who write.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.core.knowledge import articles, versions
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.roles import require
from frontdesk.store.store import Tx


@dataclass(frozen=True, slots=True)
class Waiting:
    """The change as it was sent, the digest on which it rests, and the fields that it changes."""

    article: Article
    base: bytes
    sent_at: str
    sent_by: str
    fields: tuple[str, ...]


def send(tx: Tx, article: Article, *, base: bytes, now: datetime) -> None:
    """Let a change wait for review in place of the one before; the desk shows what is published.

    Anybody may send one. Raises UserError for an unusable one, and where nothing would change.
    """
    change = articles.checked(article)
    live = _live(tx.db, change.id)
    if articles.digest(change) == articles.digest(live):
        raise UserError("article.same")
    by = tx.actor.id if tx.actor else ""
    tx.execute(
        "INSERT OR REPLACE INTO article_review(article_id, content, base, sent_at, sent_by) "
        "VALUES(?,?,?,?,?)",
        (change.id, articles.content(change), base, iso(now), by),
    )
    body = {"code": change.code, "digest": articles.digest(change).hex(), "state": "review"}
    tx.append("article.sent", change.id, body, now)


def waiting(db: sqlite3.Connection, article_id: str) -> Waiting | None:
    """Return the change to an article that waits for review."""
    row = db.execute(
        "SELECT content, base, sent_at, sent_by FROM article_review WHERE article_id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        return None
    change = articles.from_dict(json.loads(row[0]))
    changed = versions.difference(_live(db, article_id), change)
    _, base, sent_at, sent_by = row
    return Waiting(change, base, sent_at, sent_by, tuple(each.field for each in changed))


def drop(tx: Tx, article_id: str, *, now: datetime) -> None:
    """Take a change out of review: one's own, or whoever publishes another's. What is published
    stays as it is.
    """
    found = waiting(tx.db, article_id)
    if found is None:
        return
    if tx.actor and tx.actor.id != found.sent_by:
        require(tx, "article.write")
    tx.execute("DELETE FROM article_review WHERE article_id = ?", (article_id,))
    tx.append("article.taken_back", article_id, {"code": found.article.code}, now)


def done(tx: Tx, article_id: str, sent_at: str) -> None:
    """Note that the change sent at an instant was saved; a later one still waits."""
    tx.execute(
        "DELETE FROM article_review WHERE article_id = ? AND sent_at = ?", (article_id, sent_at)
    )


def _live(db: sqlite3.Connection, article_id: str) -> Article:
    article = articles.get(db, article_id)
    if article is None:
        raise UserError("article.unknown", given=article_id)
    return article
