"""People of the house as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from frontdesk.base.text import line
from frontdesk.core import people
from frontdesk.core.knowledge.articles import Counts
from frontdesk.core.people import Person
from frontdesk.exchange.kinds import cells
from frontdesk.exchange.kinds.known import Known
from frontdesk.exchange.reading import Row
from frontdesk.store.store import Tx

_TEXTS = ("name", "id", "code", "title", "phone", "email", "role", "keywords")
FIELDS = (*_TEXTS, "office", "active")


def parse(known: Known, row: Row) -> tuple[str, str, Person]:
    """Return (key, label, person) of a row; a code known here gives the id when there is none."""
    named: dict[str, Any] = {name: cells.text(row, name) for name in _TEXTS if name in row}
    key = named.get("id") or line(named.get("code", ""))
    person_id = named.get("id") or (
        known.person_ids.get(key, "") if key else known.brought("people", named.get("name", ""))
    )
    here = known.people.get(person_id)
    if "office" in row:
        office = cells.text(row, "office")
        named["office_id"] = known.office(office).id if office else ""
    if "active" in row:
        named["active"] = cells.flag(row, "active", default=True)
    blank = here or Person(id="", code="", name="")
    person = people.checked(replace(blank, **(named | {"id": person_id, "changed_at": ""})))
    return key or person.id, person.name, person


def states(known: Known, found: Sequence[Person]) -> list[str]:
    """Return whether each person is new, changed or the same as here."""
    here = known.people
    return [
        "new" if person.id not in here
        else "same" if replace(here[person.id], changed_at="") == person else "changed"
        for person in found
    ]  # fmt: skip


def find(db: sqlite3.Connection, person: Person) -> Person | None:
    """Return the person who is here."""
    return people.get(db, person.id)


def told(known: Known, person: Person) -> Row:
    """Return a person as a row, the office by its code."""
    row: Row = {name: getattr(person, name) for name in _TEXTS}
    return row | {
        "office": known.office_codes.get(person.office_id, ""), "active": person.active,
    }  # fmt: skip


def save(tx: Tx, found: Sequence[Person], *, now: datetime) -> Counts:
    """Store the people in one transaction."""
    before = states(Known(tx.db), found)
    people.put_many(tx, found, now=now)
    return Counts.of(before)


def rows(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield all people, also those who have left; offices by code."""
    known = Known(db)
    return (told(known, person) for person in people.every(db, former=True))
