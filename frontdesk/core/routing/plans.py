"""The decision: where a need leads, whether each door is open on arrival, and what is missing.

Pure: what it is given and nothing else. The first stop must let people in at the very instant; a
later one on the same day, since one waits for a counter that opens at ten, but not until tomorrow.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from frontdesk.base.clock import day
from frontdesk.base.errors import UserError
from frontdesk.base.text import fold
from frontdesk.core.knowledge.steps import total
from frontdesk.core.offices import Office
from frontdesk.core.opening import State, next_opening, state
from frontdesk.core.routing.needs import Need, Place, Stop

MAX_TRIES = 14  # openings tried for one that suits the whole way
BY_TIME = ("route.closed", "route.cutoff")
FINAL = ("route.nowhere", "route.retired", "route.unknown_office", "route.loop")


@dataclass(frozen=True, slots=True)
class Line:
    """One stop of the way. `state` is that on arrival, None where there is no such office.

    `reason` is what stands against it: hours, holiday, closure, exception, cutoff, unknown or
    unreadable (hours), retired, unknown_office, loop; empty where the door is open.
    `refusal` is its code where that stops the slip. `missing` are the papers that are missing here;
    of the first stop, also those of the whole need. `chosen` says why it is this one of several
    offices: branch (the one of this branch), open, soonest (the first to open); else empty.
    """

    office: Office | None
    text: str
    minutes: int | None
    arrives_at: datetime
    state: State | None
    reason: str
    refusal: str
    missing: tuple[str, ...]
    papers: tuple[str, ...] = ()
    cost: str = ""
    chosen: str = ""

    @property
    def is_open(self) -> bool | None:
        """Whether the office lets people in on arrival; None where that is not known."""
        if self.state and self.state.kind == "unknown":
            return None
        return bool(self.state and self.state.admits)


@dataclass(frozen=True, slots=True)
class Plan:
    """The way at an instant. `next_at`: the first instant at which time is no obstacle any more,
    None where it is none now, or where no such instant is in sight.
    """

    need: Need
    at: datetime
    lines: tuple[Line, ...]
    missing: tuple[str, ...]
    papers: tuple[str, ...]
    refusals: tuple[str, ...]
    next_at: datetime | None

    @property
    def can_issue(self) -> bool:
        """Whether a slip may be given without a reason."""
        return not self.refusals

    @property
    def can_override(self) -> bool:
        """Whether a slip may be given with a reason: never to an office that is not there."""
        return not set(self.refusals) & set(FINAL)

    @property
    def resolve_at_desk(self) -> str:
        """What the desk may settle itself, up to what amount, whom to ring."""
        return self.need.article.authority if self.need.article else ""

    @property
    def minutes(self) -> int | None:
        """How long it takes in all; None where no step says."""
        known = [line.minutes for line in self.lines if line.minutes is not None]
        return sum(known) if known else None

    @property
    def cost(self) -> str:
        """What it costs in all, decimal text: the article's cost, else what its stops cost."""
        article = self.need.article
        return (article.cost if article else "") or total(line.cost for line in self.lines)

    @property
    def currency(self) -> str:
        """The currency of every cost."""
        return self.need.article.currency if self.need.article else ""


def decide(need: Need, *, at: datetime, papers: Collection[str] = ()) -> Plan:
    """Return the way that a need takes from the aware instant `at` with the papers at hand.

    `papers` are texts of requirements; see `papers_named` for what a person typed.
    """
    missing = tuple(text for text in need.requirements if text not in papers)
    lines = _walk(need, at, missing)
    refusals = [line.refusal for line in lines if line.refusal]
    if not lines:
        refusals.append("route.nowhere")
    if not _in_force(need, at):
        refusals.append("route.not_valid")
    if missing:
        refusals.append("route.papers")
    at_hand = tuple(text for text in need.requirements if text in papers)
    return Plan(
        need, at, lines, missing, at_hand, tuple(dict.fromkeys(refusals)), _next_time(need, lines)
    )


def gate(plan: Plan, reason: str, *, can_fetch: bool) -> None:
    """Raise UserError with the first refusal of a plan, unless a reason may open the gate.

    `can_fetch`: the visitor comes later and can bring the missing papers by then.
    """
    refusals = [code for code in plan.refusals if not (can_fetch and code == "route.papers")]
    if not refusals or (reason and plan.can_override):
        return
    first = next((x for x in plan.lines if x.refusal == refusals[0]), None)
    office = first.office.name if first and first.office else ""
    raise UserError(
        refusals[0], field="reason", office=office,
        missing="; ".join(plan.missing), opens=_opening(first.state if first else None),
    )  # fmt: skip


