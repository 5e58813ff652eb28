"""The database of a data folder: who may write, how it is opened and when it is refused.

Standard `sqlite3` only: sqlite-utils costs as much start-up as Qt and is imported when there is
something to migrate. WAL with synchronous=FULL: what was acknowledged survives a power cut.
"""

from __future__ import annotations

import re
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from frontdesk.base import memory, paths
from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.store import events, migrations, seals
from frontdesk.store.failures import code_of, explain

Row = tuple[Any, ...]  # of the columns that the statement named

BUSY_MS = 5_000
RETRY_S = 0.01
CACHE_KIB = 16_384
_TARGET = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)"
    r"\s+(\w+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is signed in: the id of a person of the house, and their role."""

    id: str
    role: str


class Tx:
    """One write transaction. It notes the tables it touches, for the screens that show them.

    `actor` is who writes; None is the machine itself, and a house where nobody has a PIN.
    """

    def __init__(self, db: sqlite3.Connection, actor: Actor | None = None) -> None:
        """Wrap a connection on which BEGIN IMMEDIATE has been done."""
        self.db = db
        self.actor = actor
        self.touched: set[str] = set()

    def execute(self, sql: str, params: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        self._note(sql)
        return self.db.execute(sql, params)

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row."""
        self._note(sql)
        self.db.executemany(sql, rows)

    def append(self, kind: str, entity: str, body: events.Body, at: datetime) -> events.Event:
        """Append to the event log what happened at the instant `at`; the caller folds it.

        The body tells under "by" who did it, as an id and never as a name.
        """
        self.touched.add("event")
        if self.actor and self.actor.id:
            body = {**body, "by": self.actor.id}
        return events.append(self.db, kind, entity, body, iso(at))

    def next_number(self, series: str) -> int:
        """Return the next number of a gapless series, from 1; a rollback gives it back."""
        row = self.execute(
            "INSERT INTO series(name, last) VALUES(?, 1) "
            "ON CONFLICT(name) DO UPDATE SET last = last + 1 RETURNING last",
            (series,),
        ).fetchone()
        return int(row[0])

    def _note(self, sql: str) -> None:
        table = _target(sql)
        if table:
            self.touched.add(table)


@lru_cache(maxsize=512)
def _target(sql: str) -> str | None:
    match = _TARGET.match(sql)
    return match.group(1) if match else None


class Store:
    """The database of one data folder. Threads share the Store; each has its own connection."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Open the folder's database; with `create`, make it where there is none.

        Raises UserError where it is absent, damaged, newer than the program or cannot be written.
        """
        self.folder = folder
        self.file = paths.database(folder)
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._signed_in: Actor | None = None
        self._acting = threading.local()
        with self._explained():
            if create:
                _make_folder(folder)
            elif not self.file.is_file():
                raise UserError("store.absent", folder=folder)
            self._prepare()

    @property
    def actor(self) -> Actor | None:
        """Who writes on this thread: who is signed in, unless the thread acts for another."""
        actor: Actor | None = getattr(self._acting, "actor", self._signed_in)
        return actor

    @actor.setter
    def actor(self, actor: Actor | None) -> None:
        self._signed_in = actor

    @contextmanager
    def acting_as(self, actor: Actor | None) -> Iterator[None]:
        """Write as somebody on this thread, whoever signs in meanwhile; None is the machine."""
        before = vars(self._acting).copy()
        self._acting.actor = actor
        try:
            yield
        finally:
            vars(self._acting).clear()
            vars(self._acting).update(before)

    def read(self) -> sqlite3.Connection:
        """Return this thread's connection; rows come as tuples."""
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is None:
            db = self._local.db = connect(self.file)
            self._opened.append(db)
        return db

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """Run one transaction: all of it, or nothing. Failures of disk and lock are UserErrors."""
        with self._explained():
            db = self.read()
            db.execute("BEGIN IMMEDIATE")
            try:
                tx = Tx(db, self.actor)
                yield tx
                seals.seal(db, tx.touched)
                db.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    if db.in_transaction:
                        db.execute("ROLLBACK")
                raise

    def rest(self) -> None:
        """Give back what this thread's connection keeps of the file, and whatever else is free."""
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        with suppress(sqlite3.ProgrammingError):  # closed meanwhile
            if db is not None:
                db.execute("PRAGMA shrink_memory")
        memory.give_back()

    def close(self) -> None:
        """Close the connections of all threads; the Store can be used again afterwards."""
        while self._opened:
            self._opened.pop().close()
        self._local = threading.local()

    def _prepare(self) -> None:
        db = self.read()
        ours = int(db.execute("PRAGMA application_id").fetchone()[0]) == migrations.APPLICATION_ID
        if not ours and db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise UserError("store.foreign", file=self.file)
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        if version > migrations.LATEST:
            raise UserError("store.newer", folder=self.folder)
        _log_ahead(db)
        if version < migrations.LATEST:
            migrations.apply(db, self.folder)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            plain = explain(error, self.folder)
            if plain is None:
                raise
            raise plain from error


def connect(file: Path) -> sqlite3.Connection:
    """Return a connection with the settings that every connection of ours has."""
    db = sqlite3.connect(file, isolation_level=None, check_same_thread=False, cached_statements=256)
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "foreign_keys = ON",
        "synchronous = FULL",
        "secure_delete = ON",
        f"cache_size = -{CACHE_KIB}",
        "trusted_schema = OFF",
    ):
        db.execute(f"PRAGMA {pragma}")
    return db


def _log_ahead(db: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; a new file has none, nor has a copy made by VACUUM INTO.

    For this one change SQLite does not wait until another program has made it, so we do.
    """
    until = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if code_of(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(RETRY_S)
        else:
            return


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("store.unreachable", folder=folder) from error
