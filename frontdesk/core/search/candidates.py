"""Which documents are worth ranking: a few questions to the index, each only when the ones before
found little. Nothing that a user typed reaches the index unquoted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from frontdesk.core.search.understanding import Slot, Term, Understood

MAX_ROWS = 100
FEW = 10
MANY = 3  # things asked for; then the function words do not tell titles apart
MAX_STEMS = 40
_COLUMNS = (
    "d.n, d.noun, d.id, d.lang, d.kind, d.code, d.title, d.words, d.stems, d.keyword_words, "
    "d.keyword_stems, d.valid_from, d.valid_to"
)
_TITLES = (
    f"SELECT {_COLUMNS} FROM search_title JOIN search_doc d ON d.n = search_title.rowid "
    "WHERE search_title MATCH ? LIMIT ?"
)
_BODIES = (
    f"SELECT {_COLUMNS} FROM search_body JOIN search_doc d ON d.n = search_body.rowid "
    "WHERE search_body MATCH ? LIMIT ?"
)


@dataclass(slots=True)
class Candidate:
    """One document to be ranked."""

    n: int
    noun: str
    id: str
    lang: str
    kind: str
    code: str
    title: str
    words: str
    stems: str
    keyword_words: str
    keyword_stems: str
    valid_from: str
    valid_to: str


Found = dict[int, Candidate]


def gather(db: sqlite3.Connection, asked: Understood) -> Found:
    """Return the documents worth ranking, by row number."""
    found: Found = {}
    slots = [slot for slot in asked.slots if _slot(slot)]
    if not slots:
        return found
    weighty = [slot for slot in slots if not slot.is_light] or slots
    if asked.fillers and len(weighty) < MANY:
        _add(db, found, _TITLES, _all_of(slots) + "".join(map(_and_filler, asked.fillers)))
    _add(db, found, _TITLES, _all_of(slots))
    if len(found) < FEW and len(weighty) < len(slots):
        _add(db, found, _TITLES, _all_of(weighty))
    if len(found) < FEW:
        _add(db, found, _BODIES, _all_of(slots))
    if len(found) < FEW and len(weighty) > 1:
        _add_partial(db, found, weighty)
    return found


def _add_partial(db: sqlite3.Connection, found: Found, slots: Sequence[Slot]) -> None:
    rarest = sorted(slots, key=lambda slot: -slot.weight)[:4]
    some = [_all_of(pair) for pair in combinations(rarest, max(1, len(rarest) - 1))]
    _add(db, found, _TITLES, _any_of(some))
    _add(db, found, _BODIES, _any_of(some))
    if len(found) < FEW:
        _add(db, found, _TITLES, _any_of(map(_slot, rarest)))


def _add(db: sqlite3.Connection, found: Found, sql: str, expression: str) -> None:
    if expression:
        for row in db.execute(sql, (expression, MAX_ROWS)):
            found.setdefault(row[0], Candidate(*row))


def _and_filler(term: Term) -> str:
    return f" AND ({text})" if term.titles and (text := _term(term)) else ""


def _all_of(slots: Iterable[Slot]) -> str:
    return " AND ".join(f"({_slot(slot)})" for slot in slots)


def _any_of(parts: Iterable[str]) -> str:
    return " OR ".join(f"({part})" for part in parts if part)


def _slot(slot: Slot) -> str:
    members = [text for term in slot.terms if (text := _term(term))]
    own = [" AND ".join(f"({text})" for text in members)] if members else []
    phrases = [" AND ".join(map(_quoted, phrase)) for phrase, _ in slot.phrases[:MAX_STEMS]]
    return _any_of([*own, *phrases])


def _term(term: Term) -> str:
    stems = list(map(_quoted, list(term.stems)[:MAX_STEMS]))
    if term.start:
        stems.append(f"{_quoted(term.start)}*")
    return " OR ".join(stems)


def _quoted(text: str) -> str:
    escaped = text.replace('"', '""')
    return f'"{escaped}"'
