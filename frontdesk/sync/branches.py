"""How exchange stands, for people: with whom we last met, what waits, what was refused and why."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core import conflicts, sites
from frontdesk.core.conflicts import Conflict
from frontdesk.core.roles import require
from frontdesk.store import settings
from frontdesk.store.store import Tx
from frontdesk.sync import keys, places, rounds

LATE_DAYS = "sync.late_days"
DEFAULT_LATE_DAYS, MAX_LATE_DAYS = 3, 365


@dataclass(frozen=True, slots=True)
class Met:
    """Another site: when something of it last came here, when something was last made for it, and
    how many envelopes for it wait for its receipt. Instants are stored text, '' for never.
    """

    id: str
    name: str
    is_head: bool
    got_at: str
    gave_at: str
    waits: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """An envelope that was refused: its name, from whom, why, and when it was last looked at."""

    id: str
    who: str
    code: str
    at: str


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the branch screen shows. `joined` is False for a desk that exchanges with nobody;
    `new_events` lie in no envelope yet, `later` are envelopes for a newer program.
    """

    joined: bool
    is_head: bool
    place: str
    late_days: int
    last_at: str
    new_events: int
    later: int
    met: tuple[Met, ...]
    refused: tuple[Refusal, ...]
    conflicts: tuple[Conflict, ...]


def standing(db: sqlite3.Connection) -> Standing:
    """Return how exchange stands."""
    here, joined = sites.here(db), bool(settings.get(db, keys.HEAD_KEY))
    told: dict[str, Any] = rounds.status(db) if joined else {}
    refused = (
        Refusal(row["name"], row["from"], row["code"], row["at"]) for row in told.get("refused", ())
    )
    return Standing(
        joined=joined, is_head=here.is_head, place=places.remembered(db),
        late_days=late_after(db), last_at=told.get("last_at", ""),
        new_events=told.get("new_events", 0), later=told.get("later", 0),
        met=tuple(_met(db, here.site_id)) if joined else (), refused=tuple(refused),
        conflicts=tuple(conflicts.still_open(db)) if joined else (),
    )  # fmt: skip


def late_after(db: sqlite3.Connection) -> int:
    """Return after how many days without an exchange one is late; 0 for never."""
    return int(settings.get(db, LATE_DAYS, str(DEFAULT_LATE_DAYS)))


def remind_after(tx: Tx, days: int) -> None:
    """Remind of an exchange after so many days from now on; 0 for never."""
    require(tx, "site.write")
    if not 0 <= days <= MAX_LATE_DAYS:
        raise UserError("sync.late_days", field="days", most=MAX_LATE_DAYS)
    settings.put(tx, LATE_DAYS, str(days))


def late_days_of(db: sqlite3.Connection, *, now: datetime) -> int:
    """Return for how many days nothing was exchanged, where that is too long; else 0.

    A desk that joined and never exchanged is late from its joining on; a head office without
    branches never.
    """
    limit = late_after(db)
    if not limit or len(keys.sites(db)) < 2:  # noqa: PLR2004 - us and somebody else
        return 0
    last = settings.get(db, rounds.LAST_AT) or _joined_at(db)
    if not last:
        return 0
    since = now - clock.parse(last)
    return since.days if since >= timedelta(days=limit) else 0


def _joined_at(db: sqlite3.Connection) -> str:
    row = db.execute(
        "SELECT at FROM event WHERE kind IN ('desk.joined', 'site.created') ORDER BY n LIMIT 1"
    ).fetchone()
    return str(row[0]) if row else ""


def _met(db: sqlite3.Connection, ours: str) -> list[Met]:
    """Return the other sites, head office first, then by name."""
    desk_id = keys.signer(db).desk_id
    got: dict[str, str] = dict(
        db.execute(
            "SELECT site_id, max(at) FROM envelope WHERE desk_id <> ? AND state = 'applied' "
            "GROUP BY site_id", (desk_id,),
        ).fetchall()
    )  # fmt: skip
    gave: dict[str, tuple[str, int]] = {}
    for told, still_waits, at in db.execute(
        "SELECT addressed, state IN ('applied', 'carried') AND kind IN ('segment', 'paper'), at "
        "FROM envelope WHERE desk_id = ?",
        (desk_id,),
    ):
        for site_id in json.loads(told):
            last, waits = gave.get(site_id, ("", 0))
            gave[site_id] = (max(last, at), waits + still_waits)
    found = [
        Met(
            site_id, str(site.facts["name"]), bool(site.facts["head"]), got.get(site_id, ""),
            *gave.get(site_id, ("", 0)),
        )
        for site_id, site in keys.sites(db).items()
        if site_id != ours
    ]  # fmt: skip
    return sorted(found, key=lambda met: (not met.is_head, met.name))
