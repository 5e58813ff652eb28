"""What the queue's screen asks of core, and which keys mean something when: without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.core import offices, queue, routing
from frontdesk.core.knowledge import articles
from frontdesk.core.offices import Office
from frontdesk.core.queue import Counter, DoubleCall, Row, Ticket

# Deed -> its key; a key keeps its meaning whatever the ticket.
DIGITS = {
    "call": "1", "recall": "2", "start": "3", "done": "4", "wrong": "5", "transfer": "6",
    "hold": "7", "resume": "7", "no_show": "8", "left": "9", "priority": "0",
}  # fmt: skip
# What can be done with a ticket in a state; the first is what Enter does.
DEEDS = {
    "": ("call",),
    "waiting": ("call", "left", "priority"),
    "called": ("start", "recall", "wrong", "no_show", "left", "priority", "call"),
    "serving": ("done", "wrong", "transfer", "hold", "left", "call"),
    "held": ("resume", "left", "call"),
}
OPERATIONS = {
    "recall": queue.recall, "start": queue.start, "done": queue.done, "hold": queue.hold,
    "resume": queue.resume, "no_show": queue.no_show, "left": queue.left,
}  # fmt: skip
ENDS = ("done", "no_show", "left")  # can be taken back
TONES = {"no_show": "info", "left": "info"}  # what is sad is not said as a success
REFUSALS = {"wrong": "queue.not_called", "transfer": "queue.not_serving"}
DESK = ""  # where a visitor goes who is sent back to the desk


@dataclass(frozen=True, slots=True)
class AtOffice:
    """An office and its tickets: who is at the counter, on hold, then who waits, in their order."""

    office: Office
    rows: tuple[Row, ...]
    waiting: int
    doubles: tuple[DoubleCall, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A ticket after a deed, and as it was `before` where that can be taken back."""

    ticket: Ticket
    before: Ticket | None


@dataclass(frozen=True, slots=True)
class Branch:
    """An office that can be chosen; `counter` is None where nobody is."""

    office: Office
    counter: Counter | None


def look(db: Any, office_id: str, *, now: datetime) -> AtOffice:
    """Return the tickets of an office. Raises UserError for one that is not there any more."""
    office = offices.resolve(db, office_id)
    waiting = queue.waiting(db, office_id, now=now)
    inside = queue.at_office(db, office_id, now=now)
    inside.sort(key=lambda row: row.state == "held")
    doubles = tuple(queue.doubles(db, office_id))
    return AtOffice(office, (*inside, *waiting), len(waiting), doubles)


def branches(db: Any, *, now: datetime) -> list[Branch]:
    """Return the offices of the house: those at which somebody waits first, the most first."""
    counters = {counter.office_id: counter for counter in queue.board(db, now=now)}
    found = [
        Branch(office, counters.get(office.id))
        for office in offices.every(db)
        if not office.external
    ]
    return sorted(found, key=lambda b: -b.counter.waiting if b.counter else 1)


def doors(db: Any, office_id: str, article_id: str) -> list[Office]:
    """Return where a visitor can be sent on from an office: the way of the article first."""
    article = articles.get(db, article_id) if article_id else None
    way = [place for step in article.steps for place in step.offices] if article else []
    way += [office.id for office in offices.serving(db, article_id)] if article else []
    rank = {place: n for n, place in reversed(list(enumerate(way)))}
    found = [office for office in offices.every(db) if office.id != office_id]
    return sorted(found, key=lambda office: rank.get(office.id, len(way)))


def next_in_hand(rows: Sequence[Row]) -> int:
    """Return the place of the ticket to go on with: who is on hold comes back by themselves."""
    return next((place for place, row in enumerate(rows) if row.state != "held"), 0)


def meant(key: str, state: str) -> str:
    """Return the deed of a digit in a state ('' for no ticket): 7 holds, and goes on again."""
    deeds = [deed for deed, digit in DIGITS.items() if digit == key]
    return next((deed for deed in deeds if deed in DEEDS[state]), deeds[0])


def do(tx: Any, deed: str, target: str, *, grant: Any = None, now: datetime) -> Change:
    """Call the next one for the office `target`, or do any other deed with the ticket `target`."""
    if deed == "call":
        return Change(queue.call_next(tx, target, grant=grant, now=now), None)
    before = queue.find(tx.db, target) if deed in ENDS else None
    return Change(OPERATIONS[deed](tx, target, now=now), before)


def check(deed: str, row: Row) -> None:
    """Raise UserError where a deed that asks something first cannot be done with a ticket."""
    if deed not in DEEDS[row.state]:
        raise UserError(REFUSALS[deed], number=row.number)


def send_on(
    tx: Any, row: Row, to_id: str, *, why: str = "", text: str = "", reason: str = "",
    now: datetime,
) -> Ticket:  # fmt: skip
    """Mark the wrong office where there is a `why`, else transfer; `text` is note or story."""
    if why:
        return queue.wrong_office(
            tx, row.contact_id, to_id, why, note=text, reason=reason, now=now
        )  # fmt: skip
    return queue.transfer(tx, row.contact_id, to_id, text, reason=reason, now=now)


def let_in(tx: Any, number: str, *, now: datetime) -> Ticket:
    """Let a visitor who shows a slip wait for its office, after a no-show or on another day."""
    return queue.enter(tx, routing.numbered(tx.db, number).id, now=now)
