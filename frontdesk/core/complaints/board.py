"""The board of cases: filtered, counted and searched without reading the texts; views by name.

Also the book of complaints: each series of folios, number by number.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core.complaints import words
from frontdesk.core.complaints.course import SETTLED, STATES
from frontdesk.store import settings
from frontdesk.store.store import Tx

GROUPS = ("open", "overdue", "settled")  # what `Filter.state` may be besides a state
MAX_FOUND = 2_000  # the newest complaints that a search in texts looks among
MAX_NAME_CHARS = 60
EXCERPT_CHARS = 200
_VIEWS = "board.views"
_COLUMNS = (
    f"id, folio, kind, substr(text, 1, {EXCERPT_CHARS}), office_name, owner_name, state, "
    "received_at, due_on, suspended_on, severity, restricted, anonymous, cause_id"
)
_OPEN = "state NOT IN ('closed', 'annulled')"
_OVERDUE = (  # as the index on it says it
    "state NOT IN ('closed', 'annulled', 'answered') AND suspended_on = '' "
    "AND due_on > '' AND due_on < ?"
)
_SETTLED = "+state IN ('closed', 'annulled')"  # most cases are: the order's index serves better


@dataclass(frozen=True, slots=True)
class Filter:
    """What the board shows. `state` is a state, one of GROUPS, or '' for all; `office_id` is where
    it happened or who has to answer; `text` are words of the complaint, or a folio; days are ISO.
    """

    state: str = "open"
    office_id: str = ""
    kind: str = ""
    cause_id: str = ""
    severity: str = ""
    text: str = ""
    received_from: str = ""
    received_to: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the board. `text` is a beginning, and '' where the reader may not read it."""

    id: str
    folio: str
    kind: str
    text: str
    office_name: str
    owner_name: str
    state: str
    received_at: str
    due_on: str
    suspended_on: str
    severity: str
    restricted: int
    anonymous: int
    cause_id: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cases there are: all by state; the open ones by kind and by owner office."""

    by_state: dict[str, int]
    by_kind: dict[str, int]
    by_owner: dict[str, int]
    overdue: int


@dataclass(frozen=True, slots=True)
class Book:
    """One series of folios: its year, its cases, and whether no number is missing."""

    series: str
    year: int
    cases: int
    is_gapless: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the book, without what only the case's own file may tell."""

    number: int
    folio: str
    received_at: str
    kind: str
    office_name: str
    state: str
    due_on: str
    answered_at: str
    settled_at: str


def lines(
    db: sqlite3.Connection, wanted: Filter, *, today: date, limit: int = 200, skip: int = 0,
    sees_restricted: bool = False,
) -> list[Line]:  # fmt: skip
    """Return the cases of a filter: the open ones soonest due first, else the latest received."""
    condition, values = _where(wanted, today)
    settled = wanted.state in ("", "settled", *SETTLED)
    order = "received_at DESC, rowid DESC" if settled else "due_on, id"
    rows = db.execute(  # the rows skipped are counted off in an index, where one has the order
        f"SELECT {_COLUMNS} FROM complaint WHERE rowid IN (SELECT rowid FROM complaint "
        f"WHERE {condition} ORDER BY {order} LIMIT ? OFFSET ?) ORDER BY {order}",
        (*values, limit, skip),
    )
    found = (Line(*row) for row in rows)
    return [
        one if sees_restricted or not one.restricted else Line(**{**asdict(one), "text": ""})
        for one in found
    ]


def line_of(db: sqlite3.Connection, complaint_id: str) -> Line | None:
    """Return the row of one case, without its text: who finds a folio may stand before anybody."""
    row = db.execute(f"SELECT {_COLUMNS} FROM complaint WHERE id = ?", (complaint_id,)).fetchone()
    return Line(**{**asdict(Line(*row)), "text": ""}) if row else None


def count(db: sqlite3.Connection, wanted: Filter, *, today: date) -> int:
    """Return how many cases a filter shows."""
    condition, values = _where(wanted, today)
    row = db.execute(f"SELECT count(*) FROM complaint WHERE {condition}", values).fetchone()
    return int(row[0])


