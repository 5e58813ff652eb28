"""The voice of the counter: what nobody could answer (F8), what a customer knew first (F7), and
which answer was of no help.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core import contacts
from frontdesk.core.sites import here
from frontdesk.store.events import Event
from frontdesk.store.store import Tx

MAX_CHARS = 500
# What the visitor's record says of each, and the outcome that it leaves for the time being.
_NOTED = {
    "not_found": ("not_found", "not_found"),
    "customer_told": ("told", ""),
    "not_helped": ("not_helped", ""),
}
_COLUMNS = "id, desk, kind, query, text, at, article_id, contact_id, state, origin"


@dataclass(frozen=True, slots=True)
class Gap:
    """A hole in what the desk knows. `kind` is not_found, customer_told or not_helped."""

    id: str
    desk: str
    kind: str
    query: str
    text: str
    at: str
    article_id: str
    contact_id: str
    state: str
    origin: str


def not_found(
    tx: Tx, query: str, *, text: str = "", at_desk: bool = True, origin: str = "", now: datetime
) -> Gap:
    """Note a question that had no answer, in the words that were searched for."""
    if not line(query):
        raise UserError("gap.no_query", field="query")
    return _open(tx, "not_found", query, text, "", at_desk=at_desk, origin=origin, now=now)


def customer_told(
    tx: Tx, text: str, *, article_id: str = "", at_desk: bool = True, origin: str = "",
    now: datetime,
) -> Gap:  # fmt: skip
    """Note what a customer knew before the desk did."""
    if not line(text):
        raise UserError("gap.empty", field="text")
    return _open(tx, "customer_told", "", text, article_id, at_desk=at_desk, origin=origin, now=now)


def not_helped(
    tx: Tx, article_id: str, query: str = "", *, at_desk: bool = True, now: datetime
) -> Gap:
    """Note that an article did not help whoever asked, with the words that led to it."""
    row = tx.db.execute("SELECT title FROM article WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise UserError("article.unknown", given=line(article_id)[:60])
    return _open(tx, "not_helped", query, row[0], article_id, at_desk=at_desk, origin="", now=now)


def withdraw(tx: Tx, gap_id: str, *, now: datetime) -> None:
    """Take a note back that was made by mistake; the event stays."""
    fold(tx, tx.append("gap.withdrawn", gap_id, {}, now))


def still_open(db: sqlite3.Connection, limit: int = 200) -> list[Gap]:
    """Return the gaps that nobody has closed, latest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM gap WHERE state = 'open' ORDER BY at DESC, id DESC LIMIT ?",
        (limit,),
    )
    return [Gap(*row) for row in rows]


def fold(tx: Tx, event: Event) -> None:
    """Put what an event tells into the gap's row."""
    body = event.body
    if body is None:
        return
    if event.kind == "gap.opened":
        tx.execute(
            f"INSERT OR REPLACE INTO gap({_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,'open',?)",
            (event.entity, body["desk"], body["kind"], body["query"], body["text"], event.at,
             body["article"], body["contact"], body["origin"]),
        )  # fmt: skip
    elif event.kind == "gap.withdrawn":
        tx.execute("UPDATE gap SET state = 'withdrawn' WHERE id = ?", (event.entity,))


def _open(
    tx: Tx, kind: str, query: str, text: str, article_id: str, *, at_desk: bool, origin: str,
    now: datetime,
) -> Gap:  # fmt: skip
    gap_id, query, text = uuid7(), line(query)[:MAX_CHARS], line(text)[:MAX_CHARS]
    contact = ""
    if at_desk:
        what, outcome = _NOTED[kind]
        contact = contacts.note(
            tx, what, ref=gap_id, label=query or text, outcome=outcome, now=now
        ).id
    body = {
        "desk": here(tx.db).desk, "kind": kind, "query": query, "text": text,
        "article": article_id, "contact": contact, "origin": origin,
    }  # fmt: skip
    fold(tx, tx.append("gap.opened", gap_id, body, now))
    row = tx.db.execute(f"SELECT {_COLUMNS} FROM gap WHERE id = ?", (gap_id,)).fetchone()
    return Gap(*row)
