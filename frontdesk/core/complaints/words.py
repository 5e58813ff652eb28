"""The words of each complaint in a full-text table: its stems, and what it is about.

Kept while folding, so that likeness and search in texts never read the texts themselves. What a
text is about is marked by a leading 0: "0ptwice" is a problem, "0tinvoice" a thing.
"""

from __future__ import annotations

import sqlite3

from frontdesk.core.complaints.concepts import meaning
from frontdesk.core.complaints.phrases import said_in, stem_of, told_in
from frontdesk.core.search.words import words
from frontdesk.store.store import Tx

MAX_WORDS = 1_000  # what is said later in a very long text is found through what is said before
MAX_CHARS = 20_000


def indexed(text: str) -> str:
    """Return what is indexed of a text."""
    text = text[:MAX_CHARS]
    said, about = said_in(text)[:MAX_WORDS], meaning(told_in(text))
    return " ".join([*map(stem_of, said), *sorted(about.problems), *sorted(about.things)])


def put(tx: Tx, complaint_id: str, text: str) -> None:
    """Index a complaint's text; again only where the program has learned other words since."""
    stems, row = indexed(text), _row(tx.db, complaint_id)
    if row and row[1] == stems:
        return
    if row:
        drop(tx, complaint_id)
    n = tx.execute(
        "INSERT INTO complaint_text(n, complaint_id, stems) VALUES(?,?,?)",
        (row[0] if row else None, complaint_id, stems),
    ).lastrowid
    tx.execute("INSERT INTO complaint_stem(rowid, stems) VALUES(?,?)", (n, stems))


def drop(tx: Tx, complaint_id: str) -> None:
    """Take a complaint out of the index, without a trace."""
    row = _row(tx.db, complaint_id)
    if row:
        tx.execute(
            "INSERT INTO complaint_stem(complaint_stem, rowid, stems) VALUES('delete',?,?)", row
        )
        tx.execute("DELETE FROM complaint_text WHERE n = ?", row[:1])


def query(text: str) -> str:
    """Return the full-text query for all words of a text, the last one perhaps unfinished."""
    said = said_in(text[:200]) or words(text[:200])
    terms = [f'"{stem_of(word)}"' for word in said]
    if terms and text[-1:].isalnum():
        terms[-1] = f'({terms[-1]} OR "{said[-1]}" *)'
    return " AND ".join(terms)


def _row(db: sqlite3.Connection, complaint_id: str) -> tuple[int, str] | None:
    row: tuple[int, str] | None = db.execute(
        "SELECT n, stems FROM complaint_text WHERE complaint_id = ?", (complaint_id,)
    ).fetchone()
    return row
