"""Causes, not culprits: what many cases have in common, why, who mends it and by when.

A cause is a function of its own events; which cases belong to it stands with the cases.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from frontdesk.base.clock import day
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core.sites import here
from frontdesk.store.events import Body, Event, in_order
from frontdesk.store.store import Row, Tx

CATEGORIES = ("information", "process", "system", "resources", "rule", "treatment", "person")
OUTCOMES = ("done", "dropped")
MAX_WHYS = 5
MAX_CHARS = 300
MAX_DAYS_AHEAD = 3660
_COLUMNS = "id, title, category, whys, desk, opened_at, changed_at"
_ACTION = "id, cause_id, what, owner, due_on, state, set_at, settled_on, outcome"


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause. `category` is one of CATEGORIES or '' until known; `whys` are up to five."""

    id: str
    title: str
    category: str
    whys: tuple[str, ...]
    desk: str
    opened_at: str
    changed_at: str


@dataclass(frozen=True, slots=True)
class Action:
    """What is done about a cause, by whom and by when. `state` is open, done or dropped."""

    id: str
    cause_id: str
    what: str
    owner: str
    due_on: str
    state: str
    set_at: str
    settled_on: str
    outcome: str


def open_cause(tx: Tx, title: str, *, now: datetime) -> Cause:
    """Give what cases have in common a name."""
    body: Body = {"title": _named(title), "desk": here(tx.db).desk}
    return _happen(tx, uuid7(), "opened", body, now)


def rename(tx: Tx, cause_id: str, title: str, *, now: datetime) -> Cause:
    """Name a cause better."""
    get(tx.db, cause_id)
    return _happen(tx, cause_id, "changed", {"title": _named(title)}, now)


def categorise(tx: Tx, cause_id: str, category: str, *, now: datetime) -> Cause:
    """Put a cause into the tree.

    Raises UserError `cause.person` for "person" until, for each of its cases, the program has
    shown which article and news that person had on that day.
    """
    get(tx.db, cause_id)
    if category not in CATEGORIES:
        raise UserError("cause.category", field="category")
    if category == "person":
        unseen = tx.db.execute(
            "SELECT count(*) FROM complaint WHERE cause_id = ? AND guidance_at = ''", (cause_id,)
        ).fetchone()[0]
        if unseen or not count(tx.db, cause_id):
            raise UserError("cause.person", field="category", cases=unseen)
    return _happen(tx, cause_id, "changed", {"category": category}, now)


def ask_why(tx: Tx, cause_id: str, whys: Sequence[str], *, now: datetime) -> Cause:
    """Note the answers to up to five whys, each asking for the reason of the one before."""
    get(tx.db, cause_id)
    said = [line(why[: 4 * MAX_CHARS])[:MAX_CHARS] for why in whys]
    told = [why for why in said if why]
    if len(told) > MAX_WHYS:
        raise UserError("cause.whys", field="whys", most=MAX_WHYS)
    return _happen(tx, cause_id, "changed", {"whys": told}, now)


def act(tx: Tx, cause_id: str, what: str, owner: str, due_on: date, *, now: datetime) -> Action:
    """Set an action against a cause, with the one who owns it and the day by which it is done."""
    get(tx.db, cause_id)
    today = day(now, here(tx.db).zone)
    if not line(what):
        raise UserError("cause.action", field="what")
    if not line(owner):
        raise UserError("cause.owner", field="owner")
    if not today <= due_on <= today + timedelta(days=MAX_DAYS_AHEAD):
        raise UserError("cause.day", field="due_on")
    action_id = uuid7()
    body: Body = {
        "action": action_id, "what": line(what)[:MAX_CHARS], "owner": line(owner)[:MAX_CHARS],
        "due_on": due_on.isoformat(),
    }  # fmt: skip
    _happen(tx, cause_id, "action_set", body, now)
    return action(tx.db, action_id)


def settle(
    tx: Tx, action_id: str, state: str = "done", *, outcome: str = "", now: datetime
) -> Action:
    """Say what became of an action: done, or dropped with the reason in `outcome`."""
    known = action(tx.db, action_id)
    if state not in OUTCOMES:
        raise UserError("cause.outcome", field="state")
    if known.state != "open":
        raise UserError("cause.settled")
    if state == "dropped" and not line(outcome):
        raise UserError("complaint.why", field="outcome")
    body: Body = {
        "action": action_id, "state": state, "outcome": line(outcome)[:MAX_CHARS],
        "on": day(now, here(tx.db).zone).isoformat(),
    }  # fmt: skip
    _happen(tx, known.cause_id, "action_settled", body, now)
    return action(tx.db, action_id)


def take_up(tx: Tx, action_id: str, *, now: datetime) -> Action:
    """Take back that an action was done or dropped, which was noted by mistake."""
    known = action(tx.db, action_id)
    if known.state != "open":
        _happen(tx, known.cause_id, "action_taken_up", {"action": action_id}, now)
    return action(tx.db, action_id)


