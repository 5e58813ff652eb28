"""Offices as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.core import offices
from frontdesk.core.knowledge.articles import Counts
from frontdesk.core.offices import Office
from frontdesk.core.opening import typed
from frontdesk.exchange.kinds import cells
from frontdesk.exchange.reading import Row
from frontdesk.store.store import Tx

_TEXTS = ("name", "id", "code", "floor", "room", "directions", "phone", "hours", "keywords", "site")
FIELDS = (*_TEXTS, "last_admission_min", "external", "retired")


def parse(db: sqlite3.Connection, row: Row) -> tuple[str, str, Office]:
    """Return (key, label, office) of a row; a code known here gives the id when there is none."""
    named = {name: cells.text(row, name) for name in _TEXTS}
    named["hours"] = typed.read(named["hours"]).hours
    office = offices.checked(
        Office(
            **named,
            external=cells.flag(row, "external"),
            retired=cells.flag(row, "retired"),
            last_admission_min=cells.count(row.get("last_admission_min")) or 0,
        )
    )
    if not named["id"] and office.code:
        known = db.execute("SELECT id FROM office WHERE code = ?", (office.code,)).fetchone()
        office = replace(office, id=known[0] if known else office.id)
    return named["id"] or office.code or office.id, office.name, office


def doubts(row: Row) -> list[UserError]:
    """Return what of the hours somebody must check: these are unknown until then."""
    return [
        UserError("hours.check", field="hours", hours=piece)
        for piece in typed.read(cells.text(row, "hours")).doubts
    ]


def state(db: sqlite3.Connection, office: Office) -> str:
    """Return whether an office is new, changed or the same as here."""
    known = offices.get(db, office.id)
    if known is None:
        return "new"
    return "same" if replace(known, changed_at="") == office else "changed"


def save(tx: Tx, found: Sequence[Office], *, now: datetime) -> Counts:
    """Store the offices in one transaction."""
    states = [state(tx.db, office) for office in found]
    offices.put_many(tx, found, now=now)
    return Counts.of(states)


def rows(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield all offices, the retired too: an article may still name one."""
    for office in offices.every(db, retired=True):
        yield {name: getattr(office, name) for name in FIELDS}
