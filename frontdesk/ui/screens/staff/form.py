"""The people of the house as list and form; roles and PINs are kept elsewhere. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.core import edits, offices, people
from frontdesk.core.people import Person
from frontdesk.ui.records.record import Record

TEXTS = ("name", "title", "phone", "email", "code", "keywords")


def read(db: Any) -> list[Record]:
    """Return all people, those who have left too, by name."""
    places = dict(choices(db))
    return [_record(person, places) for person in people.every(db, former=True)]


def choices(db: Any) -> list[tuple[str, str]]:
    """Return the offices in use, as (id, name)."""
    return [(office.id, office.name) for office in offices.every(db)]


def save(tx: Any, person_id: str, values: Mapping[str, Any], *, base: str, now: datetime) -> Record:
    """Save a person from the form; the role stays. Raises UserError as `people.save`, and for an
    office that there is not.
    """
    office_id = str(values["office_id"]).strip()
    if office_id and offices.get(tx.db, office_id) is None:
        raise UserError("person.office", field="office_id", given=office_id[:60])
    before = people.get(tx.db, person_id) if person_id else None
    texts: dict[str, Any] = {name: str(values[name]) for name in TEXTS}
    person = replace(before or Person("", "", ""), **texts, office_id=office_id)
    return _record(people.save(tx, person, base=base, now=now), dict(choices(tx.db)))


def retire(tx: Any, person_id: str, *, retired: bool, now: datetime) -> Person:
    """Note that a person has left, or is back."""
    return people.retire(tx, person_id, active=not retired, now=now)


def _record(person: Person, places: Mapping[str, str]) -> Record:
    values = {name: getattr(person, name) for name in TEXTS} | {"office_id": person.office_id}
    parts = (person.title, places.get(person.office_id, ""), person.phone)
    return Record(
        person.id, person.name, " · ".join(filter(None, parts)), values, edits.digest(person),
        not person.active,
    )  # fmt: skip
