"""Tickets: who is in the house today, at which office, and since when. Local rows of this desk.

A visitor has one ticket, whatever brought them: its number stays through transfers and errands.
"""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core.sites import here
from frontdesk.store.store import Row, Tx

State = Literal["waiting", "called", "serving", "held", "done", "left", "no_show", "lapsed"]
REFUSED = {
    "waiting": "queue.not_there",
    "called": "queue.not_called",
    "serving": "queue.not_serving",
    "held": "queue.not_held",
}
STAGE_OF = {"waiting": "waiting", "called": "walk", "serving": "service", "held": "hold"}
COLUMNS = (
    "n, contact_id, number, priority, on_day, arrived_at, errand, office_id, office_name, state, "
    "since_at, clock_set_back"
)
_ARRIVALS = "arrival"  # the series that counts who came to the house
_DESK_BITS = 20  # of a place in the order of arrival: two desks that count alike still differ


@dataclass(frozen=True, slots=True)
class Ticket:
    """One visitor in the house. `arrival` is the place in the order of arrival.

    `errand` is the position of what the visitor is here for now, `since_at` when the state began.
    `clock_set_back` tells that the stage before seemed to end before it began: its length is not
    known, and nothing is counted from it.
    """

    arrival: int
    contact_id: str
    number: str
    priority: str
    on_day: str
    arrived_at: str
    errand: int
    office_id: str
    office_name: str
    state: State
    since_at: str
    clock_set_back: bool


def find(db: sqlite3.Connection, contact_id: str) -> Ticket | None:
    """Return the ticket of a contact that has not been closed."""
    row = db.execute(f"SELECT {COLUMNS} FROM ticket WHERE contact_id = ?", (contact_id,)).fetchone()
    return ticket_of(row) if row else None


def numbered(db: sqlite3.Connection, number: str) -> Ticket | None:
    """Return the ticket that bears a number now, as it is read from the paper."""
    row = db.execute(
        f"SELECT {COLUMNS} FROM ticket WHERE number = ? "
        "AND state IN ('waiting', 'called', 'serving', 'held')",
        (line(number).upper(),),
    ).fetchone()
    return ticket_of(row) if row else None


def expect(db: sqlite3.Connection, contact_id: str, *states: State) -> Ticket:
    """Return a ticket that is in one of the states. Raises UserError where it is not: each names
    what has to be done first.
    """
    ticket = find(db, contact_id)
    if ticket is None:
        raise UserError("queue.gone")
    if ticket.state not in states:
        raise UserError(REFUSED[states[0]], number=ticket.number)
    return ticket


def take_place(tx: Tx) -> int:
    """Return the next place in the order of arrival, after all that this desk has seen."""
    own = int.from_bytes(hashlib.sha256(here(tx.db).desk.encode()).digest()[:4])
    return tx.next_number(_ARRIVALS) << _DESK_BITS | own % (1 << _DESK_BITS)


def follow_place(tx: Tx, place: int) -> None:
    """Count on from a place that another desk has given."""
    tx.execute(
        "INSERT INTO series(name, last) VALUES(?1, ?2) "
        "ON CONFLICT(name) DO UPDATE SET last = max(last, ?2)",
        (_ARRIVALS, place >> _DESK_BITS),
    )


def free_place(db: sqlite3.Connection, place: int) -> int:
    """Return a place, or the next that no other ticket has."""
    while db.execute("SELECT 1 FROM ticket WHERE n = ?", (place,)).fetchone():
        place += 1
    return place


def move(
    tx: Tx, ticket: Ticket, state: State, *, ended: str, office: tuple[str, str] | None = None,
    errand: int | None = None, now: datetime,
) -> Ticket:  # fmt: skip
    """End the running stage as `ended` and begin that of a new state; return the ticket then.

    An instant before the stage began is a clock that was set back: the stage ends where it began.
    """
    at = max(iso(now), ticket.since_at)
    doubtful = iso(now) < ticket.since_at
    tx.execute(
        "UPDATE ticket_stage SET to_at = ?, ended = ?, doubtful = ? "
        "WHERE contact_id = ? AND ended = ''",
        (at, ended, int(doubtful), ticket.contact_id),
    )
    office_id, office_name = office or (ticket.office_id, ticket.office_name)
    moved = replace(
        ticket, state=state, since_at=at, office_id=office_id, office_name=office_name,
        errand=ticket.errand if errand is None else errand, clock_set_back=doubtful,
    )  # fmt: skip
    tx.execute(
        "UPDATE ticket SET state = ?, since_at = ?, office_id = ?, office_name = ?, errand = ?, "
        "clock_set_back = ? WHERE contact_id = ?",
        (state, at, office_id, office_name, moved.errand, int(doubtful), ticket.contact_id),
    )
    if state in STAGE_OF:
        begin_stage(tx, moved)
    return moved


def begin_stage(tx: Tx, ticket: Ticket) -> None:
    """Begin the stage of the ticket's state."""
    tx.execute(
        "INSERT INTO ticket_stage(contact_id, position, what, errand, office_id, office_name, "
        "from_at, to_at, ended, doubtful) "
        "SELECT ?1, count(*), ?2, ?3, ?4, ?5, ?6, '', '', 0 FROM ticket_stage "
        "WHERE contact_id = ?1",
        (ticket.contact_id, STAGE_OF[ticket.state], ticket.errand, ticket.office_id,
         ticket.office_name, ticket.since_at),
    )  # fmt: skip


def ticket_of(row: Row) -> Ticket:
    """Return the ticket of a row of `COLUMNS`."""
    return Ticket(*(*row[:11], bool(row[11])))
