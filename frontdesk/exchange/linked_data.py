"""Services as schema.org tells them to search engines: GovernmentService in JSON-LD.

A "<" is written as an escape, so that the text can stand inside a page's script element.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from frontdesk.core import offices
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.sites import here
from frontdesk.exchange.hsds.writing import KINDS, weekly
from frontdesk.exchange.writing import whole


def write(file: Path, db: sqlite3.Connection) -> int:
    """Write all published services with their offices; return how many services."""
    provider = {"@type": "GovernmentOrganization", "name": here(db).name}
    found = [a for a in articles.every(db) if a.kind in KINDS and a.state == "published"]
    services = [_service(article, offices.serving(db, article.id), provider) for article in found]
    places = {office.id: office for a in found for office in offices.serving(db, a.id)}
    graph = [*services, *(_place(office) for office in places.values())]
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1
    )
    with whole(file) as part:
        part.write_text(text.replace("<", "\\u003c"), encoding="utf-8")
    return len(services)


def _service(article: Article, places: list[Office], provider: dict[str, str]) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "@type": "GovernmentService", "@id": f"urn:frontdesk:article:{article.id}",
        "name": article.title, "identifier": article.code, "serviceType": article.kind,
        "description": article.say or article.body, "inLanguage": article.lang,
        "keywords": article.keywords, "termsOfService": article.legal_basis,
        "url": article.source if article.source.startswith("http") else "", "provider": provider,
    }  # fmt: skip
    if article.who:
        facts["audience"] = {"@type": "Audience", "audienceType": article.who}
    if article.cost or article.cost_note:
        offer = {"@type": "Offer", "price": article.cost, "priceCurrency": article.currency,
                 "description": article.cost_note}  # fmt: skip
        facts["offers"] = {name: value for name, value in offer.items() if value}
    facts["availableChannel"] = [
        {"@type": "ServiceChannel", "serviceLocation": {"@id": _name(place)}} for place in places
    ]
    return {name: value for name, value in facts.items() if value}


def _place(office: Office) -> dict[str, Any]:
    facts = {
        "@type": "GovernmentOffice", "@id": _name(office), "name": office.name,
        "telephone": office.phone, "address": office.directions,
        "openingHours": [f"{days} {times}" for days, times in weekly(office.hours) or ()],
    }  # fmt: skip
    return {name: value for name, value in facts.items() if value}


def _name(office: Office) -> str:
    return f"urn:frontdesk:office:{office.id}"
