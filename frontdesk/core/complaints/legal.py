"""The legal fields of a case: what its pack asks for, what is given, what is missing by when."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core import rules
from frontdesk.core.complaints import cases
from frontdesk.core.complaints.cases import Complaint
from frontdesk.core.complaints.filing import one_line
from frontdesk.core.complaints.steps import happen, open_case
from frontdesk.core.knowledge import articles
from frontdesk.core.rules.packs import Field, Needed
from frontdesk.core.sites import here
from frontdesk.store.store import Tx


@dataclass(frozen=True, slots=True)
class Missing:
    """A field that is still empty, and the day by which it is needed."""

    field: Field
    by_on: str


def fill_in(tx: Tx, complaint_id: str, fields: Mapping[str, str], *, now: datetime) -> Complaint:
    """Fill in legal fields by their code; an empty text empties one.

    Raises UserError `complaint.no_field` for a code that the case's pack does not have.
    """
    case = open_case(tx.db, complaint_id, "filled_in")
    known = {field.code for field in rules.of_case(tx.db, case.pack).fields}
    for code in fields:
        if code not in known:
            raise UserError("complaint.no_field", field=code, given=line(code)[:60])
    told = {code: one_line(text) for code, text in fields.items()}
    return happen(tx, case, "filled_in", {"fields": told}, now)


def given(db: sqlite3.Connection, case: Complaint) -> dict[str, str]:
    """Return the legal fields of a case that are known, by code: from its row, or filled in."""
    desk = here(db)
    article = articles.get(db, case.article_id) if case.article_id else None
    known = {
        "text": case.text, "folio": case.folio, "kind": case.kind, "received_on": case.received_at,
        "person_name": case.name, "person_phone": case.phone, "person_email": case.email,
        "parent_name": case.on_behalf, "request": case.remedy_asked,
        "subject": article.title if article else "", "provider_name": desk.name,
        "provider_actions": case.answer, "answered_on": case.answered_at, "decision": case.answer,
        "answering_entity": (case.owner_name or desk.name) if case.answer else "",
    }  # fmt: skip
    return {**known, **json.loads(case.fields)}


def missing(db: sqlite3.Connection, complaint_id: str) -> tuple[Missing, ...]:
    """Return the fields that a case still needs, the first needed first.

    What makes a filing count and what the form asks is needed with the acknowledgement, the rest
    with the answer. The fields of a minor are asked only where somebody speaks for the person.
    """
    case = cases.get(db, complaint_id)
    pack, known = rules.of_case(db, case.pack), given(db, case)
    asked: list[tuple[Needed, str]] = [
        ("filing", case.acknowledge_by), ("form", case.acknowledge_by), ("answer", case.due_on)
    ]  # fmt: skip
    if case.on_behalf:
        asked.insert(2, ("minor", case.acknowledge_by))
    return tuple(
        Missing(field, by_on) for needed, by_on in asked for field in pack.missing(known, needed)
    )
