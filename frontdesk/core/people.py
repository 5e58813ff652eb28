"""The people of the house: whom the desk rings, and who works at the desk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core import edits
from frontdesk.core.roles import ROLES, keep_an_admin, require
from frontdesk.core.search import Doc, drop, put
from frontdesk.store.store import Row, Tx

_COLUMNS = "id, code, name, title, office_id, phone, email, role, keywords, active, changed_at"
_PERSONAL = frozenset({"name", "phone", "email", "keywords", "title"})
_TEXTS = ("id", "code", "name", "title", "phone", "email", "keywords")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the house. `role` is what they do in Frontdesk, '' nothing."""

    id: str
    code: str
    name: str
    title: str = ""
    office_id: str = ""
    phone: str = ""
    email: str = ""
    role: str = ""
    keywords: str = ""
    active: bool = True
    changed_at: str = ""


def checked(person: Person) -> Person:
    """Return the person as it is stored, with an id. Raises UserError where unusable."""
    texts: dict[str, Any] = {name: line(getattr(person, name)) for name in _TEXTS}
    if not texts["name"]:
        raise UserError("person.nameless", field="name")
    if person.role not in ("", *ROLES):
        raise UserError("person.role", field="role", roles=", ".join(ROLES))
    return replace(person, **{**texts, "id": texts["id"] or uuid7()})


def put_many(tx: Tx, people: Iterable[Person], *, now: datetime) -> int:
    """Insert or replace people by id; return how many. Raises UserError for a bad one."""
    require(tx, "staff.write")
    rows = [checked(person) for person in people]
    at = iso(now)
    tx.executemany(
        f"INSERT OR REPLACE INTO person({_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?,?,?)",
        [
            (p.id, p.code, p.name, p.title, p.office_id, p.phone, p.email, p.role, p.keywords,
             int(p.active), at)
            for p in rows
        ],
    )  # fmt: skip
    put(tx, [_doc(person) for person in rows if person.active])
    drop(tx, "person", [person.id for person in rows if not person.active])
    if tx.actor:  # what comes from head office is decided there
        keep_an_admin(tx)
    return len(rows)


def save(tx: Tx, person: Person, *, base: str = "", now: datetime) -> Person:
    """Save one person and tell the log which fields changed, never what they say; `base` is the
    digest when it was read.

    Raises UserError for an unusable one, and `record.changed` where somebody else saved meanwhile.
    """
    require(tx, "staff.write")
    stored = checked(person)
    before = get(tx.db, stored.id)
    edits.check(base, before)
    put_many(tx, [stored], now=now)
    edits.note(tx, "person", before, stored, silent=_PERSONAL, now=now)
    return get(tx.db, stored.id) or stored


def retire(tx: Tx, person_id: str, *, active: bool = False, now: datetime) -> Person:
    """Note that a person has left, or is back."""
    require(tx, "staff.write")
    person = get(tx.db, person_id)
    if person is None:
        raise UserError("person.unknown", given=line(person_id)[:60])
    return save(tx, replace(person, active=active), now=now)


def get(db: sqlite3.Connection, person_id: str) -> Person | None:
    """Return one person."""
    row = db.execute(f"SELECT {_COLUMNS} FROM person WHERE id = ?", (person_id,)).fetchone()
    return _person(row) if row else None


def every(db: sqlite3.Connection, *, former: bool = False) -> list[Person]:
    """Return the people who work here now, by name; with `former` also those who have left."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM person WHERE active >= ? ORDER BY name, id", (int(not former),)
    )
    return [_person(row) for row in rows]


def docs(db: sqlite3.Connection) -> list[Doc]:
    """Return what search indexes of all people who work here now."""
    return [_doc(person) for person in every(db)]


def _doc(person: Person) -> Doc:
    return Doc(
        noun="person", id=person.id, lang="es", kind="person", code=person.code, title=person.name,
        say=person.title, keywords=person.keywords, body="", valid_from="", valid_to="", weight=0,
    )  # fmt: skip


def _person(row: Row) -> Person:
    return Person(*(*row[:9], bool(row[9]), row[10]))
