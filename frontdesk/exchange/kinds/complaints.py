"""Complaints as rows: those of another system come in with new folios, all go out."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.base.text import fold, line
from frontdesk.core import complaints
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Counts
from frontdesk.core.sites import here
from frontdesk.exchange.kinds import cells
from frontdesk.exchange.kinds.known import Known
from frontdesk.exchange.reading import Row
from frontdesk.store.store import Tx

_TEXTS = (
    "text", "kind", "name", "phone", "email", "office", "on_behalf", "remedy_asked", "severity",
)  # fmt: skip
_LEVELS = {
    "low": "low", "medium": "medium", "high": "high", "baja": "low", "media": "medium",
    "alta": "high", "bajo": "low", "medio": "medium", "alto": "high",
}  # fmt: skip
FIELDS = (*_TEXTS, "anonymous", "restricted", "article", "received_at", "id")


@dataclass(frozen=True, slots=True)
class Filing:
    """What a row says of a complaint; `received_at` is None when it says nothing."""

    text: str
    kind: str
    name: str
    phone: str
    email: str
    office: str
    on_behalf: str
    remedy_asked: str
    severity: str
    anonymous: bool
    restricted: bool
    article_id: str
    received_at: datetime | None
    complaint_id: str


def parse(known: Known, row: Row) -> tuple[str, str, Filing]:
    """Return (key, label, filing) of a row; an instant without offset is the office's own time."""
    named = {name: cells.text(row, name) for name in _TEXTS}
    if not named["text"]:
        raise UserError("complaint.empty", field="text")
    received_at = _instant(known, cells.text(row, "received_at"))
    _check(known, named, received_at)
    filing = Filing(
        **named,
        anonymous=cells.flag(row, "anonymous"),
        restricted=cells.flag(row, "restricted"),
        article_id=_article_id(known.db, cells.text(row, "article")),
        received_at=received_at,
        complaint_id=cells.text(row, "id") or _id_of(known.db, received_at, named),
    )
    return filing.complaint_id or str(id(filing)), line(filing.text)[:60], filing


def states(known: Known, found: Sequence[Filing]) -> list[str]:
    """Return whether each complaint is new or on record already."""
    return [
        "same" if each.complaint_id and complaints.find(known.db, each.complaint_id) else "new"
        for each in found
    ]


def save(tx: Tx, found: Sequence[Filing], *, now: datetime) -> Counts:
    """File the complaints in one transaction, each with its folio."""
    before = states(Known(tx.db), found)
    for filing in found:
        file(tx, filing, now=now)
    return Counts.of(before)


def file(tx: Tx, filing: Filing, *, now: datetime) -> complaints.Complaint:
    """File one complaint."""
    return complaints.file(tx, **asdict(filing), now=now)


def rows(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield all cases in the order in which they were filed."""
    return map(asdict, complaints.every(db))


def _article_id(db: sqlite3.Connection, given: str) -> str:
    """Return the id of an article by its code; what is no code stays, and may come in later."""
    found = articles.by_code(db, given) if given and not articles.state(db, given) else None
    return found.id if found else given


def _check(known: Known, named: dict[str, str], at: datetime | None) -> None:
    """Refuse row by row what filing would refuse: an office, kind, severity or instant."""
    now = clock.now()
    if at and at > now:
        raise UserError("complaint.future", field="received_at")
    if named["office"]:
        known.office(named["office"])
    named["severity"] = _LEVELS.get(fold(named["severity"]), named["severity"])
    if named["severity"] not in {"", *_LEVELS.values()}:
        raise UserError("complaint.level", field="severity")
    if named["kind"]:
        known.complaint_kind(named["kind"], clock.day(at or now, here(known.db).zone))


def _id_of(db: sqlite3.Connection, at: datetime | None, named: Mapping[str, str]) -> str:
    """Return the id by which a complaint of a dated register is known again on this desk, '' for
    one without a day: the same words may be said again tomorrow.
    """
    if at is None:
        return ""
    said = (here(db).desk, at.isoformat(), named["name"], named["phone"], named["text"])
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "\x1f".join(("frontdesk:complaint", *said))))


def _instant(known: Known, text: str) -> datetime | None:
    try:
        told = cells.moment(text, day_first=known.day_first)
        return clock.parse(told, clock.zone(here(known.db).zone)) if text else None
    except (ValueError, OverflowError) as error:
        raise UserError("complaint.instant", field="received_at", given=line(text)[:40]) from error
