"""What is done on a case after it was filed, step by step after ISO 10002; nothing is deleted.

The office that owns the case keeps its clock, the desk follows. Each operation takes the case's id
or folio and refuses, with a plain sentence, what the case's state does not allow.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.base.text import clean, line
from frontdesk.core import attachments, deadlines, offices
from frontdesk.core.attachments import Attachment
from frontdesk.core.complaints import cases, naming, terms
from frontdesk.core.complaints.cases import Complaint
from frontdesk.core.complaints.course import LEVELS, NOUN, Step
from frontdesk.core.complaints.filing import MAX_TEXT_CHARS, one_line
from frontdesk.core.complaints.steps import happen, open_case
from frontdesk.core.roles import require
from frontdesk.store.events import Body
from frontdesk.store.store import Tx

CHANNELS = ("counter", "phone", "email", "letter", "message")
DIRECTIONS = ("in", "out")
SATISFACTION = range(1, 6)
UNDONE = "undone"  # the coded reason of an annulment by whoever had just filed the case
AT_FILING = ("filed", "attached", "joined", "acknowledged")  # what the form itself does


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything about a case: its row, its history in order, and its papers."""

    case: Complaint
    steps: tuple[Step, ...]
    papers: tuple[Attachment, ...]


def acknowledge(tx: Tx, complaint_id: str, *, how: str = "receipt", now: datetime) -> Complaint:
    """Note that the person was told that the case is on record, by a receipt or otherwise."""
    case = open_case(tx.db, complaint_id, "acknowledged")
    return happen(tx, case, "acknowledged", {"how": one_line(how)}, now)


def assess(
    tx: Tx, complaint_id: str, *, severity: str, safety: bool = False, complexity: str = "",
    impact: str = "", immediate: str = "", now: datetime,
) -> Complaint:  # fmt: skip
    """Judge a case: severity, complexity and impact by LEVELS, whether somebody may come to harm,
    and what has to be done at once. Raises UserError for another level.
    """
    case = open_case(tx.db, complaint_id, "assessed")
    if severity not in LEVELS:
        raise UserError("complaint.level", field="severity")
    if complexity and complexity not in LEVELS:
        raise UserError("complaint.level", field="complexity")
    if impact and impact not in LEVELS:
        raise UserError("complaint.level", field="impact")
    body: Body = {
        "severity": severity, "safety": safety, "complexity": complexity, "impact": impact,
        "immediate": one_line(immediate),
    }  # fmt: skip
    return happen(tx, case, "assessed", body, now)


def investigate(tx: Tx, complaint_id: str, finding: str, *, now: datetime) -> Complaint:
    """Note what the owner office found out."""
    case = open_case(tx.db, complaint_id, "investigated")
    return happen(tx, case, "investigated", {"finding": _text(finding, "finding")}, now)


def answer(tx: Tx, complaint_id: str, text: str, *, how: str = "", now: datetime) -> Complaint:
    """Note the answer that was given to the person; the case stays open until it is closed."""
    case = open_case(tx.db, complaint_id, "answered")
    if not line(text):
        raise UserError("complaint.answer", field="answer")
    naming.check(tx.db, case, text, "answer")
    body = {"answer": _text(text, "answer"), "how": one_line(how)}
    return happen(tx, case, "answered", body, now)


def close(tx: Tx, complaint_id: str, answer: str = "", *, now: datetime) -> Complaint:
    """Close a case with the answer that was given, by default the one on record."""
    case = open_case(tx.db, complaint_id, "closed")
    given = answer if line(answer) else case.answer
    if not given:
        raise UserError("complaint.answer", field="answer")
    naming.check(tx.db, case, given, "answer")
    return happen(tx, case, "closed", {"answer": _text(given, "answer")}, now)


def annul(tx: Tx, complaint_id: str, reason: str, *, now: datetime) -> Complaint:
    """Annul a case with a reason; its folio stays taken. Nothing is ever deleted."""
    require(tx, "complaint.annul")
    if not line(reason):
        raise UserError("complaint.reason", field="reason")
    case = open_case(tx.db, complaint_id, "annulled")
    return happen(tx, case, "annulled", {"reason": one_line(reason)}, now)


def take_back(tx: Tx, complaint_id: str, *, now: datetime) -> Complaint:
    """Annul a case that was filed by mistake a moment ago; whoever filed it may, of any role.

    Once somebody has worked on the case, it takes a reason and who may `annul`.
    """
    case = open_case(tx.db, complaint_id, "annulled")
    if any(step.kind not in AT_FILING for step in cases.course(tx.db, case.id).steps):
        raise UserError("complaint.under_way")
    return happen(tx, case, "annulled", {"reason": UNDONE}, now)


def reopen(tx: Tx, complaint_id: str, reason: str = "", *, now: datetime) -> Complaint:
    """Open an answered or settled case again.

    With a reason it gets a fresh term from today, under its own pack. Without one a settlement is
    taken back, as a mistake just made: state and term are again what they were.
    """
    case = open_case(tx.db, complaint_id, "reopened")
    reason = one_line(reason)
    if not reason:
        if case.state not in cases.SETTLED:
            raise UserError("complaint.why", field="reason")
        return happen(tx, case, "reopened", {}, now)
    known = terms.clock_of(tx.db, case, now=now)
    due_on = deadlines.due_on(known.today, known.term, known.calendar)
    body = {"reason": reason, "from_on": known.today.isoformat(), "due_on": due_on.isoformat()}
    return happen(tx, case, "reopened", body, now)


