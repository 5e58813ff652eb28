"""What was chosen before for the same words at this desk: two choices bring it to the front.

Small and local: only the folded words are kept, never who asked, and the oldest go first.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime

from frontdesk.base.clock import iso
from frontdesk.core.search.words import words
from frontdesk.store.store import Tx

MAX_KEPT = 2_000
MAX_WORDS = 10
ENOUGH = 2
Kept = tuple[str, str, str, int, str]  # query, noun, id, times, last instant


def chosen(tx: Tx, text: str, noun: str, doc_id: str, now: datetime) -> None:
    """Note that a hit was chosen for these words."""
    query = query_key(text)
    if not query:
        return
    tx.execute(
        "INSERT INTO search_choice VALUES(?,?,?,1,?) ON CONFLICT DO UPDATE "
        "SET times = times + 1, last_at = excluded.last_at",
        (query, noun, doc_id, iso(now)),
    )
    tx.execute(
        "DELETE FROM search_choice WHERE (query, noun, id) IN (SELECT query, noun, id "
        "FROM search_choice ORDER BY last_at DESC, query, noun, id LIMIT -1 OFFSET ?)",
        (MAX_KEPT,),
    )


def forget_choices(tx: Tx, *, now: datetime) -> list[Kept]:  # noqa: ARG001 - an operation's form
    """Forget all choices of this desk; return them, for `keep_choices` to undo it."""
    kept: list[Kept] = tx.execute(
        "SELECT query, noun, id, times, last_at FROM search_choice"
    ).fetchall()
    tx.execute("DELETE FROM search_choice")
    return kept


def keep_choices(tx: Tx, kept: list[Kept], *, now: datetime) -> None:  # noqa: ARG001 - as above
    """Put back what was forgotten, beside what was chosen since."""
    tx.executemany(
        "INSERT INTO search_choice VALUES(?,?,?,?,?) ON CONFLICT DO UPDATE "
        "SET times = times + excluded.times",
        kept,
    )


def favourites(db: sqlite3.Connection, text: str) -> list[tuple[str, str]]:
    """Return noun and id of what was chosen often enough for these words, most often first."""
    rows = db.execute(
        "SELECT noun, id FROM search_choice WHERE query = ? AND times >= ? "
        "ORDER BY times DESC, last_at DESC, noun, id LIMIT 3",
        (query_key(text), ENOUGH),
    )
    return rows.fetchall()


def query_key(text: str) -> str:
    """Return the words of a query as they are compared with earlier ones."""
    return " ".join(words(text)[:MAX_WORDS])
