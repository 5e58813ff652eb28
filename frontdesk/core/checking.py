"""Whether a database is whole: the file, the audit chain, the rows, the folios and the articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from frontdesk.base import paths
from frontdesk.core import folding, offices, people, search
from frontdesk.core.complaints import cases
from frontdesk.core.knowledge import articles
from frontdesk.store import backup, events, seals
from frontdesk.store.failures import code_of
from frontdesk.store.store import Store, Tx


def faults(store: Store) -> list[str]:
    """Return a line for each fault, the first found first; an empty list when all is whole."""
    return list(_file(store.read())) or _content(store)


def _file(db: sqlite3.Connection) -> Iterator[str]:
    try:
        for (line,) in db.execute("PRAGMA integrity_check(20)"):
            if line != "ok":
                yield f"file: {line}"
        for table, rowid, parent, _ in db.execute("PRAGMA foreign_key_check"):
            yield f"{table} {rowid}: its {parent} is missing"
    except sqlite3.DatabaseError as error:
        if code_of(error) not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        yield f"file: {error}"


def _content(store: Store) -> list[str]:
    """Look into a copy, so that the desk goes on working meanwhile."""
    with TemporaryDirectory(prefix="frontdesk-check-") as folder:
        copy = Path(folder)
        backup.copy_to(store.read(), paths.database(copy))
        scratch = Store(copy)
        scratch.read().text_factory = _legible
        try:
            with scratch.write() as tx:
                return list(_untrue(tx))
        finally:
            scratch.close()


def _untrue(tx: Tx) -> Iterator[str]:
    chain = list(events.faults(tx.db))
    yield from chain
    yield from cases.faults(tx.db)
    yield from seals.faults(tx.db)
    yield from articles.faults(tx.db)
    if not chain:  # rows are judged by events, so the events come first
        yield from folding.faults(tx)


def _legible(data: bytes) -> str:
    """Read what somebody else wrote into a text, which need not be UTF-8."""
    return data.decode("utf-8", errors="replace")


def repair(store: Store) -> None:
    """Make anew what can be derived: the search index, and the rows that events tell.

    Rows are left alone where the events are no longer true: there they are what remains.
    """
    with store.write() as tx:
        if not any(events.faults(tx.db)):
            folding.rebuild(tx)
        search.rebuild(tx, [*articles.docs(tx.db), *offices.docs(tx.db), *people.docs(tx.db)])
