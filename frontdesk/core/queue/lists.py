"""What the queue's screens ask: who waits at an office, the board of offices, the last calls."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from frontdesk.base.clock import parse
from frontdesk.core import contacts
from frontdesk.core.queue import fairness, service, tickets
from frontdesk.core.queue.tickets import State

LAST_SERVICES = 20  # from which the usual length of a service is taken


@dataclass(frozen=True, slots=True)
class Row:
    """One ticket at an office. `waited_s` is since the state began, `estimate_s` until the call.

    `estimate_s` is None where nothing is known of how long a service takes there. `visitor` are
    initials; `story` is what was told already.
    """

    contact_id: str
    number: str
    visitor: str
    priority: str
    state: State
    arrived_at: str
    since_at: str
    waited_s: int
    estimate_s: int | None
    article_id: str
    article_title: str
    story: str
    errands_left: int

    @property
    def id(self) -> str:
        """By what a list finds the ticket again."""
        return self.contact_id


@dataclass(frozen=True, slots=True)
class Counter:
    """An office at a glance. `called` and `serving` are numbers, `longest_s` the longest wait."""

    office_id: str
    office_name: str
    waiting: int
    longest_s: int
    estimate_s: int | None
    called: tuple[str, ...]
    serving: tuple[str, ...]
    held: int


@dataclass(frozen=True, slots=True)
class Call:
    """A call as the waiting room sees it: no name. `times` counts the recalls too."""

    number: str
    office_name: str
    floor: str
    room: str
    at: str
    times: int


def waiting(db: sqlite3.Connection, office_id: str, *, now: datetime) -> list[Row]:
    """Return who waits for an office, in the order in which they would be called now."""
    found = service.waiting_at(db, office_id)
    order = fairness.turns(found, service.in_a_row(db, office_id))
    details = _details(db, office_id)
    estimate_s = _estimate(db, office_id)
    return [
        _row(found[turn.waiter], details, now, estimate_s(place))
        for place, turn in enumerate(order)
        if found[turn.waiter].contact_id in details
    ]


def at_office(db: sqlite3.Connection, office_id: str, *, now: datetime) -> list[Row]:
    """Return who was called, is being served or on hold at an office, the longest there first."""
    details = _details(db, office_id)
    rows = db.execute(
        f"SELECT {tickets.COLUMNS} FROM ticket WHERE office_id = ? "
        "AND state IN ('called', 'serving', 'held') ORDER BY since_at, n",
        (office_id,),
    ).fetchall()
    found = [ticket for ticket in map(tickets.ticket_of, rows) if ticket.contact_id in details]
    return [_row(ticket, details, now, None) for ticket in found]


def board(db: sqlite3.Connection, *, now: datetime) -> list[Counter]:
    """Return the offices at which somebody is, by name."""
    rows = db.execute(
        "SELECT office_id, max(office_name), sum(state = 'waiting'), "
        "min(CASE state WHEN 'waiting' THEN since_at END), sum(state = 'held'), "
        "group_concat(CASE state WHEN 'called' THEN number END, ' '), "
        "group_concat(CASE state WHEN 'serving' THEN number END, ' ') "
        "FROM (SELECT * FROM ticket WHERE state IN ('waiting', 'called', 'serving', 'held') "
        "      ORDER BY since_at, n) GROUP BY office_id ORDER BY max(office_name), office_id"
    ).fetchall()
    return [
        Counter(
            office_id, name, count, _since(oldest, now) if oldest else 0,
            _estimate(db, office_id)(count), tuple((called or "").split()),
            tuple((serving or "").split()), held,
        )
        for office_id, name, count, oldest, held, called, serving in rows
    ]  # fmt: skip


def calls(db: sqlite3.Connection, limit: int) -> list[Call]:
    """Return the last calls, the latest first: a visitor called to an office stands there once."""
    rows = db.execute(
        "SELECT c.number, c.office_name, coalesce(o.floor, ''), coalesce(o.room, ''), c.at, "
        "c.times "
        "FROM (SELECT max(n) AS n, contact_id, number, office_id, office_name, max(at) AS at, "
        "      count(*) AS times FROM ticket_call GROUP BY contact_id, office_id) c "
        "LEFT JOIN office o ON o.id = c.office_id ORDER BY c.n DESC LIMIT ?",
        (limit,),
    )
    return [Call(*row) for row in rows]


def _estimate(db: sqlite3.Connection, office_id: str) -> Callable[[int], int | None]:
    """Return what tells from the number of people ahead how many seconds it takes to be called.

    The usual length of a service is the median of the last ones that came to an end.
    """
    from statistics import median  # brings kinds of numbers that a desk does not need to open

    rows = db.execute(
        "SELECT from_at, to_at FROM ("
        "SELECT from_at, to_at FROM ticket_stage WHERE office_id = ?1 AND what = 'service' "
        "AND ended IN ('done', 'transfer') AND doubtful = 0 UNION ALL "
        "SELECT from_at, to_at FROM (SELECT from_at, to_at FROM contact_stage "
        "WHERE office_id = ?1 AND what = 'service' AND ended IN ('done', 'transfer') "
        "AND doubtful = 0 ORDER BY to_at DESC LIMIT ?2)) ORDER BY to_at DESC LIMIT ?2",
        (office_id, LAST_SERVICES),
    ).fetchall()
    lengths = [(parse(to) - parse(start)).total_seconds() for start, to in rows]
    (busy,) = db.execute(
        "SELECT count(*) FROM ticket WHERE office_id = ? AND state IN ('called', 'serving')",
        (office_id,),
    ).fetchone()
    if not lengths:
        return lambda _ahead: None
    usual_s = median(lengths) / max(busy, 1)
    return lambda ahead: round((ahead + (busy > 0)) * usual_s)


def _details(db: sqlite3.Connection, office_id: str) -> dict[str, tuple[str, str, str, str, int]]:
    """Return contact -> (visitor, article id, title, story, further errands).

    A ticket that another desk has just moved may be missing here: it stands elsewhere by now.
    """
    rows = db.execute(
        "SELECT t.contact_id, c.visitor, e.article_id, e.article_title, e.story, "
        "(SELECT count(*) FROM errand f WHERE f.contact_id = t.contact_id AND f.ended = '') - 1 "
        "FROM ticket t JOIN contact c ON c.id = t.contact_id "
        "JOIN errand e ON e.contact_id = t.contact_id AND e.position = t.errand "
        "WHERE t.office_id = ? AND t.state IN ('waiting', 'called', 'serving', 'held')",
        (office_id,),
    )
    return {row[0]: row[1:] for row in rows}


def _row(
    ticket: tickets.Ticket, details: dict[str, tuple[str, str, str, str, int]], now: datetime,
    estimate_s: int | None,
) -> Row:  # fmt: skip
    visitor, article_id, title, story, further = details[ticket.contact_id]
    return Row(
        ticket.contact_id, ticket.number, contacts.initials(visitor), ticket.priority,
        ticket.state, ticket.arrived_at, ticket.since_at, _since(ticket.since_at, now),
        estimate_s, article_id, title, story, further,
    )  # fmt: skip


def _since(at: str, now: datetime) -> int:
    """Return the seconds since an instant; none where the clock was set back meanwhile."""
    return max(0, round((now - parse(at)) / timedelta(seconds=1)))
