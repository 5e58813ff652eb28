"""The audit trail: who did what, when and to which record, read from the event log.

The whole trail is for admins and managers; the history of one record is for whoever may see that.
Nothing is kept twice: names and titles are read with each page, so an erased text stays erased.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from frontdesk.base.clock import iso, zone
from frontdesk.base.text import fold
from frontdesk.core import accounts, sites
from frontdesk.core.erasure import KIND as ERASED
from frontdesk.core.knowledge import versions
from frontdesk.core.roles import LEADS, refusal
from frontdesk.store.store import Actor, Row

LIMIT = 200
MAX_WORDS = 8
# What everyone at the desk sees, and so its history; a restricted case is not among them.
SEEN_BY_ALL = frozenset({"article", "complaint", "office", "cause", "promise", "slip", "gap"})
# Noun of an event -> how its records are called, as "table: what people read".
TITLES: Mapping[str, tuple[str, str]] = {
    "complaint": ("complaint", "folio"),
    "article": ("article", "trim(code || ' ' || title)"),
    "office": ("office", "trim(code || ' ' || name)"),
    "person": ("person", "name"),
    "site": ("site", "name"),
    "slip": ("slip", "number"),
    "promise": ("promise", "what"),
    "gap": ("gap", "trim(query || ' ' || text)"),
    "closing": ("gap_closing", "text"),
    "cause": ("cause", "title"),
    "bounce": ("bounce", "article_title"),
    "expected": ("expected", "visitor"),
    "contact": ("contact", "ticket"),
    "phone": ("phone_call", "note"),
}
_SAME_TABLE = {"account": "person", "desk": "site", "erase": "", "conflict": "article"}
_BESIDE = {"person": ("account",), "site": ("desk",), "article": ("articles",)}
_OF_ANY = ("erase", "conflict")
# The bookkeeping of a body: told elsewhere in the row, or of no use to a reader.
_UNTOLD = frozenset({"by", "base", "at_desk", "desk", "origin", "digest", "fields", "values"})
_EVENT = "n, lower(hex(id)), writer, at, entity, kind, body"
_LETTERS = {
    "a": "aáàäâãå", "c": "cç", "e": "eéèëê", "i": "iíìïî", "n": "nñ", "o": "oóòöôõ", "u": "uúùüû",
    "y": "yýÿ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A field and its value before and after; `is_told` is false where only the name is kept."""

    name: str
    old: Any
    new: Any
    is_told: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done. `by` is the id of a person, '' where nobody was signed in; `who` are
    their initials, or their name; `desk` is the code of the desk where the event tells it.

    `values` are what else it tells, by name; `is_erased` where a person's words were taken out.
    """

    n: int
    id: str
    at: str
    by: str
    who: str
    desk: str
    is_here: bool
    noun: str
    kind: str
    entity: str
    title: str
    changes: tuple[Change, ...]
    values: Mapping[str, Any]
    is_erased: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the trail is asked for; what is empty is not asked. Days are of the site's zone.

    `kinds` are kinds of event whose own words contain those of `words`.
    """

    words: str = ""
    by: str = ""
    noun: str = ""
    entity: str = ""
    from_on: date | None = None
    to_on: date | None = None
    kinds: tuple[str, ...] = ()


def trail(
    db: sqlite3.Connection,
    wish: Wish,
    actor: Actor | None = None,
    *,
    before: Entry | None = None,
    limit: int = LIMIT,
) -> list[Entry]:
    """Return what was done, the latest first; `before` is the last entry of the page above.

    Raises UserError for who is neither admin nor manager, unless it asks for one record that
    everyone sees.
    """
    if not _may(db, actor, wish):
        raise refusal(LEADS)
    where, values = _conditions(db, wish)
    if before is not None:
        where.append("(at, n) < (?, ?)")
        values += [before.at, before.n]
    rows = db.execute(
        f"SELECT {_EVENT} FROM event {'WHERE' if where else ''} {' AND '.join(where)} "
        "ORDER BY at DESC, n DESC LIMIT ?",
        (*values, limit),
    ).fetchall()
    return _entries(db, rows)


def article_changes(db: sqlite3.Connection, entry: Entry) -> tuple[Change, ...]:
    """Return what an entry changed of an article, which its versions tell and not the event."""
    found = versions.versions(db, entry.entity) if entry.kind == "article.changed" else []
    before = next((one.article for one in found if one.until_at == entry.at), None)
    after = next((one.article for one in reversed(found) if one.since_at == entry.at), None)
    if before is None or after is None:
        return entry.changes
    old, new = asdict(before), asdict(after)
    return tuple(Change(name, old[name], new[name]) for name in new if old[name] != new[name])


