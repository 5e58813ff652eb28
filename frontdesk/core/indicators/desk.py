"""What the desk itself achieved: solved there, promises kept, calls, questions unanswered."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from frontdesk.base.text import fold, line
from frontdesk.core.indicators.periods import Period
from frontdesk.core.indicators.stages import Line

SOLVED = "answered"


def outcomes(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Outcomes of the contacts that ended, by channel; solved at the desk are the answered ones."""
    rows = db.execute(
        "SELECT channel, outcome, count(*), json_group_array(id) FROM contact "
        "WHERE closed_at >= ? AND closed_at < ? GROUP BY channel, outcome ORDER BY 1, 3 DESC, 2",
        (period.since, period.until),
    )
    for channel, outcome, count, cases in rows:
        yield {
            "channel": channel, "outcome": outcome, "is_solved": outcome == SOLVED,
            "count": count, "cases": json.loads(cases),
        }  # fmt: skip


def searches_without_answer(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Questions that were recorded without an answer, alike ones together, the most asked first."""
    rows = db.execute(
        "SELECT query, id FROM gap WHERE kind = 'not_found' AND state <> 'withdrawn' "
        "AND at >= ? AND at < ? ORDER BY at, id",
        (period.since, period.until),
    )
    asked: dict[str, list[tuple[str, str]]] = {}
    for query, gap_id in rows:
        asked.setdefault(fold(line(query)), []).append((query, gap_id))
    for found in sorted(asked.values(), key=lambda found: (-len(found), found[0][0])):
        yield {"query": found[-1][0], "count": len(found), "cases": [gap for _, gap in found]}


def promises_kept(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Promises that were due, by what became of them; kept late is kept, and counted as late.

    Withdrawn ones are no promises any more.
    """
    rows = db.execute(
        "SELECT CASE WHEN state = 'kept' AND settled_at > due_at THEN 'late' ELSE state END, "
        "count(*), json_group_array(id) FROM promise WHERE state <> 'withdrawn' "
        "AND due_at >= ? AND due_at < ? GROUP BY 1 ORDER BY 1",
        (period.since, period.until),
    )
    for state, count, cases in rows:
        yield {"state": state, "count": count, "cases": json.loads(cases)}


def phone(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Calls by what became of them: answered, busy, not answered."""
    rows = db.execute(
        "SELECT outcome, count(*), json_group_array(id) FROM phone_call WHERE state = 'logged' "
        "AND at >= ? AND at < ? GROUP BY outcome ORDER BY outcome",
        (period.since, period.until),
    )
    for outcome, count, cases in rows:
        yield {"outcome": outcome, "count": count, "cases": json.loads(cases)}
