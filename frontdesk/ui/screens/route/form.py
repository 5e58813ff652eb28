"""What F3 asks of core, and what Enter does with the answer: the rules of the form, without Qt."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from frontdesk.base.errors import UserError
from frontdesk.core import contacts, queue, routing
from frontdesk.core.routing import Need, Plan, Slip
from frontdesk.core.routing.plans import gate
from frontdesk.core.routing.slips import TIME_TO_FETCH

Deed = Literal["slip", "later", "papers", "reason", "nothing"]


@dataclass(frozen=True, slots=True)
class Offer:
    """What Enter does: give a slip for now, for `at`, hand over the list of missing papers, ask for
    a reason, or nothing. `against` is what stands in the way.
    """

    deed: Deed
    at: datetime | None = None
    against: UserError | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """A slip with the way that stands on its paper."""

    slip: Slip
    plan: Plan


def look_up(db: Any, article_id: str, office_id: str, words: str, *, now: datetime) -> Plan:
    """Return the way from the article or office on the desk, else from the words in the box."""
    if article_id:
        need = routing.need(db, article_id, at=now)
    elif office_id:
        need = routing.office_need(db, office_id, at=now)
    elif words:
        need = routing.find(db, words, at=now)
    else:
        raise UserError("route.nothing_asked")
    return routing.decide(need, at=now)


def offer(plan: Plan) -> Offer:
    """Return what Enter does with a plan: what needs no reason goes first."""
    if plan.can_issue:
        return Offer("slip")
    against = refusal(plan)
    if not plan.can_override:
        return Offer("nothing", against=against)
    if set(plan.refusals) == {"route.papers"}:
        return Offer("papers", against=against)
    if plan.next_at and _is_open_to(plan.need, plan.next_at, plan):
        return Offer("later", plan.next_at, against)
    return Offer("papers" if plan.missing else "reason", against=against)


def refusal(plan: Plan, *, can_fetch: bool = False) -> UserError | None:
    """Return what the gate has against a slip without a reason."""
    try:
        gate(plan, "", can_fetch=can_fetch)
    except UserError as error:
        return error
    return None


def issue(tx: Any, need: Need, *, now: datetime, **how: Any) -> Issued:
    """Issue the slip of a need; `how` is what `queue.send` takes."""
    office = need.stops[0].places[0].office.id if need.article is None else ""
    article = need.article.id if need.article else ""
    slip = queue.send(tx, article, office, now=now, **how)
    return Issued(slip, routing.plan_of(tx.db, slip))


def papers_handed(tx: Any, need: Need, *, now: datetime) -> None:
    """Note that the visitor left with the list of what to bring: that was the answer."""
    if need.article:
        contacts.note(
            tx, "answered", ref=need.article.id, label=need.article.title, outcome="answered",
            now=now,
        )  # fmt: skip


def next_visitor(tx: Any, *, now: datetime) -> None:
    """Close the visit with what came of it."""
    contacts.close(tx, now=now)


def _is_open_to(need: Need, at: datetime, plan: Plan) -> bool:
    papers: Collection[str] = plan.papers
    later = routing.decide(need, at=at, papers=papers)
    return refusal(later, can_fetch=at >= plan.at + TIME_TO_FETCH) is None
