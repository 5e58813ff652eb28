"""Whether complaints are answered by their day, and whether the same comes again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta

from frontdesk.base.clock import day, parse
from frontdesk.core.indicators.periods import Period
from frontdesk.core.indicators.stages import Line

REPEAT_WITHIN = timedelta(days=30)


def on_time(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Complaints on time, by office: answered on the day on which they were due, or before.

    Those due in the period count once they were answered or their day has passed; annulled ones do
    not. `cases` are the complaints that count, `late` those of them that were late.
    """
    rows = db.execute(
        "SELECT office_id, office_name, id, due_on, coalesce(nullif(answered_at, ''), settled_at) "
        "FROM complaint WHERE due_on <> '' AND state <> 'annulled' "
        "AND due_on >= ? AND due_on <= ? ORDER BY office_name, office_id, due_on, id",
        (period.since_on, period.last_on),
    )
    offices: dict[str, Line] = {}
    for office_id, name, complaint_id, due_on, answered_at in rows:
        answered_on = day(parse(answered_at), period.zone).isoformat() if answered_at else ""
        if not answered_on and due_on >= period.today:
            continue
        line = offices.setdefault(
            office_id,
            {
                "office": office_id,
                "office_name": name,
                "count": 0,
                "share": 0.0,
                "cases": [],
                "late": [],
            },
        )
        line["cases"].append(complaint_id)
        if not answered_on or answered_on > due_on:
            line["late"].append(complaint_id)
    for line in offices.values():
        count = len(line["cases"])
        line["count"], line["share"] = count, round(1 - len(line["late"]) / count, 4)
        yield line


def repeats(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Repeats, by cause and office: received within 30 days of another one of both."""
    rows = db.execute(
        "SELECT cause_id, office_id, office_name, id, received_at FROM complaint "
        "WHERE cause_id <> '' AND state <> 'annulled' AND received_at < ? "
        "ORDER BY cause_id, office_id, received_at, id",
        (period.until,),
    )
    lines: dict[tuple[str, str], Line] = {}
    before: tuple[str, str, str] | None = None
    for cause_id, office_id, name, complaint_id, received_at in rows:
        is_repeat = (
            before is not None
            and before[:2] == (cause_id, office_id)
            and parse(received_at) - parse(before[2]) <= REPEAT_WITHIN
        )
        before = (cause_id, office_id, received_at)
        if is_repeat and received_at >= period.since:
            line = lines.setdefault(
                (cause_id, office_id),
                {
                    "cause": cause_id,
                    "office": office_id,
                    "office_name": name,
                    "count": 0,
                    "cases": [],
                },
            )
            line["cases"].append(complaint_id)
    for line in sorted(lines.values(), key=lambda line: -len(line["cases"])):
        line["count"] = len(line["cases"])
        yield line
