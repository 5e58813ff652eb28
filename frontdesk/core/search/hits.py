"""What a search returns, and the hits that need no ranking: a code, a title, a folio, a habit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from frontdesk.base.text import fold
from frontdesk.core.search import choices
from frontdesk.core.search.index import MAX_TITLE_WORDS
from frontdesk.core.search.ranking import Jury, Ranked
from frontdesk.core.search.words import WORD, code_key, title_key, words

EXACT_SCORE = 2.0
MOST_OUTDATED = 1.9  # of what is not valid: nothing names it outright any more
MAX_EXACT = 5
MAX_CODE_CHARS = 60
MIN_FOLIO_END = 3  # characters of a folio's end
FOLIOS_LOOKED_AT = 20_000


@dataclass(frozen=True, slots=True)
class Hit:
    """One result. `reason` is code, title, prefix, typo, synonym, keyword, body, folio or chosen;
    `runs` are the (start, length) of what matches in the title, `holds` whether it is valid then.
    """

    noun: str
    id: str
    code: str
    kind: str
    title: str
    score: float
    reason: str
    runs: tuple[tuple[int, int], ...] = ()
    holds: bool = True

    @property
    def is_exact(self) -> bool:
        """Whether the text names it outright: its folio, code or name, or what is always chosen."""
        return self.score >= EXACT_SCORE


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, best first; the words that were understood, and for the others the nearest."""

    hits: tuple[Hit, ...] = ()
    understood: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def exact(db: sqlite3.Connection, text: str, day: str) -> Iterator[Hit]:
    """Yield what the text names outright: a folio, a code, what is always chosen, a title."""
    yield from _folios(db, text)
    key = code_key(text[:MAX_CODE_CHARS])
    if key:
        yield from _docs(db, "code_key = ? AND code_key <> ''", (key,), "code", day)
    for noun, doc_id in choices.favourites(db, text):
        yield from _docs(db, "noun = ? AND id = ?", (noun, doc_id), "chosen", day)
    title = " ".join(words(text)[:MAX_TITLE_WORDS])
    if title:
        yield from _docs(db, "title_key = ? AND words = ?", (title_key(title), title), "title", day)


def ranked_hit(one: Ranked, jury: Jury) -> Hit:
    """Return the hit for a ranked document."""
    kind, noun, doc_id, code, title = one.row[6:]
    runs = _runs(title, one.row[1].split(), one.places)
    holds = is_in_force(*one.row[4:6], jury.day)
    return Hit(noun, doc_id, code, kind, title, one.score, jury.reason(one), runs, holds)


def is_in_force(valid_from: str, valid_to: str, day: str) -> bool:
    """Tell whether something is valid on a day (ISO); without one everything is."""
    return not day or (valid_from <= day and (not valid_to or day <= valid_to))


def in_force_first(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield what is valid first, then the rest; what was asked for by its code stays in place."""
    rest = []
    for hit in hits:
        if hit.holds or hit.reason in {"code", "folio"}:
            yield hit
        else:
            rest.append(replace(hit, score=min(hit.score, MOST_OUTDATED)))
    yield from rest


def _docs(
    db: sqlite3.Connection, where: str, params: Sequence[object], reason: str, day: str
) -> Iterator[Hit]:
    rows = db.execute(
        "SELECT noun, id, code, kind, title, valid_from, valid_to FROM search_doc "
        f"WHERE {where} ORDER BY n LIMIT ?",
        (*params, MAX_EXACT),
    ).fetchall()
    for noun, doc_id, code, kind, title, valid_from, valid_to in rows:
        runs = ((0, len(title)),) if reason == "title" else ()
        holds = is_in_force(valid_from, valid_to, day)
        yield Hit(noun, doc_id, code, kind, title, EXACT_SCORE, reason, runs, holds)


def _folios(db: sqlite3.Connection, text: str) -> Iterator[Hit]:
    """Yield the complaints whose folio is the text, or ends with it, newest first."""
    asked = text.strip()[:MAX_CODE_CHARS].upper()
    looks_like_one = asked.isascii() and asked.replace("-", "").isalnum() and asked[-1:].isdigit()
    if not looks_like_one or len(asked) < MIN_FOLIO_END:
        return
    rows = db.execute(
        "SELECT id, folio FROM complaint WHERE folio = ?1 UNION SELECT id, folio FROM ("
        "SELECT id, folio FROM complaint ORDER BY rowid DESC LIMIT ?2) "
        "WHERE substr(folio, -length(?1)) = ?1 ORDER BY folio DESC LIMIT ?3",
        (asked, FOLIOS_LOOKED_AT, MAX_EXACT),
    ).fetchall()
    for complaint_id, folio in rows:
        run = (len(folio) - len(asked), len(asked))
        yield Hit(
            "complaint", complaint_id, folio, "complaint", folio, EXACT_SCORE, "folio", (run,)
        )


def _runs(title: str, title_words: list[str], places: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return where the words that answer stand in the title as it is shown."""
    spans = [match.span() for match in WORD.finditer(title)]
    if len(spans) == len(title_words):
        shown = [spans[at] for at in sorted(set(places))]
    else:
        answers = {title_words[at] for at in places}
        shown = [(start, end) for start, end in spans if fold(title[start:end]) in answers]
    return tuple((start, end - start) for start, end in shown)
