"""Offices as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core import offices
from frontdesk.core.knowledge.articles import Counts
from frontdesk.core.offices import Office
from frontdesk.core.opening import typed
from frontdesk.exchange.kinds import cells
from frontdesk.exchange.kinds.known import Known
from frontdesk.exchange.reading import Row
from frontdesk.store.store import Tx

_TEXTS = ("name", "id", "code", "floor", "room", "directions", "phone", "hours", "keywords", "site")
FIELDS = (*_TEXTS, "last_admission_min", "external", "retired")


def parse(known: Known, row: Row) -> tuple[str, str, Office]:
    """Return (key, label, office) of a row; a code known here gives the id when there is none."""
    named: dict[str, Any] = {name: cells.text(row, name) for name in _TEXTS if name in row}
    key = named.get("id") or line(named.get("code", ""))
    office_id = named.get("id") or (
        known.office_ids.get(key, "") if key else known.brought("offices", named.get("name", ""))
    )
    here = known.offices.get(office_id)
    if "hours" in named:
        named["hours"] = typed.read(named["hours"]).hours
    for name in ("external", "retired"):
        if name in row:
            named[name] = cells.flag(row, name)
    if "last_admission_min" in row:
        named["last_admission_min"] = cells.count(row["last_admission_min"]) or 0
    blank = here or Office(id="", code="", name="")
    office = offices.checked(replace(blank, **(named | {"id": office_id, "changed_at": ""})))
    return key or office.id, office.name, office


def doubts(row: Row) -> list[UserError]:
    """Return what of the hours somebody must check: these are unknown until then."""
    return [
        UserError("hours.check", field="hours", hours=piece)
        for piece in typed.read(cells.text(row, "hours")).doubts
    ]


def states(known: Known, found: Sequence[Office]) -> list[str]:
    """Return whether each office is new, changed or the same as here."""
    here = known.offices
    return [
        "new" if office.id not in here
        else "same" if replace(here[office.id], changed_at="") == office else "changed"
        for office in found
    ]  # fmt: skip


def find(db: sqlite3.Connection, office: Office) -> Office | None:
    """Return the office that is here."""
    return offices.get(db, office.id)


def told(_known: Known, office: Office) -> Row:
    """Return an office as a row."""
    return {name: getattr(office, name) for name in FIELDS}


def save(tx: Tx, found: Sequence[Office], *, now: datetime) -> Counts:
    """Store the offices in one transaction."""
    before = states(Known(tx.db), found)
    offices.put_many(tx, found, now=now)
    return Counts.of(before)


def rows(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield all offices, the retired too: an article may still name one."""
    known = Known(db)
    return (told(known, office) for office in offices.every(db, retired=True))
