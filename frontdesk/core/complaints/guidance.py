"""What whoever served had to go by on that day: the article and news as they stood then.

Shown, and noted as shown, before a case may be laid at a person's door.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from frontdesk.base.clock import day, parse
from frontdesk.core.complaints import cases
from frontdesk.core.complaints.cases import Complaint
from frontdesk.core.complaints.steps import happen, open_case
from frontdesk.core.knowledge import versions
from frontdesk.core.sites import here
from frontdesk.store.store import Tx

MAX_NEWS = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """An article as it stood: what the desk was told to say, and in which state it was."""

    article_id: str
    title: str
    say: str
    state: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """What there was on the day of receipt. `article` is None where none covered the case."""

    on: str
    article: Shown | None
    news: tuple[Shown, ...]


def guidance(db: sqlite3.Connection, complaint_id: str) -> Guidance:
    """Return the article of a case as it stood at its receipt, and the news in force that day."""
    case = cases.get(db, complaint_id)
    on = day(parse(case.received_at), here(db).zone).isoformat()
    news = db.execute(
        "SELECT id, title, say, state FROM article WHERE kind = 'news' AND state = 'published' "
        "AND valid_from <= ?1 AND (valid_to = '' OR valid_to >= ?1) "
        "ORDER BY valid_from DESC, id LIMIT ?2",
        (on, MAX_NEWS),
    )
    return Guidance(on, _as_it_stood(db, case), tuple(Shown(*row) for row in news))


def show_guidance(tx: Tx, complaint_id: str, *, now: datetime) -> Guidance:
    """Return the guidance of a case's day and note that it has been shown for this case."""
    case = open_case(tx.db, complaint_id, "guidance_shown")
    found = guidance(tx.db, case.id)
    body = {
        "on": found.on,
        "article": found.article.article_id if found.article else "",
        "news": [shown.article_id for shown in found.news],
    }
    happen(tx, case, "guidance_shown", body, now)
    return found


def _as_it_stood(db: sqlite3.Connection, case: Complaint) -> Shown | None:
    was = versions.as_it_was_on(db, case.article_id, parse(case.received_at))
    return Shown(was.id, was.title, was.say, was.state) if was else None
