"""Into the queue and out of the house: a slip becomes a ticket, the last office ends the visit."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, time

from frontdesk.base.clock import day, iso, parse, zone
from frontdesk.base.errors import UserError
from frontdesk.core import contacts, routing, rules
from frontdesk.core.queue import sharing, tickets
from frontdesk.core.queue.tickets import State, Ticket
from frontdesk.core.routing import Slip
from frontdesk.core.rules.packs import Choice
from frontdesk.core.sites import here
from frontdesk.store.store import Tx


def priorities(db: sqlite3.Connection, now: datetime) -> tuple[Choice, ...]:
    """Return the legal priorities of the country; none where its law is not known."""
    desk = here(db)
    on = day(now, desk.zone)
    return rules.in_use(db, desk.country, desk.region, name=desk.rules, on=on).priorities


def enter(tx: Tx, slip_id: str, *, priority: str = "", now: datetime) -> Ticket:
    """Let the visitor of a slip wait for its office; return the ticket.

    A visitor who waits already has the slip as one more errand, under the number that they have.
    A slip of another day is given a new number. Entering a slip twice changes nothing. Raises
    UserError for a slip that was withdrawn and for a priority that the law does not know.
    """
    slip = routing.get(tx.db, slip_id)
    if slip.state != "issued":
        raise UserError("queue.withdrawn", number=slip.number)
    _check_priority(tx, priority, now)
    close_of_day(tx, now=now)
    if known := _with_slip(tx.db, slip_id):
        return known
    contact_id = _visit_of(tx, slip, now)
    ticket = tickets.find(tx.db, contact_id)
    if ticket is None:
        return _first(tx, contact_id, slip, priority, now)
    _add_errand(tx, contact_id, slip)
    if priority and not ticket.priority:
        ticket = give_priority(tx, contact_id, priority, now=now)
    return ticket if ticket.state in tickets.STAGE_OF else go_on(tx, ticket, "done", now=now)


def give_priority(tx: Tx, contact_id: str, priority: str, *, now: datetime) -> Ticket:
    """Give a visitor who waits a legal priority that nobody saw at first, or '' to take it."""
    _check_priority(tx, priority, now)
    ticket = tickets.expect(tx.db, contact_id, "waiting", "called", "serving", "held")
    tx.execute("UPDATE ticket SET priority = ? WHERE contact_id = ?", (priority, contact_id))
    return replace(ticket, priority=priority)


def end_errand(tx: Tx, ticket: Ticket, ended: str) -> None:
    """Say how the errand of now ended."""
    tx.execute(
        "UPDATE errand SET ended = ? WHERE contact_id = ? AND position = ?",
        (ended, ticket.contact_id, ticket.errand),
    )


def go_on(tx: Tx, ticket: Ticket, ended: str, *, now: datetime) -> Ticket:
    """Let a visitor wait for the next errand; without one the visit to the offices is over."""
    row = tx.db.execute(
        "SELECT position, office_id, office_name FROM errand WHERE contact_id = ? AND ended = '' "
        "ORDER BY position LIMIT 1",
        (ticket.contact_id,),
    ).fetchone()
    if row is None:
        return leave_house(tx, ticket, "done", ended, now=now)
    return tickets.move(
        tx, ticket, "waiting", ended=ended, office=(row[1], row[2]), errand=row[0], now=now
    )


def leave_house(tx: Tx, ticket: Ticket, state: State, ended: str, *, now: datetime) -> Ticket:
    """End the visit to the offices, and with it the contact unless it is still at the desk."""
    tx.execute(
        "UPDATE errand SET ended = ? WHERE contact_id = ? AND ended = ''",
        (state, ticket.contact_id),
    )
    gone = tickets.move(tx, ticket, state, ended=ended, now=now)
    contacts.finish(tx, ticket.contact_id, now=parse(gone.since_at))
    return gone


def close_of_day(tx: Tx, *, now: datetime) -> int:
    """End what former days left open, without guessing when it ended; return how many."""
    zone_name = here(tx.db).zone
    today = day(now, zone_name)
    sharing.drop_former(tx, today.isoformat())
    rows = tx.db.execute(
        f"SELECT {tickets.COLUMNS} FROM ticket WHERE on_day < ? "
        "AND state IN ('waiting', 'called', 'serving', 'held') ORDER BY n",
        (today.isoformat(),),
    ).fetchall()
    for row in rows:
        ticket = tickets.ticket_of(row)
        tx.execute(
            "UPDATE ticket_stage SET to_at = from_at, ended = 'lapsed', doubtful = 1 "
            "WHERE contact_id = ? AND ended = ''",
            (ticket.contact_id,),
        )
        leave_house(tx, ticket, "lapsed", "lapsed", now=parse(ticket.since_at))
    midnight = datetime.combine(today, time(), zone(zone_name))
    tx.execute("DELETE FROM ticket_call WHERE at < ?", (iso(midnight),))
    return len(rows)


def _check_priority(tx: Tx, priority: str, now: datetime) -> None:
    known = [choice.code for choice in priorities(tx.db, now)] if priority else []
    if priority and priority not in known:
        raise UserError("queue.priority", field="priority", priorities=", ".join(known) or "-")


def _with_slip(db: sqlite3.Connection, slip_id: str) -> Ticket | None:
    row = db.execute(
        "SELECT contact_id FROM errand WHERE slip_id = ? AND ended = ''", (slip_id,)
    ).fetchone()
    return tickets.find(db, row[0]) if row else None


def _visit_of(tx: Tx, slip: Slip, now: datetime) -> str:
    """Return the contact that a slip belongs to while it lasts, else a new one in the house."""
    row = tx.db.execute(
        "SELECT visitor, closed_at FROM contact WHERE id = ?", (slip.contact_id,)
    ).fetchone()
    if row and row[1] is None:
        return slip.contact_id
    return contacts.begin_in_house(tx, visitor=row[0] if row else "", now=now).id


def _first(tx: Tx, contact_id: str, slip: Slip, priority: str, now: datetime) -> Ticket:
    today = day(now, here(tx.db).zone).isoformat()
    is_todays = day(parse(slip.issued_at), here(tx.db).zone).isoformat() == today
    number = slip.number
    if not is_todays or tickets.numbered(tx.db, number):
        number = routing.take_number(tx, now=now)
    _add_errand(tx, contact_id, slip)
    tx.execute(
        "INSERT INTO ticket(n, contact_id, number, priority, on_day, arrived_at, errand, "
        "office_id, office_name, state, since_at, clock_set_back) "
        "VALUES(?,?,?,?,?,?6,0,?,?,'waiting',?6,0)",
        (
            tickets.take_place(tx),
            contact_id,
            number,
            priority,
            today,
            iso(now),
            slip.office_id,
            slip.office_name,
        ),
    )
    ticket = tickets.expect(tx.db, contact_id, "waiting")
    tickets.begin_stage(tx, ticket)
    return ticket


def _add_errand(tx: Tx, contact_id: str, slip: Slip) -> None:
    tx.execute(
        "INSERT INTO errand(contact_id, position, slip_id, article_id, article_title, office_id, "
        "office_name, story, ended, strayed) "
        "SELECT ?1, count(*), ?2, ?3, ?4, ?5, ?6, '', '', 0 FROM errand WHERE contact_id = ?1",
        (contact_id, slip.id, slip.article_id, slip.article_title, slip.office_id,
         slip.office_name),
    )  # fmt: skip
