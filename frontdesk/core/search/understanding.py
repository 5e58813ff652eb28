"""From what was typed to what may have been meant.

Each word becomes a `Term`: the words and stems of the index that would satisfy it, each with a
quality from 0 to 1. Terms stand in `Slots`; a slot is one term, or several that together have a
synonym ("carnet de conducir").
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from frontdesk.core.search import thesaurus
from frontdesk.core.search.lexicon import MIN_FUZZY_CHARS, Lexicon, roots
from frontdesk.core.search.words import words

MAX_CHARS = 200
MAX_TERMS = 10
EXACT, STEM, BEGINNING, JOINED = 1.0, 0.9, 0.8, 0.95
LIGHT_WEIGHT = 0.15
SHORT_START = 3  # up to this length the index has every beginning at hand
MIN_PART_CHARS = 3


@dataclass(slots=True)
class Term:
    """One word of the query and what satisfies it."""

    text: str
    is_open: bool = False
    is_light: bool = False
    titles: int = 0
    docs: int = 0
    weight: float = 1.0
    tokens: dict[str, float] = field(default_factory=dict)  # words and stems of titles
    stems: dict[str, float] = field(default_factory=dict)  # what the full-text tables are asked
    start: str = ""
    reasons: dict[str, str] = field(default_factory=dict)

    def accept(self, word: str, stem: str, quality: float, reason: str) -> None:
        """Note that a word of the index with this stem satisfies the term."""
        for token in (word, stem):
            if token and quality > self.tokens.get(token, 0.0):
                self.tokens[token] = quality
                self.reasons[token] = reason
        if quality > self.stems.get(stem, 0.0):
            self.stems[stem] = quality


@dataclass(slots=True)
class Slot:
    """One thing asked for: its terms, or one of the phrases that mean the same."""

    terms: list[Term]
    phrases: list[tuple[tuple[str, ...], float]] = field(default_factory=list)
    weight: float = 1.0


@dataclass(slots=True)
class Understood:
    """The whole query."""

    slots: list[Slot]
    words: list[str]

    @property
    def terms(self) -> list[Term]:
        """All terms in order."""
        return [term for slot in self.slots for term in slot.terms]


def understand(text: str, lexicon: Lexicon) -> Understood:
    """Return what a text asks for. Function words are left out unless nothing else is there."""
    typed = text[:MAX_CHARS]
    said = words(typed)
    is_open = bool(said) and typed[-1:].isalnum()
    empty = thesaurus.function_words()
    content = [i for i, word in enumerate(said) if word not in empty] or list(range(len(said)))
    terms = [
        _term(said[i], lexicon, is_open=is_open and i == len(said) - 1)
        for i in content[:MAX_TERMS]
    ]
    return Understood(_slots(terms, lexicon), said)


def _term(word: str, lexicon: Lexicon, *, is_open: bool) -> Term:
    term = Term(word, is_open=is_open, is_light=word in thesaurus.everyday_words())
    for _stem, _ in lexicon.title_word(word):
        term.accept(word, _stem, EXACT, "title")
    for stem in dict.fromkeys(roots(word)):
        titles, docs = lexicon.frequency(stem)
        term.titles, term.docs = max(term.titles, titles), max(term.docs, docs)
        if docs:
            term.accept("", stem, STEM, "title")
    if is_open:
        _accept_beginnings(term, lexicon, BEGINNING)
    if not term.titles and not term.start and not term.reasons.get("prefix"):
        _accept_guesses(term, lexicon)
    _weigh(term, lexicon)
    return term


def _accept_beginnings(term: Term, lexicon: Lexicon, quality: float) -> None:
    if len(term.text) <= SHORT_START:
        term.start = term.text
        return
    for word, stem, docs in lexicon.beginnings(term.text):
        nearness = len(term.text) / len(word)
        term.accept(word, stem, quality + 0.18 * nearness, "prefix")
        term.titles = max(term.titles, docs)


def _accept_guesses(term: Term, lexicon: Lexicon) -> None:
    """For a word that no title has: an abbreviation, or the nearest words."""
    if not term.is_open and len(term.text) > 1:
        _accept_beginnings(term, lexicon, 0.7)
        if term.titles or term.start:
            return
    if len(term.text) < MIN_FUZZY_CHARS or not term.text.isalpha():
        return
    doubt = 0.35 if term.docs else 0.0
    for word, distance in lexicon.neighbours(term.text, is_open=term.is_open):
        stem, docs = lexicon.title_words[word]
        quality = 0.87 - 0.12 * distance - doubt
        term.accept(word, stem, quality, "typo")
        term.titles = max(term.titles, docs)


def _weigh(term: Term, lexicon: Lexicon) -> None:
    frequency = max(term.titles, term.docs // 4)
    term.weight = math.log(1 + (lexicon.docs + 1) / (frequency + 1))
    if term.is_light:
        term.weight *= LIGHT_WEIGHT


def _slots(terms: Sequence[Term], lexicon: Lexicon) -> list[Slot]:
    slots: list[Slot] = []
    at = 0
    while at < len(terms):
        size, phrases = _phrases(terms, at)
        if size < 2 and at + 1 < len(terms) and (joined := _joined(terms[at : at + 2], lexicon)):
            size, phrases = 2, [((joined,), JOINED)]
        if size < 2 and (parts := _parts(terms[at], lexicon)):
            phrases = [*phrases, (parts, JOINED)]
        members = list(terms[at : at + max(size, 1)])
        slots.append(Slot(members, phrases, sum(term.weight for term in members)))
        at += max(size, 1)
    return slots


def _phrases(terms: Sequence[Term], at: int) -> tuple[int, list[tuple[tuple[str, ...], float]]]:
    for size in range(min(thesaurus.MAX_PHRASE_WORDS, len(terms) - at), 0, -1):
        gram = terms[at : at + size]
        found = thesaurus.meanings([term.text for term in gram])
        if found:
            return size, found
    return 0, []


def _joined(pair: Sequence[Term], lexicon: Lexicon) -> str:
    known = lexicon.title_word(pair[0].text + pair[1].text)
    return known[0][0] if known else ""


def _parts(term: Term, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the stems of two words that were typed as one."""
    text = term.text
    if term.titles and "typo" not in term.reasons.values() or len(text) < 2 * MIN_PART_CHARS:
        return ()
    known = lexicon.title_words
    best: tuple[int, tuple[str, ...]] = (0, ())
    for cut in range(MIN_PART_CHARS, len(text) - MIN_PART_CHARS + 1):
        left, right = known.get(text[:cut]), known.get(text[cut:])
        if left and not right and term.is_open and len(text) - cut >= MIN_PART_CHARS:
            longer = lexicon.beginnings(text[cut:])
            right = longer[0][1:] if longer else None
        if left and right:
            best = max(best, (min(left[1], right[1]) + 100 * (cut > 4), (left[0], right[0])))
    return best[1]
