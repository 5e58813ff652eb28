"""By when a case is to be answered, under the pack of its day; putting off and stopping the clock.

Each due day is worked out where it is decided and travels in the event: a calendar that is edited
later, another clock or another time zone changes no due day that was given to a person.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from frontdesk.base.clock import day
from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core import deadlines, offices, rules
from frontdesk.core.complaints import cases
from frontdesk.core.complaints.cases import Complaint
from frontdesk.core.complaints.steps import happen, open_case
from frontdesk.core.deadlines import Calendar, Span, Term
from frontdesk.core.roles import require
from frontdesk.core.sites import Here, here
from frontdesk.store.events import Body
from frontdesk.store.store import Tx

MAX_REASON_CHARS = 500


@dataclass(frozen=True, slots=True)
class Clock:
    """What a case's days are counted with."""

    today: date
    term_from: date
    pack: rules.Pack
    term: Term
    calendar: Calendar
    spans: tuple[Span, ...]


def judged(tx: Tx, desk: Here, kind: str, received_at: datetime) -> Body:
    """Return what a new case's pack says of it: kind, pack, due day, day of the acknowledgement."""
    received_on = day(received_at, desk.zone)
    pack = rules.in_use(tx.db, desk.country, desk.region, name=desk.rules, on=received_on)
    chosen = kind_of(pack, kind)
    counted = _calendar(tx.db, desk, received_on)
    return {
        "kind": chosen.code,
        "pack": pack.identity,
        "received_on": received_on.isoformat(),
        "due_on": deadlines.due_on(received_on, chosen.term, counted).isoformat(),
        "acknowledge_by": deadlines.due_on(received_on, pack.acknowledgement, counted).isoformat(),
    }


def kind_of(pack: rules.Pack, kind: str) -> rules.Kind:
    """Return the pack's kind; one that its law does not know follows the generic pack."""
    try:
        return pack.kind(kind)
    except UserError as unknown:
        try:
            return rules.choose("", "").kind(kind)
        except UserError:
            raise unknown from None


def clock_of(db: sqlite3.Connection, case: Complaint, *, now: datetime, kind: str = "") -> Clock:
    """Return how a case's days are counted; `kind` asks for another kind than the case's own."""
    desk, term_from = here(db), date.fromisoformat(case.term_from)
    pack = rules.of_case(db, case.pack)
    return Clock(
        today=day(now, desk.zone),
        term_from=term_from,
        pack=pack,
        term=kind_of(pack, kind or case.kind).term,
        calendar=_calendar(db, desk, term_from),
        spans=tuple(cases.course(db, case.id).spans),
    )


def extend(tx: Tx, complaint_id: str, until: date, reason: str, *, now: datetime) -> Complaint:
    """Put the answer off to a day and note that the person is told so now, with the reason.

    Raises UserError where the case's pack allows no extension, or not this one.
    """
    require(tx, "complaint.term")
    case = open_case(tx.db, complaint_id, "extended")
    reason = _reason(reason)
    if case.suspended_on:
        raise UserError("complaint.stands_still", field="until")
    known = clock_of(tx.db, case, now=now)
    until = deadlines.extended_on(
        known.term_from, known.term, known.pack.extension, known.calendar,
        until=until, told_on=known.today, suspensions=known.spans,
    )  # fmt: skip
    if until.isoformat() <= case.due_on:
        raise UserError("rules.extension_backwards", field="until", due=case.due_on)
    return happen(tx, case, "extended", {"until": until.isoformat(), "reason": reason}, now)


def suspend(tx: Tx, complaint_id: str, reason: str, *, now: datetime) -> Complaint:
    """Stop a case's clock from today on. Raises UserError where its pack does not allow it."""
    require(tx, "complaint.term")
    case = open_case(tx.db, complaint_id, "suspended")
    reason = _reason(reason)
    known = clock_of(tx.db, case, now=now)
    if known.pack.suspension is None:
        raise UserError("complaint.not_suspendable")
    if case.suspended_on:
        raise UserError("complaint.stands_still")
    if known.today.isoformat() > case.due_on:
        raise UserError("complaint.overdue", due=case.due_on)
    return happen(
        tx, case, "suspended", {"from_on": known.today.isoformat(), "reason": reason}, now
    )


def resume(tx: Tx, complaint_id: str, reason: str, *, now: datetime) -> Complaint:
    """Let a case's clock run on; the days on which it stood still do not count."""
    require(tx, "complaint.term")
    case = open_case(tx.db, complaint_id, "resumed")
    if not case.suspended_on:
        raise UserError("complaint.not_suspended")
    known = clock_of(tx.db, case, now=now)
    stood = (date.fromisoformat(case.suspended_on), known.today - timedelta(days=1))
    body = {
        "on": known.today.isoformat(),
        "due_on": _after_standing(case, known, stood).isoformat(),
        "reason": _reason(reason),
    }
    return happen(tx, case, "resumed", body, now)


def due_day(known: Clock) -> date:
    """Return the day on which the term ends."""
    return deadlines.due_on(known.term_from, known.term, known.calendar, known.spans)


def _after_standing(case: Complaint, known: Clock, stood: Span) -> date:
    spans = (*known.spans, stood)
    if not case.extended_until:
        return deadlines.due_on(known.term_from, known.term, known.calendar, spans)
    until, days = date.fromisoformat(case.extended_until), (stood[1] - stood[0]).days + 1
    working = known.term.unit == "working_days"
    if working:
        each = (stood[0] + timedelta(days=ahead) for ahead in range(days))
        days = sum(map(known.calendar.is_working_day, each))
    unit: deadlines.Unit = "working_days" if working else "calendar_days"
    missed = Term(days, unit, starts_next_day=True)
    return deadlines.due_on(until, missed, known.calendar) if days else until


def _calendar(db: sqlite3.Connection, desk: Here, from_on: date) -> Calendar:
    return deadlines.calendar(
        desk.country, desk.region, tuple(offices.closed_days(db, from_on))
    )  # fmt: skip


def _reason(text: str) -> str:
    reason = line(text)[:MAX_REASON_CHARS]
    if not reason:
        raise UserError("complaint.why", field="reason")
    return reason
