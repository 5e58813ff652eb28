"""What the knowledge lacks, and what of it nobody has looked at for too long."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from frontdesk.core import gaps
from frontdesk.core.indicators.periods import Period
from frontdesk.core.indicators.stages import Line
from frontdesk.core.knowledge import freshness


def gaps_by_meaning(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Questions that nobody answered, alike ones together: in how many visits, how they showed,
    and what was asked and found since something was done. Cases are the rows behind them.
    """
    for gap in gaps.gaps(db, period.since, period.until):
        yield {
            "words": gap.texts[0], "state": gap.state, "count": gap.times,
            "others": list(gap.texts[1:]), "kinds": gap.counts, "first_at": gap.first_at,
            "last_at": gap.last_at, "desks": list(gap.desks), "after": gap.after,
            "chosen": gap.chosen, "cases": list(gap.cases),
        }  # fmt: skip


def freshness_by_owner(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Articles on the desk today that are overdue, or that in the last year were not used, were not
    found or sent people wrong, by who keeps them.
    """
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line, views in freshness.judged(db, date.fromisoformat(period.today)):
        for view in views:
            found[view, line.owner].append(line.id)
    for view in freshness.VIEWS:
        owners = sorted((-len(ids), owner) for (each, owner), ids in found.items() if each == view)
        for _, owner in owners:
            cases = found[view, owner]
            yield {"view": view, "owner": owner, "count": len(cases), "cases": cases}
