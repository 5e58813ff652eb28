"""Bringing a copy back: what happened since is taken along, and nobody comes back who was erased.

Articles, offices and settings are as they were in the copy. Whatever happened at the desk is in the
event log, and what of the replaced log can still be read and is true is united with the copy's, as
if it had come in an envelope: so a restore loses no acknowledged complaint unless the disk did.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from frontdesk.base import paths
from frontdesk.store import backup, settings
from frontdesk.store.scrubbing import scrub
from frontdesk.store.store import Store, Tx
from frontdesk.sync import identity, lines, releases, segments
from frontdesk.sync.concerned import COLUMNS, Row

RESTORED = "copies.restored"  # the name of the copy that was brought back, until that was told
_HOLE = 10_000  # so many rows in a row that cannot be read are the end of the log


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: where the replaced database is kept, how many events came along."""

    kept: Path | None
    taken_along: int


def restore(folder: Path, file: Path, *, now: datetime) -> Restored:
    """Put a copy in the place of the folder's database, under a new identity.

    Raises UserError for a file that is no whole copy, and while another program has the database
    open; then everything is as it was.
    """
    told = [row for row in _readable(paths.database(folder)) if _is_true(row)]
    site_id, release = _site_of(paths.database(folder)), _release_of(paths.database(folder))
    taken = 0

    def renew(tx: Tx) -> None:
        nonlocal taken
        identity.renew(tx, now=now)
        if _here(tx.db) == site_id:
            before = segments.last_row(tx.db)
            taken = segments.unite(tx, told, now=now) - before
            releases.give_up(tx, release)
        settings.put(tx, RESTORED, file.name)

    kept = backup.replace_with(file, folder, f"{now:%Y%m%dT%H%M%S%f}", renew)
    store = Store(folder)
    try:
        identity.settle(store)
        scrub(store)
    finally:
        store.close()
    return Restored(kept, taken)


def _readable(database: Path) -> Iterator[Row]:
    """Yield what can still be read of a log, past pages that cannot."""
    try:
        db = _opened(database)
    except sqlite3.Error:
        return
    n = hole = 0
    with closing(db):
        while hole < _HOLE:
            try:
                for row in db.execute(
                    f"SELECT n, {COLUMNS} FROM event WHERE n > ? ORDER BY n", (n,)
                ):
                    n, hole = row[0], 0
                    yield Row(*row[1:])
            except sqlite3.DatabaseError:
                n, hole = n + 1, hole + 1
            else:
                return


def _is_true(row: Row) -> bool:
    """Tell whether an event is the one that was written: a damaged page may say anything."""
    with suppress(ValueError, TypeError):
        told = lines.of_columns([one.hex() if isinstance(one, bytes) else one for one in row])
        lines.check_bodies([told])
        return told.id == row.id
    return False


def _site_of(database: Path) -> str:
    with suppress(sqlite3.Error), closing(_opened(database)) as db:
        return _here(db)
    return ""


def _release_of(database: Path) -> int:
    """Return the last release that the replaced database knew; 0 where nobody can tell any more."""
    with suppress(sqlite3.Error), closing(_opened(database)) as db:
        return releases.current(db)
    return 0


def _opened(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)


def _here(db: sqlite3.Connection) -> str:
    row = db.execute("SELECT site_id FROM desk WHERE is_here = 1").fetchone()
    return str(row[0]) if row else ""
