"""Putting a complaint on record: the text is enough, the folio comes at once.

A folio is site, desk, year and number. Its series belongs to this desk's code alone, so two desks
without a network never give the same one; the number is gapless because a rollback gives it back.
"""

from __future__ import annotations

from datetime import datetime

from frontdesk.base.clock import day, iso
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import clean, line
from frontdesk.core import contacts, deadlines, offices, rules
from frontdesk.core.complaints.cases import Complaint, find, fold, get
from frontdesk.core.sites import Here, here
from frontdesk.store.events import Body
from frontdesk.store.store import Tx

MAX_TEXT_CHARS = 100_000
MAX_FIELD_CHARS = 300
UNDONE = "undone"  # the coded reason of an annulment by whoever had just filed the case


def file(
    tx: Tx, text: str, *, kind: str = "", name: str = "", phone: str = "", email: str = "",
    office: str = "", article_id: str = "", received_at: datetime | None = None,
    complaint_id: str = "", at_desk: bool = False, origin: str = "", now: datetime,
) -> Complaint:  # fmt: skip
    """Put a complaint on record and return it with its folio and due day.

    `kind` is a kind of the office's rule pack, by default the pack's own; `office` an id, code or
    name; `complaint_id` makes a retry of the same save return the case already on record. With
    `at_desk` it is also what came of the open contact. Raises UserError for an empty or endless
    text, an unknown kind or office, or an instant of receipt that has not come yet.
    """
    if complaint_id and (known := find(tx.db, complaint_id)):
        return known
    text = clean(text).strip()
    if not text:
        raise UserError("complaint.empty", field="text")
    if len(text) > MAX_TEXT_CHARS:
        raise UserError("complaint.long", field="text", most=MAX_TEXT_CHARS)
    received_at = received_at or now
    if received_at > now:
        raise UserError("complaint.future", field="received_at")
    complaint_id = complaint_id or uuid7()
    desk = here(tx.db)
    place = offices.resolve(tx.db, office) if office else None
    body: Body = {
        **_numbered(tx, desk, now), **_judged(tx, desk, kind, received_at),
        "desk": desk.desk, "text": text, "name": _field(name), "phone": _field(phone),
        "email": _field(email), "office": place.id if place else "",
        "office_name": place.name if place else "", "article": article_id, "contact": "",
        "received_at": iso(received_at), "origin": origin,
    }  # fmt: skip
    if at_desk:
        body["contact"] = contacts.note(
            tx, "complaint", ref=complaint_id, label=body["folio"], outcome="complaint", now=now
        ).id
    fold(tx, tx.append("complaint.filed", complaint_id, body, now))
    return get(tx.db, complaint_id)


def annul(tx: Tx, complaint_id: str, reason: str, *, now: datetime) -> Complaint:
    """Annul a case with a reason; its folio stays taken. Nothing is ever deleted."""
    if not line(reason):
        raise UserError("complaint.reason", field="reason")
    get(tx.db, complaint_id)
    body = {"reason": line(reason)[:MAX_FIELD_CHARS]}
    fold(tx, tx.append("complaint.annulled", complaint_id, body, now))
    return get(tx.db, complaint_id)


def close(tx: Tx, complaint_id: str, answer: str, *, now: datetime) -> Complaint:
    """Close a case with the answer that was given."""
    if not line(answer):
        raise UserError("complaint.answer", field="answer")
    get(tx.db, complaint_id)
    body = {"answer": clean(answer).strip()[:MAX_TEXT_CHARS]}
    fold(tx, tx.append("complaint.closed", complaint_id, body, now))
    return get(tx.db, complaint_id)


def reopen(tx: Tx, complaint_id: str, *, now: datetime) -> Complaint:
    """Open a closed or annulled case again; its folio and its term stay what they were."""
    get(tx.db, complaint_id)
    fold(tx, tx.append("complaint.reopened", complaint_id, {}, now))
    return get(tx.db, complaint_id)


def _numbered(tx: Tx, desk: Here, now: datetime) -> Body:
    series = f"{desk.site}-{desk.desk}-{day(now, desk.zone).year}"
    number = tx.next_number(series)
    return {"series": series, "number": number, "folio": f"{series}-{number:04d}"}


def _judged(tx: Tx, desk: Here, kind: str, received_at: datetime) -> Body:
    received_on = day(received_at, desk.zone)
    pack = rules.in_use(tx.db, desk.country, desk.region, name=desk.rules, on=received_on)
    chosen = _kind(pack, kind)
    closed = tuple(offices.closed_days(tx.db, received_on))
    calendar = deadlines.calendar(desk.country, desk.region, closed)
    due_on = deadlines.due_on(received_on, chosen.term, calendar)
    return {"kind": chosen.code, "pack": pack.identity, "due_on": due_on.isoformat()}


def _kind(pack: rules.Pack, kind: str) -> rules.Kind:
    """Return the pack's kind; one that its law does not know follows the generic pack."""
    try:
        return pack.kind(kind)
    except UserError as unknown:
        try:
            return rules.choose("", "").kind(kind)
        except UserError:
            raise unknown from None


def _field(text: str) -> str:
    return line(text)[:MAX_FIELD_CHARS]
