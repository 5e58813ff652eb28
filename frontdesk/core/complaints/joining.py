"""One cause for many cases: joining changes no folio and no term, and can be taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core.complaints import cases, causes
from frontdesk.core.complaints.cases import Complaint
from frontdesk.core.complaints.causes import Cause
from frontdesk.core.complaints.steps import happen, open_case
from frontdesk.core.knowledge import articles
from frontdesk.store.store import Tx

TITLE_CHARS = 80


def join(
    tx: Tx, complaint_id: str, *, cause_id: str = "", alike: Sequence[str] = (), now: datetime
) -> Cause:
    """Join a case under a cause, or with the cases `alike`, nearest first; return the cause.

    Without `cause_id` it is the cause that one of `alike` has already, else a new one, named after
    their article or the first words of the nearest case; those without a cause join as well. Raises
    UserError `cause.person` as `causes.categorise` does.
    """
    case = open_case(tx.db, complaint_id, "joined")
    others = [cases.get(tx.db, other) for other in alike]
    if not cause_id:
        others = [other for other in others if other.id != case.id]
        if not others:
            raise UserError("cause.with_whom")
        cause_id = next((other.cause_id for other in others if other.cause_id), "")
    cause = causes.get(tx.db, cause_id) if cause_id else _new(tx, others[0], now)
    news = [other for other in others if not other.cause_id]
    if case.cause_id != cause.id:
        news.append(case)
    unseen = sum(not one.guidance_at for one in news)
    if cause.category == "person" and unseen:
        raise UserError("cause.person", field="category", cases=unseen)
    for one in news:
        happen(tx, one, "joined", {"cause": cause.id}, now)
    return cause


def part(tx: Tx, complaint_id: str, *, now: datetime) -> Complaint:
    """Take a case out of its cause again."""
    case = open_case(tx.db, complaint_id, "parted")
    return happen(tx, case, "parted", {"cause": case.cause_id}, now) if case.cause_id else case


def joined(db: sqlite3.Connection, cause_id: str, limit: int = 500) -> list[Complaint]:
    """Return the cases of a cause, the latest received first."""
    return cases.where(
        db, "cause_id = ? AND cause_id <> '' ORDER BY received_at DESC, id LIMIT ?",
        (cause_id, limit),
    )  # fmt: skip


def _new(tx: Tx, nearest: Complaint, now: datetime) -> Cause:
    article = articles.get(tx.db, nearest.article_id) if nearest.article_id else None
    first_words = line(nearest.text[: 4 * TITLE_CHARS])[:TITLE_CHARS]
    return causes.open_cause(tx, article.title if article else first_words, now=now)