def hand_over(
    tx: Tx, complaint_id: str, office: str, reason: str = "", *, now: datetime
) -> Complaint:
    """Hand a case to the office that has to answer; folio and term stay what they are."""
    case = open_case(tx.db, complaint_id, "handed_over")
    if not line(office):
        raise UserError("complaint.owner", field="office")
    place = offices.resolve(tx.db, office)
    body = {"office": place.id, "office_name": place.name, "reason": one_line(reason)}
    return happen(tx, case, "handed_over", body, now)


def note(tx: Tx, complaint_id: str, text: str, *, now: datetime) -> Complaint:
    """Add an internal note, at any time."""
    case = open_case(tx.db, complaint_id, "noted")
    return happen(tx, case, "noted", {"text": _text(text, "text")}, now)


def contacted(
    tx: Tx, complaint_id: str, text: str, *, channel: str = "phone", direction: str = "out",
    now: datetime,
) -> Complaint:  # fmt: skip
    """Log that the person was reached (`out`) or got in touch (`in`), and what was said."""
    case = open_case(tx.db, complaint_id, "contacted")
    if channel not in CHANNELS:
        raise UserError("complaint.channel", field="channel")
    if direction not in DIRECTIONS:
        raise UserError("complaint.direction", field="direction")
    body = {"text": _text(text, "text"), "channel": channel, "direction": direction}
    return happen(tx, case, "contacted", body, now)


def correct(
    tx: Tx, complaint_id: str, *, kind: str | None = None, office: str | None = None,
    article_id: str | None = None, name: str | None = None, phone: str | None = None,
    email: str | None = None, on_behalf: str | None = None, now: datetime,
) -> Complaint:  # fmt: skip
    """Correct what was suggested or left empty at the desk; what is None stays as it is.

    Another kind has its own term under the case's own pack; folio, text and day of receipt stay.
    """
    case = open_case(tx.db, complaint_id, "corrected")
    typed = {"name": name, "phone": phone, "email": email, "on_behalf": on_behalf}
    values: Body = {k: one_line(text) for k, text in typed.items() if text is not None}
    if article_id is not None:
        values["article_id"] = article_id
    if office is not None:
        place = offices.resolve(tx.db, office) if line(office) else None
        values.update(
            office_id=place.id if place else "", office_name=place.name if place else ""
        )  # fmt: skip
    if kind is not None:
        values.update(_other_kind(tx, case, kind, now))
    changed = {name: value for name, value in values.items() if getattr(case, name) != value}
    return happen(tx, case, "corrected", {"values": changed}, now) if changed else case


def restrict(tx: Tx, complaint_id: str, restricted: bool, *, now: datetime) -> Complaint:  # noqa: FBT001 - the operation's one value
    """Say whether only its owner office and managers may read a case."""
    if not restricted:
        require(tx, "complaint.unrestrict")
    case = open_case(tx.db, complaint_id, "restricted")
    return happen(tx, case, "restricted", {"restricted": restricted}, now)


def ask_remedy(tx: Tx, complaint_id: str, text: str, *, now: datetime) -> Complaint:
    """Note what the person asks for."""
    case = open_case(tx.db, complaint_id, "remedy_asked")
    return happen(tx, case, "remedy_asked", {"text": _remedy(text)}, now)


def offer_remedy(tx: Tx, complaint_id: str, text: str, *, now: datetime) -> Complaint:
    """Note what the office offers; whether it is accepted is open again."""
    case = open_case(tx.db, complaint_id, "remedy_offered")
    naming.check(tx.db, case, text, "text")
    return happen(tx, case, "remedy_offered", {"text": _remedy(text)}, now)


def accept_remedy(tx: Tx, complaint_id: str, accepted: bool, *, now: datetime) -> Complaint:  # noqa: FBT001 - the operation's one value
    """Note whether the person accepts what was offered. Raises UserError before an offer."""
    case = open_case(tx.db, complaint_id, "remedy_accepted")
    if not case.remedy_offered:
        raise UserError("complaint.no_offer", field="remedy")
    return happen(tx, case, "remedy_accepted", {"accepted": "yes" if accepted else "no"}, now)


def rate(
    tx: Tx, complaint_id: str, satisfaction: int, words: str = "", *, now: datetime
) -> Complaint:
    """Note how satisfied the person is with how a closed case was handled, 1 to 5."""
    case = open_case(tx.db, complaint_id, "rated")
    if satisfaction not in SATISFACTION:
        raise UserError("complaint.satisfaction", field="satisfaction")
    body: Body = {"satisfaction": satisfaction, "words": one_line(words)}
    return happen(tx, case, "rated", body, now)


def file_of(db: sqlite3.Connection, complaint_id: str) -> CaseFile:
    """Return everything about a case, by id or folio."""
    case = cases.get(db, complaint_id)
    steps = tuple(cases.course(db, case.id).steps)
    return CaseFile(case, steps, attachments.of(db, NOUN, case.id))


def _other_kind(tx: Tx, case: Complaint, kind: str, now: datetime) -> Body:
    known = terms.clock_of(tx.db, case, now=now, kind=kind)
    code = terms.kind_of(known.pack, kind).code
    if code == case.kind:
        return {}
    if case.extended_until or case.suspended_on:
        return {"kind": code}
    return {"kind": code, "due_on": terms.due_day(known).isoformat()}


def _text(text: str, field: str) -> str:
    text = clean(text[: 2 * MAX_TEXT_CHARS]).strip()
    if not text:
        raise UserError("complaint.blank", field=field)
    if len(text) > MAX_TEXT_CHARS:
        raise UserError("complaint.long", field=field, most=MAX_TEXT_CHARS)
    return text


def _remedy(text: str) -> str:
    remedy = one_line(text)
    if not remedy:
        raise UserError("complaint.blank", field="remedy")
    return remedy
