"""What a blank complaint form offers: kinds of the rule pack in use, offices, the likely office."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from frontdesk.base.clock import day
from frontdesk.core import contacts, offices, rules
from frontdesk.core.offices import Office
from frontdesk.core.rules.packs import Kind
from frontdesk.core.sites import here


@dataclass(frozen=True, slots=True)
class Blank:
    """The choices of a form. `office_id` and `visitor` are '' where nothing suggests one."""

    kinds: tuple[Kind, ...]
    default_kind: str
    offices: tuple[Office, ...]
    office_id: str
    visitor: str


def blank(
    db: sqlite3.Connection, *, article_id: str = "", office_id: str = "", now: datetime
) -> Blank:
    """Return what a form offers that opens at `now` over an article or office, both optional."""
    desk = here(db)
    pack = rules.in_use(db, desk.country, desk.region, name=desk.rules, on=day(now, desk.zone))
    contact = contacts.current(db)
    return Blank(
        pack.kinds, pack.default_kind, tuple(offices.every(db)),
        office_id or _only_office(db, article_id), contact.visitor if contact else "",
    )  # fmt: skip


def _only_office(db: sqlite3.Connection, article_id: str) -> str:
    serving = offices.serving(db, article_id) if article_id else []
    return serving[0].id if len(serving) == 1 else ""
