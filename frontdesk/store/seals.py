"""A hash of each row of house and knowledge, written with the row: what differs was edited by hand.

What happened at the desk is told by events and judged by them. Offices, people, rules and the like
are rows that are changed in place, so each transaction that touches them seals them anew; `check`
then names the row that was changed, removed or added behind the program's back. Articles carry a
hash of their own, so only their number and the sum of those hashes is kept.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterator

SEALED = (
    "account", "closure", "desk", "office", "paper_wording", "person", "rule_pack",
    "search_synonym", "series", "service", "setting", "site",
)  # fmt: skip
ARTICLE, ALL = "article", "*"
DIGEST_BYTES = 16


def seal(db: sqlite3.Connection, touched: Collection[str]) -> None:
    """Seal the tables that a transaction has touched; with the first one, all of them."""
    wanted = {*SEALED, ARTICLE}.intersection(touched)
    if not wanted:
        return
    if not db.execute("SELECT 1 FROM seal LIMIT 1").fetchone():
        wanted = {*SEALED, ARTICLE}
    for table in wanted:
        _seal(db, table)


def forget(db: sqlite3.Connection) -> None:
    """Take all seals away: a step of the schema has changed what the rows are made of."""
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'seal'").fetchone():
        db.execute("DELETE FROM seal")


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a line for each row that is not as the program left it."""
    if not db.execute("SELECT 1 FROM seal LIMIT 1").fetchone():
        return
    for table in (*SEALED, ARTICLE):
        sealed, found = _sealed(db, table), _digests(db, table)
        for key in sorted(sealed.keys() | found.keys()):
            name = f"{table} {key}"
            if key not in found:
                yield f"{name}: removed by hand"
            elif key not in sealed:
                yield f"{name}: added by hand"
            elif sealed[key] != found[key]:
                yield _articles(db) if table == ARTICLE else f"{name}: changed by hand"


def _seal(db: sqlite3.Connection, table: str) -> None:
    sealed, found = _sealed(db, table), _digests(db, table)
    gone = [(table, key) for key in sealed if key not in found]
    other = [(table, key, made) for key, made in found.items() if sealed.get(key) != made]
    db.executemany("DELETE FROM seal WHERE noun = ? AND id = ?", gone)
    db.executemany("INSERT OR REPLACE INTO seal(noun, id, digest) VALUES(?,?,?)", other)


def _sealed(db: sqlite3.Connection, table: str) -> dict[str, bytes]:
    return dict(db.execute("SELECT id, digest FROM seal WHERE noun = ?", (table,)))


def _digests(db: sqlite3.Connection, table: str) -> dict[str, bytes]:
    if table == ARTICLE:
        return {ALL: _sum(db)}
    columns = db.execute(
        "SELECT name, pk FROM pragma_table_info(?) ORDER BY name", (table,)
    ).fetchall()
    keys = [place for place, (_, pk) in enumerate(columns) if pk]
    names = ", ".join(name for name, _ in columns)
    # A text that somebody broke by hand must not keep the desk from writing.
    reader, db.text_factory = db.text_factory, _as_it_is
    try:
        return {
            " ".join(str(row[place]) for place in keys): _hash(row)
            for row in db.execute(f"SELECT {names} FROM {table}")
        }
    finally:
        db.text_factory = reader


def _as_it_is(data: bytes) -> str:
    return data.decode("utf-8", errors="surrogateescape")


def _hash(row: tuple[object, ...]) -> bytes:
    text = json.dumps(row, ensure_ascii=False, default=repr)
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).digest()[:DIGEST_BYTES]


def _sum(db: sqlite3.Connection) -> bytes:
    """Return the number of articles and the exclusive or of their hashes."""
    count = total = 0
    for (made,) in db.execute("SELECT digest FROM article"):
        count += 1
        total ^= int.from_bytes(made)
    return count.to_bytes(8) + total.to_bytes(DIGEST_BYTES)


def _articles(db: sqlite3.Connection) -> str:
    """Name an article that the search index knows and the table does not, or the other way."""
    row = db.execute(
        "SELECT id, 'removed' FROM search_doc WHERE noun = 'article' "
        "AND id NOT IN (SELECT id FROM article) "
        "UNION ALL SELECT id, 'added' FROM article WHERE state = 'published' "
        "AND id NOT IN (SELECT id FROM search_doc WHERE noun = 'article') LIMIT 1"
    ).fetchone()
    return f"article {row[0]}: {row[1]} by hand" if row else "article: changed by hand"
