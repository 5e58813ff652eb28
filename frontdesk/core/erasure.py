"""Erasing what a person told us: their name and words go for good, what is counted stays.

An erasure is an event, so that every site erases; the ids of erased events are kept, so that an old
stick brings nothing back. It leaves a body without what could name the person.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from frontdesk.core import folding
from frontdesk.core.roles import require
from frontdesk.store import events
from frontdesk.store.store import Tx

KIND = "erase"
# What people type or say about themselves, under whatever event it is told.
PERSONAL = frozenset(
    ("visitor", "name", "phone", "email", "on_behalf", "text", "to_whom", "what", "query", "note",
     "answer", "finding", "reason", "words", "company", "remedy_asked", "immediate", "outcome_note",
     "fields")
)  # fmt: skip

TOLD_AT = {"entries": 2, "errands": 5}  # lists of rows, and which of their cells is words


def erase(tx: Tx, entity: str, *, now: datetime) -> int:
    """Erase the person from everything that was told of an entity; return how many events.

    What stays on record is that it happened, when, where and how it ended.
    """
    require(tx, "person.erase")
    told = [e for e in list(events.in_order(tx.db, entity)) if e.kind != KIND]
    known = {row[0] for row in tx.db.execute("SELECT id FROM erased")}
    left = {e.id: without_person(e.body) for e in told if e.body is not None and e.id not in known}
    personal = [e.id for e in told if e.id in left and left[e.id] != e.body]
    for event_id in personal:
        tx.append(KIND, entity, {"event": event_id.hex(), "left": left[event_id]}, now)
    events.forget(tx.db, personal)
    folding.refold(tx, [entity])
    return len(personal)


def without_person(body: events.Body) -> events.Body:
    """Return a body without what was typed about a person; its lists keep their shape."""
    return {name: _blank(name, value) for name, value in body.items()}


def _blank(name: str, value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        return dict.fromkeys(value, "") if name in PERSONAL else without_person(value)
    if name in PERSONAL and isinstance(value, str):
        return ""
    place = TOLD_AT.get(name)
    if place is None:
        return value
    return [[*row[:place], "", *row[place + 1 :]] for row in value]
