"""Conflicts: two desks gave a field another value without knowing of each other.

Whoever writes a value says on which event it rests, its `base`. Two events with one base and other
values are a conflict: the last by order holds, both are kept, and an owner is shown both until
somebody says that it was seen. What branches propose for head office's articles is shown likewise.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.roles import require
from frontdesk.core.sites import here
from frontdesk.store.events import Body
from frontdesk.store.store import Tx

PROPOSED, SEEN = "article.proposed", "conflict.seen"
# Kind of event -> the names of the values that it gives; of some they stand one level below.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "complaint.answered": ("answer",),
    "complaint.assessed": ("severity", "safety", "complexity", "impact", "immediate"),
    "complaint.closed": ("answer",),
    "complaint.corrected": (),
    "complaint.extended": ("until",),
    "complaint.filled_in": (),
    "complaint.handed_over": ("office_name",),
    "complaint.joined": ("cause",),
    "complaint.rated": ("satisfaction",),
    "complaint.remedy_accepted": ("accepted",),
    "complaint.remedy_asked": ("text",),
    "complaint.remedy_offered": ("text",),
    "complaint.restricted": ("restricted",),
    "promise.settled": ("state",),
    PROPOSED: (),
}
_BELOW = {
    "complaint.corrected": "values", "complaint.filled_in": "fields", PROPOSED: "fields",
}  # fmt: skip
_SILENT = frozenset({"id", "changed_at", "state", "source", "licence"})


@dataclass(frozen=True, slots=True)
class Value:
    """What a desk wrote into a field, and when by its own clock; `event` is the id in hex."""

    value: Any
    desk: str
    at: str
    event: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field with more than one value. `kept` is the one that holds, `name` what people call the
    entity; `values` stand in the order that every site agrees on.
    """

    entity: str
    noun: str
    name: str
    field: str
    kept: Any
    values: tuple[Value, ...]


def base_of(db: sqlite3.Connection, kind: str, entity: str) -> str:
    """Return on what an event of a kind rests: the last one of that kind here, '' for the first."""
    row = db.execute(
        "SELECT hex(id) FROM event WHERE entity = ? AND kind = ? "
        "ORDER BY lamport DESC, writer DESC, seq DESC, id DESC LIMIT 1",
        (entity, kind),
    ).fetchone()
    return str(row[0]).lower() if row else ""


def propose(tx: Tx, article: Article, *, now: datetime) -> None:
    """Propose another wording of an article to head office, which alone publishes.

    Raises UserError for an article that is not here, or where nothing would change.
    """
    require(tx, "article.write")
    before, after = articles.get(tx.db, article.id), articles.checked(article)
    if before is None:
        raise UserError("article.unknown", given=line(article.id)[:60])
    old, new = asdict(before), asdict(after)
    fields = {name: new[name] for name in new if name not in _SILENT and old[name] != new[name]}
    if not fields:
        raise UserError("article.same")
    body: Body = {
        "base": articles.digest(before).hex(), "fields": fields, "title": after.title,
        "desk": here(tx.db).desk,
    }  # fmt: skip
    tx.append(PROPOSED, article.id, body, now)


def still_open(db: sqlite3.Connection) -> list[Conflict]:
    """Return the conflicts that nobody has seen, and what branches propose, the oldest first."""
    marks = ",".join("?" * len(FIELDS))
    rows = db.execute(
        "SELECT lower(hex(id)), entity, kind, body, at FROM event "
        f"WHERE kind IN ({marks}) AND body IS NOT NULL ORDER BY lamport, writer, seq, id",
        tuple(FIELDS),
    )
    seen = _seen(db)
    groups: dict[tuple[str, str, str], dict[str, list[Value]]] = {}
    for event_id, entity, kind, text, at in rows:
        body = json.loads(text)
        if "base" not in body or event_id in seen:
            continue
        fields = groups.setdefault((entity, kind, body["base"]), {})
        told = body.get(_BELOW[kind], {}) if kind in _BELOW else {n: body[n] for n in FIELDS[kind]}
        desk = str(body.get("at_desk", body.get("desk", "")))
        for name, value in told.items():
            fields.setdefault(name, []).append(Value(value, desk, at, event_id))
    return [
        conflict
        for (entity, kind, _), fields in groups.items()
        for name, values in fields.items()
        if (conflict := _conflict(db, entity, kind, name, values))
    ]


def settle(tx: Tx, entity: str, events: Sequence[str], *, now: datetime) -> None:
    """Note that an owner has seen the values of these events; the conflict is shown no more."""
    tx.append(SEEN, entity, {"events": sorted(set(events)), "desk": here(tx.db).desk}, now)


def _conflict(
    db: sqlite3.Connection, entity: str, kind: str, name: str, values: list[Value]
) -> Conflict | None:
    """Return a conflict where there is one: a proposal is one with the article as it stands."""
    noun = kind.partition(".")[0]
    if kind == PROPOSED:
        article = articles.get(db, entity)
        kept = json.loads(json.dumps(asdict(article).get(name))) if article else None
        if all(value.value == kept for value in values):
            return None
        return Conflict(
            entity, noun, article.title if article else entity, name, kept, tuple(values)
        )
    if len({json.dumps(value.value, sort_keys=True) for value in values}) == 1:
        return None
    return Conflict(entity, noun, _name(db, noun, entity), name, values[-1].value, tuple(values))


def _name(db: sqlite3.Connection, noun: str, entity: str) -> str:
    what = {"complaint": "folio FROM complaint", "promise": "what FROM promise"}[noun]
    row = db.execute(f"SELECT {what} WHERE id = ?", (entity,)).fetchone()
    return str(row[0]) if row else entity


def _seen(db: sqlite3.Connection) -> set[str]:
    rows = db.execute("SELECT body FROM event WHERE kind = ? AND body IS NOT NULL", (SEEN,))
    return {str(one) for (text,) in rows for one in json.loads(text).get("events", ())}
