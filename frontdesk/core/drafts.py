"""What was being typed when the program stopped: one draft a form, kept until it is filed."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from frontdesk.base.clock import iso
from frontdesk.base.text import fold
from frontdesk.store.store import Tx

P = ParamSpec("P")
Filed = TypeVar("Filed")


def save(tx: Tx, key: str, fields: dict[str, Any], *, now: datetime) -> None:
    """Keep a form's fields under its key, replacing the draft before; no fields forget it."""
    if not fields:
        clear(tx, key)
        return
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


def hand_in(
    tx: Tx,
    key: str,
    operation: Callable[Concatenate[Tx, P], Filed],
    *fields: P.args,
    **named: P.kwargs,
) -> Filed:
    """Do with a form's fields what the form is for, and forget its draft in the same transaction.

    So a crash leaves either the draft or what it became, never both.
    """
    filed = operation(tx, *fields, **named)
    clear(tx, key)
    return filed


def clear(tx: Tx, key: str) -> None:
    """Forget a form's draft."""
    tx.execute("DELETE FROM draft WHERE key = ?", (key,))


def forget_naming(tx: Tx, named: Iterable[str]) -> None:
    """Forget the drafts in which all words of a name, or a phone or e-mail, stand."""
    wanted = [words for text in named if (words := _words(text))]
    for key, body in tx.db.execute("SELECT key, body FROM draft").fetchall():
        said = _words(body)
        if any(words <= said for words in wanted):
            clear(tx, key)


def _words(text: str) -> set[str]:
    return {*re.findall(r"\w+", fold(text))}
