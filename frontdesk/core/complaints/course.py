"""The course of a case after ISO 10002: which step may follow which, and what each leaves behind.

Pure: a case is a function of its events in the order that every site agrees on. A step that its
state does not allow (two branches without a network may both have closed a case) stays in the
history without effect, the same everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from frontdesk.core.deadlines import Span
from frontdesk.store.events import Body, Event

UNANSWERED = ("received", "acknowledged", "assessed", "investigated", "reopened")
OPEN = (*UNANSWERED, "answered")
SETTLED = ("closed", "annulled")
STATES = (*OPEN, *SETTLED)
LEVELS = ("low", "medium", "high")  # of severity, complexity and impact
NOUN = "complaint"


def _all_to(state: str, *states: str) -> dict[str, str]:
    return dict.fromkeys(states, state)


def _stay(*states: str) -> dict[str, str]:
    return {state: state for state in states}


# Step -> state before -> state after. What is not here is not allowed.
MOVES: Mapping[str, Mapping[str, str]] = {
    "acknowledged": {"received": "acknowledged", **_stay("assessed", "investigated", "reopened")},
    "assessed": {
        **_all_to("assessed", "received", "acknowledged", "assessed", "reopened"),
        **_stay("investigated"),
    },
    "investigated": _all_to("investigated", *UNANSWERED),
    "answered": _all_to("answered", *OPEN),
    "closed": _all_to("closed", *OPEN),
    "annulled": _all_to("annulled", *OPEN),
    "reopened": _all_to("reopened", "answered", *SETTLED),
    "handed_over": _stay(*OPEN),
    "corrected": _stay(*OPEN),
    "filled_in": _stay(*OPEN),
    "restricted": _stay(*STATES),
    "remedy_asked": _stay(*OPEN),
    "remedy_offered": _stay(*OPEN),
    "remedy_accepted": _stay(*OPEN, "closed"),
    "extended": _stay(*UNANSWERED),
    "suspended": _stay(*UNANSWERED),
    "resumed": _stay(*UNANSWERED),
    "noted": _stay(*STATES),
    "contacted": _stay(*STATES),
    "attached": _stay(*STATES),
    "detached": _stay(*STATES),
    "rated": _stay("closed"),
    "joined": _stay(*STATES),
    "parted": _stay(*STATES),
    "guidance_shown": _stay(*STATES),
}

# What may be corrected after filing; a folio, a text as it was said and a day of receipt may not.
CORRECTABLE = frozenset(
    ("kind", "name", "phone", "email", "on_behalf", "anonymous", "office_id", "office_name",
     "article_id", "due_on")
)  # fmt: skip

_SETTLING = ("state", "answer", "settled_at", "suspended_on")

Values = dict[str, Any]  # column of the case's row -> value


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a case's history. `counted` is false where its state did not allow it."""

    kind: str
    at: str
    body: Body
    counted: bool


