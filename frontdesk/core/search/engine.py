"""One search from text to hits, in one view of the database; `interrupt()` stops it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from frontdesk.core.search.candidates import questions
from frontdesk.core.search.hits import Found, Hit, exact, in_force_first, ranked_hit
from frontdesk.core.search.lexicon import Lexicon
from frontdesk.core.search.ranking import Jury, Ranked
from frontdesk.core.search.understanding import Reader, Understood

MAX_HITS = 50
MAX_NEAR = 5
PLAUSIBLE = 0.6  # as an answer to words whose last one is unfinished
MAX_READ = 14  # texts looked into where titles do not have all that was asked for
_threads = threading.local()  # each thread keeps its own reader, with its own connection


@dataclass(frozen=True, slots=True)
class Context:
    """Who asks: the language of the window, the day (ISO), the desk."""

    lang: str = "es"
    day: str = ""
    desk: str = ""


def search(db: sqlite3.Connection, text: str, context: Context, limit: int = 10) -> Found:
    """Return the best hits for a text as it is typed; its last word may be unfinished.

    May raise sqlite3.OperationalError where the connection is interrupted.
    """
    most = max(0, min(limit, MAX_HITS))
    with _snapshot(db):
        reader = _reader(db)
        asked = reader.understand(text)
        if not asked.words:
            return Found()
        hits = list(exact(db, text, context.day))
        jury = Jury(asked, context.day, context.lang)
        ranked = _ranked(db, asked, jury, reader.lexicon)
        if asked.may_be_mistyped and not _is_plausible(ranked):
            doubtful = reader.understand(text, doubts_last=True)
            other_jury = Jury(doubtful, context.day, context.lang)
            others = _ranked(db, doubtful, other_jury, reader.lexicon)
            if _is_plausible(others):
                asked, jury, ranked = doubtful, other_jury, others
        if any(one.missing for one in ranked[:most]):
            _read_texts(db, ranked[:MAX_READ], jury, reader.lexicon)
            ranked[:MAX_READ] = sorted(ranked[:MAX_READ], key=_order)
        hits += [ranked_hit(one, jury) for one in ranked[:most]]
        near = _near(asked, reader.lexicon) if hits else _resembling(asked, reader.lexicon)
        return Found(tuple(in_force_first(_once(hits)))[:most], _understood(asked), near)


def _ranked(
    db: sqlite3.Connection, asked: Understood, jury: Jury, lexicon: Lexicon
) -> list[Ranked]:
    """Ask the index until what was found is good enough; return it best first."""
    found: dict[int, Ranked] = {}
    for question in questions(asked, lexicon):
        if question.expression:
            for row in db.execute(question.sql, (question.expression, question.rows)):
                if row[0] not in found:
                    found[row[0]] = jury.rank(row)
        if sum(round(one.score, 6) >= question.good for one in found.values()) >= question.enough:
            break
    return sorted(found.values(), key=_order)


def _is_plausible(ranked: Sequence[Ranked]) -> bool:
    return bool(ranked) and ranked[0].score >= PLAUSIBLE


def _order(one: Ranked) -> tuple[float, int, str, str]:
    return -round(one.score, 6), len(one.row[1]), one.row[7], one.row[8]


def _read_texts(
    db: sqlite3.Connection, ranked: Sequence[Ranked], jury: Jury, lexicon: Lexicon
) -> None:
    incomplete = {one.row[0]: one for one in ranked if one.missing}
    marks = ",".join("?" * len(incomplete))
    rows = db.execute(f"SELECT n, text FROM search_text WHERE n IN ({marks})", list(incomplete))
    for n, text in rows:
        jury.add_text(incomplete[n], text, lexicon)


def _once(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    unique: dict[tuple[str, str], Hit] = {}
    for hit in hits:
        unique.setdefault((hit.noun, hit.id), hit)
    return tuple(unique.values())


def _understood(asked: Understood) -> tuple[str, ...]:
    return tuple(term.text for term in asked.terms if term.stems or term.start)


def _near(asked: Understood, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words of titles nearest to those that no title has."""
    near: dict[str, None] = {}
    for term in asked.terms:
        if not term.titles or any(why == "typo" for _, why in term.others.values()):
            near.update(dict.fromkeys(word for word, _ in lexicon.nearest(term.text)))
    return tuple(near)[:MAX_NEAR]


def _resembling(asked: Understood, lexicon: Lexicon) -> tuple[str, ...]:
    """Return what may have been meant where nothing was found."""
    near = dict.fromkeys(_near(asked, lexicon))
    for term in asked.terms:
        near.update(dict.fromkeys(lexicon.resembling(term.text)))
    return tuple(near)[:MAX_NEAR]


@contextmanager
def _snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """Let all reads of a search see one state of the index."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.rollback()


def _reader(db: sqlite3.Connection) -> Reader:
    state = dict(db.execute("SELECT key, value FROM search_state"))
    known: Reader | None = getattr(_threads, "reader", None)
    if known is None or known.lexicon.edition != state["edition"]:
        known = _threads.reader = Reader(Lexicon(db, state["edition"], state["docs"]))
    known.lexicon.use(db)
    return known
