"""The house's own synonyms as rows of one line each: "cédula, dni = id card", "se llevaron > grúa".

A file is the whole list: a line has nothing by which a changed one could be told from another, so
importing replaces what was there. The program's own synonyms are no part of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime

from frontdesk.base.text import fold
from frontdesk.core import search
from frontdesk.core.knowledge.articles import Counts
from frontdesk.exchange.kinds import cells
from frontdesk.exchange.kinds.known import Known
from frontdesk.exchange.reading import Row
from frontdesk.store.store import Tx

FIELDS = ("line",)


def parse(_known: Known, row: Row) -> tuple[str, str, str]:
    """Return (key, label, line) of a row. Raises UserError where it joins no words."""
    text = search.checked_synonyms(cells.text(row, "line"))
    return fold(text), text, text


def states(known: Known, found: Sequence[str]) -> list[str]:
    """Return whether each line is new or the same as here."""
    here = {*search.house_synonyms(known.db)}
    return ["same" if text in here else "new" for text in found]


def save(tx: Tx, found: Sequence[str], *, now: datetime) -> Counts:  # noqa: ARG001 - every kind's form
    """Keep these lines and no others, in one transaction."""
    same = len(set(found) & set(search.house_synonyms(tx.db)))
    search.keep_house_synonyms(tx, found)
    return Counts(len(found) - same, 0, same)


def rows(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield the house's lines in their order."""
    for text in search.house_synonyms(db):
        yield {"line": text}
