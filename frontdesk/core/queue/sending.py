"""A slip and the queue together: who is sent to an office that is open now waits there at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from frontdesk.core import contacts, routing, stages
from frontdesk.core.queue import tickets
from frontdesk.core.queue.arrivals import end_errand, enter, go_on
from frontdesk.core.routing import Slip
from frontdesk.store.store import Tx

TAKEN = ("confirmed", "expected")  # reasons with which a shut office has said that it is there


def send(
    tx: Tx, article_id: str = "", office_id: str = "", *, papers: Collection[str] = (),
    for_at: datetime | None = None, reason: str = "", slip_id: str = "", priority: str = "",
    origin: str = "", now: datetime,
) -> Slip:  # fmt: skip
    """Issue a slip as `routing.issue_slip` does, and let its visitor wait for the office.

    Nobody waits in this house who is to come later, goes to an external office, or to a door that
    is shut and where nobody said that somebody is there.
    """
    slip = routing.issue_slip(
        tx, article_id, office_id, papers=papers, for_at=for_at, reason=reason, slip_id=slip_id,
        origin=origin, now=now,
    )  # fmt: skip
    if _waits_now(tx.db, slip):
        enter(tx, slip.id, priority=priority, now=now)
    return slip


def take_back(tx: Tx, slip_id: str, *, now: datetime) -> Slip:
    """Withdraw a slip that was issued by mistake; nobody waits with it any more."""
    slip = routing.withdraw(tx, slip_id, now=now)
    row = tx.db.execute(
        "SELECT contact_id, position FROM errand WHERE slip_id = ? AND ended = ''", (slip_id,)
    ).fetchone()
    ticket = tickets.find(tx.db, row[0]) if row else None
    if ticket is None:
        return slip
    if len(stages.errands(tx.db, ticket.contact_id)) == 1:
        stages.clear(tx, ticket.contact_id)
        contacts.finish(tx, ticket.contact_id, now=now)
        return slip
    end_errand(tx, replace(ticket, errand=row[1]), "withdrawn")
    if ticket.errand == row[1]:
        go_on(tx, ticket, "withdrawn", now=now)
    return slip


def _waits_now(db: sqlite3.Connection, slip: Slip) -> bool:
    first = routing.plan_of(db, slip).lines[0]
    if slip.for_at or slip.state != "issued" or first.office is None or first.office.external:
        return False
    return first.is_open is True or slip.reason in TAKEN
