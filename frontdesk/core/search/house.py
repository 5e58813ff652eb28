"""The house's own synonyms, beside those that come with the program; they need no rebuild."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

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


def numbered_synonyms(db: sqlite3.Connection) -> list[tuple[int, str]]:
    """Return the lines with their numbers, in the order in which they were written."""
    return db.execute("SELECT id, line FROM search_synonym ORDER BY id").fetchall()


def save_synonym(tx: Tx, number: int, text: str, *, now: datetime) -> tuple[int, str]:
    """Keep one line under its number, 0 for a new one; return both as they are kept.

    It works at the next key. Raises UserError as `checked_synonyms`.
    """
    require(tx, "synonyms.write")
    kept = checked_synonyms(text)
    row = tx.db.execute("SELECT line FROM search_synonym WHERE id = ?", (number,)).fetchone()
    if not number:
        (number,) = tx.db.execute("SELECT coalesce(max(id), 0) + 1 FROM search_synonym").fetchone()
    tx.execute("INSERT OR REPLACE INTO search_synonym(id, line) VALUES(?, ?)", (number, kept))
    new_edition(tx.db)
    if row is None or row[0] != kept:
        told = {"fields": {"line": [row[0] if row else "", kept]}}
        tx.append("synonyms.changed", f"synonym-{number}", told, now)
    return number, kept


def drop_synonym(tx: Tx, number: int, *, now: datetime) -> None:
    """Take one line out."""
    require(tx, "synonyms.write")
    row = tx.db.execute("SELECT line FROM search_synonym WHERE id = ?", (number,)).fetchone()
    if row:
        tx.execute("DELETE FROM search_synonym WHERE id = ?", (number,))
        new_edition(tx.db)
        told = {"fields": {"line": [row[0], ""]}}
        tx.append("synonyms.changed", f"synonym-{number}", told, now)


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
