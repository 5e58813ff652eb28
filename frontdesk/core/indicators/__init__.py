"""Indicators: the figures of a period, each with the cases that it counts.

Every line of a report is one object with `count` and `cases`, the ids behind the number: contacts,
slips, complaints, promises, marks, gaps or articles, as the report's docstring says. Definitions
are those of the docstrings, and of nothing else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, datetime

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core.indicators import complaints, desk, knowledge, referrals, stages
from frontdesk.core.indicators.periods import Period, period
from frontdesk.core.indicators.stages import Line

__all__ = ["REPORTS", "Line", "Period", "period", "report"]

REPORTS: dict[str, Callable[[sqlite3.Connection, Period], Iterator[Line]]] = {
    "waiting": stages.waiting,
    "walk": stages.walk,
    "service": stages.service,
    "hold": stages.hold,
    "abandonment": stages.abandonment,
    "bounce": referrals.bounce,
    "first-time-right": referrals.first_time_right,
    "outcomes": desk.outcomes,
    "searches-without-answer": desk.searches_without_answer,
    "promises-kept": desk.promises_kept,
    "phone": desk.phone,
    "complaints-on-time": complaints.on_time,
    "repeats": complaints.repeats,
    "gaps": knowledge.gaps_by_meaning,
    "freshness": knowledge.freshness_by_owner,
}


def report(
    db: sqlite3.Connection, name: str, since: date | None = None, last: date | None = None, *,
    now: datetime,
) -> list[Line]:  # fmt: skip
    """Return the lines of a report about some days, both included.

    Raises UserError for a name that is not in `REPORTS`.
    """
    if name not in REPORTS:
        raise UserError("report.unknown", given=line(name)[:60], names=", ".join(REPORTS))
    return list(REPORTS[name](db, period(db, since, last, now=now)))
