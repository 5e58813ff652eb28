"""Cards: an article with all that the desk shows of it at a glance."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from frontdesk.core import offices
from frontdesk.core.knowledge import steps
from frontdesk.core.knowledge.articles import Article, get
from frontdesk.core.knowledge.life import due_on, review_days


@dataclass(frozen=True, slots=True)
class Card:
    """All that the desk shows of one article at a glance."""

    article: Article
    offices: tuple[offices.Office, ...]
    step_offices: tuple[str, ...]  # the office names of each step, '' where unknown
    is_stale: bool
    is_valid: bool


def card(db: sqlite3.Connection, article_id: str, today: date) -> Card | None:
    """Return what the desk shows of an article on a day, with the offices that serve it."""
    article = get(db, article_id)
    if article is None:
        return None
    names = dict(db.execute("SELECT id, name FROM office"))
    serving = offices.serving(db, article_id)
    stepped = steps.known(db, article)
    in_order = (stepped[office_id] for step in article.steps for office_id in step.offices)
    known = {office.id: office for office in (*filter(None, in_order), *serving)}
    day = today.isoformat()
    return Card(
        article=article,
        offices=tuple(office for office in known.values() if not office.retired),
        step_offices=tuple(
            " / ".join(names[office_id] for office_id in step.offices if office_id in names)
            for step in article.steps
        ),
        is_stale=_due_on(db, article) < day,
        is_valid=article.valid_from <= day and (not article.valid_to or day <= article.valid_to),
    )


def _due_on(db: sqlite3.Connection, article: Article) -> str:
    (changed_at,) = db.execute(
        "SELECT changed_at FROM article WHERE id = ?", (article.id,)
    ).fetchone()
    return due_on(article.review_on, article.review_days, changed_at, review_days(db))
