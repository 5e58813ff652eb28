"""Freshness: which articles are overdue, which nobody uses or finds, which send people wrong, which
head office replaced after an edit here, and who keeps how many of them.

Counted from what happened at the desks in the last year; the texts are never read, so that fifty
thousand articles are counted while one waits.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import nsmallest
from typing import Any, NamedTuple

from frontdesk.core.knowledge.life import due_on, review_days

VIEWS = ("overdue", "unused", "unfound", "bounced", "replaced")
SETTLING_DAYS = 30  # so long a new article is not unused yet
COUNTED_DAYS = 365
MAX_LINES = 500


class Line(NamedTuple):
    """A published article on the board: `found` of its `uses` began with a search; `bounces` are
    wrong ways and answers that did not help; `due_on` is the day of its next review.
    """

    id: str
    owner: str
    due_on: str
    created_at: str
    uses: int
    found: int
    bounces: int
    kind: str = ""
    code: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who keeps articles ('' for nobody): how many, and how many of them are in each view."""

    name: str
    articles: int
    views: dict[str, int]

    @property
    def id(self) -> str:
        """By what a list finds the owner again."""
        return self.name


@dataclass(frozen=True, slots=True)
class Board:
    """The counts of the house, those of each owner, and the lines of one view, the worst first."""

    whole: Owner
    owners: tuple[Owner, ...]
    lines: tuple[Line, ...]


def board(db: sqlite3.Connection, view: str, today: date, owner: str | None = None) -> Board:
    """Return the board of a day with the lines of one of `VIEWS`, of one owner or of all; at most
    `MAX_LINES` of them.
    """
    articles: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    shown = []
    for line, views in judged(db, today):
        articles[line.owner] += 1
        counts[line.owner].update(views)
        if view in views and owner in (None, line.owner):
            shown.append(line)
    owners = [Owner(name, count, dict(counts[name])) for name, count in articles.items()]
    whole: Counter[str] = sum(counts.values(), Counter())
    return Board(
        Owner("", articles.total(), dict(whole)),
        tuple(sorted(owners, key=lambda one: (-one.views.get(view, 0), -one.articles, one.name))),
        tuple(_titled(db, line) for line in nsmallest(MAX_LINES, shown, key=_ORDER[view])),
    )


def judged(db: sqlite3.Connection, today: date) -> Iterator[tuple[Line, list[str]]]:
    """Yield what is on the desk on a day, each with the views in which it stands."""
    replaced = _replaced(db)
    now, settled = today.isoformat(), (today - timedelta(days=SETTLING_DAYS)).isoformat()
    for line in _live(db, today):
        views = []
        if line.due_on < now:
            views.append("overdue")
        if not line.uses and line.created_at < settled:
            views.append("unused")
        elif line.uses and not line.found:
            views.append("unfound")
        if line.bounces:
            views.append("bounced")
        if line.id in replaced:
            views.append("replaced")
        yield line, views


def _live(db: sqlite3.Connection, today: date) -> Iterator[Line]:
    """Yield what is on the desk on a day, each with its figures."""
    since = (today - timedelta(days=COUNTED_DAYS)).isoformat()
    used, sent, wrong = _used(db, since), _sent(db, since), _wrong(db, since)
    default = review_days(db)
    rows = db.execute(
        "SELECT id, owner, review_on, review_days, created_at, changed_at FROM article "
        "WHERE state = 'published' AND (valid_to = '' OR valid_to >= ?)",
        (today.isoformat(),),
    )
    for article_id, owner, review_on, interval, created_at, changed_at in rows:
        due = review_on or due_on(review_on, interval, changed_at, default)
        uses, found = used.get(article_id, (0, 0))
        yield Line(
            article_id, owner, due, created_at, uses + sent.get(article_id, 0), found,
            wrong.get(article_id, 0),
        )  # fmt: skip


def _replaced(db: sqlite3.Connection) -> set[str]:
    """Return the articles that are still as a release made them after an edit here."""
    rows = db.execute(
        "SELECT a.id FROM article_replaced r JOIN article a "
        "ON a.id = r.article_id AND a.digest = r.digest"
    )
    return {article_id for (article_id,) in rows}


def _titled(db: sqlite3.Connection, line: Line) -> Line:
    kind, code, title = db.execute(
        "SELECT kind, code, title FROM article WHERE id = ?", (line.id,)
    ).fetchone()
    return line._replace(kind=kind, code=code, title=title)


def _used(db: sqlite3.Connection, since: str) -> dict[str, tuple[int, int]]:
    """Return how often each article was read, and how often after a search."""
    rows = db.execute(
        "SELECT e.ref, count(*), sum(EXISTS(SELECT 1 FROM contact_entry b "
        " WHERE b.contact_id = e.contact_id AND b.position = e.position - 1 "
        " AND b.what = 'looked_up')) "
        "FROM contact_entry e WHERE e.what IN ('read', 'answered') AND e.at >= ? GROUP BY e.ref",
        (since,),
    )
    return {article_id: (read, found) for article_id, read, found in rows}


def _sent(db: sqlite3.Connection, since: str) -> dict[str, int]:
    """Return with how many slips people were sent for each article."""
    rows = db.execute(
        "SELECT article_id, count(*) FROM slip "
        "WHERE state = 'issued' AND issued_at >= ? AND article_id <> '' GROUP BY article_id",
        (since,),
    )
    return dict(rows)


def _wrong(db: sqlite3.Connection, since: str) -> dict[str, int]:
    """Return how often each article sent people wrong or did not help them."""
    rows = db.execute(
        "SELECT article_id, count(*) FROM ("
        "SELECT article_id FROM bounce WHERE state = 'marked' AND at >= ?1 UNION ALL "
        "SELECT article_id FROM gap WHERE kind = 'not_helped' AND state = 'open' AND at >= ?1) "
        "GROUP BY article_id",
        (since,),
    )
    return dict(rows)


_ORDER: dict[str, Callable[[Line], tuple[Any, ...]]] = {
    "overdue": lambda line: (line.due_on, -line.uses, line.id),
    "unused": lambda line: (line.created_at, line.id),
    "unfound": lambda line: (-line.uses, line.id),
    "bounced": lambda line: (-line.bounces, -line.uses, line.id),
    "replaced": lambda line: (-line.uses, line.id),
}
