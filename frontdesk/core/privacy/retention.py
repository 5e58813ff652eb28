"""Erasing by rule: who was here is forgotten after some days, a complaint when its law lets it go.

Counts, times and outcomes stay. The rule runs by itself once a day.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from frontdesk.base import clock
from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.core import erasure
from frontdesk.core.privacy.holdings import kept_until
from frontdesk.core.roles import require
from frontdesk.core.sites import here
from frontdesk.store import settings
from frontdesk.store.store import Tx

SETTING = "privacy.visitor_days"
DEFAULT_DAYS = 30
MOST_DAYS = 3_650
AT_ONCE = 500  # entities in one run, so that the desk never waits for it
# What ends by itself, and the words of which nothing is needed once it has.
_ENDED = {
    "contact": "closed_at < ? AND visitor <> ''",
    "promise": "settled_at <> '' AND settled_at < ? AND (to_whom <> '' OR what <> '')",
    "expected": "expected_at < ? AND (visitor <> '' OR note <> '')",
    "phone_call": "at < ? AND note <> ''",
}


def days(db: sqlite3.Connection) -> int:
    """Return after how many days a visitor's name is erased; 0 never."""
    return int(settings.get(db, SETTING, str(DEFAULT_DAYS)))


def set_days(tx: Tx, count: int, *, now: datetime) -> None:
    """Change the rule, if it is another; 0 keeps names until they are erased on request."""
    require(tx, "person.erase")
    if not 0 <= count <= MOST_DAYS:
        raise UserError("privacy.days", field="days", most=MOST_DAYS)
    if count == days(tx.db):
        return
    settings.put(tx, SETTING, str(count))
    tx.append("privacy.rule", SETTING, {"days": count}, now)


def overdue(db: sqlite3.Connection, *, now: datetime) -> list[tuple[str, str]]:
    """Return (noun, id) of what the rule erases now, at most AT_ONCE of each noun."""
    found: list[tuple[str, str]] = []
    if count := days(db):
        before = iso(now - timedelta(days=count))
        for noun, ended in _ENDED.items():
            rows = db.execute(f"SELECT id FROM {noun} WHERE {ended} LIMIT ?", (before, AT_ONCE))
            found += [(noun, one_id) for (one_id,) in rows]
    return found + [("complaint", one_id) for one_id in _complaints(db, now)]


def apply(tx: Tx, *, now: datetime) -> dict[str, int]:
    """Erase what the rule says and return how many of each noun."""
    require(tx, "person.erase")
    found = overdue(tx.db, now=now)
    return dict(Counter(noun for noun, one_id in found if erasure.erase(tx, one_id, now=now)))


def _complaints(db: sqlite3.Connection, now: datetime) -> Iterator[str]:
    """Settled complaints with a text whose law has a term of keeping, and it is over."""
    today = clock.day(now, here(db).zone).isoformat()
    rows = db.execute(
        "SELECT id FROM complaint WHERE state IN ('closed', 'annulled') AND settled_at <> '' "
        "AND settled_at < ? AND text <> '' ORDER BY settled_at LIMIT ?",
        (iso(now - timedelta(days=365)), AT_ONCE),
    ).fetchall()
    for (one_id,) in rows:
        why, until_on = kept_until(db, one_id)
        if why == "law" and until_on <= today:
            yield one_id
