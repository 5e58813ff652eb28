"""Imports as a whole: what each brought, so that it can be taken back, and so that a later one
does not overwrite what was edited here since.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.core import offices, people
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.core.roles import require
from frontdesk.core.search import drop
from frontdesk.store.store import Tx

Pair = tuple[str, str]
Held = dict[str, str | None]
# Where a row of another noun may name what an import brought: then it is retired, not removed.
_USES = {
    "articles": (
        ("slip", "article_id"), ("complaint", "article_id"), ("gap", "article_id"),
        ("gap_closing", "article_id"), ("article_review", "article_id"),
        ("contact_entry", "ref"), ("bounce", "article_id"), ("service", "article_id"),
    ),
    "offices": (
        ("slip", "office_id"), ("complaint", "office_id"), ("ticket", "office_id"),
        ("step", "office_id"), ("person", "office_id"), ("closure", "office_id"),
        ("contact_entry", "ref"), ("bounce", "office_id"), ("service", "office_id"),
    ),
    "people": (("contact_entry", "ref"), ("expected", "host_id")),
    "services": (),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Batch:
    """One import that can be taken back; `undone_at` is '' until it is."""

    id: str
    kind: str
    file: str
    at: str
    new: int
    changed: int
    undone_at: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking an import back did; `kept` are the labels of what was edited here since."""

    removed: int
    retired: int
    restored: int
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Noun:
    """How the rows of a noun are found, compared, put back and taken away."""

    find: Callable[[sqlite3.Connection, str], Any]
    digest: Callable[[Any], str]
    digests: Callable[[sqlite3.Connection, list[str]], dict[str, str]]
    load: Callable[[Any], Any]
    put: Callable[[Tx, list[Any], datetime], object]
    remove: Callable[[Tx, list[str]], None]
    retire: Callable[[Any], Any]


def key_of(noun: Any) -> str:  # noqa: ANN401 - an article, office, person or pair
    """Return what names a row of its kind for good."""
    return "\x1f".join(noun) if isinstance(noun, tuple) else str(noun.id)


def hold(db: sqlite3.Connection, kind: str, found: Sequence[Any]) -> Held:
    """Return what the rows of a kind are before an import, of those that exist: key -> JSON, None
    where the import changes nothing.
    """
    noun = _NOUNS[kind]
    here = noun.digests(db, [key_of(each) for each in found])
    return {
        key: None if here[key] == noun.digest(each) else _told(noun.find(db, key))
        for each in found
        if (key := key_of(each)) in here
    }


def note(
    tx: Tx, file: str, kind: str, held: Mapping[str, Held], found: Mapping[str, Sequence[Any]],
    *, now: datetime,
) -> str:  # fmt: skip
    """Note an import: for each kind what was held before and what was found; return its id.

    Rows that are the same before and after do not belong to it. '' where nothing is left.
    """
    require(tx, "import.take_in")
    batch = uuid7()
    rows = [
        (batch, each, key, held[each].get(key) or "", _NOUNS[each].digest(noun))
        for each, nouns in found.items()
        for noun in nouns
        if held[each].get(key := key_of(noun), "") is not None
    ]
    if not rows:
        return ""
    changed = sum(bool(row[3]) for row in rows)
    tx.execute(
        "INSERT INTO import_batch(id, kind, file, at, new, changed, undone_at) "
        "VALUES(?,?,?,?,?,?,'')",
        (batch, kind, file, iso(now), len(rows) - changed, changed),
    )
    tx.executemany("INSERT INTO import_row VALUES(?,?,?,?,?)", rows)
    return batch


def has_brought(db: sqlite3.Connection, kind: str) -> bool:
    """Tell whether an import brought rows of a kind before."""
    rows = db.execute("SELECT 1 FROM import_row WHERE kind = ? LIMIT 1", (kind,))
    return rows.fetchone() is not None


