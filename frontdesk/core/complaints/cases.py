"""The cases on record: rows folded from their events, and what screens ask of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.store.events import Event
from frontdesk.store.store import Tx

SETTLED = ("closed", "annulled")
_COLUMNS = (
    "id, folio, series, number, desk, kind, text, name, phone, email, office_id, office_name, "
    "article_id, contact_id, received_at, filed_at, due_on, pack, state, answer, settled_at, origin"
)


@dataclass(frozen=True, slots=True)
class Complaint:
    """One case. `due_on` is an ISO day, '' where the pack sets no term; `pack` is name@version."""

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
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM complaint WHERE state NOT IN ('closed', 'annulled') "
        "ORDER BY due_on = '', due_on, filed_at, id LIMIT ?",
        (limit,),
    )
    return [Complaint(*row) for row in rows]


def fold(tx: Tx, event: Event) -> None:
    """Put what an event tells into the case's row."""
    body = event.body
    if body is None:
        return
    if event.kind == "complaint.filed":
        _fold_filed(tx, event)
    elif event.kind == "complaint.annulled":
        tx.execute(
            "UPDATE complaint SET state = 'annulled', settled_at = ?, answer = ? WHERE id = ?",
            (event.at, body["reason"], event.entity),
        )
    elif event.kind == "complaint.closed":
        tx.execute(
            "UPDATE complaint SET state = 'closed', settled_at = ?, answer = ? WHERE id = ?",
            (event.at, body["answer"], event.entity),
        )
    elif event.kind == "complaint.reopened":
        tx.execute(
            "UPDATE complaint SET state = 'received', settled_at = '', answer = '' WHERE id = ?",
            (event.entity,),
        )


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a line for each hole or doubled number in a series of folios."""
    rows = db.execute(
        "SELECT series, count(*), count(DISTINCT number), max(number) FROM complaint "
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


def _fold_filed(tx: Tx, event: Event) -> None:
    body = event.body or {}
    tx.execute(
        f"INSERT OR REPLACE INTO complaint({_COLUMNS}) "
        "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'received','','',?)",
        (event.entity, body["folio"], body["series"], body["number"], body["desk"], body["kind"],
         body["text"], body["name"], body["phone"], body["email"], body["office"],
         body["office_name"], body["article"], body["contact"], body["received_at"], event.at,
         body["due_on"], body["pack"], body["origin"]),
    )  # fmt: skip
