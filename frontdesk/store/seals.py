"""A hash of each row of house and knowledge, written with the row: what differs was edited by hand.

What happened at the desk is told by events and judged by them. Offices, people, rules and the like
are rows that are changed in place, so each transaction that touches them seals them anew; `check`
then names the row that was changed, removed or added behind the program's back. Articles carry a
hash of their own, so only their number and the sum of those hashes is kept; so do their versions,
of which a sum is kept for each article.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

SEALED = (
    "account", "article_review", "closure", "desk", "office", "paper_wording", "person",
    "rule_pack", "search_synonym", "series", "service", "setting", "site",
)  # fmt: skip
ARTICLE, ALL = "article", "*"
VERSION = "article_version"
DIGEST_BYTES = 16
_AT_ONCE = 500  # versions in memory: each has an article's whole text
_VERSIONS = "SELECT article_id, until_at, content, since_at, changed_by FROM article_version"


def seal(db: sqlite3.Connection, touched: Collection[str]) -> None:
    """Seal the tables that a transaction has touched."""
    wanted = {*SEALED, ARTICLE}.intersection(touched)
    for table in wanted:
        _seal(db, table)
    if ARTICLE in wanted:
        _seal_versions(db)


def renew(db: sqlite3.Connection) -> None:
    """Seal everything anew: a step of the schema has changed what the rows are made of."""
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not there.issuperset(SEALED):  # a schema that is not complete yet
        return
    db.execute("DELETE FROM seal")
    db.execute("UPDATE article_version SET digest = x''")
    seal(db, [*SEALED, ARTICLE])


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a line for each row that is not as the program left it."""
    if not db.execute("SELECT 1 FROM seal LIMIT 1").fetchone():
        yield "seal: all removed by hand"
        return
    for table in (*SEALED, ARTICLE, VERSION):
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


def _seal_versions(db: sqlite3.Connection) -> None:
    """Seal the versions that have come, and no other: an earlier one never changes."""
    articles: set[str] = set()
    while fresh := db.execute(f"{_VERSIONS} WHERE digest = x'' LIMIT {_AT_ONCE}").fetchall():
        articles.update(row[0] for row in fresh)
        db.executemany(
            "UPDATE article_version SET digest = ? WHERE article_id = ? AND until_at = ?",
            [(_hash(row), *row[:2]) for row in fresh],
        )
    for article_id in articles:
        made = db.execute("SELECT digest FROM article_version WHERE article_id = ?", (article_id,))
        db.execute(
            "INSERT OR REPLACE INTO seal(noun, id, digest) VALUES(?,?,?)",
            (VERSION, article_id, _sum(digest for (digest,) in made)),
        )


def _sealed(db: sqlite3.Connection, table: str) -> dict[str, bytes]:
    return dict(db.execute("SELECT id, digest FROM seal WHERE noun = ?", (table,)))


def _digests(db: sqlite3.Connection, table: str) -> dict[str, bytes]:
    if table == ARTICLE:
        return {ALL: _sum(made for (made,) in db.execute("SELECT digest FROM article"))}
    if table == VERSION:
        of_article = groupby(db.execute(f"{_VERSIONS} ORDER BY article_id"), itemgetter(0))
        return {article_id: _sum(map(_hash, rows)) for article_id, rows in of_article}
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


def _sum(digests: Iterable[bytes]) -> bytes:
    """Return the number of some hashes and their exclusive or."""
    count = total = 0
    for made in digests:
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
