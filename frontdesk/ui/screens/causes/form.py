"""What the list of causes asks of core, without Qt: each open action, each cause without one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from frontdesk.core.complaints import board, causes
from frontdesk.core.complaints.board import Filter, Line
from frontdesk.core.complaints.causes import Action, Cause

SHOWN_CASES = 200


@dataclass(frozen=True, slots=True)
class Row:
    """An open action with its cause, or a cause against which nothing is being done."""

    cause: Cause
    cases: int
    action: Action | None

    @property
    def id(self) -> str:
        """By which the row is found again."""
        return self.action.id if self.action else self.cause.id


def rows(db: Any) -> list[Row]:
    """Return the open actions, the soonest due first, then the causes without, most cases first."""
    acting = [
        Row(cause, causes.count(db, cause.id), action)
        for action in causes.open_actions(db)
        if (cause := causes.find(db, action.cause_id))
    ]
    busy = {row.cause.id for row in acting}
    idle = [Row(cause, cases, None) for cause, cases in causes.every(db) if cause.id not in busy]
    return [*acting, *idle]


def cases_of(db: Any, cause_id: str, *, today: date) -> list[Line]:
    """Return the cases of a cause, whatever their state, the soonest due first."""
    return board.lines(db, Filter("", cause_id=cause_id), today=today, limit=SHOWN_CASES)
