"""Absences of the people of the house: an office with one person in charge is closed without them.

The absence then brings a closure of the office along, so that routing, the desk and the papers all
know of it; taken back, both go. Rows of this branch, like the closures.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core import offices, people
from frontdesk.core.people import Person
from frontdesk.store.store import Tx

_COLUMNS = "id, person_id, from_on, to_on, reason, closure_id"


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which a person is away, both included. `closure_id` is '' where the office is open
    all the same; `reason` is shown where the office's closure is.
    """

    id: str
    person_id: str
    from_on: str
    to_on: str
    reason: str
    closure_id: str


def away(
    tx: Tx, person_id: str, from_on: date, to_on: date, *, reason: str = "",
    closes_office: bool | None = None,
) -> Absence:  # fmt: skip
    """Note that a person is away; their office is closed then where nobody else works in it.

    `closes_office` says it otherwise: a notary closes it although others work there.
    """
    person = people.get(tx.db, person_id)
    if person is None:
        raise UserError("absence.person", field="person", given=line(person_id)[:60])
    if to_on < from_on:
        raise UserError("absence.backwards", field="to_on")
    if closes_office is None:
        closes_office = is_alone(tx.db, person)
    closure_id = ""
    if closes_office and person.office_id:
        closure_id = offices.close_on(
            tx, from_on, to_on, office_id=person.office_id, reason=reason
        ).id
    absence = Absence(
        uuid7(), person_id, from_on.isoformat(), to_on.isoformat(), line(reason), closure_id
    )
    tx.execute(
        f"INSERT INTO absence({_COLUMNS}) VALUES(?,?,?,?,?,?)",
        (absence.id, person_id, absence.from_on, absence.to_on, absence.reason, closure_id),
    )
    return absence


def withdraw(tx: Tx, absence_id: str) -> None:
    """Take an absence back, and the closure that came with it."""
    row = tx.db.execute("SELECT closure_id FROM absence WHERE id = ?", (absence_id,)).fetchone()
    if row is None:
        raise UserError("absence.unknown", given=line(absence_id)[:60])
    tx.execute("DELETE FROM closure WHERE id = ?", row)
    tx.execute("DELETE FROM absence WHERE id = ?", (absence_id,))


def on(db: sqlite3.Connection, day: date) -> list[Absence]:
    """Return the absences of a day, by their first day."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM absence WHERE from_on <= ?1 AND to_on >= ?1 ORDER BY from_on, id",
        (day.isoformat(),),
    )
    return [Absence(*row) for row in rows]


def is_alone(db: sqlite3.Connection, person: Person) -> bool:
    """Tell whether a person is the only one who works in their office."""
    (others,) = db.execute(
        "SELECT count(*) FROM person WHERE office_id = ? AND active = 1 AND id <> ?",
        (person.office_id, person.id),
    ).fetchone()
    return bool(person.office_id) and others == 0
