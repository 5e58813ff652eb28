"""Bounces: each time that a visitor was sent to the wrong place, on the article that caused it.

Three things show one: the office sends the visitor on, the desk sends the same visitor a second
time for the same need within the day, or the visitor is back. A slip is counted once for the
latter two; each office that sends on is counted.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, fields
from datetime import datetime, time, timedelta

from frontdesk.base.clock import iso, zone
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core.sites import here
from frontdesk.store.events import Body, Event
from frontdesk.store.store import Tx

KINDS = ("wrong_office", "second_referral", "came_back")
# The office does not do this; it asks for other papers; it is closed or nobody is there; something
# else has to be done first; anything else, in the note.
WHYS = ("other_office", "papers", "closed", "other_step", "other")
MAX_NOTE_CHARS = 500


@dataclass(frozen=True, slots=True)
class Bounce:
    """One wrong way. `office_*` is where the visitor was sent in vain, `to_*` where from there.

    `step` counts the steps of the article from 0; -1 where it was none of them. `why` is coded, ''
    where nobody said; states: marked, withdrawn.
    """

    id: str
    desk: str
    kind: str
    why: str
    note: str
    slip_id: str
    contact_id: str
    article_id: str
    article_title: str
    step: int
    step_text: str
    office_id: str
    office_name: str
    to_id: str
    to_name: str
    at: str
    state: str
    origin: str


@dataclass(frozen=True, slots=True)
class Culprit:
    """A step of an article that sends people wrong: how often, of how many whom it sent there.

    `sent` counts the slips with which its visitors began there; a later step has none of its own.
    """

    article_id: str
    article_title: str
    step: int
    step_text: str
    office_id: str
    office_name: str
    bounces: int
    sent: int
    last_at: str

    @property
    def id(self) -> str:
        """By what a list finds the step again."""
        return f"{self.article_id} {self.step} {self.office_id}"


_NAMES = tuple(field.name for field in fields(Bounce))
_COLUMNS = ", ".join(_NAMES)
_IS_AT = "(office_id = {0} OR {0} IN (SELECT value FROM json_each(others)))"


def mark(
    tx: Tx, kind: str, slip_id: str, *, contact_id: str = "", office: tuple[str, str] = ("", ""),
    to: tuple[str, str] = ("", ""), why: str = "", note: str = "", now: datetime,
) -> Bounce:  # fmt: skip
    """Mark that a slip sent its visitor wrong; `office` and `to` are (id, name).

    Without `office` it is the office of the slip. Raises UserError for an unknown reason, and for
    none where an office sends on.
    """
    if why not in WHYS and (why or kind == "wrong_office"):
        raise UserError("bounce.why", field="why", whys=", ".join(WHYS))
    row = tx.db.execute(
        "SELECT contact_id, article_id, article_title, office_id, office_name, origin FROM slip "
        "WHERE id = ?1 UNION ALL "
        "SELECT contact_id, article_id, article_title, office_id, office_name, '' FROM errand "
        "WHERE slip_id = ?1 LIMIT 1",  # the slip of another desk may still be on its way
        (slip_id,),
    ).fetchone()
    if row is None:
        raise UserError("route.unknown_slip", given=line(slip_id)[:60])
    contact, article_id, title, slip_office_id, slip_office_name, origin = row
    office = office if office[0] else (slip_office_id, slip_office_name)
    step, step_text = _step(tx.db, article_id, office[0])
    body: Body = {
        "desk": here(tx.db).desk, "kind": kind, "why": why, "note": line(note)[:MAX_NOTE_CHARS],
        "slip": slip_id, "contact": contact_id or contact, "article": article_id,
        "article_title": title, "step": step, "step_text": step_text, "office": office[0],
        "office_name": office[1], "to": to[0], "to_name": to[1], "origin": origin,
    }  # fmt: skip
    event = tx.append("bounce.marked", uuid7(), body, now)
    fold(tx, event)
    return get(tx.db, event.entity)


def second_referral(tx: Tx, slip_id: str, *, now: datetime) -> Bounce | None:
    """Mark the slip that sent the visitor of a new one before, for the same need on the same day.

    The same visitor is who is known by the same contact or the same name. The way to a further
    step of the article is none in vain.
    """
    new = tx.db.execute(
        "SELECT s.article_id, s.contact_id, s.office_id, s.office_name, coalesce(c.visitor, '') "
        "FROM slip s LEFT JOIN contact c ON c.id = s.contact_id WHERE s.id = ?",
        (slip_id,),
    ).fetchone()
    article_id, contact_id, office_id, office_name, visitor = new
    if not article_id:
        return None
    zone_name = here(tx.db).zone
    midnight = datetime.combine(now.astimezone(zone(zone_name)).date(), time(), zone(zone_name))
    before = tx.db.execute(
        "SELECT s.id, s.office_id FROM slip s LEFT JOIN contact c ON c.id = s.contact_id "
        "WHERE s.issued_at >= ? AND s.issued_at < ? AND s.id <> ? AND s.article_id = ? "
        "AND s.state = 'issued' "
        "AND ((s.contact_id <> '' AND s.contact_id = ?) OR (c.visitor <> '' AND c.visitor = ?)) "
        "AND NOT EXISTS(SELECT 1 FROM bounce b WHERE b.slip_id = s.id AND b.state = 'marked') "
        "ORDER BY s.issued_at DESC, s.id DESC LIMIT 1",
        (iso(midnight), iso(midnight + timedelta(days=1)), slip_id, article_id, contact_id,
         visitor),
    ).fetchone()  # fmt: skip
    if before is None or is_further(tx.db, article_id, before[1], office_id):
        return None
    return mark(tx, "second_referral", before[0], to=(office_id, office_name), now=now)


def came_back(
    tx: Tx, slip_id: str, *, why: str = "", note: str = "", now: datetime
) -> Bounce:  # fmt: skip
    """Mark that the visitor of a slip is back at the desk; once for each slip."""
    row = tx.db.execute(
        f"SELECT {_COLUMNS} FROM bounce WHERE slip_id = ? AND state = 'marked' "
        "AND kind <> 'wrong_office' ORDER BY at LIMIT 1",
        (slip_id,),
    ).fetchone()
    return Bounce(*row) if row else mark(tx, "came_back", slip_id, why=why, note=note, now=now)


def withdraw(tx: Tx, bounce_id: str, *, now: datetime) -> Bounce:
    """Take a mark back that was made by mistake; the event stays."""
    get(tx.db, bounce_id)
    fold(tx, tx.append("bounce.withdrawn", bounce_id, {}, now))
    return get(tx.db, bounce_id)


def get(db: sqlite3.Connection, bounce_id: str) -> Bounce:
    """Return one bounce. Raises UserError when there is none."""
    row = db.execute(f"SELECT {_COLUMNS} FROM bounce WHERE id = ?", (bounce_id,)).fetchone()
    if row is None:
        raise UserError("bounce.unknown", given=line(bounce_id)[:60])
    return Bounce(*row)


def of_article(
    db: sqlite3.Connection, article_id: str, since: datetime, limit: int = 200
) -> list[Bounce]:
    """Return the bounces of an article since an instant, the latest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM bounce WHERE article_id = ? AND at >= ? AND state = 'marked' "
        "ORDER BY at DESC, id DESC LIMIT ?",
        (article_id, iso(since), limit),
    )
    return [Bounce(*row) for row in rows]


