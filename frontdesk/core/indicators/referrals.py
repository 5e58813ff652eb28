"""Whether people were sent right: bounces by article and office, and first-time-right."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from frontdesk.core.indicators.periods import Period
from frontdesk.core.indicators.stages import Line


def bounce(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """Bounce, by article, step and office: sent on or back, sent twice for one need, or back again.

    `sent` are the slips of that article to that office in the period, `whys` the coded reasons;
    `cases` are the marks, the most first.
    """
    rows = db.execute(
        "SELECT b.article_id, max(b.article_title), b.step, b.office_id, max(b.office_name), "
        "count(*) AS bounces, (SELECT count(*) FROM slip s WHERE s.article_id = b.article_id "
        " AND s.office_id = b.office_id AND s.state = 'issued' "
        " AND s.issued_at >= ?1 AND s.issued_at < ?2), "
        "json_group_array(b.why), json_group_array(b.id) FROM bounce b "
        "WHERE b.state = 'marked' AND b.at >= ?1 AND b.at < ?2 "
        "GROUP BY b.article_id, b.step, b.office_id ORDER BY bounces DESC, 1, 3, 4",
        (period.since, period.until),
    )
    for article_id, title, step, office_id, name, count, sent, whys, cases in rows:
        said = [why for why in json.loads(whys) if why]
        yield {
            "article": article_id, "title": title, "step": step, "office": office_id,
            "office_name": name, "count": count, "sent": sent,
            "whys": {why: said.count(why) for why in sorted(set(said))},
            "cases": json.loads(cases),
        }  # fmt: skip


def first_time_right(db: sqlite3.Connection, period: Period) -> Iterator[Line]:
    """First-time-right, by the office to which people were sent first.

    Of the errands that offices ended, those that were done without a stray from the way and without
    a bounce on their slip. Who left, did not come or was forgotten counts on neither side. `cases`
    are the slips that count, `wrong` those of them that were not right.
    """
    rows = db.execute(
        "SELECT e.office_id, max(e.office_name), count(*), json_group_array(e.slip_id), "
        "json_group_array(e.slip_id) FILTER (WHERE e.ended = 'wrong' OR e.strayed = 1 OR EXISTS("
        "SELECT 1 FROM bounce b WHERE b.slip_id = e.slip_id AND b.state = 'marked')) "
        "FROM contact_errand e JOIN contact c ON c.id = e.contact_id "
        "WHERE e.ended IN ('done', 'wrong') AND c.closed_at >= ? AND c.closed_at < ? "
        "GROUP BY e.office_id ORDER BY 2, 1",
        (period.since, period.until),
    )
    for office_id, name, count, cases, wrong in rows:
        strays = json.loads(wrong)
        yield {
            "office": office_id, "office_name": name, "count": count,
            "share": round((count - len(strays)) / count, 4), "cases": json.loads(cases),
            "wrong": strays,
        }  # fmt: skip
