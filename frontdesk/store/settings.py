"""Policy of the office as rows, one value a key; what is of one window lies in its INI file."""

from __future__ import annotations

import sqlite3

from frontdesk.store.store import Tx

DEMO_BUILT_ON = "demo_built_on"  # the day on which a demo office's simulated history ends

WANTS_ADMIN = "wants_admin"  # a new office was not yet asked for its first administrator


def get(db: sqlite3.Connection, key: str, default: str = "") -> str:
    """Return a setting's text."""
    row = db.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else default


def put(tx: Tx, key: str, value: str) -> None:
    """Set a setting's text."""
    tx.execute(
        "INSERT INTO setting(key, value) VALUES(?, ?) "
        "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
