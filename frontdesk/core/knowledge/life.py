"""The life of an article: drafted, reviewed, published, looked at again in time, retired."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from frontdesk.base.clock import day
from frontdesk.base.errors import UserError
from frontdesk.core.knowledge import articles, versions
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.roles import require
from frontdesk.core.sites import here
from frontdesk.store import settings
from frontdesk.store.store import Tx

REVIEW_DAYS = "article_review_days"  # of articles that say nothing of their own
DEFAULT_REVIEW_DAYS = 180
# State -> the states that it can pass to, the usual one first.
MOVES: Mapping[str, tuple[str, ...]] = {
    "draft": ("review", "published", "retired"),
    "review": ("published", "draft", "retired"),
    "published": ("retired", "draft"),
    "retired": ("draft", "published"),
}


@dataclass(frozen=True, slots=True)
class Turn:
    """That an article passed to a state: when ('' where nobody knows) and by whom (a person's id,
    '' for the machine itself).
    """

    state: str
    at: str
    by: str


def move(tx: Tx, article_id: str, state: str, *, now: datetime) -> Article:
    """Pass an article to another state. Raises UserError where it cannot go there from its own, and
    for one without an answer that is to be published.
    """
    article = _known(tx.db, article_id)
    if state not in MOVES[article.state]:
        raise UserError("article.move", states=", ".join(MOVES[article.state]))
    if state == "published" and not (article.say or article.body):
        raise UserError("article.unanswered", field="say")
    return articles.save(tx, replace(article, state=state), now=now)


def verify(tx: Tx, article_id: str, *, now: datetime) -> Article:
    """Note that an article is true today: its review date moves on by its interval."""
    require(tx, "article.write")
    article = _known(tx.db, article_id)
    today = day(now, here(tx.db).zone)
    return articles.save(
        tx, replace(article, review_on=_next(tx.db, article, today).isoformat()), now=now
    )


def review_days(db: sqlite3.Connection) -> int:
    """Return the days between two reviews of an article that says nothing of its own."""
    return int(settings.get(db, REVIEW_DAYS, str(DEFAULT_REVIEW_DAYS)))


def due_on(review_on: str, interval: str, changed_at: str, default: int) -> str:
    """Return the day (ISO) on which an article is to be looked at: its review date, else so many
    days after it was written. `interval` is its own, as text; `default` the house's.
    """
    if review_on:
        return review_on
    written = date.fromisoformat(changed_at[:10])
    return (written + timedelta(days=int(interval or default))).isoformat()


def course(db: sqlite3.Connection, article_id: str) -> list[Turn]:
    """Return the states through which an article has passed, the first one first."""
    turns: list[Turn] = []
    for version in reversed(versions.versions(db, article_id)):
        if not turns or turns[-1].state != version.article.state:
            turns.append(Turn(version.article.state, version.since_at, version.by))
    return turns


def _next(db: sqlite3.Connection, article: Article, today: date) -> date:
    return today + timedelta(days=int(article.review_days or review_days(db)))


def _known(db: sqlite3.Connection, article_id: str) -> Article:
    article = articles.get(db, article_id)
    if article is None:
        raise UserError("article.unknown", given=article_id)
    return article
