"""What SQLite says when it cannot, turned into what the person at the desk can do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from frontdesk.base.errors import UserError

_PRIMARY = 0xFF  # the low byte of an extended result code
_CODES = {
    sqlite3.SQLITE_BUSY: "store.locked",
    sqlite3.SQLITE_LOCKED: "store.locked",
    sqlite3.SQLITE_READONLY: "store.readonly",
    sqlite3.SQLITE_PERM: "store.readonly",
    sqlite3.SQLITE_CANTOPEN: "store.unreachable",
    sqlite3.SQLITE_FULL: "store.full",
    sqlite3.SQLITE_IOERR: "store.failing",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_NOTADB: "store.damaged",
}


def explain(error: sqlite3.Error, folder: Path) -> UserError | None:
    """Return the UserError of a failure outside the program, None for a bug of ours."""
    code = _CODES.get((getattr(error, "sqlite_errorcode", None) or 0) & _PRIMARY)
    return UserError(code, folder=folder) if code else None
