"""Knowledge as HSDS 3.1: one organization, the site, with its services and locations in full."""

from __future__ import annotations

import json
import re
import sqlite3
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from frontdesk.core import offices as places
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.sites import here
from frontdesk.exchange.writing import whole

KINDS = ("service", "procedure", "product")
_RULE = re.compile(r"(?P<days>(?:[A-Z][a-z](?:-[A-Z][a-z])?,?)+) (?P<times>[\d:,-]+)")
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def write(file: Path, db: sqlite3.Connection) -> int:
    """Write all services and offices as one JSON object; return how many services."""
    organization = _organization(db)
    with whole(file) as part:
        part.write_text(json.dumps(organization, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(organization["services"])


def _organization(db: sqlite3.Connection) -> dict[str, Any]:
    site = here(db)
    offices = {office.id: office for office in places.every(db)}
    locations = {office.id: _location(office) for office in offices.values()}
    found = [
        a for a in articles.every(db) if a.kind in KINDS and a.state in ("published", "retired")
    ]
    return {
        "id": _id("organization", site.site), "name": site.name, "description": site.name,
        "services": [_service(db, article, locations) for article in found],
        "locations": list(locations.values()),
    }  # fmt: skip


def _service(
    db: sqlite3.Connection, article: Article, locations: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    serving = [office.id for office in places.serving(db, article.id)]
    cost = article.cost or article.cost_note
    return {
        "id": article.id, "name": article.title, "description": article.body or article.say,
        "alternate_name": article.keywords, "url": article.source,
        "status": "inactive" if article.state == "retired" else "active",
        "wait_time": article.term, "eligibility_description": article.who,
        "cost_options": [_cost(article)] if cost else [],
        "required_documents": [
            {"id": _id("document", article.id, str(n)), "document": text}
            for n, text in enumerate(article.requirements)
        ],
        "service_at_locations": [
            {"id": _id("serving", article.id, office), "location": locations[office]}
            for office in serving
        ],
    }  # fmt: skip


def _cost(article: Article) -> dict[str, Any]:
    amount = float(article.cost) if article.cost else None
    return {
        "id": _id("cost", article.id), "option": article.cost_note, "currency": article.currency,
        "amount": int(amount) if amount is not None and amount.is_integer() else amount,
    }  # fmt: skip


def _location(office: Office) -> dict[str, Any]:
    location: dict[str, Any] = {
        "id": office.id, "location_type": "physical", "name": office.name,
        "alternate_name": office.keywords, "transportation": office.directions, "addresses": [],
    }  # fmt: skip
    if office.phone:
        location["phones"] = [{"id": _id("phone", office.id), "number": office.phone}]
    if office.hours:
        location["schedules"] = [
            {"id": _id("schedule", office.id, str(n)), **schedule}
            for n, schedule in enumerate(_schedules(office.hours))
        ]
    return location


def weekly(hours: str) -> list[tuple[str, str]] | None:
    """Return (days, times) of each rule of hours; None where these say more than a week can."""
    rules = [_RULE.fullmatch(rule.strip()) for rule in hours.split(";")] if hours else []
    return [(rule["days"], rule["times"]) for rule in rules if rule] if all(rules) else None


def _schedules(hours: str) -> Iterator[dict[str, Any]]:
    """Yield one weekly rule for each range; hours that no week can say go out as they are."""
    rules = weekly(hours)
    if rules is None:
        yield {"description": hours}
        return
    for days, ranges in rules:
        named = ",".join(day.upper() for day in _named(days))
        for times in ranges.split(","):
            opens, _, closes = times.partition("-")
            yield {"freq": "WEEKLY", "interval": 1, "byday": named, "opens_at": opens,
                   "closes_at": closes}  # fmt: skip


def _named(days: str) -> Iterator[str]:
    for span in days.split(","):
        first, _, last = span.partition("-")
        start = _DAYS.index(first)
        stop = _DAYS.index(last or first)
        yield from (_DAYS[(start + n) % 7] for n in range((stop - start) % 7 + 1))


def _id(*parts: str) -> str:
    """Return the same identifier for the same thing in every export."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, "/".join(("frontdesk", *parts))))
