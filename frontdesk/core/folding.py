"""From events to rows: which noun folds which events, and whether the rows still say what happened.

Rows are a function of the set of events. `check` proves it on a copy, exchange relies on it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from frontdesk.core import (
    attachments,
    bounces,
    complaints,
    contacts,
    expected,
    gaps,
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
    "closing": gaps.fold,
    "bounce": bounces.fold,
    "phone": phone.fold,
    "expected": expected.fold,
}
# What a fold raises where an event was told by a newer program, or is not what it seems.
NOT_UNDERSTOOD = (
    AttributeError, IndexError, KeyError, TypeError, ValueError, sqlite3.IntegrityError
)  # fmt: skip
# These nouns make an entity's rows from all its events at once, so that once is enough.
AT_ONCE = {"complaint", "cause"}
# The tables of each noun and the column that names the entity, the noun's own table last.
TABLES = {
    "contact": {
        "contact_entry": "contact_id", "contact_errand": "contact_id",
        "contact_stage": "contact_id", "contact": "id",
    },
    "slip": {"slip": "id"},
    "complaint": {"attachment": "entity_id", "complaint": "id"},
    "cause": {"action": "cause_id", "cause": "id"},
    "promise": {"promise": "id"},
    "gap": {"gap": "id"},
    "closing": {"gap_closing": "id"},
    "bounce": {"bounce": "id"},
    "phone": {"phone_call": "id"},
    "expected": {"expected": "id"},
}  # fmt: skip
# What is folded, and which of its rows come from events: the open contact is local until it ends.
FOLDED = {
    "contact": "closed_at IS NOT NULL",
    "contact_entry": "contact_id NOT IN (SELECT id FROM contact WHERE closed_at IS NULL)",
    "contact_errand": "1",
    "contact_stage": "1",
    "slip": "1",
    "complaint": "1",
    "attachment": "noun = 'complaint'",
    "cause": "1",
    "action": "1",
    "promise": "1",
    "gap": "1",
    "gap_closing": "1",
    "bounce": "1",
    "phone_call": "1",
    "expected": "1",
}


def fold(tx: Tx, event: Event) -> None:
    """Fold one event; what this program does not understand yet stays in the log, unfolded."""
    noun = event.kind.partition(".")[0]
    if noun in FOLDS and not _is_understood(tx, lambda: FOLDS[noun](tx, event)):
        _clear(tx, noun, event.entity)


def refold(tx: Tx, entities: Iterable[str]) -> None:
    """Make the rows of some entities anew from all their events, whatever order they came in."""
    for entity in entities:
        for noun, told in _by_noun(list(in_order(tx.db, entity))).items():
            if noun not in AT_ONCE:
                _clear(tx, noun, entity)
            for event in told[-1:] if noun in AT_ONCE else told:
                fold(tx, event)
    attachments.sweep(tx)


def fold_first(tx: Tx, events: Sequence[Event]) -> None:
    """Fold events, in their order, of entities that have no rows yet: many at once."""
    for noun, told in _by_noun(events).items():
        if noun == "contact" and _is_understood(tx, partial(contacts.fold_first, tx, told)):
            continue
        last = {event.entity: event for event in told} if noun in AT_ONCE else {}
        for event in last.values() or told:
            fold(tx, event)


def _by_noun(events: Iterable[Event]) -> dict[str, list[Event]]:
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        noun = event.kind.partition(".")[0]
        if noun in FOLDS:
            told[noun].append(event)
    return told


def _is_understood(tx: Tx, work: Callable[[], object]) -> bool:
    """Do a piece of folding, all of it or nothing; False where a newer program told the event."""
    tx.execute("SAVEPOINT folding")
    try:
        work()
    except NOT_UNDERSTOOD:
        tx.execute("ROLLBACK TO folding")
        return False
    finally:
        tx.execute("RELEASE folding")
    return True


def _clear(tx: Tx, noun: str, entity: str) -> None:
    for table, column in TABLES[noun].items():
        tx.execute(f"DELETE FROM {table} WHERE {column} = ? AND {FOLDED[table]}", (entity,))


def rebuild(tx: Tx) -> None:
    """Make the rows anew from the event log."""
    for table in reversed(FOLDED):
        tx.execute(f"DELETE FROM {table} WHERE {FOLDED[table]}")
    for event in list(in_order(tx.db)):
        fold(tx, event)
    attachments.sweep(tx)


def faults(tx: Tx) -> Iterator[str]:
    """Yield a line for each row that differs from its events. Rebuilds: run it on a copy."""
    before = {table: _rows(tx.db, table) for table in FOLDED}
    rebuild(tx)
    for table, rows in before.items():
        for key in sorted({str(row[0]) for row in rows ^ _rows(tx.db, table)}):
            yield f"{table} {key}: edited by hand"


def _rows(db: sqlite3.Connection, table: str) -> set[tuple[object, ...]]:
    return set(db.execute(f"SELECT * FROM {table} WHERE {FOLDED[table]}"))
