"""The period of a report: whole days of the office's zone, as the instants around them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from frontdesk.base.clock import day, iso, zone
from frontdesk.core.sites import here

BEFORE_ALL, AFTER_ALL = "0", "9"  # texts before and after every stored instant and day


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` up to and without `until`: instants as stored text. `today` is the day of the
    report; `since_on` and `last_on` are the first and last day, for what is stored by day.
    """

    since: str
    until: str
    since_on: str
    last_on: str
    today: str
    zone: str


def period(
    db: sqlite3.Connection, since: date | None = None, last: date | None = None, *, now: datetime
) -> Period:
    """Return the period of some days, both included; without one it is open on that side."""
    zone_name = here(db).zone
    return Period(
        _midnight(since, zone_name) if since else BEFORE_ALL,
        _midnight(last + timedelta(days=1), zone_name) if last else AFTER_ALL,
        since.isoformat() if since else BEFORE_ALL,
        last.isoformat() if last else AFTER_ALL,
        day(now, zone_name).isoformat(),
        zone_name,
    )


def _midnight(on: date, zone_name: str) -> str:
    return iso(datetime.combine(on, time(), zone(zone_name)))
