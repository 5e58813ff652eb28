"""The words of each complaint, as stems in their order and in a full-text table.

Kept while folding, so that likeness and search in texts never read the texts themselves.
"""

from __future__ import annotations

from functools import lru_cache

from frontdesk.core.search.thesaurus import function_words
from frontdesk.core.search.words import stems, words
from frontdesk.store.store import Tx

MAX_WORDS = 1_000  # what is said later in a very long text is found through what is said before
_MAX_CHARS = 20_000
NEGATIONS = frozenset(("no", "sin", "nunca", "ni", "tampoco"))


def stems_in(text: str) -> list[str]:
    """Return the stems of a text in order, without words that say nothing, with those of denial."""
    stem, empty = stems("es"), _empty()
    said = (word for word in words(text[:_MAX_CHARS]) if word not in empty)
    return [word if word.isdigit() else stem[word] for word in said][:MAX_WORDS]


def put(tx: Tx, complaint_id: str, text: str) -> None:
    """Index a complaint's text, once: what was said at the desk is never edited."""
    known = tx.db.execute(
        "SELECT 1 FROM complaint_text WHERE complaint_id = ?", (complaint_id,)
    ).fetchone()
    if known:
        return
    said = " ".join(stems_in(text))
    n = tx.execute(
        "INSERT INTO complaint_text(complaint_id, stems) VALUES(?,?)", (complaint_id, said)
    ).lastrowid
    tx.execute("INSERT INTO complaint_stem(rowid, stems) VALUES(?,?)", (n, said))


def drop(tx: Tx, complaint_id: str) -> None:
    """Take a complaint out of the index, without a trace."""
    row = tx.db.execute(
        "SELECT n, stems FROM complaint_text WHERE complaint_id = ?", (complaint_id,)
    ).fetchone()
    if row:
        tx.execute(
            "INSERT INTO complaint_stem(complaint_stem, rowid, stems) VALUES('delete',?,?)", row
        )
        tx.execute("DELETE FROM complaint_text WHERE n = ?", row[:1])


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    return function_words() - NEGATIONS
