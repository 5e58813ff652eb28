"""Writing an article while others may: what somebody else saved meanwhile is never written over.

Whoever opens an article keeps its digest; who saves says on which digest it rests. Two windows and
two sites are told alike, and what each changed alone comes together by itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.core.knowledge import articles, versions
from frontdesk.core.knowledge.articles import Article
from frontdesk.store.store import Tx

NEW = b""  # what an article rests on that is not there yet


@dataclass(frozen=True, slots=True)
class Joined:
    """Two edits of one article as one; in `clashes`, the fields that both changed differently, the
    article has the first one's words.
    """

    article: Article
    clashes: tuple[str, ...]


def save(tx: Tx, article: Article, *, base_digest: bytes, now: datetime) -> Article:
    """Save an article that rests on the one with a digest; `NEW` where there was none.

    Raises UserError `article.edited_elsewhere` where another one is stored by now: that one stays,
    and the caller still has the one given. `article.code_taken` where another one has its code.
    """
    stored = articles.digests(tx.db, [article.id]).get(article.id, NEW)
    if stored != base_digest and stored != articles.digest(articles.checked(article)):
        raise UserError("article.edited_elsewhere", article=article.id)
    _check_code(tx.db, article)
    return articles.save(tx, article, now=now)


def note_replaced(tx: Tx, coming: Iterable[Article], *, edited_since: str) -> None:
    """Note which articles were edited here since an instant and are replaced by others now."""
    edited = dict(
        tx.db.execute("SELECT id, digest FROM article WHERE changed_at > ?", (edited_since,))
    )
    made = ((a.id, articles.digest(a)) for a in coming if a.id in edited)
    tx.executemany(
        "INSERT OR REPLACE INTO article_replaced(article_id, digest) VALUES(?,?)",
        [(article_id, digest) for article_id, digest in made if digest != edited[article_id]],
    )


def join(db: sqlite3.Connection, mine: Article, *, base_digest: bytes) -> Joined | None:
    """Return an edit together with what was saved elsewhere since; None where the article is gone.

    Where nobody knows any more on what the edit rests, every difference is a clash.
    """
    theirs = articles.get(db, mine.id)
    if theirs is None:
        return None
    base = versions.of_digest(db, mine.id, base_digest)
    changed = {name: getattr(theirs, name) for name in _changed(base, mine, theirs)}
    joined = replace(mine, **changed)
    return Joined(joined, tuple(_clashes(base, mine, theirs)))


def _changed(base: Article | None, mine: Article, theirs: Article) -> Iterator[str]:
    """Yield the fields that only they changed."""
    for name in _NAMES:
        if base and getattr(mine, name) == getattr(base, name) != getattr(theirs, name):
            yield name


def _clashes(base: Article | None, mine: Article, theirs: Article) -> Iterator[str]:
    for name in _NAMES:
        told = {getattr(mine, name), getattr(theirs, name)}
        if len(told) > 1 and (base is None or getattr(base, name) not in told):
            yield name


def _check_code(db: sqlite3.Connection, article: Article) -> None:
    row = db.execute(
        "SELECT title FROM article WHERE code = ? AND code <> '' AND id <> ? "
        "AND state <> 'retired' LIMIT 1",
        (article.code.strip(), article.id),
    ).fetchone()
    if row:
        raise UserError("article.code_taken", field="code", given=article.code, title=row[0])


_NAMES = tuple(field.name for field in fields(Article) if field.name != "id")
