"""At the office: call, start, done, hold, send on. Any office does it, or the desk on its behalf.

Nobody is called out of turn: there is no operation that calls a chosen ticket.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.base.text import clean, line
from frontdesk.core import bounces, offices, routing
from frontdesk.core.queue import fairness, sharing, tickets
from frontdesk.core.queue.arrivals import end_errand, go_on, leave_house
from frontdesk.core.queue.fairness import Turn, Waiter
from frontdesk.core.queue.sharing import Told
from frontdesk.core.queue.tickets import Ticket, move
from frontdesk.core.queue.versions import Version
from frontdesk.core.routing.plans import gate
from frontdesk.store.store import Tx

MAX_STORY_CHARS = 2_000
# Asks for a ticket that was just called; None grants it, else this is how another desk has it.
Grant = Callable[[Tx, Ticket], Told | None]


def waiting_at(db: sqlite3.Connection, office_id: str) -> dict[Waiter, Ticket]:
    """Return who waits for an office, for the rule of fairness."""
    rows = db.execute(
        f"SELECT {tickets.COLUMNS} FROM ticket WHERE office_id = ? AND state = 'waiting'",
        (office_id,),
    )
    found = map(tickets.ticket_of, rows)
    return {Waiter(ticket.arrival, bool(ticket.priority)): ticket for ticket in found}


def in_a_row(db: sqlite3.Connection, office_id: str) -> int:
    """Return how many in a row have overtaken the head of the others at an office."""
    row = db.execute(
        "SELECT in_a_row FROM ticket_call WHERE office_id = ? AND is_recall = 0 "
        "ORDER BY n DESC LIMIT 1",
        (office_id,),
    ).fetchone()
    return int(row[0]) if row else 0


def call_next(
    tx: Tx, office_id: str, *, grant: Grant | None = None, now: datetime
) -> Ticket:  # fmt: skip
    """Call whose turn it is at an office. Raises UserError where nobody waits.

    `grant` asks whoever grants a call among the desks of a branch; a ticket that another desk was
    faster to call is taken in as that desk told it, and the next one's turn it is.
    """
    office = offices.get(tx.db, office_id)
    if office is None:
        raise UserError("office.unknown", field="office", given=line(office_id)[:60])
    refused: set[Version] = set()
    while True:
        waiting = waiting_at(tx.db, office_id)
        turn = fairness.next_turn(waiting, in_a_row(tx.db, office_id))
        if turn is None:
            raise UserError("queue.empty", office=office.name)
        tx.execute("SAVEPOINT calling")
        ticket = move(tx, waiting[turn.waiter], "called", ended="called", now=now)
        _note_call(tx, ticket, turn, now)
        other = grant(tx, ticket) if grant else None
        tx.execute("RELEASE calling" if other is None else "ROLLBACK TO calling")
        if other is None:
            return ticket
        if other.version in refused:
            raise UserError("queue.went_on", number=ticket.number)
        refused.add(other.version)
        sharing.take(tx, other, now=now)


def recall(tx: Tx, contact_id: str, *, now: datetime) -> Ticket:
    """Call once more who was called and did not come yet."""
    ticket = tickets.expect(tx.db, contact_id, "called")
    _note_call(tx, ticket, None, now)
    return ticket


def start(tx: Tx, contact_id: str, *, now: datetime) -> Ticket:
    """Note that the visitor who was called is there."""
    ticket = tickets.expect(tx.db, contact_id, "called")
    return move(tx, ticket, "serving", ended="started", now=now)


def done(tx: Tx, contact_id: str, *, now: datetime) -> Ticket:
    """Note that the errand is done; the visitor waits for the next one, or the visit is over."""
    ticket = tickets.expect(tx.db, contact_id, "serving")
    end_errand(tx, ticket, "done")
    return go_on(tx, ticket, "done", now=now)


def hold(tx: Tx, contact_id: str, *, now: datetime) -> Ticket:
    """Let the service stand still, while the visitor fetches a copy, say."""
    ticket = tickets.expect(tx.db, contact_id, "serving")
    return move(tx, ticket, "held", ended="held", now=now)


def resume(tx: Tx, contact_id: str, *, now: datetime) -> Ticket:
    """Go on with a service that stood still."""
    ticket = tickets.expect(tx.db, contact_id, "held")
    return move(tx, ticket, "serving", ended="resumed", now=now)


def no_show(tx: Tx, contact_id: str, *, now: datetime) -> Ticket:
    """Note that who was called did not come; their slip lets them in again."""
    ticket = tickets.expect(tx.db, contact_id, "called")
    return leave_house(tx, ticket, "no_show", "no_show", now=now)


def left(tx: Tx, contact_id: str, *, now: datetime) -> Ticket:
    """Note that the visitor has gone, wherever they were."""
    ticket = tickets.expect(tx.db, contact_id, "waiting", "called", "serving", "held")
    return leave_house(tx, ticket, "left", "left", now=now)


def wrong_office(
    tx: Tx, contact_id: str, to_office_id: str, why: str, *, note: str = "", reason: str = "",
    now: datetime,
) -> Ticket:  # fmt: skip
    """Say that a visitor was sent to the wrong office, with the coded reason, and send them on.

    `to_office_id` is '' where they go back to the desk: that errand is over. The place in the order
    of arrival stays. `reason` is one of `routing.REASONS` where the door to which they go is shut.
    """
    ticket = tickets.expect(tx.db, contact_id, "called", "serving")
    to = _door(tx, ticket, to_office_id, reason, now) if to_office_id else ("", "")
    bounces.mark(
        tx, "wrong_office", _slip(tx, ticket), contact_id=contact_id,
        office=(ticket.office_id, ticket.office_name), to=to, why=why, note=note, now=now,
    )  # fmt: skip
    _stray(tx, ticket)
    return _send(tx, ticket, to, "wrong_office", now)


def came_back(
    tx: Tx, slip_id: str, *, why: str = "", note: str = "", now: datetime
) -> Ticket | None:  # fmt: skip
    """Note that the visitor of a slip is back at the desk; an errand that lasted is over then."""
    bounces.came_back(tx, slip_id, why=why, note=note, now=now)
    row = tx.db.execute(
        "SELECT contact_id, position FROM errand WHERE slip_id = ? AND ended = ''", (slip_id,)
    ).fetchone()
    if row is None:
        return None
    ticket = replace(
        tickets.expect(tx.db, row[0], "waiting", "called", "serving", "held"), errand=row[1]
    )
    _stray(tx, ticket)
    current = tickets.find(tx.db, row[0])
    if current and current.errand != row[1]:
        end_errand(tx, ticket, "wrong")
        return current
    return _send(tx, ticket, ("", ""), "came_back", now)


def transfer(
    tx: Tx, contact_id: str, to_office_id: str, story: str, *, reason: str = "", now: datetime
) -> Ticket:
    """Let another office go on; the number and the story go along, so that it is told once.

    A further step of the article is the way; any other office is a stray from it, which counts
    against first-time-right. `reason` as for `wrong_office`.
    """
    ticket = tickets.expect(tx.db, contact_id, "serving")
    to = _door(tx, ticket, to_office_id, reason, now)
    story = clean(story).strip()[:MAX_STORY_CHARS]
    tx.execute(
        "UPDATE errand SET story = trim(story || char(10) || ?, char(10)) "
        "WHERE contact_id = ? AND position = ?",
        (story, contact_id, ticket.errand),
    )
    article_id = _errand(tx, ticket)[1]
    if not bounces.is_further(tx.db, article_id, ticket.office_id, to_office_id):
        _stray(tx, ticket)
    return _send(tx, ticket, to, "transfer", now)


def _send(tx: Tx, ticket: Ticket, to: tuple[str, str], ended: str, now: datetime) -> Ticket:
    if to[0]:
        return move(tx, ticket, "waiting", ended=ended, office=to, now=now)
    end_errand(tx, ticket, "wrong")
    return go_on(tx, ticket, ended, now=now)


def _door(
    tx: Tx, ticket: Ticket, office_id: str, reason: str, now: datetime
) -> tuple[str, str]:  # fmt: skip
    """Return the office to go to; it passes the gate that a slip passes."""
    if office_id == ticket.office_id:
        raise UserError("queue.same_office", field="to", office=ticket.office_name)
    if reason and reason not in routing.REASONS:
        raise UserError("route.reason", field="reason", reasons=", ".join(routing.REASONS))
    plan = routing.decide(routing.office_need(tx.db, office_id, at=now), at=now)
    gate(plan, reason, can_fetch=False)
    office = offices.get(tx.db, office_id)
    return (office_id, office.name if office else "")


def _errand(tx: Tx, ticket: Ticket) -> tuple[str, str]:
    """Return slip and article of the errand of now."""
    row: tuple[str, str] = tx.db.execute(
        "SELECT slip_id, article_id FROM errand WHERE contact_id = ? AND position = ?",
        (ticket.contact_id, ticket.errand),
    ).fetchone()
    return row


def _slip(tx: Tx, ticket: Ticket) -> str:
    return _errand(tx, ticket)[0]


def _stray(tx: Tx, ticket: Ticket) -> None:
    tx.execute(
        "UPDATE errand SET strayed = 1 WHERE contact_id = ? AND position = ?",
        (ticket.contact_id, ticket.errand),
    )


def _note_call(tx: Tx, ticket: Ticket, turn: Turn | None, now: datetime) -> None:
    tx.execute(
        "INSERT INTO ticket_call(contact_id, number, office_id, office_name, at, is_recall, "
        "in_a_row) VALUES(?,?,?,?,?,?,?)",
        (ticket.contact_id, ticket.number, ticket.office_id, ticket.office_name, iso(now),
         int(turn is None), turn.in_a_row if turn else 0),
    )  # fmt: skip
