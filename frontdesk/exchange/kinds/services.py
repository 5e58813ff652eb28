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
from frontdesk.exchange.kinds.known import Known
from frontdesk.exchange.reading import Row
from frontdesk.store.store import Tx

FIELDS = ("article", "office")
Pair = tuple[str, str]


def parse(known: Known, row: Row) -> tuple[str, str, Pair]:
    """Return (key, label, (article id, office id)) of a row that names both by id or code."""
    given = cells.text(row, "article")
    article = known.db.execute(
        "SELECT id, title FROM article WHERE id = ?1 OR (code = ?1 AND code <> '') "
        "ORDER BY id <> ?1 LIMIT 1",
        (given,),
    ).fetchone()
    if article is None:
        raise UserError("article.unknown", field="article", given=line(given)[:60])
    office = known.office(cells.text(row, "office"))
    pair = (str(article[0]), office.id)
    return "\x1f".join(pair), f"{article[1]} - {office.name}", pair


def states(known: Known, found: Sequence[Pair]) -> list[str]:
    """Return whether each office's service is new or the same as here."""
    known_pairs = here(known)
    return ["same" if pair in known_pairs else "new" for pair in found]


def here(known: Known) -> set[Pair]:
    """Return the pairs that are here."""
    return {*known.db.execute("SELECT article_id, office_id FROM service")}


def save(tx: Tx, found: Sequence[Pair], *, now: datetime) -> Counts:  # noqa: ARG001 - every kind's form
    """Store the pairs in one transaction."""
    before = states(Known(tx.db), found)
    offices.serve(tx, found)
    return Counts.of(before)


def rows(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield all pairs, by code where there is one."""
    pairs = db.execute(
        "SELECT coalesce(nullif(a.code, ''), a.id), coalesce(nullif(o.code, ''), o.id) "
        "FROM service s JOIN article a ON a.id = s.article_id JOIN office o ON o.id = s.office_id "
        "ORDER BY a.n, o.name"
    )
    for article, office in pairs:
        yield {"article": article, "office": office}
