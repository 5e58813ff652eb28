"""People of the house as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from frontdesk.core import offices as places
from frontdesk.core import people
from frontdesk.core.knowledge.articles import Counts
from frontdesk.core.people import Person
from frontdesk.exchange.kinds import cells
from frontdesk.exchange.reading import Row
from frontdesk.store.store import Tx

_TEXTS = ("name", "id", "code", "title", "phone", "email", "role", "keywords")
FIELDS = (*_TEXTS, "office", "active")


def parse(db: sqlite3.Connection, row: Row) -> tuple[str, str, Person]:
    """Return (key, label, person) of a row; a code known here gives the id when there is none."""
    named = {name: cells.text(row, name) for name in _TEXTS}
    office = cells.text(row, "office")
    person = people.checked(
        Person(
            **named,
            office_id=places.resolve(db, office).id if office else "",
            active=cells.flag(row, "active", default=True),
        )
    )
    if not named["id"] and person.code:
        known = db.execute("SELECT id FROM person WHERE code = ?", (person.code,)).fetchone()
        person = replace(person, id=known[0] if known else person.id)
    return named["id"] or person.code or person.id, person.name, person


def state(db: sqlite3.Connection, person: Person) -> str:
    """Return whether a person is new, changed or the same as here."""
    known = people.get(db, person.id)
    if known is None:
        return "new"
    return "same" if replace(known, changed_at="") == person else "changed"


def save(tx: Tx, found: Sequence[Person], *, now: datetime) -> Counts:
    """Store the people in one transaction."""
    states = [state(tx.db, person) for person in found]
    people.put_many(tx, found, now=now)
    return Counts.of(states)


def rows(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield all people, also those who have left; offices by code."""
    codes = dict(db.execute("SELECT id, coalesce(nullif(code, ''), id) FROM office"))
    for person in people.every(db, former=True):
        row: Row = {name: getattr(person, name) for name in _TEXTS}
        yield {**row, "office": codes.get(person.office_id, ""), "active": person.active}
