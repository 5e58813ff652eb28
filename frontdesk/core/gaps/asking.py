"""What was asked and how it ended: the signs of a gap, and the searches that found their article.

A search is without an answer where the visit goes on or ends without anything chosen for it. Who
was served an office or a person is not told apart from who was served by heart, so that a visit
which ended as answered leaves no gap behind.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from frontdesk.base.text import line
from frontdesk.core.search.words import words

KINDS = ("search", "not_found", "customer_told", "not_helped", "wrong_office")
CHOSEN = ("read", "answered", "routed", "complaint", "promise")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question in its words, and as its `key`, by which the same one is known.

    `kind` is one of `KINDS`, '' of a search that was answered. `article_id` is the one that
    answered, or that failed; `ref` is the row behind it.
    """

    kind: str
    text: str
    key: str
    at: str
    desk: str
    contact_id: str
    article_id: str
    ref: str


def key_of(text: str) -> str:
    """Return the words of a question as they are compared."""
    return " ".join(words(text))


def asked(db: sqlite3.Connection, since: str, until: str) -> list[Asked]:
    """Return all questions between two instants, with and without an answer."""
    found = [*_searches(db, since), *_told(db, since), *_bounced(db, since)]
    return [one for one in found if one.key and one.at < until]


def _searches(db: sqlite3.Connection, since: str) -> Iterator[Asked]:
    chosen_here = dict(db.execute("SELECT query, max(last_at) FROM search_choice GROUP BY query"))
    rows = db.execute(
        "SELECT c.id, c.desk, c.outcome, e.what, e.ref, e.label, e.at FROM contact c "
        "JOIN contact_entry e ON e.contact_id = c.id "
        "WHERE c.opened_at >= ? AND c.closed_at IS NOT NULL ORDER BY c.id, e.position",
        (since,),
    )
    for _, entries in groupby(rows, key=itemgetter(0)):
        for one in _of_visit(entries):
            if not one.kind or chosen_here.get(one.key, "") < one.at:
                yield one


def _of_visit(entries: Iterable[tuple[str, ...]]) -> Iterator[Asked]:
    """Yield the searches of one visit: those before something chosen were answered by it."""
    open_ones: list[Asked] = []
    outcome = ""
    for contact_id, desk, ended, what, ref, label, at in entries:
        outcome = ended
        if what == "looked_up":
            text = line(label)
            new = Asked("search", text, key_of(text), at, desk, contact_id, "", contact_id)
            if open_ones and new.key.startswith(open_ones[-1].key):
                open_ones.pop()  # only typed on
            open_ones.append(new)
        elif what in CHOSEN:
            article_id = ref if what in ("read", "answered") else ""
            yield from (replace(one, kind="", article_id=article_id) for one in open_ones)
            open_ones = []
        elif what == "not_found":  # which stands for itself
            open_ones = [one for one in open_ones if one.key != key_of(label)]
    if outcome != "answered":
        yield from open_ones


def _told(db: sqlite3.Connection, since: str) -> Iterator[Asked]:
    """Yield what was noted at the desk."""
    rows = db.execute(
        "SELECT kind, query, text, at, desk, contact_id, article_id, id FROM gap "
        "WHERE state = 'open' AND at >= ?",
        (since,),
    )
    for kind, query, text, at, desk, contact_id, article_id, gap_id in rows:
        asked = query or text
        yield Asked(kind, asked, key_of(asked), at, desk, contact_id, article_id, gap_id)


def _bounced(db: sqlite3.Connection, since: str) -> Iterator[Asked]:
    """Yield the wrong ways, in the words of the article that led there."""
    rows = db.execute(
        "SELECT b.article_title, b.at, b.desk, b.contact_id, b.article_id, b.id FROM bounce b "
        "WHERE b.state = 'marked' AND b.at >= ?",
        (since,),
    )
    for title, *rest in rows:
        yield Asked("wrong_office", title, key_of(title), *rest)
