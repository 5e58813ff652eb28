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
from frontdesk.core import contacts, offices
from frontdesk.core.complaints import terms
from frontdesk.core.complaints.cases import Complaint, find, fold, get
from frontdesk.core.complaints.course import LEVELS
from frontdesk.core.sites import Here, here
from frontdesk.store.events import Body
from frontdesk.store.store import Tx

MAX_TEXT_CHARS = 100_000
MAX_FIELD_CHARS = 300


def file(
    tx: Tx, text: str, *, kind: str = "", name: str = "", phone: str = "", email: str = "",
    office: str = "", article_id: str = "", on_behalf: str = "", anonymous: bool = False,
    restricted: bool = False, remedy_asked: str = "", severity: str = "",
    received_at: datetime | None = None, complaint_id: str = "", at_desk: bool = False,
    origin: str = "", now: datetime,
) -> Complaint:  # fmt: skip
    """Put a complaint on record and return it with its folio and due day.

    `kind` is a kind of the office's rule pack, by default the pack's own; `office` an id, code or
    name; `severity` a first impression, judged again by `assess`; `complaint_id` makes a retry of
    the same save return the case already on record. With `at_desk` it is also what came of the
    open contact. An anonymous one keeps no name, phone or e-mail that was typed. Raises UserError
    for an empty or endless text, an unknown kind, office or severity, or an instant of receipt
    that has not come yet.
    """
    if complaint_id and (known := find(tx.db, complaint_id)):
        return known
    text, received_at = checked(text), received_at or now
    if severity and severity not in LEVELS:
        raise UserError("complaint.level", field="severity")
    if received_at > now:
        raise UserError("complaint.future", field="received_at")
    complaint_id, desk = complaint_id or uuid7(), here(tx.db)
    place = offices.resolve(tx.db, office) if office else None
    person = ("", "", "", "") if anonymous else (name, phone, email, on_behalf)
    body: Body = {
        **_numbered(tx, desk, now), **terms.judged(tx, desk, kind, received_at),
        **dict(zip(("name", "phone", "email", "on_behalf"), map(one_line, person), strict=True)),
        "desk": desk.desk, "text": text, "anonymous": anonymous, "restricted": restricted,
        "office": place.id if place else "", "office_name": place.name if place else "",
        "article": article_id, "contact": "", "remedy_asked": one_line(remedy_asked),
        "severity": severity, "received_at": iso(received_at), "origin": origin,
    }  # fmt: skip
    if at_desk:
        body["contact"] = contacts.note(
            tx, "complaint", ref=complaint_id, label=body["folio"], outcome="complaint", now=now
        ).id
    fold(tx, tx.append("complaint.filed", complaint_id, body, now))
    return get(tx.db, complaint_id)


def checked(text: str) -> str:
    """Return a text as it is kept. Raises UserError for an empty or an endless one."""
    if len(text) <= 2 * MAX_TEXT_CHARS:  # a longer one cannot become short enough by cleaning
        text = clean(text).strip()
    if not any(map(str.isprintable, text.replace(" ", ""))):  # or nothing that one can see
        raise UserError("complaint.empty", field="text")
    if len(text) > MAX_TEXT_CHARS:
        raise UserError("complaint.long", field="text", most=MAX_TEXT_CHARS)
    return text


def one_line(text: str) -> str:
    """Return what was typed into a one-line field as it is kept."""
    return line(text[: 4 * MAX_FIELD_CHARS])[:MAX_FIELD_CHARS]


def _numbered(tx: Tx, desk: Here, now: datetime) -> Body:
    series = f"{desk.site}-{desk.desk}-{day(now, desk.zone).year}"
    number = tx.next_number(series)
    return {"series": series, "number": number, "folio": f"{series}-{number:04d}"}
