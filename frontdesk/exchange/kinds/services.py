"""Which office gives which service, as rows of two codes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core import offices
from frontdesk.core.knowledge.articles import Counts
from frontdesk.exchange.kinds import cells
from frontdesk.exchange.reading import Row
from frontdesk.store.store import Tx

FIELDS = ("article", "office")
Pair = tuple[str, str]


def parse(db: sqlite3.Connection, row: Row) -> tuple[str, str, Pair]:
    """Return (key, label, (article id, office id)) of a row that names both by id or code."""
    given = cells.text(row, "article")
    article = db.execute(
        "SELECT id, title FROM article WHERE id = ?1 OR (code = ?1 AND code <> '') "
        "ORDER BY id <> ?1 LIMIT 1",
        (given,),
    ).fetchone()
    if article is None:
        raise UserError("article.unknown", field="article", given=line(given)[:60])
    office = offices.resolve(db, cells.text(row, "office"))
    pair = (str(article[0]), office.id)
    return "\x1f".join(pair), f"{article[1]} - {office.name}", pair


def state(db: sqlite3.Connection, pair: Pair) -> str:
    """Return whether an office's service is new or the same as here."""
    known = db.execute("SELECT 1 FROM service WHERE article_id = ? AND office_id = ?", pair)
    return "same" if known.fetchone() else "new"


def save(tx: Tx, found: Sequence[Pair], *, now: datetime) -> Counts:  # noqa: ARG001 - every kind's form
    """Store the pairs in one transaction."""
    states = [state(tx.db, pair) for pair in found]
    offices.serve(tx, found)
    return Counts.of(states)


def rows(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield all pairs, by code where there is one."""
    pairs = db.execute(
        "SELECT coalesce(nullif(a.code, ''), a.id), coalesce(nullif(o.code, ''), o.id) "
        "FROM service s JOIN article a ON a.id = s.article_id JOIN office o ON o.id = s.office_id "
        "ORDER BY a.n, o.name"
    )
    for article, office in pairs:
        yield {"article": article, "office": office}
