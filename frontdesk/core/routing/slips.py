"""Slips: the number with which a visitor goes to an office, and the gate before it (F3).

A slip is refused to a closed door or without the papers. Coming at a time that is good for the
whole way passes the gate; anything else needs one of the coded reasons, which are counted. All
slips of a visit bear one number, since a visitor is called by one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from frontdesk.base.clock import day, iso, parse, zone
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core import bounces, contacts
from frontdesk.core.routing.needs import Need, need, office_need
from frontdesk.core.routing.plans import Plan, decide, gate
from frontdesk.core.sites import here
from frontdesk.store.events import Body, Event
from frontdesk.store.store import Row, Tx

# The office was rung and is there, or expects this visitor; it cannot wait; the office takes the
# papers later; the visitor was told and goes all the same.
REASONS = ("confirmed", "expected", "urgent", "papers_later", "insists")
TIME_TO_FETCH = timedelta(minutes=30)  # nobody is back with a missing paper any sooner
_COLUMNS = (
    "id, number, desk, contact_id, article_id, article_title, office_id, office_name, for_at, "
    "reason, papers, missing, issued_at, state, origin"
)


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip. `for_at` is '' for now, `reason` the coded one that opened the gate, or ''.

    States: issued, withdrawn. What else stands on the paper is its `plan_of`.
    """

    id: str
    number: str
    desk: str
    contact_id: str
    article_id: str
    article_title: str
    office_id: str
    office_name: str
    for_at: str
    reason: str
    papers: tuple[str, ...]
    missing: tuple[str, ...]
    issued_at: str
    state: str
    origin: str


def issue_slip(
    tx: Tx, article_id: str = "", office_id: str = "", *, papers: Collection[str] = (),
    for_at: datetime | None = None, reason: str = "", slip_id: str = "", at_desk: bool = True,
    origin: str = "", now: datetime,
) -> Slip:  # fmt: skip
    """Send a visitor with an article's need, or straight to an office, and return the slip.

    With both, `office_id` says at which office of the need to begin. `for_at` is an instant to come
    at which the way is open; missing papers can be brought by then. `slip_id` makes a retry return
    the slip already issued. With `at_desk` it is also what came of the open contact.
    Raises UserError with the first refusal of the plan where no reason opens the gate.
    """
    if slip_id and (known := _find(tx.db, slip_id)):
        return known
    if reason and reason not in REASONS:
        raise UserError("route.reason", field="reason", reasons=", ".join(REASONS))
    if for_at and for_at <= now:
        raise UserError("route.past", field="for_at")
    errand = _need(tx.db, article_id, office_id, for_at or now)
    plan = decide(errand, at=for_at or now, papers=papers)
    gate(plan, reason, can_fetch=for_at is not None and for_at >= now + TIME_TO_FETCH)
    slip_id = slip_id or uuid7()
    number = (at_desk and _number_of_visit(tx, now)) or take_number(tx, now=now)
    body = _body(tx, plan, reason if plan.refusals else "", for_at)
    body |= {"number": number, "origin": origin, "contact": ""}
    if at_desk:
        label = f"{body['number']} {body['office_name']}"
        body["contact"] = contacts.note(
            tx, "routed", ref=slip_id, label=label, outcome="routed", now=now
        ).id
    fold(tx, tx.append("slip.issued", slip_id, body, now))
    bounces.second_referral(tx, slip_id, now=now)
    return get(tx.db, slip_id)


def take_number(tx: Tx, *, now: datetime) -> str:
    """Return the next number of this desk's series of the day."""
    desk = here(tx.db)
    number = tx.next_number(f"slip-{desk.desk}-{day(now, desk.zone).isoformat()}")
    return f"{desk.desk}-{number:03d}"


def withdraw(tx: Tx, slip_id: str, *, now: datetime) -> Slip:
    """Take a slip back that was issued by mistake; its number stays taken."""
    get(tx.db, slip_id)
    fold(tx, tx.append("slip.withdrawn", slip_id, {}, now))
    return get(tx.db, slip_id)


