"""From events to rows: which noun folds which events, and whether the rows still say what happened.

Rows are a function of the set of events. `check` proves it on a copy, exchange relies on it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

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
# These nouns make an entity's rows from all its events at once, so that once is enough.
AT_ONCE = {"complaint", "cause"}
# The tables of each noun and the column that names the entity, the noun's own table last.
TABLES = {
    "contact": {
        "contact_entry": "contact_id", "contact_errand": "contact_id",
        "contact_stage": "contact_id", "contact": "id",
    },
    "slip": {"slip": "id"},
    "promise": {"promise": "id"},
    "gap": {"gap": "id"},
    "bounce": {"bounce": "id"},
    "phone": {"phone_call": "id"},
    "expected": {"expected": "id"},
}  # fmt: skip
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


def refold(tx: Tx, entities: Iterable[str]) -> None:
    """Make the rows of some entities anew from all their events, whatever order they came in."""
    for entity in entities:
        told: dict[str, list[Event]] = defaultdict(list)
        for event in list(in_order(tx.db, entity)):
            told[event.kind.partition(".")[0]].append(event)
        for noun in told.keys() & FOLDS.keys():
            _forget_rows(tx, noun, entity)
            for event in told[noun][-1:] if noun in AT_ONCE else told[noun]:
                FOLDS[noun](tx, event)


def fold_first(tx: Tx, events: Iterable[Event]) -> None:
    """Fold events, in their order, of entities that have no rows yet: many at once."""
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        told[event.kind.partition(".")[0]].append(event)
    contacts.fold_first(tx, told.pop("contact", []))
    for noun in told.keys() & FOLDS.keys():
        news = told[noun]
        if noun in AT_ONCE:
            news = list({event.entity: event for event in news}.values())
        for event in news:
            FOLDS[noun](tx, event)


def _forget_rows(tx: Tx, noun: str, entity: str) -> None:
    for table, column in TABLES.get(noun, {}).items():
        tx.execute(f"DELETE FROM {table} WHERE {column} = ? AND {FOLDED[table]}", (entity,))


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
