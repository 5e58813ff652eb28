"""How long people wait, walk and are served, by office; and who gave up before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from math import ceil
from statistics import median
from typing import Any

from frontdesk.base.clock import parse
from frontdesk.core.indicators.periods import Period

Line = dict[str, Any]
Lived = tuple[str, str, str, float]  # office id, its name, contact id, seconds


def waiting(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Waiting, by office: from the ticket, or from being sent on, to the call.

    Each call counts once, on the day of the call. Who left without a call counts in abandonment;
    what a clock that was set back has spoilt counts nowhere.
    """
    return _by_office(_ended(db, "waiting", period))


def walk(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Walk, by office: from the call until the visitor is there. No-shows have none."""
    return _by_office(_ended(db, "walk", period))


def service(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Service, by office: from start to end, without the time on hold in between."""
    return _by_office(_ended(db, "service", period))


def hold(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Hold, by office: while the service stood still, each time by itself."""
    return _by_office(_ended(db, "hold", period))


def abandonment(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Abandonment, by the office of the first errand: ticket taken, gone before any service.

    `count` are all who took a ticket, `cases` the contacts of those who gave up.
    """
    rows = db.execute(
        "SELECT e.office_id, max(e.office_name), count(*), "
        "json_group_array(c.id) FILTER (WHERE e.ended IN ('left', 'no_show') AND NOT EXISTS("
        "SELECT 1 FROM contact_stage s WHERE s.contact_id = c.id AND s.what = 'service')) "
        "FROM contact c JOIN contact_errand e ON e.contact_id = c.id AND e.position = 0 "
        "WHERE c.closed_at >= ? AND c.closed_at < ? GROUP BY e.office_id ORDER BY 2, 1",
        (period.since, period.until),
    )
    for office_id, name, count, gone in rows:
        cases = _listed(gone)
        yield {
            "office": office_id, "office_name": name, "count": count,
            "share": round(len(cases) / count, 4), "cases": cases,
        }  # fmt: skip


def nearest_rank(values: Iterable[float], share: float) -> float:
    """Return the value that `share` of the values do not exceed: the nearest rank, no guess."""
    ordered = sorted(values)
    return ordered[max(ceil(share * len(ordered)), 1) - 1]


def _ended(db: sqlite3.Connection, what: str, period: Period) -> Iterator[Lived]:
    """Yield the stages of a kind that came to their end; a held service goes on in the next."""
    rows = db.execute(
        "SELECT contact_id, errand, office_id, office_name, from_at, to_at, ended, doubtful "
        "FROM contact_stage WHERE what = ? ORDER BY contact_id, position",
        (what,),
    )
    begun: tuple[str, int, str] | None = None
    seconds, is_doubtful = 0.0, False
    for contact_id, errand, office_id, name, from_at, to_at, ended, doubtful in rows:
        if begun != (contact_id, errand, office_id):
            seconds, is_doubtful = 0.0, False
        seconds += (parse(to_at) - parse(from_at)).total_seconds()
        is_doubtful = is_doubtful or bool(doubtful)
        begun = (contact_id, errand, office_id) if ended == "held" else None
        if ended in _ENDS[what] and not is_doubtful and period.since <= to_at < period.until:
            yield office_id, name, contact_id, seconds


_ENDS = {
    "waiting": ("called",),
    "walk": ("started",),
    "service": ("done", "transfer", "wrong_office"),
    "hold": ("resumed",),
}


def _by_office(lived: Iterable[Lived]) -> Iterator[Line]:
    offices: dict[str, list[Lived]] = {}
    for stage in lived:
        offices.setdefault(stage[0], []).append(stage)
    for office_id, found in sorted(offices.items(), key=lambda item: (item[1][0][1], item[0])):
        seconds = [stage[3] for stage in found]
        yield {
            "office": office_id, "office_name": found[0][1], "count": len(found),
            "median_s": round(median(seconds), 3), "p90_s": round(nearest_rank(seconds, 0.9), 3),
            "cases": [stage[2] for stage in found],
        }  # fmt: skip


def _listed(text: str) -> list[str]:
    import json

    found: list[str] = json.loads(text)
    return found