@dataclass(slots=True)
class Course:
    """What the events of a case come to. `values` is empty until it is known how it was filed."""

    values: Values = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    papers: list[tuple[str, str, int, str]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    unsettled: Values = field(default_factory=dict)  # how it stood before it was settled


def follow(events: Iterable[Event]) -> Course:
    """Return the course of one case from its events, which come in their order."""
    course = Course()
    for event in events:
        noun, _, kind = event.kind.partition(".")
        if noun == NOUN and event.body is not None:
            counted = _take(course, kind, event.at, event.body)
            course.steps.append(Step(kind, event.at, event.body, counted))
    return course


def _take(course: Course, kind: str, at: str, body: Body) -> bool:
    values = course.values
    if kind == "filed" and not values:
        values.update(_filed(at, body))
        return True
    after = MOVES.get(kind, {}).get(values.get("state", ""))
    if after is None:
        return False
    if kind in SETTLED:
        course.unsettled = {name: values.get(name, "") for name in _SETTLING}
    if kind == "reopened" and "from_on" not in body:
        values.update(course.unsettled, changed_at=at)
        return bool(course.unsettled)
    if kind in _BEYOND:
        _BEYOND[kind](course, body)
    if kind == "attached":
        course.papers.append((body["name"], body["sha256"], body["bytes"], at))
    if kind == "detached":
        course.papers = [paper for paper in course.papers if paper[1] != body["sha256"]]
    values.update(_LEAVES[kind](at, body) if kind in _LEAVES else {})
    values.update(state=after, changed_at=at)
    return True


def _filed(at: str, body: Body) -> Values:
    same = (
        "folio", "series", "number", "desk", "kind", "text", "name", "phone", "email",
        "office_name", "received_at", "due_on", "pack", "origin",
    )  # fmt: skip
    later = ("on_behalf", "remedy_asked", "acknowledge_by", "severity")
    return {
        **{name: body[name] for name in same},
        **{name: body.get(name, "") for name in later},
        "office_id": body["office"], "article_id": body["article"], "contact_id": body["contact"],
        "owner_id": body["office"], "owner_name": body["office_name"],
        "anonymous": int(body.get("anonymous", False)),
        "restricted": int(body.get("restricted", False)),
        "term_from": body.get("received_on", body["received_at"][:10]),
        "filed_at": at, "changed_at": at, "state": "received", "answer": "", "settled_at": "",
    }  # fmt: skip


def _extend(course: Course, body: Body) -> None:
    course.values.update(extended_until=body["until"], due_on=body["until"])


def _suspend(course: Course, body: Body) -> None:
    course.values["suspended_on"] = body["from_on"]


def _resume(course: Course, body: Body) -> None:
    started = course.values.get("suspended_on", "")
    if not started:
        return
    last = date.fromisoformat(body["on"]) - timedelta(days=1)
    if last >= date.fromisoformat(started):
        course.spans.append((date.fromisoformat(started), last))
    course.values.update(suspended_on="", due_on=body["due_on"])
    if course.values.get("extended_until"):
        course.values["extended_until"] = body["due_on"]


def _reopen(course: Course, body: Body) -> None:
    """Begin a fresh term: the one before was kept or missed, and stays in the history."""
    course.spans.clear()
    course.values.update(
        term_from=body["from_on"], due_on=body["due_on"], extended_until="", suspended_on="",
        answer="", answered_at="", settled_at="", reopened=course.values.get("reopened", 0) + 1,
    )  # fmt: skip


def _fill_in(course: Course, body: Body) -> None:
    """Take the fields told into those there are; an emptied one goes."""
    told = {**json.loads(course.values.get("fields", "{}")), **body["fields"]}
    kept = {code: text for code, text in sorted(told.items()) if text}
    course.values["fields"] = json.dumps(kept, ensure_ascii=False)


# Steps that rest on what was before them.
_BEYOND: Mapping[str, Callable[[Course, Body], None]] = {
    "extended": _extend,
    "suspended": _suspend,
    "resumed": _resume,
    "reopened": _reopen,
    "filled_in": _fill_in,
}


def _assessed(at: str, body: Body) -> Values:
    named = ("severity", "complexity", "impact", "immediate")
    return {
        **{name: body[name] for name in named}, "safety": int(body["safety"]), "assessed_at": at
    }  # fmt: skip


def _corrected(_at: str, body: Body) -> Values:
    return {name: value for name, value in body["values"].items() if name in CORRECTABLE}


_LEAVES: Mapping[str, Callable[[str, Body], Values]] = {
    "acknowledged": lambda at, _: {"acknowledged_at": at},
    "assessed": _assessed,
    "investigated": lambda at, _: {"investigated_at": at},
    "answered": lambda at, body: {"answered_at": at, "answer": body["answer"], "suspended_on": ""},
    "closed": lambda at, body: {"settled_at": at, "answer": body["answer"], "suspended_on": ""},
    "annulled": lambda at, body: {"settled_at": at, "answer": body["reason"], "suspended_on": ""},
    "handed_over": lambda _, body: {"owner_id": body["office"], "owner_name": body["office_name"]},
    "corrected": _corrected,
    "restricted": lambda _, body: {"restricted": int(body["restricted"])},
    "remedy_asked": lambda _, body: {"remedy_asked": body["text"]},
    "remedy_offered": lambda _, body: {"remedy_offered": body["text"], "remedy_accepted": ""},
    "remedy_accepted": lambda _, body: {"remedy_accepted": body["accepted"]},
    "rated": lambda _, body: {"satisfaction": body["satisfaction"]},
    "joined": lambda _, body: {"cause_id": body["cause"]},
    "parted": lambda _at, _body: {"cause_id": ""},
    "guidance_shown": lambda at, _: {"guidance_at": at},
}
