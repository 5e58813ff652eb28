"""What a visitor lived through in the house: errands, and the stages of each at its offices.

Waiting is from ticket to call, walk from call to start, service from start to end, hold while the
service stands still. Local rows while the visit lasts; its contact's closing event takes them over,
and they are folded from there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from frontdesk.store.events import Body
from frontdesk.store.store import Row, Tx

ERRAND = "slip_id, article_id, article_title, office_id, office_name, story, ended, strayed"
STAGE = "what, errand, office_id, office_name, from_at, to_at, ended, doubtful"


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing that brought a visitor. `office_*` is where it was sent first.

    `ended` is done, wrong, left, no_show, withdrawn or lapsed, '' while it lasts; `strayed` is 1
    where an office had to send it on to one that is not on the way of the article.
    """

    slip_id: str
    article_id: str
    article_title: str
    office_id: str
    office_name: str
    story: str
    ended: str
    strayed: int


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the errand with that position; `to_at` and `ended` are '' while it lasts.

    `doubtful` is 1 where the clock was set back meanwhile or nobody said when it ended: its length
    is not known.
    """

    what: str
    errand: int
    office_id: str
    office_name: str
    from_at: str
    to_at: str
    ended: str
    doubtful: int


def is_in_house(db: sqlite3.Connection, contact_id: str) -> bool:
    """Tell whether the visitor of a contact waits for an office or is being served there."""
    row = db.execute(
        "SELECT 1 FROM ticket WHERE contact_id = ? "
        "AND state IN ('waiting', 'called', 'serving', 'held')",
        (contact_id,),
    ).fetchone()
    return row is not None


def errands(db: sqlite3.Connection, contact_id: str) -> list[Errand]:
    """Return the errands of a visit in their order, whether it lasts or has ended."""
    rows = _rows(db, "errand", ERRAND, contact_id)
    return [Errand(*row) for row in rows or _rows(db, "contact_errand", ERRAND, contact_id)]


def every(db: sqlite3.Connection, contact_id: str) -> list[Stage]:
    """Return the stages of a visit in their order, whether it lasts or has ended."""
    rows = _rows(db, "ticket_stage", STAGE, contact_id)
    return [Stage(*row) for row in rows or _rows(db, "contact_stage", STAGE, contact_id)]


def told(db: sqlite3.Connection, contact_id: str) -> Body:
    """Return what the closing event tells of a visit to offices; nothing where there was none."""
    ticket = db.execute(
        "SELECT number, priority, arrived_at FROM ticket WHERE contact_id = ?", (contact_id,)
    ).fetchone()
    if ticket is None:
        return {}
    return {
        "ticket": dict(zip(("number", "priority", "arrived_at"), ticket, strict=True)),
        "errands": _rows(db, "errand", ERRAND, contact_id),
        "stages": _rows(db, "ticket_stage", STAGE, contact_id),
    }


def unfold(tx: Tx, contact_id: str) -> None:
    """Make local rows again of a visit that has ended after all not."""
    for table, folded, columns in (
        ("errand", "contact_errand", ERRAND),
        ("ticket_stage", "contact_stage", STAGE),
    ):
        tx.execute(
            f"INSERT INTO {table}(contact_id, position, {columns}) "
            f"SELECT contact_id, position, {columns} FROM {folded} WHERE contact_id = ?",
            (contact_id,),
        )


def clear(tx: Tx, contact_id: str) -> None:
    """Drop the local rows of a visit that has ended."""
    for table in ("ticket", "errand", "ticket_stage"):
        tx.execute(f"DELETE FROM {table} WHERE contact_id = ?", (contact_id,))


def clear_folded(tx: Tx, contact_id: str) -> None:
    """Drop what was folded of a visit, before it is folded again."""
    for table in ("contact_errand", "contact_stage"):
        tx.execute(f"DELETE FROM {table} WHERE contact_id = ?", (contact_id,))


def fold(tx: Tx, closed: Mapping[str, Body]) -> None:
    """Put what closing events tell, by contact, into rows; events of before the queue tell nothing.

    The contacts have no such rows yet.
    """
    for table, columns, name in (
        ("contact_errand", ERRAND, "errands"),
        ("contact_stage", STAGE, "stages"),
    ):
        rows = [
            (contact_id, n, *row)
            for contact_id, body in closed.items()
            for n, row in enumerate(body.get(name, ()))
        ]
        if rows:
            tx.executemany(
                f"INSERT INTO {table}(contact_id, position, {columns}) VALUES(?,?,?,?,?,?,?,?,?,?)",
                rows,
            )


def _rows(db: sqlite3.Connection, table: str, columns: str, contact_id: str) -> list[Row]:
    return db.execute(
        f"SELECT {columns} FROM {table} WHERE contact_id = ? ORDER BY position", (contact_id,)
    ).fetchall()