def batches(db: sqlite3.Connection) -> list[Batch]:
    """Return all imports, the last first."""
    rows = db.execute(
        "SELECT id, kind, file, at, new, changed, undone_at FROM import_batch ORDER BY n DESC"
    )
    return [Batch(*row) for row in rows]


def remember(tx: Tx, shape: str, kind: str, mapping: Mapping[str, str], *, now: datetime) -> None:
    """Keep which column was which field, '' for none, for the next file with the same columns."""
    require(tx, "import.take_in")
    tx.execute(
        "INSERT OR REPLACE INTO import_shape(shape, kind, mapping, at) VALUES(?,?,?,?)",
        (shape, kind, json.dumps(mapping, ensure_ascii=False), iso(now)),
    )


def mapping_of(db: sqlite3.Connection, kind: str, shape: str) -> dict[str, str]:
    """Return the mapping that was last used for such a file and kind; empty where none was."""
    row = db.execute(
        "SELECT mapping FROM import_shape WHERE shape = ? AND kind = ?", (shape, kind)
    ).fetchone()
    return dict(json.loads(row[0])) if row else {}


def kind_of(db: sqlite3.Connection, shape: str) -> str:
    """Return the kind as which such a file was last imported, '' where none was."""
    row = db.execute(
        "SELECT kind FROM import_shape WHERE shape = ? ORDER BY at DESC LIMIT 1", (shape,)
    ).fetchone()
    return row[0] if row else ""


def edited(db: sqlite3.Connection, kind: str, noun: Any) -> str:  # noqa: ANN401 - as key_of
    """Tell what a changed row means where the last import brought it: 'kept' when only this desk
    edited it since, 'edited' when the file did so too, '' when nothing was edited here.
    """
    if kind not in _NOUNS:
        return ""
    last = _last_digest(db, kind, key_of(noun))
    here = _NOUNS[kind].find(db, key_of(noun))
    digest = _NOUNS[kind].digest
    if not last or here is None or digest(here) == last:
        return ""
    return "kept" if digest(noun) == last else "edited"


def undo(tx: Tx, batch_id: str, *, now: datetime) -> Undone:
    """Take an import back: what it brought goes, what it changed is as before; what was edited
    here since stays. What somebody was sent to meanwhile is retired, not removed.
    """
    require(tx, "import.take_in")
    row = tx.db.execute("SELECT undone_at FROM import_batch WHERE id = ?", (batch_id,)).fetchone()
    if row is None:
        raise UserError("import.unknown", given=batch_id[:60])
    if row[0]:
        raise UserError("import.undone")
    done = [_undo_kind(tx, batch_id, kind, now) for kind in ("services", "people", "articles",
                                                            "offices")]  # fmt: skip
    tx.execute("UPDATE import_batch SET undone_at = ? WHERE id = ?", (iso(now), batch_id))
    undone = Undone(
        sum(each.removed for each in done),
        sum(each.retired for each in done),
        sum(each.restored for each in done),
        tuple(label for each in done for label in each.kept),
    )
    counts = {k: v for k, v in asdict(undone).items() if k != "kept"}
    tx.append("import.undone", batch_id, counts | {"kept": len(undone.kept)}, now)
    return undone


def _undo_kind(tx: Tx, batch_id: str, kind: str, now: datetime) -> Undone:
    noun = _NOUNS[kind]
    rows = tx.db.execute(
        "SELECT key, before, digest FROM import_row WHERE batch_id = ? AND kind = ?",
        (batch_id, kind),
    ).fetchall()
    used = _used(tx.db, kind) if rows else set()
    back, gone, retired, kept = [], [], [], []
    for key, before, digest in rows:
        here = noun.find(tx.db, key)
        if here is None:
            continue
        if noun.digest(here) != digest:
            kept.append(_label(here))
        elif before:
            back.append(noun.load(json.loads(before)))
        elif key in used:
            retired.append(noun.retire(here))
        else:
            gone.append(key)
    if back or retired:
        noun.put(tx, [*back, *retired], now)
    noun.remove(tx, gone)
    return Undone(len(gone), len(retired), len(back), tuple(kept))