def articles_that_send_wrong(
    db: sqlite3.Connection, since: datetime, limit: int = 100
) -> list[Culprit]:
    """Return the steps of articles that sent people wrong since an instant, the most first."""
    rows = db.execute(
        "SELECT b.article_id, coalesce(a.title, b.article_title), b.step, b.step_text, "
        "b.office_id, b.office_name, count(*) AS bounces, "
        "(SELECT count(*) FROM slip s WHERE s.article_id = b.article_id "
        " AND s.office_id = b.office_id AND s.state = 'issued' AND s.issued_at >= ?1), max(b.at) "
        "FROM bounce b LEFT JOIN article a ON a.id = b.article_id "
        "WHERE b.at >= ?1 AND b.state = 'marked' AND b.article_id <> '' "
        "GROUP BY b.article_id, b.step, b.office_id "
        "ORDER BY bounces DESC, max(b.at) DESC, b.article_id, b.step LIMIT ?2",
        (iso(since), limit),
    )
    return [Culprit(*row) for row in rows]


def is_further(db: sqlite3.Connection, article_id: str, from_id: str, to_id: str) -> bool:
    """Tell whether an office is at a later step of an article than another one."""
    row = db.execute(
        "SELECT max(position) > (SELECT min(position) FROM step "
        f"WHERE article_id = ?1 AND {_IS_AT.format('?2')}) FROM step WHERE article_id = ?1 "
        f"AND {_IS_AT.format('?3')}",
        (article_id, from_id, to_id),
    ).fetchone()
    return bool(row[0])


def fold(tx: Tx, event: Event) -> None:
    """Put what an event tells into the bounce's row."""
    body = event.body
    if event.kind == "bounce.marked" and body is not None:
        tx.execute(
            f"INSERT OR REPLACE INTO bounce({_COLUMNS}) "
            "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'marked',?)",
            (event.entity, body["desk"], body["kind"], body["why"], body["note"], body["slip"],
             body["contact"], body["article"], body["article_title"], body["step"],
             body["step_text"], body["office"], body["office_name"], body["to"], body["to_name"],
             event.at, body["origin"]),
        )  # fmt: skip
    elif event.kind == "bounce.withdrawn":
        tx.execute("UPDATE bounce SET state = 'withdrawn' WHERE id = ?", (event.entity,))


def _step(db: sqlite3.Connection, article_id: str, office_id: str) -> tuple[int, str]:
    row = db.execute(
        f"SELECT position, text FROM step WHERE article_id = ?1 AND {_IS_AT.format('?2')} "
        "ORDER BY position LIMIT 1",
        (article_id, office_id),
    ).fetchone()
    return row or (-1, "")
