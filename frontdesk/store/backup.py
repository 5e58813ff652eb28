"""Copies of the database: made whole, verified by opening, never beside an old write-ahead log."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from frontdesk.base import paths
from frontdesk.base.errors import UserError
from frontdesk.store import migrations

FOLDER = "backups"


def copy_to(db: sqlite3.Connection, file: Path) -> None:
    """Write a verified copy of the database to `file`, replacing it only when the copy is whole.

    VACUUM INTO takes one snapshot while others go on writing; the backup API would start over.
    """
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        db.execute("VACUUM INTO ?", (str(part),))
        verify(part)
        _sync(part)
        part.replace(file)
    except OSError as error:
        raise UserError("backup.unwritable", file=file) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def before_migration(db: sqlite3.Connection, folder: Path) -> None:
    """Keep the database as it was before the schema changes."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    copy_to(db, folder / FOLDER / f"before-version-{version + 1}.db")


def verify(file: Path) -> None:
    """Raise UserError unless `file` is a whole Frontdesk database that this program can open."""
    if not file.is_file():
        raise UserError("backup.absent", file=file)
    try:
        with closing(
            sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as db:
            ours = db.execute("PRAGMA application_id").fetchone()[0] == migrations.APPLICATION_ID
            version = db.execute("PRAGMA user_version").fetchone()[0]
            whole = ours and db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except sqlite3.Error as error:
        raise UserError("backup.damaged", file=file) from error
    if not whole:
        raise UserError("backup.damaged", file=file)
    if version > migrations.LATEST:
        raise UserError("backup.newer", file=file)


def replace_with(file: Path, folder: Path, stamp: str) -> Path | None:
    """Put a verified copy of `file` in the place of the folder's database.

    Returns where the replaced database is kept, None when there was none. `stamp` goes into its
    name. Raises UserError while a window or another program has the database open.
    """
    verify(file)
    target = paths.database(folder)
    part = target.with_name(f"{target.name}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, part)
        _sync(part)
        kept = _set_aside(target, folder / FOLDER / f"replaced-{stamp}.db")
        part.replace(target)
        _sync(folder)
    except OSError as error:
        raise UserError("backup.unwritable", file=target) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return kept


def _set_aside(target: Path, kept: Path) -> Path | None:
    if not target.exists():
        return None
    kept.parent.mkdir(parents=True, exist_ok=True)
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(target, timeout=1)) as db:
        _close_log(db, target)
    shutil.copyfile(target, kept)
    _sync(kept)
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    return kept


def _close_log(db: sqlite3.Connection, target: Path) -> None:
    """Fold the write-ahead log into the file, which SQLite refuses while another has it open."""
    try:
        mode = db.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except sqlite3.OperationalError as error:
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
