"""Offices: where people are sent, when they are open, which services they give."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import clean, line
from frontdesk.core import edits
from frontdesk.core.roles import require
from frontdesk.core.search import Doc, drop, put
from frontdesk.store.store import Row, Tx

_COLUMNS = (
    "id, code, name, external, floor, room, directions, phone, hours, last_admission_min, "
    "keywords, retired, site, changed_at"
)
_CLOSURE = "id, office_id, from_on, to_on, hours, reason, shortens"
_TEXTS = ("id", "floor", "room", "directions", "phone", "hours", "keywords", "site")


@dataclass(frozen=True, slots=True)
class Office:
    """A place of the house, or an external one. `hours` is OSM opening_hours text, '' unknown.

    `site` is the code of the branch that it belongs to, '' for an office of all of them.
    """

    id: str
    code: str
    name: str
    external: bool = False
    floor: str = ""
    room: str = ""
    directions: str = ""
    phone: str = ""
    hours: str = ""
    last_admission_min: int = 0
    keywords: str = ""
    retired: bool = False
    site: str = ""
    changed_at: str = ""

    def is_of(self, site: str) -> bool:
        """Tell whether the office is one of a branch, named by its code."""
        return self.site in ("", site)


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which an office ('' = all) is closed, or open at other `hours` only; where it
    `shortens`, its own hours hold inside of those.
    """

    id: str
    office_id: str
    from_on: str
    to_on: str
    hours: str
    reason: str
    shortens: bool = False


def checked(office: Office) -> Office:
    """Return the office as it is stored, with an id. Raises UserError where unusable."""
    texts: dict[str, Any] = {name: clean(getattr(office, name)).strip() for name in _TEXTS}
    name = line(office.name)
    if not name:
        raise UserError("office.nameless", field="name")
    _checked_hours(office.hours)
    texts |= {"id": texts["id"] or uuid7(), "name": name, "code": line(office.code)}
    return replace(office, **texts)


def put_many(tx: Tx, offices: Iterable[Office], *, now: datetime) -> int:
    """Insert or replace offices by id; return how many. Raises UserError for a bad one."""
    require(tx, "office.write")
    rows = [checked(office) for office in offices]
    at = iso(now)
    tx.executemany(
        f"INSERT OR REPLACE INTO office({_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        [
            (o.id, o.code, o.name, int(o.external), o.floor, o.room, o.directions, o.phone,
             o.hours, o.last_admission_min, o.keywords, int(o.retired), o.site, at)
            for o in rows
        ],
    )  # fmt: skip
    put(tx, [_doc(office) for office in rows if not office.retired])
    drop(tx, "office", [office.id for office in rows if office.retired])
    return len(rows)


def save(tx: Tx, office: Office, *, base: str = "", now: datetime) -> Office:
    """Save one office and tell the log what changed; `base` is its digest when it was read.

    Raises UserError for an unusable one, for a code that another has, and `record.changed` where
    somebody else saved it meanwhile.
    """
    require(tx, "office.write")
    stored = checked(office)
    before = get(tx.db, stored.id)
    edits.check(base, before)
    taken = tx.db.execute(
        "SELECT name FROM office WHERE code = ? AND code <> '' AND retired = 0 AND id <> ?",
        (stored.code, stored.id),
    ).fetchone()
    if taken:
        raise UserError("office.code_taken", field="code", name=taken[0])
    put_many(tx, [stored], now=now)
    edits.note(tx, "office", before, stored, now=now)
    return get(tx.db, stored.id) or stored


def retire(tx: Tx, office_id: str, *, retired: bool = True, now: datetime) -> Office:
    """Take an office out of use, or back into it; what was said of it stays."""
    require(tx, "office.write")
    office = get(tx.db, office_id)
    if office is None:
        raise UserError("office.unknown", field="office", given=line(office_id)[:60])
    return save(tx, replace(office, retired=retired), now=now)


def get(db: sqlite3.Connection, office_id: str) -> Office | None:
    """Return one office."""
    row = db.execute(f"SELECT {_COLUMNS} FROM office WHERE id = ?", (office_id,)).fetchone()
    return _office(row) if row else None


def resolve(db: sqlite3.Connection, text: str) -> Office:
    """Return the office whose id, code or name is `text`. Raises UserError when there is none."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM office WHERE id = ?1 OR code = ?1 OR name = ?1 "
        "ORDER BY retired, id <> ?1 LIMIT 1",
        (text,),
    ).fetchone()
    if row is None or not text:  # an office without a code is not the one that nobody named
        raise UserError("office.unknown", field="office", given=line(text)[:60])
    return _office(row)


def every(db: sqlite3.Connection, *, retired: bool = False) -> list[Office]:
    """Return all offices that are in use, by name; with `retired` also those that no longer are."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM office WHERE retired <= ? ORDER BY name, id", (int(retired),)
    )
    return [_office(row) for row in rows]