def _last_digest(db: sqlite3.Connection, kind: str, key: str) -> str:
    row = db.execute(
        "SELECT r.digest FROM import_row r JOIN import_batch b ON b.id = r.batch_id "
        "WHERE r.kind = ? AND r.key = ? AND b.undone_at = '' ORDER BY b.n DESC LIMIT 1",
        (kind, key),
    ).fetchone()
    return row[0] if row else ""


def _used(db: sqlite3.Connection, kind: str) -> set[str]:
    return {
        key
        for table, column in _USES[kind]
        for (key,) in db.execute(f"SELECT DISTINCT {column} FROM {table}")
    }


def _told(noun: Any) -> str:  # noqa: ANN401 - as key_of
    """Return a row as JSON, without the instant at which it was written."""
    content = list(noun) if isinstance(noun, tuple) else asdict(noun) | {"changed_at": ""}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _digest(noun: Any) -> str:  # noqa: ANN401 - as key_of
    return hashlib.sha256(_told(noun).encode()).hexdigest()


def _label(noun: Any) -> str:  # noqa: ANN401 - as key_of
    return str(getattr(noun, "title", "") or getattr(noun, "name", ""))


def _pair(db: sqlite3.Connection, key: str) -> Pair | None:
    article_id, _, office_id = key.partition("\x1f")
    row = db.execute(
        "SELECT article_id, office_id FROM service WHERE article_id = ? AND office_id = ?",
        (article_id, office_id),
    ).fetchone()
    return (row[0], row[1]) if row else None


def _remove(table: str, noun: str) -> Callable[[Tx, list[str]], None]:
    def remove(tx: Tx, keys: list[str]) -> None:
        tx.executemany(f"DELETE FROM {table} WHERE id = ?", [(key,) for key in keys])
        drop(tx, noun, keys)

    return remove


def _unserve(tx: Tx, keys: list[str]) -> None:
    tx.executemany(
        "DELETE FROM service WHERE article_id = ? AND office_id = ?",
        [key.split("\x1f") for key in keys],
    )


def _digests_by(find: Callable[[sqlite3.Connection, str], Any]) -> Callable[..., dict[str, str]]:
    def digests(db: sqlite3.Connection, keys: list[str]) -> dict[str, str]:
        return {key: _digest(row) for key in keys if (row := find(db, key))}

    return digests


def _article_digest(article: Article) -> str:
    return articles.digest(article).hex()


def _article_digests(db: sqlite3.Connection, keys: list[str]) -> dict[str, str]:
    return {key: digest.hex() for key, digest in articles.digests(db, keys).items()}


def _put_pairs(tx: Tx, pairs: list[Any], _now: datetime) -> None:
    offices.serve(tx, pairs)


_NOUNS = {
    "articles": _Noun(
        articles.get, _article_digest, _article_digests, articles.from_dict,
        lambda tx, rows, now: articles.put_many(tx, rows, now=now),
        _remove("article", "article"), lambda article: replace(article, state="retired"),
    ),
    "offices": _Noun(
        offices.get, _digest, _digests_by(offices.get), lambda told: Office(**told),
        lambda tx, rows, now: offices.put_many(tx, rows, now=now),
        _remove("office", "office"), lambda office: replace(office, retired=True),
    ),
    "people": _Noun(
        people.get, _digest, _digests_by(people.get), lambda told: Person(**told),
        lambda tx, rows, now: people.put_many(tx, rows, now=now),
        _remove("person", "person"), lambda person: replace(person, active=False),
    ),
    "services": _Noun(
        _pair, _digest, _digests_by(_pair), tuple, _put_pairs, _unserve, lambda pair: pair,
    ),
}  # fmt: skip
KINDS = tuple(_NOUNS)
