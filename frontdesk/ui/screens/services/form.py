"""Which office serves which articles, as list and form: without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from frontdesk.core import edits, offices, search, sites
from frontdesk.core.knowledge import steps
from frontdesk.core.knowledge.steps import Place
from frontdesk.core.search import Context
from frontdesk.ui.records.record import Record

FOUND = 6


def read(db: Any) -> list[Record]:
    """Return the offices in use with what they serve, by name."""
    served = offices.services(db)
    return [
        _record(db, office.id, office.name, office.code, served.get(office.id, []))
        for office in offices.every(db)
    ]


def save(tx: Any, office_id: str, values: Mapping[str, Any], *, base: str, now: datetime) -> Record:
    """Let an office serve what its form holds."""
    wanted = [str(key) for key, _ in values["articles"]]
    offices.set_services(tx, office_id, wanted, base=base, now=now)
    return next(row for row in read(tx.db) if row.id == office_id)


def find(db: Any, words: str) -> list[tuple[str, str]]:
    """Return articles that fit typed words, as (id, name), the best first."""
    context = Context(sites.here(db).lang, "")
    found = search.search(db, words, context, FOUND * 3)
    return [
        (hit.id, _named(hit.code, hit.title)) for hit in found.hits if hit.noun == "article"
    ][:FOUND]  # fmt: skip


def steps_at(db: Any, office_id: str) -> list[Place]:
    """Return the steps of articles that are done at an office."""
    return steps.at_office(db, office_id)


def _record(db: Any, office_id: str, name: str, code: str, served: list[Any]) -> Record:
    pairs = [[article_id, _named(one, title)] for article_id, one, title in served]
    base = edits.digest(offices.services_of(db, office_id))
    under = " · ".join(filter(None, (code, str(len(pairs)))))
    return Record(office_id, name, under, {"articles": pairs}, base)


def _named(code: str, title: str) -> str:
    return f"{code} · {title}" if code else title
