"""Undo at an office: that a visitor was done, did not come or has left can be taken back as long as
nothing came after it. Then the stage before goes on, at the same place in the order of arrival.
"""

from __future__ import annotations

import sqlite3
from dataclasses import astuple
from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.core import contacts, stages
from frontdesk.core.queue import tickets
from frontdesk.core.queue.tickets import COLUMNS, STAGE_OF, Ticket
from frontdesk.store.store import Tx


def put_back(tx: Tx, before: Ticket, *, now: datetime) -> Ticket:
    """Take back what ended a ticket's errand; `before` is the ticket as it was until then.

    Raises UserError where something came after: another office has called, the slip let the visitor
    in again, or what was taken back stands already.
    """
    if not _is_last(tx.db, before):
        raise UserError("queue.went_on", number=before.number)
    contact = contacts.get(tx.db, before.contact_id)
    if contact.closed_at:
        stages.unfold(tx, before.contact_id)
        contacts.reopen(tx, before.contact_id, now=now)
    tx.execute(
        "UPDATE errand SET ended = '' WHERE contact_id = ? AND position >= ? "
        "AND (position = ? OR ended IN ('left', 'no_show'))",
        (before.contact_id, before.errand, before.errand),
    )
    _go_on(tx, before)
    marks = ", ".join("?" * len(astuple(before)))
    row = (*astuple(before)[:-1], int(before.clock_set_back))
    tx.execute(f"INSERT OR REPLACE INTO ticket({COLUMNS}) VALUES({marks})", row)
    return tickets.expect(tx.db, before.contact_id, before.state)


def _is_last(db: sqlite3.Connection, before: Ticket) -> bool:
    """Tell whether nothing came after the errand ended: it is over, and nobody was called since."""
    after = tickets.find(db, before.contact_id)
    if after and after.state in ("called", "serving", "held"):
        return False
    here = stages.errands(db, before.contact_id)[before.errand]
    again = db.execute(
        "SELECT 1 FROM errand WHERE slip_id = ? AND ended = ''", (here.slip_id,)
    ).fetchone()
    number = tickets.numbered(db, before.number)
    return not again and (number is None or number.contact_id == before.contact_id)


def _go_on(tx: Tx, before: Ticket) -> None:
    """Let the stage of the ticket run on, and forget those that came after it."""
    (position,) = tx.db.execute(
        "SELECT max(position) FROM ticket_stage WHERE contact_id = ? AND what = ? AND errand = ?",
        (before.contact_id, STAGE_OF[before.state], before.errand),
    ).fetchone()
    tx.execute(
        "DELETE FROM ticket_stage WHERE contact_id = ? AND position > ?",
        (before.contact_id, position),
    )
    tx.execute(
        "UPDATE ticket_stage SET to_at = '', ended = '', doubtful = 0 "
        "WHERE contact_id = ? AND position = ?",
        (before.contact_id, position),
    )
