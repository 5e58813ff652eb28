"""Which documents are worth ranking: a few questions to the index, each only when the ones before
found little. Nothing that a user typed reaches the index unquoted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from frontdesk.core.search.index import WORD_MARK
from frontdesk.core.search.terms import Term
from frontdesk.core.search.understanding import Slot, Understood

MAX_ROWS = 40
FEW = 10
ENOUGH_AS_SAID = 3  # titles with the very words that were typed; then nothing else is meant
MANY = 3  # things asked for; then the function words do not tell titles apart
MAX_STEMS = 40
_COLUMNS = "d.n, d.words, d.lang, d.keyword_words, d.valid_from, d.valid_to, d.noun, d.id"
_TITLES = (
    f"SELECT {_COLUMNS} FROM search_title JOIN search_doc d ON d.n = search_title.rowid "
    "WHERE search_title MATCH ? LIMIT ?"
)
_BODIES = (
    f"SELECT {_COLUMNS} FROM search_body JOIN search_doc d ON d.n = search_body.rowid "
    "WHERE search_body MATCH ? LIMIT ?"
)


Row = tuple[int, str, str, str, str, str, str, str]
Found = dict[int, Row]


def gather(db: sqlite3.Connection, asked: Understood) -> Found:
    """Return the documents worth ranking, by row number."""
    found: Found = {}
    slots = [slot for slot in asked.slots if _meant(slot)]
    if not slots:
        return found
    weighty = [slot for slot in slots if not slot.is_light] or slots
    said = _all_of(slots, _said)
    if asked.fillers and len(weighty) < MANY:
        _add(db, found, _TITLES, said and said + "".join(map(_and_filler, asked.fillers)))
    _add(db, found, _TITLES, said)
    if len(found) >= ENOUGH_AS_SAID:
        return found
    _add(db, found, _TITLES, _all_of(slots, _meant))
    if len(found) < FEW and len(weighty) < len(slots):
        _add(db, found, _TITLES, _all_of(weighty, _meant))
    if len(found) < FEW:
        _add(db, found, _BODIES, _all_of(weighty, _in_text))
    if len(found) < FEW and len(weighty) > 1:
        _add_partial(db, found, weighty)
    return found


def _add_partial(db: sqlite3.Connection, found: Found, slots: Sequence[Slot]) -> None:
    rarest = sorted(slots, key=lambda slot: -slot.weight)[:4]
    some = [_all_of(pair, _meant) for pair in combinations(rarest, max(1, len(rarest) - 1))]
    _add(db, found, _TITLES, _any_of(some))
    some = [_all_of(pair, _in_text) for pair in combinations(rarest, max(1, len(rarest) - 1))]
    _add(db, found, _BODIES, _any_of(some))
    if len(found) < FEW:
        _add(db, found, _TITLES, _any_of(map(_meant, rarest)))


def _add(db: sqlite3.Connection, found: Found, sql: str, expression: str) -> None:
    if expression:
        for row in db.execute(sql, (expression, MAX_ROWS)):
            found[row[0]] = row


def _all_of(slots: Iterable[Slot], expressed: Callable[[Slot], str]) -> str:
    """Return the expression that asks for all slots, or nothing where one cannot be asked for."""
    parts = [expressed(slot) for slot in slots]
    return " AND ".join(f"({part})" for part in parts) if all(parts) else ""


def _any_of(parts: Iterable[str]) -> str:
    return " OR ".join(f"({part})" for part in parts if part)


def _and_filler(term: Term) -> str:
    return f" AND {_word(term.text)}" if term.is_word else ""


def _said(slot: Slot) -> str:
    """Ask titles for the words as they were typed, or begun."""
    parts = [_any_of(_words(term)) for term in slot.terms]
    return " AND ".join(f"({part})" for part in parts) if all(parts) else ""


def _words(term: Term) -> Iterator[str]:
    if term.is_word:
        yield _word(term.text)
    if term.start:
        yield f"{_word(term.start)}*"
    for word in term.beginnings:
        yield _word(word)


def _meant(slot: Slot) -> str:
    """Ask titles for everything that may be meant."""
    members = [_any_of(_stems(term)) for term in slot.terms]
    own = [" AND ".join(f"({text})" for text in members)] if all(members) else []
    phrases = [" AND ".join(map(_quoted, phrase)) for phrase, _ in slot.phrases[:MAX_STEMS]]
    return _any_of([*own, *phrases])


def _in_text(slot: Slot) -> str:
    """Ask bodies, which know no beginnings, for everything that may be meant."""
    members = [_any_of(map(_quoted, term.stems)) for term in slot.terms if not term.start]
    own = [" AND ".join(f"({text})" for text in members)] if members and all(members) else []
    phrases = [" AND ".join(map(_quoted, phrase)) for phrase, _ in slot.phrases[:MAX_STEMS]]
    return _any_of([*own, *phrases])


def _stems(term: Term) -> Iterator[str]:
    yield from map(_quoted, list(term.stems)[:MAX_STEMS])
    if term.start:
        yield f"{_word(term.start)}*"


def _word(word: str) -> str:
    return _quoted(WORD_MARK + word)


def _quoted(text: str) -> str:
    escaped = text.replace('"', '""')
    return f'"{escaped}"'
