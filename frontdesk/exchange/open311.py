"""Complaints as service requests of Open311 GeoReport v2, for the portals of cities.

What the standard has no place for stays here: who complained, notes, causes. Restricted cases are
not handed out at all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from frontdesk.base.clock import zone
from frontdesk.base.errors import UserError
from frontdesk.core import complaints, rules
from frontdesk.core.complaints import Complaint
from frontdesk.core.complaints.course import OPEN
from frontdesk.core.complaints.terms import kind_of
from frontdesk.core.sites import here
from frontdesk.exchange.writing import whole

_LAST_SECOND = time(23, 59, 59)


def write(file: Path, db: sqlite3.Connection, cases: Iterable[Complaint] | None = None) -> int:
    """Write cases that may be handed out, some or all, as one JSON list; return how many."""
    with whole(file) as part, part.open("w", encoding="utf-8") as stream:
        count = 0
        stream.write("[")
        for count, request in enumerate(requests(db, cases), 1):
            stream.write(",\n" if count > 1 else "\n")
            stream.write(json.dumps(request, ensure_ascii=False))
        stream.write("\n]\n")
    return count


def requests(
    db: sqlite3.Connection, cases: Iterable[Complaint] | None = None
) -> Iterator[dict[str, Any]]:
    """Yield the cases that may be handed out; without a choice, all as they were filed."""
    desk = here(db)

    @cache
    def service(pack: str, kind: str) -> str:
        try:
            return kind_of(rules.of_case(db, pack), kind).name.in_language(desk.lang)
        except UserError:  # the pack of another site, or a kind of an older one
            return kind

    for case in complaints.every(db) if cases is None else cases:
        if not case.restricted:
            yield _request(case, service(case.pack, case.kind), desk.zone)


def _request(case: Complaint, service: str, zone_name: str) -> dict[str, Any]:
    settled = case.state not in OPEN
    due_at = (
        datetime.combine(date.fromisoformat(case.due_on), _LAST_SECOND, zone(zone_name)).isoformat()
        if case.due_on
        else None
    )
    return {
        "service_request_id": case.folio,
        "status": "closed" if settled else "open",
        "status_notes": case.answer if settled else "",
        "service_name": service,
        "service_code": case.kind,
        "description": case.text,
        "agency_responsible": case.owner_name or case.office_name,
        "service_notice": None,
        "requested_datetime": case.received_at,
        "updated_datetime": case.changed_at or case.filed_at,
        "expected_datetime": due_at,
        "address": None,
        "address_id": None,
        "zipcode": None,
        "lat": None,
        "long": None,
        "media_url": None,
    }
