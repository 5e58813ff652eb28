"""What the list of offices asks of core, and what is made of its form: without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.core import edits, offices, sites
from frontdesk.core.offices import Closure, Office
from frontdesk.core.opening import typed
from frontdesk.ui.records.record import Record

TEXTS = ("name", "code", "floor", "room", "directions", "phone", "keywords", "site")


def read(db: Any) -> list[Record]:
    """Return all offices, those out of use too, by name."""
    return [record(office) for office in offices.every(db, retired=True)]


def record(office: Office) -> Record:
    """Return an office as list and form show it."""
    values: dict[str, Any] = {name: getattr(office, name) for name in TEXTS}
    values |= {
        "hours": office.hours, "external": office.external,
        "last_admission_min": office.last_admission_min,
    }  # fmt: skip
    under = " · ".join(filter(None, (office.code, office.floor, office.room)))
    return Record(office.id, office.name, under, values, edits.digest(office), office.retired)


def save(tx: Any, office_id: str, values: Mapping[str, Any], *, base: str, now: datetime) -> Record:
    """Save an office from its form, whose hours may stand in words.

    Raises UserError as `offices.save`, and for hours that are not understood or mean two things.
    """
    before = offices.get(tx.db, office_id) if office_id else None
    office = Office(
        id=office_id,
        external=bool(values["external"]),
        last_admission_min=int(values["last_admission_min"]),
        hours=hours(str(values["hours"])),
        retired=bool(before and before.retired),
        **{name: str(values[name]) for name in TEXTS},
    )
    return record(offices.save(tx, office, base=base, now=now))


def hours(text: str) -> str:
    """Return hours as they are stored. Raises UserError where they cannot be relied on."""
    found = typed.read(text)
    if found.doubts and found.hours:
        raise UserError("hours.doubtful", field="hours", text=found.doubts[0][:60])
    if found.doubts:
        raise UserError("hours.not_read", field="hours")
    return found.hours


def retire(tx: Any, office_id: str, *, retired: bool, now: datetime) -> Office:
    """Take an office out of use, or back into it."""
    return offices.retire(tx, office_id, retired=retired, now=now)


def branches(db: Any) -> list[tuple[str, str]]:
    """Return the sites that an office can be of, as (code, name)."""
    here = sites.here(db)
    return [(here.site, here.name), *((code, name) for _, code, name in sites.branches(db)
                                      if code != here.site)]  # fmt: skip


def closures(db: Any, office_id: str, today: date) -> list[Closure]:
    """Return what is to come of closures of an office and of all, by day."""
    return offices.closures(db, today, office_id)
