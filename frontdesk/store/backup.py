"""Copies of the database: made whole, verified by opening, never beside an old write-ahead log."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from frontdesk.base import paths
from frontdesk.base.errors import UserError
from frontdesk.store import migrations
from frontdesk.store.failures import code_of
from frontdesk.store.store import Store, Tx

FOLDER = "backups"
LOGS = ("-wal", "-shm")  # what SQLite keeps beside a database that is open
_UNWRITABLE = {
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
}  # fmt: skip
_IN_USE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def copy_to(db: sqlite3.Connection, file: Path) -> None:
    """Write a verified copy of the database to `file`, replacing it only when the copy is whole.

    VACUUM INTO takes one snapshot while others go on writing; the backup API would start over.
    """
    part = file.with_name(f"{file.name}.part")
    try:
        _refuse_itself(file, Path(db.execute("PRAGMA database_list").fetchone()[2]))
        file.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        db.execute("VACUUM INTO ?", (str(part),))
        verify(part)
        _sync(part)
        _drop_logs(file)
        part.replace(file)
        _sync(file.parent)
    except OSError as error:
        raise UserError("backup.unwritable", file=file) from error
    except sqlite3.Error as error:
        if code_of(error) not in _UNWRITABLE:
            raise
        raise UserError("backup.unwritable", file=file) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def copy_file(file: Path, target: Path) -> None:
    """Bring a copy to another folder, whole or not at all, and verified there."""
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, part)
        verify(part)
        _sync(part)
        part.replace(target)
        _sync(target.parent)
    except OSError as error:
        raise UserError("backup.unwritable", file=target) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def before_migration(folder: Path) -> None:
    """Keep the database as it was before the schema changes; the one who changes it holds it."""
    with closing(sqlite3.connect(paths.database(folder))) as db:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        copy_to(db, folder / FOLDER / f"before-version-{version + 1}.db")


def verify(file: Path) -> None:
    """Raise UserError unless `file` is a whole Frontdesk database that this program can open."""
    if not file.is_file():
        raise UserError("backup.absent", file=file)
    logged = file.with_name(f"{file.name}-wal").exists()
    how = "mode=ro" if logged else "mode=ro&immutable=1"  # the log is part of what was saved
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True)) as db:
            ours = db.execute("PRAGMA application_id").fetchone()[0] == migrations.APPLICATION_ID
            version = db.execute("PRAGMA user_version").fetchone()[0]
            whole = ours and db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except sqlite3.Error as error:
        raise UserError("backup.damaged", file=file) from error
    if not whole:
        raise UserError("backup.damaged", file=file)
    if version > migrations.LATEST:
        raise UserError("backup.newer", file=file)


def replace_with(
    file: Path, folder: Path, stamp: str, renew: Callable[[Tx], object]
) -> Path | None:
    """Put a verified copy of `file` in the place of the folder's database.

    `renew` gives the copy its new identity before it takes that place: stopped at any moment, there
    is the old database or a renewed one, never two that give the same folios. Returns where the
    replaced database is kept, None when there was none; `stamp` goes into its name. Raises
    UserError while a window or another program has the database open.
    """
    target, stage = paths.database(folder), folder / FOLDER / "restoring"
    try:
        _refuse_itself(file, target)
        copy = _staged(file, stage)
        _renewed(stage, renew)
        kept = _set_aside(target, folder / FOLDER / f"replaced-{stamp}.db")
        copy.replace(target)
        _sync(folder)
    except OSError as error:
        raise UserError("backup.unwritable", file=target) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return kept


def _refuse_itself(file: Path, database: Path) -> None:
    """Replacing an open database under its own log would destroy it."""
    if file.exists() and database.exists() and file.samefile(database):
        raise UserError("backup.itself", file=file)


def _staged(file: Path, stage: Path) -> Path:
    if not file.is_file():
        raise UserError("backup.absent", file=file)
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    copy, log = paths.database(stage), file.with_name(f"{file.name}-wal")
    shutil.copyfile(file, copy)
    if log.is_file():
        shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
    try:
        verify(copy)
    except UserError as error:
        raise UserError(error.code, file=file) from error
    return copy


def _renewed(stage: Path, renew: Callable[[Tx], object]) -> None:
    store = Store(stage)
    try:
        with store.write() as tx:
            renew(tx)
    finally:
        store.close()  # folds the log into the file
    _sync(store.file)


def _set_aside(target: Path, kept: Path) -> Path | None:
    if not target.exists():
        return None
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(target, timeout=1)) as db:
        _close_log(db, target)
    shutil.copyfile(target, kept)
    _sync(kept)
    _drop_logs(target)
    return kept


def _drop_logs(database: Path) -> None:
    """Remove the logs of the file that is about to be replaced: SQLite would take them for new."""
    for suffix in LOGS:
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def _close_log(db: sqlite3.Connection, target: Path) -> None:
    """Fold the write-ahead log into the file, which SQLite refuses while another has it open."""
    try:
        mode = db.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except sqlite3.OperationalError as error:
        if code_of(error) not in _IN_USE:
            raise
        raise UserError("backup.in_use", file=target) from error
    if mode != "delete":
        raise UserError("backup.in_use", file=target)


def _sync(path: Path) -> None:
    """Flush a file or folder to the disk; folders cannot be flushed on Windows."""
    if path.is_dir() and os.name == "nt":
        return
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
