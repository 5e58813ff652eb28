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
from frontdesk.store import backup, events
from frontdesk.store.store import Store


def faults(store: Store) -> list[str]:
    """Return a line for each fault, the first found first; an empty list when all is whole."""
    db = store.read()
    return list(_file(db)) or [
        *events.faults(db),
        *cases.faults(db),
        *articles.faults(db),
        *_rows(store),
    ]


def _file(db: sqlite3.Connection) -> Iterator[str]:
    for (line,) in db.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield f"file: {line}"
    for table, rowid, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"{table} {rowid}: its {parent} is missing"


def _rows(store: Store) -> list[str]:
    """Compare on a copy, so that the desk goes on working meanwhile."""
    with TemporaryDirectory(prefix="frontdesk-check-") as folder:
        copy = Path(folder)
        backup.copy_to(store.read(), paths.database(copy))
        scratch = Store(copy)
        try:
            with scratch.write() as tx:
                return list(folding.faults(tx))
        finally:
            scratch.close()


def repair(store: Store) -> None:
    """Make anew what can be derived: the search index, and the rows that events tell."""
    with store.write() as tx:
        folding.rebuild(tx)
        search.rebuild(tx, [*articles.docs(tx.db), *offices.docs(tx.db), *people.docs(tx.db)])