def names(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return id -> what people read, of all records that are still known."""
    wanted = json.dumps(sorted(set(ids)))
    found: dict[str, str] = {}
    for table, title in TITLES.values():
        found |= dict(
            db.execute(
                f"SELECT id, {title} FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
                (wanted,),
            )
        )
    return {key: text for key, text in found.items() if text}


def _may(db: sqlite3.Connection, actor: Actor | None, wish: Wish) -> bool:
    if actor is None or actor.role in LEADS:
        return True
    if not actor.role or not wish.entity or wish.noun not in SEEN_BY_ALL:
        return False
    hidden = "SELECT 1 FROM complaint WHERE id = ? AND restricted = 1"
    return db.execute(hidden, (wish.entity,)).fetchone() is None


def _conditions(db: sqlite3.Connection, wish: Wish) -> tuple[list[str], list[Any]]:
    where: list[str] = []
    values: list[Any] = []
    if wish.entity:
        where.append("entity = ?")
        values.append(wish.entity)
    if wish.noun:
        nouns = (wish.noun, *_BESIDE.get(wish.noun, ()), *(_OF_ANY if wish.entity else ()))
        where.append(f"({' OR '.join(['kind = ? OR (kind >= ? AND kind < ?)'] * len(nouns))})")
        values += [text for noun in nouns for text in (noun, f"{noun}.", f"{noun}/")]
    zone_name = sites.here(db).zone
    for day, sign, ahead in ((wish.from_on, ">=", 0), (wish.to_on, "<", 1)):
        if day is not None:
            where.append(f"at {sign} ?")
            values.append(iso(_midnight(day + timedelta(days=ahead), zone_name)))
    if wish.by:
        people = _people(db, wish.by)
        where.append(f"({' OR '.join(['instr(body, ?) > 0'] * len(people)) or '0'})")
        values += [f'"by":{json.dumps(one)}' for one in people]
    if words := fold(wish.words).split()[:MAX_WORDS]:
        said, given = _saying(words, wish.kinds)
        where.append(said)
        values += given
    return where, values


def _midnight(day: date, zone_name: str) -> datetime:
    return datetime.combine(day, time(), zone(zone_name))


def _people(db: sqlite3.Connection, given: str) -> list[str]:
    """Return the ids of those whose initials are given, else of those whose name contains it."""
    asked = fold(given.strip())
    of = accounts.initials_of(db)
    exact = [one for one, initials in of.items() if fold(initials) == asked]
    if exact:
        return exact
    rows = db.execute("SELECT id, name FROM person")
    return [one for one, name in rows if asked in fold(name) or one == given]


def _saying(words: list[str], kinds: Collection[str]) -> tuple[str, list[Any]]:
    """Return the condition that all words stand in what was told, or in the record's title."""
    patterns = [_pattern(word) for word in words]
    ways = [" AND ".join(["body GLOB ?"] * len(words))]
    values: list[Any] = list(patterns)
    for table, title in TITLES.values():
        alike = " AND ".join([f"{title} GLOB ?"] * len(words))
        ways.append(f"entity IN (SELECT id FROM {table} WHERE {alike})")
        values += patterns
    if kinds:
        ways.append(f"kind IN ({','.join('?' * len(kinds))})")
        values += kinds
    return f"({' OR '.join(ways)})", values


def _pattern(word: str) -> str:
    """Return the GLOB pattern of a folded word: SQLite itself compares, which is many times faster
    than calling back, and can be interrupted.
    """
    return "*" + "".join(_any_case(sign) for sign in word) + "*"


def _any_case(sign: str) -> str:
    if not sign.isalpha():
        return f"[{sign}]" if sign in "*?[" else sign
    told = _LETTERS.get(sign, sign)
    return f"[{told}{told.upper()}]" if len(told.upper()) == len(told) else sign


def _entries(db: sqlite3.Connection, rows: list[Row]) -> list[Entry]:
    titles = _titles(db, rows)
    initials = accounts.initials_of(db)
    staff = dict(db.execute("SELECT id, name FROM person"))
    ours = {writer for (writer,) in db.execute("SELECT id FROM writer")}
    found = []
    for n, event_id, writer, at, entity, kind, text in rows:
        body: dict[str, Any] = _body(text)
        by = str(body.get("by", ""))
        noun = kind.partition(".")[0]
        found.append(
            Entry(
                n, event_id, at, by, initials.get(by) or staff.get(by, ""),
                str(body.get("at_desk", body.get("desk", ""))), writer in ours, noun, kind, entity,
                titles.get((_titled(noun), entity)) or titles.get(("", entity), ""),
                _changes(body), {k: v for k, v in body.items() if k not in _UNTOLD and k != ERASED},
                text is None,
            )
        )  # fmt: skip
    return found


def _body(text: str | None) -> dict[str, Any]:
    try:
        body = json.loads(text or "{}")
    except ValueError:  # edited by hand, which `check` tells
        return {}
    return body if isinstance(body, dict) else {}


def _changes(body: Mapping[str, Any]) -> tuple[Change, ...]:
    """Return the fields that an event tells: as [before, after], as [] or as the new value."""
    told = body.get("fields") or body.get("values") or {}
    if not isinstance(told, dict):
        return ()
    return tuple(_change(name, value) for name, value in told.items())


def _change(name: str, value: Any) -> Change:  # noqa: ANN401 - any JSON
    if value == []:
        return Change(name, "", "", is_told=False)
    is_pair = isinstance(value, list) and len(value) == 2  # noqa: PLR2004 - before and after
    return Change(name, *value) if is_pair else Change(name, "", value)


def _titled(noun: str) -> str:
    return _SAME_TABLE.get(noun, noun)


def _titles(db: sqlite3.Connection, rows: list[Row]) -> dict[tuple[str, str], str]:
    """Return (noun, id) -> title of the records that some events tell of."""
    wanted: dict[str, set[str]] = {}
    for row in rows:
        wanted.setdefault(_titled(row[5].partition(".")[0]), set()).add(row[4])
    found: dict[tuple[str, str], str] = {}
    for noun, ids in wanted.items():
        if not noun:
            found |= {("", key): text for key, text in names(db, ids).items()}
        if noun not in TITLES:
            continue
        table, title = TITLES[noun]
        told = db.execute(
            f"SELECT id, {title} FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(ids)),),
        )
        found |= {(noun, key): text for key, text in told}
    return found
