"""Closures announced in one sentence, for all offices or one; taken back as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core import offices, sites
from frontdesk.core.offices import Closure
from frontdesk.core.opening.closing import Closing, understand
from frontdesk.core.roles import require
from frontdesk.store.store import Tx


@dataclass(frozen=True, slots=True)
class Announced:
    """What one sentence brought: how it was understood, and its rows."""

    id: str
    closing: Closing
    office_id: str
    rows: tuple[Closure, ...]


def announce(tx: Tx, text: str, *, office_id: str = "", now: datetime) -> Announced:
    """Close all offices, or one, as a sentence says: "mañana cerramos a las 12".

    It holds at once. Raises UserError `closure.unread` where it is not understood, and
    `closure.past` for days that are over.
    """
    require(tx, "office.write")
    today = clock.day(now, sites.here(tx.db).zone)
    closing = understand(text, today)
    if closing is None:
        raise UserError("closure.unread", field="text")
    if closing.days[-1][1] < today:
        raise UserError("closure.past", field="text")
    if office_id and offices.get(tx.db, office_id) is None:
        raise UserError("office.unknown", field="office", given=line(office_id)[:60])
    rows = tuple(_row(tx, first, last, closing, office_id) for first, last in closing.days)
    told = {"office": office_id, "days": [[r.from_on, r.to_on] for r in rows],
            "hours": closing.hours, "shortens": closing.shortens}  # fmt: skip
    announced = Announced(uuid7(), closing, office_id, rows)
    tx.append(
        "closure.announced", announced.id, {"fields": told, "rows": [r.id for r in rows]}, now
    )
    return announced


def withdraw(tx: Tx, closure_ids: Sequence[str], *, now: datetime) -> list[Closure]:
    """Take closures back; return those that there were, so that this can be undone."""
    require(tx, "office.write")
    gone = [row for row in offices.every_closure(tx.db, date.min) if row.id in set(closure_ids)]
    tx.executemany("DELETE FROM closure WHERE id = ?", [(row.id,) for row in gone])
    if gone:
        tx.append("closure.withdrawn", gone[0].id, {"rows": [row.id for row in gone]}, now)
    return gone


def put_back(tx: Tx, rows: Sequence[Closure], *, now: datetime) -> None:
    """Undo a withdrawal."""
    require(tx, "office.write")
    offices.put_closures(tx, rows)
    tx.append("closure.put_back", rows[0].id, {"rows": [row.id for row in rows]}, now)


def _row(tx: Tx, first: date, last: date, closing: Closing, office_id: str) -> Closure:
    return offices.close_on(
        tx, first, last, office_id=office_id, hours=closing.hours, reason=closing.reason,
        shortens=closing.shortens,
    )  # fmt: skip
