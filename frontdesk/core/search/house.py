"""The house's own synonyms, beside those that come with the program; they need no rebuild."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from frontdesk.base.text import line
from frontdesk.core.search.index import new_edition
from frontdesk.store.store import Tx

MAX_LINE_CHARS = 500


def house_synonyms(db: sqlite3.Connection) -> list[str]:
    """Return the lines as they were written: "a, b = c" alike, "a > b" leading from a to b."""
    return [text for (text,) in db.execute("SELECT line FROM search_synonym ORDER BY id")]


def keep_house_synonyms(tx: Tx, lines: Iterable[str]) -> None:
    """Replace all lines; empty ones are left out."""
    kept = [line(text)[:MAX_LINE_CHARS] for text in lines]
    tx.execute("DELETE FROM search_synonym")
    tx.executemany("INSERT INTO search_synonym(line) VALUES(?)", [(text,) for text in kept if text])
    new_edition(tx.db)
