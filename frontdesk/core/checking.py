"""Whether a database is whole: the file, the audit chain, the rows, the folios and the articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from frontdesk.base import paths
from frontdesk.core import attachments, folding, offices, people, search
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
        told = db.execute("PRAGMA foreign_key_check").fetchall()
        for table, parent, key in sorted({(row[0], row[2], row[3]) for row in told}):
            yield from _orphans(db, table, parent, key)
    except sqlite3.DatabaseError as error:
        if code_of(error) not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        yield f"file: {error}"


def _orphans(db: sqlite3.Connection, table: str, parent: str, key: int) -> Iterator[str]:
    """Yield a line for each record that is gone while rows of another table still need it."""
    column, known = db.execute(
        'SELECT "from", coalesce("to", \'id\') FROM pragma_foreign_key_list(?) WHERE id = ?',
        (table, key),
    ).fetchone()
    gone = f"{column} NOT IN (SELECT {known} FROM {parent})"
    for (missing,) in db.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {gone}"):
        yield f"{parent} {missing}: missing, which its {table} needs"


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
    try:
        yield from _of_rows(tx)
    except sqlite3.OperationalError as error:  # a table or column that somebody took away
        yield f"file: {error}"


def _of_rows(tx: Tx) -> Iterator[str]:
    chain = list(events.faults(tx.db))
    yield from chain
    yield from seals.faults(tx.db)
    yield from articles.faults(tx.db)
    # Looked for before the rows are made anew, and told after the rows: those name the record.
    others = [*cases.faults(tx.db), *attachments.faults(tx.db)]
    if not chain:  # rows are judged by events, so the events come first
        yield from folding.faults(tx)
    yield from others


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
