"""From events to rows: which noun folds which events, and whether the rows still say what happened.

Rows are a function of the set of events. `check` proves it on a copy, exchange relies on it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from frontdesk.core import (
    bounces,
    complaints,
    contacts,
    expected,
    phone,
    promises,
    routing,
    voice,
)
from frontdesk.store.events import Event, in_order
from frontdesk.store.store import Tx

FOLDS: dict[str, Callable[[Tx, Event], None]] = {
    "contact": contacts.fold,
    "slip": routing.fold,
    "complaint": complaints.fold,
    "cause": complaints.causes.fold,
    "promise": promises.fold,
    "gap": voice.fold,
    "bounce": bounces.fold,
    "phone": phone.fold,
    "expected": expected.fold,
}
# What is folded, and which of its rows come from events: the open contact is local until it ends.
FOLDED = {
    "contact": "closed_at IS NOT NULL",
    "contact_entry": "contact_id IN (SELECT id FROM contact WHERE closed_at IS NOT NULL)",
    "contact_errand": "1",
    "contact_stage": "1",
    "slip": "1",
    "complaint": "1",
    "attachment": "1",
    "cause": "1",
    "action": "1",
    "promise": "1",
    "gap": "1",
    "bounce": "1",
    "phone_call": "1",
    "expected": "1",
}


def fold(tx: Tx, event: Event) -> None:
    """Fold one event; a kind that this program does not know stays in the log, unfolded."""
    noun = FOLDS.get(event.kind.partition(".")[0])
    if noun:
        noun(tx, event)


def rebuild(tx: Tx) -> None:
    """Make the rows anew from the event log."""
    for table in reversed(FOLDED):
        tx.execute(f"DELETE FROM {table} WHERE {FOLDED[table]}")
    for event in list(in_order(tx.db)):
        fold(tx, event)


def faults(tx: Tx) -> Iterator[str]:
    """Yield a line for each row that differs from its events. Rebuilds: run it on a copy."""
    before = {table: _rows(tx.db, table) for table in FOLDED}
    rebuild(tx)
    for table, rows in before.items():
        for key in sorted({str(row[0]) for row in rows ^ _rows(tx.db, table)}):
            yield f"{table} {key}: edited by hand"


def _rows(db: sqlite3.Connection, table: str) -> set[tuple[object, ...]]:
    return set(db.execute(f"SELECT * FROM {table} WHERE {FOLDED[table]}"))