def get(db: sqlite3.Connection, cause_id: str) -> Cause:
    """Return one cause. Raises UserError when there is none."""
    found = find(db, cause_id)
    if found is None:
        raise UserError("cause.unknown", given=line(cause_id)[:60])
    return found


def find(db: sqlite3.Connection, cause_id: str) -> Cause | None:
    """Return one cause; None for '' and where another site's has not come yet."""
    row = db.execute(f"SELECT {_COLUMNS} FROM cause WHERE id = ?", (cause_id,)).fetchone()
    return _cause(row) if row else None


def action(db: sqlite3.Connection, action_id: str) -> Action:
    """Return one action. Raises UserError when there is none."""
    row = db.execute(f"SELECT {_ACTION} FROM action WHERE id = ?", (action_id,)).fetchone()
    if row is None:
        raise UserError("cause.action_unknown", given=line(action_id)[:60])
    return Action(*row)


def every(db: sqlite3.Connection, limit: int = 500) -> list[tuple[Cause, int]]:
    """Return the causes with the number of their cases, those with most cases first."""
    rows = db.execute(
        f"SELECT {_COLUMNS}, (SELECT count(*) FROM complaint WHERE cause_id = cause.id) AS cases "
        "FROM cause ORDER BY cases DESC, changed_at DESC, id LIMIT ?",
        (limit,),
    )
    return [(_cause(row[:-1]), row[-1]) for row in rows]


def count(db: sqlite3.Connection, cause_id: str) -> int:
    """Return how many cases a cause has."""
    row = db.execute("SELECT count(*) FROM complaint WHERE cause_id = ?", (cause_id,)).fetchone()
    return int(row[0])


def actions(db: sqlite3.Connection, cause_id: str) -> list[Action]:
    """Return a cause's actions, the open ones first, each group the soonest due first."""
    rows = db.execute(
        f"SELECT {_ACTION} FROM action WHERE cause_id = ? ORDER BY state <> 'open', due_on, id",
        (cause_id,),
    )
    return [Action(*row) for row in rows]


def open_actions(db: sqlite3.Connection, limit: int = 500) -> list[Action]:
    """Return the actions still open, the soonest due first."""
    rows = db.execute(
        f"SELECT {_ACTION} FROM action WHERE state = 'open' ORDER BY due_on, id LIMIT ?", (limit,)
    )
    return [Action(*row) for row in rows]


def fold(tx: Tx, event: Event) -> None:
    """Make the rows of an event's cause anew from all its events, whatever order they came in."""
    cause, found = _follow(list(in_order(tx.db, event.entity)))
    tx.execute("DELETE FROM action WHERE cause_id = ?", (event.entity,))
    if cause is None:
        tx.execute("DELETE FROM cause WHERE id = ?", (event.entity,))
        return
    tx.execute(
        f"INSERT OR REPLACE INTO cause({_COLUMNS}) VALUES(?,?,?,?,?,?,?)",
        (event.entity, cause["title"], cause["category"],
         json.dumps(cause["whys"], ensure_ascii=False), cause["desk"], cause["opened_at"],
         cause["changed_at"]),
    )  # fmt: skip
    tx.executemany(f"INSERT INTO action({_ACTION}) VALUES(?,?,?,?,?,?,?,?,?)", found.values())


def _follow(events: list[Event]) -> tuple[Body | None, dict[str, list[str]]]:
    cause: Body | None = None
    found: dict[str, list[str]] = {}
    for event in events:
        body = event.body
        if body is None:
            continue
        if event.kind == "cause.opened" and cause is None:
            cause = {"category": "", "whys": [], **body, "opened_at": event.at}
        if cause is None:
            continue
        if event.kind == "cause.changed":
            cause.update({k: v for k, v in body.items() if k in ("title", "category", "whys")})
        elif event.kind == "cause.action_set":
            found[body["action"]] = [
                body["action"], event.entity, body["what"], body["owner"], body["due_on"],
                "open", event.at, "", "",
            ]  # fmt: skip
        elif event.kind == "cause.action_settled" and body["action"] in found:
            row = found[body["action"]]
            row[5], row[7], row[8] = body["state"], body["on"], body["outcome"]
        elif event.kind == "cause.action_taken_up" and body["action"] in found:
            row = found[body["action"]]
            row[5], row[7], row[8] = "open", "", ""
        cause["changed_at"] = event.at
    return cause, found


def _happen(tx: Tx, cause_id: str, step: str, body: Body, now: datetime) -> Cause:
    fold(tx, tx.append(f"cause.{step}", cause_id, body, now))
    return get(tx.db, cause_id)


def _named(title: str) -> str:
    named = line(title[: 4 * MAX_CHARS])[:MAX_CHARS]
    if not named:
        raise UserError("cause.untitled", field="title")
    return named


def _cause(row: Row) -> Cause:
    return Cause(*(*row[:3], tuple(json.loads(row[3])), *row[4:]))