def counts(db: sqlite3.Connection, *, today: date) -> Counts:
    """Return the figures above the board; behind each of them is a filter."""
    of_open = "SELECT {0}, count(*) FROM complaint WHERE {1} GROUP BY {0}"
    return Counts(
        by_state=dict(db.execute("SELECT state, count(*) FROM complaint GROUP BY state")),
        by_kind=dict(db.execute(of_open.format("kind", _OPEN))),
        by_owner=dict(db.execute(of_open.format("owner_id", _OPEN))),
        overdue=count(db, Filter("overdue"), today=today),
    )


def views(db: sqlite3.Connection) -> dict[str, Filter]:
    """Return the saved views by name, in the order in which they were saved."""
    names = {field.name for field in fields(Filter)}
    saved: dict[str, dict[str, str]] = json.loads(settings.get(db, _VIEWS, "{}"))
    return {
        name: Filter(**{key: value for key, value in view.items() if key in names})
        for name, view in saved.items()
    }


def save_view(tx: Tx, name: str, wanted: Filter) -> None:
    """Keep a filter under a name, in the place of the one that had it."""
    name = line(name)[:MAX_NAME_CHARS]
    if not name:
        raise UserError("board.nameless", field="name")
    _where(wanted, date.min)
    _put(tx, {**views(tx.db), name: wanted})


def drop_view(tx: Tx, name: str) -> None:
    """Forget a view; one that nobody saved is no error."""
    _put(tx, {known: view for known, view in views(tx.db).items() if known != name})


def books(db: sqlite3.Connection) -> list[Book]:
    """Return the series of folios, the latest year first."""
    rows = db.execute(
        "SELECT series, count(*), max(number) = count(*) AND count(DISTINCT number) = count(*) "
        "FROM complaint GROUP BY series"
    )
    found = [Book(s, int(s.rpartition("-")[2]), cases, bool(whole)) for s, cases, whole in rows]
    return sorted(found, key=lambda book: (-book.year, book.series))


def book(db: sqlite3.Connection, series: str) -> Iterator[Entry]:
    """Yield the lines of a series, number by number; annulled cases keep their line."""
    rows = db.execute(
        "SELECT number, folio, received_at, kind, office_name, state, due_on, answered_at, "
        "settled_at FROM complaint WHERE series = ? ORDER BY number, id",
        (series,),
    )
    return (Entry(*row) for row in rows)


def _where(wanted: Filter, today: date) -> tuple[str, list[object]]:
    conditions, values = _state(wanted.state, today)
    for column in ("kind", "cause_id", "severity"):
        if value := getattr(wanted, column):
            conditions.append(f"{column} = ? AND {column} <> ''")  # as a partial index says it
            values.append(value)
    if wanted.office_id:
        conditions.append("(owner_id = ? OR office_id = ?)")
        values += [wanted.office_id] * 2
    if wanted.received_from:
        conditions.append("received_at >= ?")
        values.append(_day(wanted.received_from, "received_from"))
    if wanted.received_to:
        conditions.append("received_at < ?")
        values.append(_day(wanted.received_to, "received_to") + "~")  # after any time of that day
    if wanted.text.strip():
        conditions.append(_FOUND)
        values += [words.query(wanted.text) or '""', MAX_FOUND, line(wanted.text)[:60].upper()]
    return " AND ".join(conditions) or "1", values


_FOUND = (
    "id IN (SELECT complaint_id FROM complaint_text WHERE n IN (SELECT rowid FROM complaint_stem "
    "WHERE complaint_stem MATCH ? ORDER BY rowid DESC LIMIT ?) "
    "UNION ALL SELECT id FROM complaint WHERE folio = ?)"
)


def _state(state: str, today: date) -> tuple[list[str], list[object]]:
    if not state:
        return [], []
    if state == "open":
        return [_OPEN], []
    if state == "overdue":
        return [_OVERDUE], [today.isoformat()]
    if state == "settled":
        return [_SETTLED], []
    if state not in STATES:
        raise UserError("board.state", field="state")
    return ["state = ?"], [state]


def _day(text: str, field: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UserError("board.day", field=field, given=line(text)[:40]) from error


def _put(tx: Tx, saved: dict[str, Filter]) -> None:
    kept = {name: asdict(view) for name, view in saved.items()}
    settings.put(tx, _VIEWS, json.dumps(kept, ensure_ascii=False))
