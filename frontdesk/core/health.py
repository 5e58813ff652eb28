"""Whether the database is damaged, found out before somebody trips over it.

`quick_check` after each start, the chain of hashes once a day when nobody works, `integrity_check`
once a week then. The checks see different things: a flipped bit in a text changes no page's shape,
and only the hashes tell.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

from frontdesk.base import clock
from frontdesk.store import events, settings
from frontdesk.store.failures import code_of
from frontdesk.store.store import Store, connect

CHAIN_AT, WHOLE_AT = "health.chain_at", "health.whole_at"
FAULT = "health.fault"  # what a long look found, until a check finds nothing
CHAIN_EVERY, WHOLE_EVERY = timedelta(days=1), timedelta(days=7)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def after_start(store: Store) -> str:
    """Return the first fault that a quick look finds, or an earlier look found; '' for none."""
    return _first(store, "PRAGMA quick_check(1)") or settings.get(store.read(), FAULT)


def at_rest(store: Store, *, now: datetime) -> str:
    """Do what is due of the long looks, for when nobody works; return the first fault, or ''."""
    db, fault = store.read(), ""
    if _is_due(db, CHAIN_AT, CHAIN_EVERY, now):
        fault = _chain(store)
        _done(store, CHAIN_AT, now)
    if not fault and _is_due(db, WHOLE_AT, WHOLE_EVERY, now):
        fault = _first(store, "PRAGMA integrity_check(1)")
        _done(store, WHOLE_AT, now)
    if fault:
        _note(store, FAULT, fault)
    return fault


def is_well(store: Store) -> None:
    """Forget what an earlier look found: a check of everything found nothing."""
    if settings.get(store.read(), FAULT):
        _note(store, FAULT, "")


def _first(store: Store, pragma: str) -> str:
    try:
        with closing(connect(store.file)) as db:  # what it read is given back with it
            (told,) = db.execute(pragma).fetchone()
    except sqlite3.DatabaseError as error:
        return _damage(error)
    return "" if told == "ok" else str(told).strip().splitlines()[-1]


def _chain(store: Store) -> str:
    try:
        return next(events.faults(store.read()), "")
    except sqlite3.DatabaseError as error:
        return _damage(error)


def _damage(error: sqlite3.DatabaseError) -> str:
    if code_of(error) not in _DAMAGED and "UTF-8" not in str(error):
        raise error
    return str(error)


def _is_due(db: sqlite3.Connection, key: str, every: timedelta, now: datetime) -> bool:
    """Tell whether a look is due; a clock that was set back makes it due, not never."""
    last = settings.get(db, key)
    return not last or not timedelta(0) <= now - clock.parse(last) < every


def _done(store: Store, key: str, now: datetime) -> None:
    _note(store, key, clock.iso(now))


def _note(store: Store, key: str, value: str) -> None:
    with store.acting_as(None), store.write() as tx:
        settings.put(tx, key, value)
