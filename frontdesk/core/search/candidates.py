"""Which documents are worth ranking: a few questions to the index, each only when the ones before
found little. Nothing that a user typed reaches the index unquoted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from frontdesk.core.search.lexicon import Lexicon
from frontdesk.core.search.terms import Term
from frontdesk.core.search.thesaurus import Meaning
from frontdesk.core.search.understanding import Slot, Understood

MAX_ROWS = 40
FEW_ROWS = 12
MANY = 3  # things asked for; then the function words do not tell titles apart
MAX_STEMS = 40
MAX_RAREST = 4
PAIR = 2
MIN_TELLING_START = 3  # letters
_COLUMNS = (
    "d.n, d.words, d.lang, d.keyword_words, d.valid_from, d.valid_to, "
    "d.kind, d.noun, d.id, d.code, d.title"
)
_SELECT = (
    f"SELECT {_COLUMNS} FROM {{0}} JOIN search_doc d ON d.n = {{0}}.rowid "
    "WHERE {0} MATCH ? LIMIT ?"
)
_WORDS = _SELECT.format("search_title_word")
_TITLES = _SELECT.format("search_title_stem")
_BODIES = _SELECT.format("search_body")
Row = tuple[int, str, str, str, str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the index, for so many rows; with `enough` answers of `good` score nothing
    more is asked.
    """

    sql: str
    expression: str
    rows: int
    enough: int
    good: float


def questions(asked: Understood, lexicon: Lexicon) -> Iterator[Question]:
    """Yield the questions worth asking, the narrowest first."""
    slots = [slot for slot in asked.slots if _meant(slot) or _can_be_in_text(slot)]
    if not slots:
        return
    weighty = [slot for slot in slots if not slot.is_light] or slots
    said = _all_of(slots, _said)
    if said:
        if asked.fillers and len(weighty) < MANY:
            with_fillers = said + "".join(map(_and_filler, asked.fillers))
            yield Question(_WORDS, with_fillers, MAX_ROWS, 2, 0.95)
        yield Question(_WORDS, said, MAX_ROWS, 3, 0.9)
    yield Question(_TITLES, _all_of(slots, _meant), MAX_ROWS, 2, 0.7)
    if len(weighty) < len(slots):
        yield Question(_TITLES, _all_of(weighty, _meant), MAX_ROWS, 2, 0.65)
    yield from _partial(weighty, lexicon)


def _partial(slots: Sequence[Slot], lexicon: Lexicon) -> Iterator[Question]:
    def in_text(slot: Slot) -> str:
        return _in_text(slot, lexicon)

    yield Question(_BODIES, _all_of(slots, in_text), FEW_ROWS, 1, 0.8)
    if len(slots) == 1 and len(slots[0].terms) == 1:
        return
    rarest = sorted(slots, key=lambda slot: -slot.weight)[:MAX_RAREST]
    if len(rarest) > PAIR:
        most = list(combinations(rarest, len(rarest) - 1))
        yield Question(_TITLES, _any_of(_all_of(some, _meant) for some in most), MAX_ROWS, 5, 0.6)
        yield Question(_BODIES, _any_of(_all_of(some, in_text) for some in most), FEW_ROWS, 5, 0.4)
    yield Question(_TITLES, _any_of(map(_strong, rarest)), MAX_ROWS, 1, 0.5)
    yield Question(_TITLES, _any_of(map(_loosely, rarest)), FEW_ROWS, 3, 0.2)
    yield Question(_BODIES, _any_of(map(in_text, rarest)), FEW_ROWS, 1, 0.0)


def _all_of(slots: Iterable[Slot], expressed: Callable[[Slot], str]) -> str:
    """Return the expression that asks for all slots, or nothing where one cannot be asked for."""
    parts = [expressed(slot) for slot in slots]
    return " AND ".join(f"({part})" for part in parts) if all(parts) else ""


def _any_of(parts: Iterable[str]) -> str:
    return " OR ".join(f"({part})" for part in parts if part)


def _and_filler(term: Term) -> str:
    return f" AND ({words})" if (words := _words(term)) else ""


def _can_be_in_text(slot: Slot) -> bool:
    return any(term.docs or term.starts_in_texts for term in slot.terms)


def _said(slot: Slot) -> str:
    """Ask titles for the words as they were typed, or begun."""
    return _together(map(_words, slot.terms))


def _meant(slot: Slot) -> str:
    """Ask titles for everything that may be meant."""
    return _any_of([_together(map(_stems, slot.terms)), *_phrases(slot.meanings)])


def _own(slot: Slot) -> str:
    """Ask for the stems of the words themselves."""
    return _together(map(_roots, slot.terms))


def _strong(slot: Slot) -> str:
    """Ask for the words themselves, or for what all of them together mean."""
    return _any_of([_own(slot), *_phrases(slot.meanings)])


def _loosely(slot: Slot) -> str:
    """Ask for any of what may be meant, also where its words were taken together."""
    return _any_of([*map(_stems, slot.terms), *_phrases(slot.meanings)])


def _in_text(slot: Slot, lexicon: Lexicon) -> str:
    """Ask texts, which hold words and no stems, for all forms of the words, or what they begin."""
    return _together(
        _any_of([
            *(map(_quoted, lexicon.forms(term.text)) if term.is_whole else ()),
            *([f"{_quoted(term.text)}*"] if term.starts_in_texts else ()),
        ])
        for term in slot.terms
        if term.is_whole or term.starts_in_texts
    )  # fmt: skip


def _together(parts: Iterable[str]) -> str:
    members = list(parts)
    return " AND ".join(f"({part})" for part in members) if all(members) else ""


def _once(express: Callable[[Term], str]) -> Callable[[Term], str]:
    """Keep an expression with its term, which lives for many keystrokes."""
    name = express.__name__

    def kept(term: Term) -> str:
        found = term.asked.get(name)
        if found is None:
            found = term.asked[name] = express(term)
        return found

    return kept


@_once
def _words(term: Term) -> str:
    words = [term.text] if term.is_word else []
    words += [word for word in term.beginnings if word != term.text]
    words += [word for word, (_, why) in term.others.items() if why == "typo"]
    return _any_of([*map(_quoted, words), *_start(term)])


@_once
def _stems(term: Term) -> str:
    stems = map(_quoted, islice(term.stems, MAX_STEMS))
    return _any_of([*stems, *_phrases(term.phrases), *_start(term)])


@_once
def _roots(term: Term) -> str:
    start = _start(term) if len(term.start) >= MIN_TELLING_START else []
    return _any_of([*map(_quoted, dict.fromkeys(term.roots)), *start])


def _start(term: Term) -> list[str]:
    return [f"{_quoted(term.start)}*"] if term.start else []


def _phrases(meanings: Sequence[Meaning]) -> Iterator[str]:
    return (" AND ".join(map(_quoted, m.stems)) for m in islice(meanings, MAX_STEMS))


def _quoted(text: str) -> str:
    escaped = text.replace('"', '""')
    return f'"{escaped}"'
