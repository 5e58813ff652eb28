"""What is done about a gap: an article, a synonym, its words on an article, or a reason not to.

What is done is noted with the words that it is for; whether it helped, later questions show.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core.gaps.asking import key_of
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.roles import require
from frontdesk.core.search import checked_synonyms, house_synonyms, keep_house_synonyms
from frontdesk.core.sites import here
from frontdesk.store.events import Event
from frontdesk.store.store import Row, Tx

HOWS = ("written", "synonym", "linked", "dismissed")
MAX_REASON_CHARS = 500
MAX_WORDS = 50
MAX_KEYWORDS = 10  # ways of asking that an article is given
_COLUMNS = "id, how, words, text, article_id, before, desk, at, state"


@dataclass(frozen=True, slots=True)
class Closing:
    """What was done: `text` is the reason or the synonym, `article_id` what was begun or linked,
    `before` how often it was asked until then; states: done, withdrawn.
    """

    id: str
    how: str
    words: tuple[str, ...]
    text: str
    article_id: str
    before: int
    desk: str
    at: str
    state: str


def write(tx: Tx, asked: Sequence[str], before: int, *, now: datetime) -> Closing:
    """Begin an article for the words of a gap, the most asked first: a draft with them as its title
    and keywords.
    """
    require(tx, "gap.close")
    words = _plain(asked[0])
    draft = Article(words[:1].upper() + words[1:], lang=here(tx.db).lang, state="draft")
    article = articles.save(tx, _found_by(draft, asked[:MAX_KEYWORDS]), now=now)
    return _close(tx, "written", asked, before, article_id=article.id, now=now)


def add_synonym(tx: Tx, asked: Sequence[str], meant: str, before: int, *, now: datetime) -> Closing:
    """Let the first words of a gap lead to others, which the house uses; one line of synonyms."""
    require(tx, "gap.close")
    if not line(meant):
        raise UserError("gap.no_synonym", field="meant")
    told = checked_synonyms(f"{_plain(asked[0])} > {line(meant)}")
    keep_house_synonyms(tx, [*house_synonyms(tx.db), told])
    return _close(tx, "synonym", asked, before, text=told, now=now)


def link(tx: Tx, asked: Sequence[str], article_id: str, before: int, *, now: datetime) -> Closing:
    """Let an article be found by the words of a gap: they become keywords of it."""
    require(tx, "gap.close")
    article = articles.get(tx.db, article_id)
    if article is None:
        raise UserError("article.unknown", given=article_id)
    articles.save(tx, _found_by(article, asked[:MAX_KEYWORDS]), now=now)
    return _close(tx, "linked", asked, before, article_id=article_id, now=now)


def dismiss(tx: Tx, asked: Sequence[str], reason: str, before: int, *, now: datetime) -> Closing:
    """Say why nothing is done about a gap."""
    require(tx, "gap.close")
    if not line(reason):
        raise UserError("gap.no_reason", field="reason")
    return _close(tx, "dismissed", asked, before, text=line(reason)[:MAX_REASON_CHARS], now=now)


def withdraw(tx: Tx, closing_id: str, *, now: datetime) -> None:
    """Open a gap again; a synonym or a draft that came with its closing goes, keywords stay."""
    require(tx, "gap.close")
    closing = _get(tx.db, closing_id)
    if closing.how == "written" and articles.state(tx.db, closing.article_id) == "draft":
        articles.retire(tx, closing.article_id, now=now)
    if closing.how == "synonym" and closing.text in (lines := house_synonyms(tx.db)):
        lines.remove(closing.text)
        keep_house_synonyms(tx, lines)
    fold(tx, tx.append("closing.withdrawn", closing_id, {}, now))


def since(db: sqlite3.Connection, at: str) -> list[Closing]:
    """Return what was done since an instant, the latest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM gap_closing WHERE state = 'done' AND at >= ? "
        "ORDER BY at DESC, id DESC",
        (at,),
    )
    return [_read(row) for row in rows]


def fold(tx: Tx, event: Event) -> None:
    """Put what an event tells into the closing's row."""
    body = event.body
    if event.kind == "closing.made" and body is not None:
        words = json.dumps(body["words"], ensure_ascii=False)
        tx.execute(
            f"INSERT OR REPLACE INTO gap_closing({_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,'done')",
            (event.entity, body["how"], words, body["text"], body["article"], body["before"],
             body["desk"], event.at),
        )  # fmt: skip
    elif event.kind == "closing.withdrawn":
        tx.execute("UPDATE gap_closing SET state = 'withdrawn' WHERE id = ?", (event.entity,))


def _close(
    tx: Tx, how: str, asked: Sequence[str], before: int, *, text: str = "", article_id: str = "",
    now: datetime,
) -> Closing:  # fmt: skip
    require(tx, "gap.close")
    words = list(dict.fromkeys(filter(None, map(key_of, asked))))[:MAX_WORDS]
    if not words:
        raise UserError("gap.no_query", field="query")
    body = {
        "how": how, "words": words, "text": text, "article": article_id, "before": before,
        "desk": here(tx.db).desk,
    }  # fmt: skip
    event = tx.append("closing.made", uuid7(), body, now)
    fold(tx, event)
    return _get(tx.db, event.entity)


def _found_by(article: Article, asked: Sequence[str]) -> Article:
    """Return an article with the words of a gap among its keywords, without saying any twice."""
    known = key_of(f"{article.title} {article.keywords}").split()
    new = [_plain(text) for text in asked if not set(key_of(text).split()) <= set(known)]
    told = ", ".join(filter(None, (article.keywords, *dict.fromkeys(new))))
    return replace(article, keywords=told)


def _plain(text: str) -> str:
    """Return words without the signs that mean something in a line of synonyms or keywords."""
    return line("".join(" " if sign in ",=>" else sign for sign in text))


def _get(db: sqlite3.Connection, closing_id: str) -> Closing:
    row = db.execute(f"SELECT {_COLUMNS} FROM gap_closing WHERE id = ?", (closing_id,)).fetchone()
    if row is None:
        raise UserError("gap.no_closing", given=line(closing_id)[:60])
    return _read(row)


def _read(row: Row) -> Closing:
    return Closing(row[0], row[1], tuple(json.loads(row[2])), *row[3:])
