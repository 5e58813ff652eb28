"""What was being typed when the program stopped: one draft a form, kept until it is filed."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import Any

from frontdesk.base.clock import iso
from frontdesk.store.store import Tx


def save(tx: Tx, key: str, fields: dict[str, Any], *, now: datetime) -> None:
    """Keep a form's fields under its key, replacing the draft before."""
    tx.execute(
        "INSERT INTO draft(key, body, saved_at) VALUES(?,?,?) ON CONFLICT(key) "
        "DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
        (key, json.dumps(fields, ensure_ascii=False), iso(now)),
    )


def load(db: sqlite3.Connection, key: str) -> dict[str, Any]:
    """Return a form's draft, empty when there is none."""
    row = db.execute("SELECT body FROM draft WHERE key = ?", (key,)).fetchone()
    fields: dict[str, Any] = json.loads(row[0]) if row else {}
    return fields


def clear(tx: Tx, key: str) -> None:
    """Forget a form's draft, in the transaction that files what it held."""
    tx.execute("DELETE FROM draft WHERE key = ?", (key,))