def close_on(
    tx: Tx, from_on: date, to_on: date, *, office_id: str = "", hours: str = "", reason: str = "",
    shortens: bool = False,
) -> Closure:  # fmt: skip
    """Close an office (or all) on some days, or give other hours for them, or shorten its own.

    Raises UserError for days the wrong way round and for hours that cannot be relied on.
    """
    if to_on < from_on:
        raise UserError("closure.backwards", field="to_on")
    closure = Closure(
        uuid7(), office_id, from_on.isoformat(), to_on.isoformat(), _checked_hours(hours),
        line(reason), shortens,
    )  # fmt: skip
    put_closures(tx, [closure])
    return closure


def put_closures(tx: Tx, rows: Iterable[Closure]) -> None:
    """Keep closures as they are."""
    tx.executemany(
        f"INSERT INTO closure({_CLOSURE}) VALUES(?,?,?,?,?,?,?)",
        [(c.id, c.office_id, c.from_on, c.to_on, c.hours, c.reason, int(c.shortens)) for c in rows],
    )


def closures(db: sqlite3.Connection, from_on: date, office_id: str = "") -> list[Closure]:
    """Return the closures of an office and of the whole house that end on `from_on` or later."""
    rows = db.execute(
        f"SELECT {_CLOSURE} FROM closure "
        "WHERE office_id IN ('', ?) AND to_on >= ? ORDER BY from_on, id",
        (office_id, from_on.isoformat()),
    )
    return [Closure(*(*row[:6], bool(row[6]))) for row in rows]


def every_closure(db: sqlite3.Connection, from_on: date) -> list[Closure]:
    """Return the closures of all offices that end on `from_on` or later, by their first day."""
    rows = db.execute(
        f"SELECT {_CLOSURE} FROM closure WHERE to_on >= ? ORDER BY from_on, id",
        (from_on.isoformat(),),
    )
    return [Closure(*(*row[:6], bool(row[6]))) for row in rows]


def closed_days(db: sqlite3.Connection, from_on: date) -> list[tuple[date, date]]:
    """Return the spans of days, ending on `from_on` or later, when the whole house is closed."""
    return [
        (date.fromisoformat(closure.from_on), date.fromisoformat(closure.to_on))
        for closure in closures(db, from_on)
        if not closure.hours
    ]


def serve(tx: Tx, pairs: Iterable[tuple[str, str]]) -> None:
    """Note that offices give services: pairs of article id and office id."""
    require(tx, "office.write")
    tx.executemany("INSERT OR IGNORE INTO service(article_id, office_id) VALUES(?,?)", pairs)


def set_services(
    tx: Tx, office_id: str, article_ids: Iterable[str], *, base: str = "", now: datetime
) -> None:
    """Let an office give exactly these services; `base` as `save`, of the sorted ids."""
    require(tx, "office.write")
    before, after = tuple(services_of(tx.db, office_id)), tuple(sorted(set(article_ids)))
    edits.check(base, before)
    tx.execute("DELETE FROM service WHERE office_id = ?", (office_id,))
    serve(tx, [(article_id, office_id) for article_id in after])
    told = {"services": [sorted(set(before) - set(after)), sorted(set(after) - set(before))]}
    if before != after:
        tx.append("office.changed", office_id, {"fields": told}, now)


def services_of(db: sqlite3.Connection, office_id: str) -> list[str]:
    """Return the ids of the articles that an office serves, in their order."""
    rows = db.execute(
        "SELECT article_id FROM service WHERE office_id = ? ORDER BY article_id", (office_id,)
    )
    return [article_id for (article_id,) in rows]


def services(db: sqlite3.Connection) -> dict[str, list[tuple[str, str, str]]]:
    """Return office id -> id, code and title of the articles that it serves, by title."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for office_id, *article in db.execute(
        "SELECT s.office_id, a.id, a.code, a.title FROM service s "
        "JOIN article a ON a.id = s.article_id ORDER BY a.title, a.id"
    ):
        found.setdefault(office_id, []).append((article[0], article[1], article[2]))
    return found


def serving(db: sqlite3.Connection, article_id: str) -> list[Office]:
    """Return the offices in use that give a service, by name."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM office WHERE retired = 0 AND id IN "
        "(SELECT office_id FROM service WHERE article_id = ?) ORDER BY name, id",
        (article_id,),
    )
    return [_office(row) for row in rows]


def docs(db: sqlite3.Connection) -> list[Doc]:
    """Return what search indexes of all offices in use."""
    return [_doc(office) for office in every(db)]


def _checked_hours(hours: str) -> str:
    """Return hours as they are stored; the grammar is loaded only where there are any."""
    if not hours.strip():
        return ""
    from frontdesk.core.opening import check_hours

    return check_hours(hours)


def _doc(office: Office) -> Doc:
    return Doc(
        noun="office", id=office.id, lang="es", kind="office", code=office.code, title=office.name,
        say=office.directions, keywords=office.keywords, body=f"{office.floor} {office.room}",
        valid_from="", valid_to="", weight=0,
    )  # fmt: skip


def _office(row: Row) -> Office:
    return Office(*(*row[:3], bool(row[3]), *row[4:11], bool(row[11]), *row[12:]))
