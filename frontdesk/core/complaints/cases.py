"""The cases on record: rows folded from their events, and what screens ask of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core import attachments
from frontdesk.core.attachments import Attachment
from frontdesk.core.complaints import words
from frontdesk.core.complaints.course import NOUN, SETTLED, Course, follow
from frontdesk.store.events import Event, in_order
from frontdesk.store.store import Tx

__all__ = ["SETTLED", "Complaint", "every", "faults", "find", "fold", "get", "still_open"]


@dataclass(frozen=True, slots=True)
class Complaint:
    """One case. `due_on` is an ISO day, '' where the pack sets no term; `pack` is name@version.

    `office_*` is where it happened, `owner_*` who has to answer. `term_from` is the day from which
    the term runs, `suspended_on` the day since which it stands still. Flags are 0 or 1,
    `satisfaction` is 1 to 5, 0 until asked; `fields` is a JSON object of the other legal fields, as
    far as they are filled in; instants and days are '' until they come.
    """

    id: str
    folio: str
    series: str
    number: int
    desk: str
    kind: str
    text: str
    name: str
    phone: str
    email: str
    office_id: str
    office_name: str
    article_id: str
    contact_id: str
    received_at: str
    filed_at: str
    due_on: str
    pack: str
    state: str
    answer: str
    settled_at: str
    origin: str
    severity: str = ""
    safety: int = 0
    complexity: str = ""
    impact: str = ""
    immediate: str = ""
    restricted: int = 0
    anonymous: int = 0
    on_behalf: str = ""
    owner_id: str = ""
    owner_name: str = ""
    remedy_asked: str = ""
    remedy_offered: str = ""
    remedy_accepted: str = ""
    acknowledge_by: str = ""
    acknowledged_at: str = ""
    assessed_at: str = ""
    investigated_at: str = ""
    answered_at: str = ""
    term_from: str = ""
    extended_until: str = ""
    suspended_on: str = ""
    satisfaction: int = 0
    cause_id: str = ""
    guidance_at: str = ""
    reopened: int = 0
    changed_at: str = ""
    fields: str = "{}"


_NAMES = tuple(field.name for field in fields(Complaint))
_COLUMNS = ", ".join(_NAMES)
_PUT = (
    f"INSERT INTO complaint({_COLUMNS}) VALUES({','.join('?' * len(_NAMES))}) "
    f"ON CONFLICT(id) DO UPDATE SET {', '.join(f'{n} = excluded.{n}' for n in _NAMES[1:])}"
)


def get(db: sqlite3.Connection, complaint_id: str) -> Complaint:
    """Return one case. Raises UserError when there is none."""
    found = find(db, complaint_id)
    if found is None:
        raise UserError("complaint.unknown", given=line(complaint_id)[:60])
    return found


def find(db: sqlite3.Connection, complaint_id: str) -> Complaint | None:
    """Return the case with an id or folio."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM complaint WHERE id = ?1 UNION ALL "
        f"SELECT {_COLUMNS} FROM complaint WHERE folio = ?1 LIMIT 1",
        (complaint_id,),
    ).fetchone()
    return Complaint(*row) if row else None


def every(db: sqlite3.Connection) -> Iterator[Complaint]:
    """Yield all cases in the order in which they were filed."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM complaint ORDER BY filed_at, series, number")
    return (Complaint(*row) for row in rows)


def still_open(db: sqlite3.Connection, limit: int = 500) -> list[Complaint]:
    """Return the open cases: the soonest due first, those without a term last."""
    return where(
        db, "state NOT IN ('closed', 'annulled') "
        "ORDER BY due_on = '', due_on, filed_at, id LIMIT ?", (limit,),
    )  # fmt: skip


def where(db: sqlite3.Connection, condition: str, values: Sequence[object]) -> list[Complaint]:
    """Return the cases that meet a condition of our own SQL, with its order and limit."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM complaint WHERE {condition}", values)
    return [Complaint(*row) for row in rows]


def course(db: sqlite3.Connection, complaint_id: str) -> Course:
    """Return all that happened to a case, by id."""
    return follow(in_order(db, complaint_id))


def fold(tx: Tx, event: Event) -> None:
    """Make the rows of an event's case anew from all its events, whatever order they came in."""
    told = course(tx.db, event.entity)
    tx.execute("DELETE FROM attachment WHERE entity_id = ? AND noun = 'complaint'", (event.entity,))
    if not told.values:
        tx.execute("DELETE FROM complaint WHERE id = ?", (event.entity,))
        words.drop(tx, event.entity)
        return
    case = Complaint(id=event.entity, **told.values)
    tx.execute(_PUT, [getattr(case, name) for name in _NAMES])
    papers = [Attachment(case.id, NOUN, n, *paper) for n, paper in enumerate(told.papers)]
    attachments.put(tx, papers)
    words.put(tx, case.id, case.text)


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a line for each hole or doubled number in a series of folios of this desk.

    What other desks have filed may still be on its way.
    """
    rows = db.execute(
        "SELECT series, count(*), count(DISTINCT number), max(number) FROM complaint c "
        "JOIN desk d ON d.code = c.desk AND d.is_here = 1 "
        "GROUP BY series HAVING count(*) <> max(number) OR count(DISTINCT number) <> count(*)"
    )
    for series, count, distinct, highest in rows:
        yield f"series {series}: {count} folios, {distinct} numbers, highest {highest}"
    rows = db.execute(
        "SELECT s.name, s.last, max(c.number) FROM series s JOIN complaint c ON c.series = s.name "
        "JOIN desk d ON d.code = c.desk AND d.is_here = 1 GROUP BY s.name "
        "HAVING s.last <> max(c.number)"
    )
    for series, last, highest in rows:
        yield f"series {series}: counted to {last}, highest {highest}"
