"""What SQLite says when it cannot, turned into what the person at the desk can do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from frontdesk.base.errors import UserError

_PRIMARY = 0xFF  # the low byte of an extended result code
_ILLEGIBLE = "Could not decode to UTF-8"  # we write UTF-8 only, so somebody else wrote there
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


def code_of(error: sqlite3.Error) -> int:
    """Return the primary result code of a failure, 0 where Python's module itself complains."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & _PRIMARY


def explain(error: sqlite3.Error, folder: Path) -> UserError | None:
    """Return the UserError of a failure outside the program, None for a bug of ours."""
    code = _CODES.get(code_of(error))
    if _ILLEGIBLE in str(error):
        code = "store.damaged"
    return UserError(code, folder=folder) if code else None
