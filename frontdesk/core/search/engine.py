"""One search from text to hits."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from frontdesk.base.text import fold
from frontdesk.core.search.candidates import questions
from frontdesk.core.search.lexicon import Lexicon
from frontdesk.core.search.ranking import Jury, Ranked
from frontdesk.core.search.understanding import Reader, Understood
from frontdesk.core.search.words import WORD, code_key

MAX_HITS = 50
MAX_READ = 14  # texts looked into where titles do not have all that was asked for
_threads = threading.local()


@dataclass(frozen=True, slots=True)
class Context:
    """Who asks: the language of the window, the day (ISO), the desk."""

    lang: str = "es"
    day: str = ""
    desk: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One result. `reason` is code, title, prefix, typo, synonym, keyword, body, folio or chosen;
    `runs` are the (start, length) of what matches in the title.
    """

    noun: str
    id: str
    code: str
    kind: str
    title: str
    score: float
    reason: str
    runs: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, best first; the words that were understood, and for the others the nearest words."""

    hits: tuple[Hit, ...] = ()
    understood: tuple[str, ...] = ()
    near: tuple[str, ...] = field(default=())


def search(db: sqlite3.Connection, text: str, context: Context, limit: int = 10) -> Found:
    """Return the best hits for a text as it is typed; its last word may be unfinished.

    May raise sqlite3.OperationalError where the connection is interrupted.
    """
    with _snapshot(db):
        asked = _reader(db).understand(text)
        if not asked.words:
            return Found()
        jury = Jury(asked, context.day)
        ranked = _ranked(db, asked, jury)
        if any(one.missing for one in ranked[:limit]):
            _read_texts(db, ranked[:MAX_READ], jury)
            ranked[:MAX_READ] = sorted(ranked[:MAX_READ], key=_order)
        best = ranked[: min(limit, MAX_HITS)]
        hits = _by_code(db, text) + [_hit(one, jury) for one in best]
    unique = {(hit.noun, hit.id): hit for hit in reversed(hits)}
    known = tuple(term.text for term in asked.terms if term.stems or term.start)
    return Found(tuple(reversed(unique.values()))[:limit], known)


def _ranked(db: sqlite3.Connection, asked: Understood, jury: Jury) -> list[Ranked]:
    """Ask the index until what was found is good enough; return it best first."""
    found: dict[int, Ranked] = {}
    for question in questions(asked):
        if question.expression:
            for row in db.execute(question.sql, (question.expression, question.rows)):
                if row[0] not in found:
                    found[row[0]] = jury.rank(row)
        if sum(one.score >= question.good for one in found.values()) >= question.enough:
            break
    return sorted(found.values(), key=_order)


def _order(one: Ranked) -> tuple[float, int, str, str]:
    return -round(one.score, 6), len(one.row[1]), one.row[7], one.row[8]


def _read_texts(db: sqlite3.Connection, ranked: Sequence[Ranked], jury: Jury) -> None:
    marks = ",".join("?" * len(ranked))
    rows = db.execute(
        f"SELECT n, stems FROM search_text WHERE n IN ({marks})",
        [one.row[0] for one in ranked],
    )
    texts = dict(rows)
    for one in ranked:
        if one.missing:
            jury.add_text(one, texts[one.row[0]])


def _by_code(db: sqlite3.Connection, text: str) -> list[Hit]:
    key = code_key(text[:60])
    if not key:
        return []
    rows = db.execute(
        "SELECT noun, id, code, kind, title, 2.0, 'code' FROM search_doc WHERE code_key = ? "
        "AND code_key <> '' ORDER BY n LIMIT 5",
        (key,),
    )
    return [Hit(*row) for row in rows]


def _hit(one: Ranked, jury: Jury) -> Hit:
    kind, noun, doc_id, code, title = one.row[6:]
    runs = _runs(title, one.row[1].split(), one.places)
    return Hit(noun, doc_id, code, kind, title, one.score, jury.reason(one), runs)


def _runs(title: str, words: list[str], places: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return where the words that answer stand in the title as it is shown."""
    spans = [match.span() for match in WORD.finditer(title)]
    if len(spans) == len(words):
        shown = [spans[at] for at in sorted(set(places))]
    else:
        answers = {words[at] for at in places}
        shown = [(start, end) for start, end in spans if fold(title[start:end]) in answers]
    return tuple((start, end - start) for start, end in shown)


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
        if db.in_transaction:
            db.execute("ROLLBACK")


def _reader(db: sqlite3.Connection) -> Reader:
    state = dict(db.execute("SELECT key, value FROM search_state"))
    known: Reader | None = getattr(_threads, "reader", None)
    if known is None or known.lexicon.edition != state["edition"]:
        known = _threads.reader = Reader(Lexicon(db, state["edition"], state["docs"]))
    known.lexicon.use(db)
    return known
