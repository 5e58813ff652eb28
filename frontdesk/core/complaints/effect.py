"""Did the action work? Cases of a cause per week, before and after the action was done."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from frontdesk.base.clock import day, parse
from frontdesk.core.complaints import causes
from frontdesk.core.sites import here

WEEKS = 12
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `starts_on`, and how many cases were received in them."""

    starts_on: date
    cases: int
    is_after: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """Cases per week, oldest week first. `done_on` is the day of the last action done, None where
    none is; `before` and `after` are cases per week, None where no whole week has passed.
    """

    weeks: tuple[Week, ...]
    done_on: date | None
    before: float | None
    after: float | None


def effect(db: sqlite3.Connection, cause_id: str, *, now: datetime, weeks: int = WEEKS) -> Effect:
    """Return how often a cause came back, in whole weeks counted from the day of its action.

    Before the action it looks back at most `weeks`, not beyond the first case; after it at most
    `weeks` ahead, without the week that still runs. Annulled cases are not counted.
    """
    zone_name = here(db).zone
    rows = db.execute(
        "SELECT received_at FROM complaint WHERE cause_id = ? AND state <> 'annulled'",
        (cause_id,),
    )
    days = sorted(day(parse(at), zone_name) for (at,) in rows)
    today = day(now, zone_name)
    done_on = max(
        (date.fromisoformat(a.settled_on) for a in causes.actions(db, cause_id)
         if a.state == "done"),
        default=None,
    )  # fmt: skip
    turn = done_on or today + timedelta(days=1)
    known = -((days[0] - turn) // WEEK) if days and days[0] < turn else 0
    back, ahead = min(weeks, known), min(weeks, max(0, (today - turn) // WEEK))
    counted = tuple(
        Week(start, sum(start <= d < start + WEEK for d in days), start >= turn)
        for start in (turn + n * WEEK for n in range(-back, ahead))
    )
    return Effect(
        counted, done_on, _rate([w for w in counted if not w.is_after]),
        _rate([w for w in counted if w.is_after]),
    )  # fmt: skip


def _rate(weeks: list[Week]) -> float | None:
    return sum(week.cases for week in weeks) / len(weeks) if weeks else None
