"""The house's own synonyms, beside those that come with the program; they need no rebuild."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core.roles import require
from frontdesk.core.search.index import new_edition
from frontdesk.core.search.words import words
from frontdesk.store.store import Tx

MAX_LINE_CHARS = 500


def house_synonyms(db: sqlite3.Connection) -> list[str]:
    """Return the lines as they were written: "a, b = c" alike, "a > b" leading from a to b."""
    return [text for (text,) in db.execute("SELECT line FROM search_synonym ORDER BY id")]


def checked_synonyms(text: str) -> str:
    """Return a line as it is kept. Raises UserError where it joins no words, or too many."""
    kept = line(text)
    if len(kept) > MAX_LINE_CHARS:
        raise UserError("synonyms.long", field="line", most=MAX_LINE_CHARS)
    if not _joins_words(kept):
        raise UserError("synonyms.lone", field="line", given=kept[:60])
    return kept


def _joins_words(text: str) -> bool:
    left, leads, right = text.partition(">")
    sides = [left.replace("=", ","), right.replace("=", ",")]
    told = [sum(bool(words(part)) for part in side.split(",")) for side in sides]
    return all(told) if leads else told[0] > 1


def keep_house_synonyms(tx: Tx, lines: Iterable[str]) -> None:
    """Replace all lines; empty ones are left out."""
    require(tx, "synonyms.write")
    kept = [line(text)[:MAX_LINE_CHARS] for text in lines]
    tx.execute("DELETE FROM search_synonym")
    tx.executemany("INSERT INTO search_synonym(line) VALUES(?)", [(text,) for text in kept if text])
    new_edition(tx.db)