def papers_named(need: Need, text: str) -> frozenset[str]:
    """Return the requirements that a list with commas names: by number from 1, or by their words.

    Words that fit no requirement, or several, tick none.
    """
    folded = {requirement: fold(requirement) for requirement in need.requirements}
    found: set[str] = set()
    for named in (fold(part.strip()) for part in text.split(",")):
        if named.isdecimal() and 0 < int(named) <= len(need.requirements):
            found.add(need.requirements[int(named) - 1])
            continue
        same = [requirement for requirement, words in folded.items() if words == named]
        like = same or [r for r, words in folded.items() if named and named in words]
        found.update(like if len(like) == 1 else ())
    return frozenset(found)


def _walk(need: Need, at: datetime, missing: tuple[str, ...]) -> tuple[Line, ...]:
    lines: list[Line] = []
    arrives_at = at
    own = need.article.requirements if need.article else ()
    for stop in need.stops:
        asked = dict.fromkeys(stop.papers if lines else (*own, *stop.papers))
        lacking = tuple(paper for paper in asked if paper in missing)
        line = _line(stop, arrives_at, lacking, is_first=not lines)
        lines.append(line)
        starts_at = arrives_at
        if line.state and not line.state.admits and line.state.opens_at and not line.refusal:
            starts_at = line.state.opens_at
        arrives_at = starts_at + timedelta(minutes=stop.minutes or 0)
    return tuple(lines)


def _line(stop: Stop, at: datetime, missing: tuple[str, ...], *, is_first: bool) -> Line:
    office, now, chosen, reason, refusal = stop.office, None, "", "", ""
    if stop.places:
        place, now, chosen = _best(stop.places, at)
        office = place.office
        reason, refusal = _obstacle(now, at, is_first=is_first)
    if stop.fault:
        reason, refusal = stop.fault, f"route.{stop.fault}"
    return Line(office, stop.text, stop.minutes, at, now, reason, refusal, missing, stop.papers,
                stop.cost, chosen)  # fmt: skip


def _best(places: tuple[Place, ...], at: datetime) -> tuple[Place, State, str]:
    """Return the place to go to, its state then, and why it is this one: see `Line.chosen`.

    Nobody crosses the town to another branch for what their own does on the same day.
    """
    near = tuple(place for place in places if place.is_here)
    if near and len(near) < len(places):
        place, now = _soonest(near, at)
        if now.admits or (now.opens_at and _same_day(now.opens_at, at)):
            return place, now, "branch"
    place, now = _soonest(places, at)
    if len(places) == 1 or not (now.admits or now.opens_at):
        return place, now, ""
    return place, now, "open" if now.admits else "soonest"


def _soonest(places: tuple[Place, ...], at: datetime) -> tuple[Place, State]:
    """Return the first place that lets people in, else the one that does so soonest."""
    found = []
    for place in places:
        now = state(place.timetable, at)
        if now.admits:
            return place, now
        found.append((place, now))
    return min(found, key=lambda pair: (pair[1].opens_at is None, pair[1].opens_at or at))


def _obstacle(now: State, at: datetime, *, is_first: bool) -> tuple[str, str]:
    if now.admits:
        return "", ""
    if now.kind == "unknown":
        return now.reason, "route.unknown_hours"
    waits = not is_first and now.opens_at and _same_day(now.opens_at, at)
    if now.kind == "open":
        return "cutoff", "" if waits else "route.cutoff"
    return now.reason, "" if waits else "route.closed"


def _next_time(need: Need, lines: tuple[Line, ...]) -> datetime | None:
    """Return the first instant from which no door is closed, among the openings of the first."""
    start: datetime | None = None
    for _ in range(MAX_TRIES):
        blocked = next((n for n, line in enumerate(lines) if line.refusal in BY_TIME), None)
        if blocked is None:
            return start
        now = lines[blocked].state
        if now is None or now.opens_at is None:
            return None
        start = now.opens_at if blocked == 0 else _first_on(need.stops[0], now.opens_at)
        if start is None:
            return None
        lines = _walk(need, start, ())
    return None


def _first_on(stop: Stop, later: datetime) -> datetime | None:
    """Return when the first stop lets people in on the day of `later` or after."""
    midnight = datetime.combine(later.date(), time(), later.tzinfo)
    starts = []
    for place in stop.places:
        now = state(place.timetable, midnight)
        starts.append(midnight if now.admits else next_opening(place.timetable, midnight))
    return min((start for start in starts if start), default=None)


def _opening(state: State | None) -> str:
    return f"{state.opens_at:%Y-%m-%d %H:%M}" if state and state.opens_at else "–"


def _in_force(need: Need, at: datetime) -> bool:
    if need.article is None:
        return True
    today = day(at, need.zone).isoformat()
    first, last = need.article.valid_from, need.article.valid_to
    return need.article.state == "published" and first <= today and (not last or today <= last)


def _same_day(later: datetime, at: datetime) -> bool:
    return later.date() == at.astimezone(later.tzinfo).date()