def fold(tx: Tx, event: Event) -> None:
    """Put what an event tells into the slip's row."""
    body = event.body
    if event.kind == "slip.issued" and body is not None:
        tx.execute(
            f"INSERT OR REPLACE INTO slip({_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,'issued',?)",
            (event.entity, body["number"], body["desk"], body["contact"], body["article"],
             body["article_title"], body["office"], body["office_name"], body["for_at"],
             body["reason"], _listed(body["papers"]), _listed(body["missing"]), event.at,
             body["origin"]),
        )  # fmt: skip
    elif event.kind == "slip.withdrawn":
        tx.execute("UPDATE slip SET state = 'withdrawn' WHERE id = ?", (event.entity,))


def get(db: sqlite3.Connection, slip_id: str) -> Slip:
    """Return one slip. Raises UserError when there is none."""
    slip = _find(db, slip_id)
    if slip is None:
        raise UserError("route.unknown_slip", given=line(slip_id)[:60])
    return slip


def numbered(db: sqlite3.Connection, number: str) -> Slip:
    """Return the latest slip with a number as it is read from the paper, also without its letters.

    Raises UserError when there is none.
    """
    number = line(number).upper()
    row = db.execute(
        f"SELECT {_COLUMNS} FROM slip WHERE number = ?1 OR number LIKE '%-' || ?2 "
        "ORDER BY issued_at DESC, id DESC LIMIT 1",
        (number, number.zfill(3) if number.isdecimal() else number),
    ).fetchone()
    if row is None or not number:
        raise UserError("route.unknown_slip", given=number[:60])
    return _slip(row)


def issued_on(db: sqlite3.Connection, on: date, zone_name: str) -> list[Slip]:
    """Return the slips issued on a day of the office's zone, latest first."""
    start = datetime.combine(on, time(), zone(zone_name))
    end = datetime.combine(on + timedelta(days=1), time(), zone(zone_name))
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM slip WHERE issued_at >= ? AND issued_at < ? "
        "ORDER BY issued_at DESC, id DESC",
        (iso(start), iso(end)),
    )
    return [_slip(row) for row in rows]


def plan_of(db: sqlite3.Connection, slip: Slip) -> Plan:
    """Return the way of a slip as the house is today, for its paper; also when printed again."""
    at = parse(slip.for_at or slip.issued_at)
    return decide(_need(db, slip.article_id, slip.office_id, at), at=at, papers=slip.papers)


def _need(db: sqlite3.Connection, article_id: str, office_id: str, at: datetime) -> Need:
    if not article_id:
        return office_need(db, office_id, at=at)
    found = need(db, article_id, at=at)
    return found.at_office(office_id) if office_id else found


def _number_of_visit(tx: Tx, now: datetime) -> str:
    """Return the number that the visitor at the desk was given today, or ""."""
    contact = contacts.current(tx.db)
    row = (
        contact
        and tx.db.execute(
            "SELECT number, issued_at FROM slip WHERE contact_id = ? AND state = 'issued' "
            "AND issued_at >= ? ORDER BY issued_at DESC, id DESC LIMIT 1",
            (contact.id, contact.opened_at),
        ).fetchone()
    )
    zone_name = here(tx.db).zone
    return row[0] if row and day(parse(row[1]), zone_name) == day(now, zone_name) else ""


def _body(tx: Tx, plan: Plan, reason: str, for_at: datetime | None) -> Body:
    desk, article, office = here(tx.db), plan.need.article, plan.lines[0].office
    return {
        "desk": desk.desk,
        "article": article.id if article else "",
        "article_title": article.title if article else "",
        "office": office.id if office else "", "office_name": office.name if office else "",
        "for_at": iso(for_at) if for_at else "", "reason": reason,
        "papers": list(plan.papers), "missing": list(plan.missing),
    }  # fmt: skip


def _find(db: sqlite3.Connection, slip_id: str) -> Slip | None:
    row = db.execute(f"SELECT {_COLUMNS} FROM slip WHERE id = ?", (slip_id,)).fetchone()
    return _slip(row) if row else None


def _slip(row: Row) -> Slip:
    papers, missing = (tuple(json.loads(text)) for text in row[10:12])
    return Slip(*(*row[:10], papers, missing, *row[12:]))


def _listed(texts: list[str]) -> str:
    return json.dumps(texts, ensure_ascii=False)
