"""What can be done with a case: its key, what it asks, and the operation of core; without Qt.

A key keeps its meaning whatever the case; what the state of a case does not allow is not offered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core.complaints import Complaint, legal, life, terms
from frontdesk.core.complaints.course import LEVELS, MOVES, SETTLED
from frontdesk.core.when import understand


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a step asks. `kind` is text, line, choice, flag, day or office; an `offered`
    choice begins with '' where it may be left out.
    """

    name: str
    kind: str = "line"
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do with a case. `step` is the move of the course that it makes."""

    code: str
    step: str
    operation: Callable[..., Any]
    entries: tuple[Entry, ...] = ()
    key: str = ""


REASON = Entry("reason")
DEEDS = (
    Deed("acknowledge", "acknowledged", life.acknowledge, key="1"),
    Deed(
        "assess", "assessed", life.assess,
        (Entry("severity", "choice", LEVELS), Entry("complexity", "choice", ("", *LEVELS)),
         Entry("impact", "choice", ("", *LEVELS)), Entry("safety", "flag"), Entry("immediate")),
        "2",
    ),
    Deed("investigate", "investigated", life.investigate, (Entry("finding", "text"),), "3"),
    Deed("answer", "answered", life.answer, (Entry("text", "text"), Entry("how")), "4"),
    Deed("close", "closed", life.close, (Entry("answer", "text"),), "5"),
    Deed("hand_over", "handed_over", life.hand_over, (Entry("office", "office"), REASON), "6"),
    Deed("note", "noted", life.note, (Entry("text", "text"),), "7"),
    Deed(
        "contact", "contacted", life.contacted,
        (Entry("text", "text"), Entry("channel", "choice", ("phone", *sorted(
            set(life.CHANNELS) - {"phone"}))), Entry("direction", "choice", ("out", "in"))),
        "8",
    ),
    Deed("extend", "extended", terms.extend, (Entry("until", "day"), REASON)),
    Deed("suspend", "suspended", terms.suspend, (REASON,)),
    Deed("resume", "resumed", terms.resume, (REASON,)),
    Deed("ask_remedy", "remedy_asked", life.ask_remedy, (Entry("text"),)),
    Deed("offer_remedy", "remedy_offered", life.offer_remedy, (Entry("text"),)),
    Deed(
        "accept_remedy", "remedy_accepted", life.accept_remedy,
        (Entry("accepted", "choice", ("yes", "no")),),
    ),
    Deed(
        "rate", "rated", life.rate,
        (Entry("satisfaction", "choice", ("5", "4", "3", "2", "1")), Entry("words")),
    ),
    Deed(
        "correct", "corrected", life.correct,
        (Entry("kind", "choice"), Entry("office", "office"), Entry("name"), Entry("phone"),
         Entry("email"), Entry("on_behalf")),
    ),
    Deed("fill_in", "filled_in", legal.fill_in),
    Deed("restrict", "restricted", life.restrict),
    Deed("unrestrict", "restricted", life.restrict),
    Deed("reopen", "reopened", life.reopen, (REASON,)),
    Deed("annul", "annulled", life.annul, (REASON,)),
)  # fmt: skip
BY_CODE = {deed.code: deed for deed in DEEDS}
KEYS = {**{deed.key: deed.code for deed in DEEDS if deed.key}, "9": "cause", "0": "more"}


def allowed(case: Complaint) -> tuple[Deed, ...]:
    """Return what the state of a case allows, in the order of the table."""
    return tuple(deed for deed in DEEDS if case.state in MOVES[deed.step] and _fits(deed, case))


def on_enter(case: Complaint) -> Deed:
    """Return what comes next for a case: its answer, then how satisfied the person is."""
    if case.state not in SETTLED:
        return BY_CODE["close"]
    return BY_CODE["rate" if case.state == "closed" else "reopen"]


def stands(case: Complaint, deed: Deed) -> dict[str, Any]:
    """Return what stands in the fields of a step before anything is typed."""
    if deed.code == "close":
        return {"answer": case.answer}
    if deed.code == "assess":
        named = ("severity", "complexity", "impact", "immediate")
        return {name: getattr(case, name) for name in named} | {"safety": bool(case.safety)}
    if deed.code == "correct":
        person = ("kind", "name", "phone", "email", "on_behalf")
        return {name: getattr(case, name) for name in person} | {"office": case.office_id}
    return {}


def do(
    tx: Any, case_id: str, code: str, values: Mapping[str, Any], *, zone: str, now: datetime
) -> Complaint:
    """Take a step with what was typed. Raises UserError with the field that has to be mended."""
    deed = BY_CODE[code]
    if code == "fill_in":
        return legal.fill_in(tx, case_id, values, now=now)
    if code in ("restrict", "unrestrict"):
        return life.restrict(tx, case_id, code == "restrict", now=now)
    meant = {entry.name: _meant(entry, values, zone, now) for entry in deed.entries}
    done: Complaint = deed.operation(tx, case_id, now=now, **meant)
    return done


def _meant(entry: Entry, values: Mapping[str, Any], zone: str, now: datetime) -> Any:
    value = values.get(entry.name, "")
    if entry.kind == "day":
        return _day(entry.name, str(value), zone, now)
    if entry.name == "accepted":
        return value == "yes"
    return int(value or 0) if entry.name == "satisfaction" else value


def _day(name: str, text: str, zone: str, now: datetime) -> date:
    moment = understand(text, now, zone)
    if moment is None:
        raise UserError("promise.unread" if text.strip() else "promise.when", field=name)
    return clock.day(moment.at, zone)


def _fits(deed: Deed, case: Complaint) -> bool:
    """Tell whether a step that its state allows means anything for a case as it stands."""
    stands_still = bool(case.suspended_on)
    return {
        "acknowledge": not case.acknowledged_at, "extend": not stands_still,
        "suspend": not stands_still, "resume": stands_still,
        "accept_remedy": bool(case.remedy_offered), "restrict": not case.restricted,
        "unrestrict": bool(case.restricted),
    }.get(deed.code, True)  # fmt: skip
