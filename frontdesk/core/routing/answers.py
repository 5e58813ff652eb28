"""A plan as plain values, for the command line and whoever reads its JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from frontdesk.core.offices import Office
from frontdesk.core.routing.plans import Line, Plan


def as_json(plan: Plan) -> dict[str, Any]:
    """Return the plan; instants are ISO text with the offset of the office's zone.

    `open` is true, false, or null where the hours are not known.
    """
    article = plan.need.article
    return {
        "article": article and {"id": article.id, "code": article.code, "title": article.title},
        "steps": [_step(line) for line in plan.lines],
        "can_issue": plan.can_issue,
        "reasons": list(plan.refusals),
        "missing": list(plan.missing),
        "next_at": _iso(plan.next_at),
        "minutes": plan.minutes,
        "cost": plan.cost,
        "currency": plan.currency,
        "term": article.term if article else "",
        "resolve_at_desk": plan.resolve_at_desk,
    }


def _step(line: Line) -> dict[str, Any]:
    now = line.state
    return {
        "office": _office(line.office),
        "text": line.text,
        "minutes": line.minutes,
        "cost": line.cost,
        "open": line.is_open,
        "until": _iso(now.until if now else None),
        "opens_at": _iso(now.opens_at if now else None),
        "last_admission": _iso(now.last_admission if now else None),
        "papers": list(line.papers),
        "missing": list(line.missing),
        "reason": line.reason,
        "chosen": line.chosen,
    }


def _office(office: Office | None) -> dict[str, str] | None:
    if office is None:
        return None
    return {name: getattr(office, name) for name in ("id", "code", "name", "floor", "room")}


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
