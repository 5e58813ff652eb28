"""Which site an event concerns: besides its own and head office, the sites whose cases it is of.

A case is of the sites from which events of it came, and of those it was handed to; who is handed a
case gets all of it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

COLUMNS = "writer, seq, prev, lamport, at, entity, kind, salt, body, body_hash, id"
HANDED = "complaint.handed_over"
_CAME_FROM = (
    "SELECT e.entity FROM envelope s JOIN event e ON e.n BETWEEN s.from_n AND s.to_n "
    "WHERE s.site_id = ?1 AND s.to_n > 0"
)
_HANDED_TO = (
    f"SELECT entity FROM event WHERE kind = '{HANDED}' AND json_extract(body, '$.site') = ?1"
)


class Row(NamedTuple):
    """An event as it lies in the log, without its row number; `body` is JSON text."""

    writer: str
    seq: int
    prev: bytes
    lamport: int
    at: str
    entity: str
    kind: str
    salt: bytes
    body: str | None
    body_hash: bytes
    id: bytes


def by_site(db: sqlite3.Connection, rows: Iterable[Row], but: set[str]) -> dict[str, list[Row]]:
    """Return which of the events concern each other site, and all of a case just handed to one."""
    found: dict[str, dict[bytes, Row]] = {}
    homes: dict[str, set[str]] = {}
    for row in rows:
        if row.kind == HANDED and row.entity in homes:
            del homes[row.entity]
        if row.entity not in homes:
            homes[row.entity] = of(db, row.entity, is_case=row.kind.startswith("complaint.")) - but
        to = _handed_to(row)
        for site_id in homes[row.entity]:
            told = _all_of(db, row.entity) if site_id == to else [row]
            found.setdefault(site_id, {}).update((one.id, one) for one in told)
    return {site_id: list(told.values()) for site_id, told in found.items()}


def of(db: sqlite3.Connection, entity: str, *, is_case: bool = True) -> set[str]:
    """Return the sites that an entity is of, as far as this desk knows."""
    came = db.execute(
        "SELECT DISTINCT (SELECT CASE WHEN s.to_n >= e.n THEN s.site_id END FROM envelope s "
        "WHERE s.to_n > 0 AND s.from_n <= e.n ORDER BY s.from_n DESC LIMIT 1) "
        "FROM event e WHERE e.entity = ?",
        (entity,),
    ).fetchall()
    handed = []
    if is_case:
        handed = db.execute(
            "SELECT json_extract(body, '$.site') FROM event WHERE entity = ? AND kind = ?",
            (entity, HANDED),
        ).fetchall()
    return {str(site_id) for (site_id,) in (*came, *handed) if site_id}


def history(db: sqlite3.Connection, site_id: str) -> list[Row]:
    """Return all events that concern a site, in the order of the log; with '' all there are."""
    where = f"WHERE entity IN ({_CAME_FROM} UNION {_HANDED_TO})" if site_id else "WHERE ?1 = ''"
    found = db.execute(f"SELECT {COLUMNS} FROM event {where} ORDER BY n", (site_id,))
    return [Row(*row) for row in found]


def _handed_to(row: Row) -> str:
    if row.kind != HANDED or row.body is None:
        return ""
    return str(json.loads(row.body).get("site", ""))


def _all_of(db: sqlite3.Connection, entity: str) -> list[Row]:
    rows = db.execute(f"SELECT {COLUMNS} FROM event WHERE entity = ? ORDER BY n", (entity,))
    return [Row(*row) for row in rows]
