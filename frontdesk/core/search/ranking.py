"""How well a document answers: what was asked for in the title first, then keywords, then the text.

A title's words vote for the terms of the query; each word is judged once a query, and answers one
term only, so that "documentos documen" prefers the title that has two such words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain, islice
from operator import mul, or_

from frontdesk.core.search.candidates import Row
from frontdesk.core.search.lexicon import Lexicon
from frontdesk.core.search.terms import NOT_THE_WORD, Term
from frontdesk.core.search.thesaurus import Meaning
from frontdesk.core.search.understanding import Slot, Understood
from frontdesk.core.search.words import Stems, stems_of, words

IN_KEYWORDS, IN_TEXT, TAKEN = 0.8, 0.35, 0.5
MEANINGS_IN_TEXT = 6
OWN_WORD, PIECEMEAL = 0.77, 0.88  # "contribución urbana" is not any tax with the word "urbana"
MAX_TEXT_CHARS = 6_000
COVERAGE, FIRST_WORD, IN_ORDER, FILLER = 0.08, 0.02, 0.02, 0.08
OUTDATED, NOT_YET = 0.3, 0.2
PRODUCT, PRODUCT_ASKED_ABOUT = 0.04, 0.15  # nobody asks "how do I" about a pizza
OTHER_LANGUAGE = 0.15  # than that of the question
OTHER_THAN_WINDOW = 0.03
_Mask = tuple[int, int, float]  # bits of the stems, bits of the words, quality
_Vote = tuple[tuple[tuple[int, float], ...], int]  # term and quality each, and phrase bits


@dataclass(slots=True)
class Ranked:
    """A row with its score; `places` are the words of its title that answer."""

    row: Row
    score: float
    places: list[int]
    missing: list[Slot]  # what neither title nor keywords have
    tally: _Tally


@dataclass(slots=True)
class _Part:
    """A slot as it is counted: its terms' numbers and shares, and the bits of what it may mean."""

    slot: Slot
    first: int
    last: int
    weight: float  # its share of the query
    shares: list[float]
    of_terms: list[tuple[int, list[_Mask]]]
    of_slot: list[_Mask]


@dataclass(slots=True)
class _Tally:
    """The votes of one document's words."""

    best: list[float]
    place: list[int]
    bits: int = 0
    cast: list[tuple[int, _Vote]] = field(default_factory=list)


class _Votes(dict[str, "_Vote | None"]):
    """Word of a title -> its vote, None where it answers nothing; judged at first sight."""

    def __init__(self, terms: Sequence[Term], bits: dict[str, int], stems: Stems) -> None:
        super().__init__()
        self._terms = [(i, term, stems[term.text]) for i, term in enumerate(terms)]
        self._bits = bits
        self._stems = stems
        self._wanted = set(bits).union(*(term.tokens() for term in terms))
        self._starts = tuple(term.text for term in terms if term.is_start)

    def __missing__(self, word: str) -> _Vote | None:
        """Judge a word that no document before had; nearly all answer nothing."""
        stem = self._stems[word]
        wanted = self._wanted
        if stem not in wanted and word not in wanted and not word.startswith(self._starts):
            self[word] = None
            return None
        judged = [(i, term.judge(word, stem, root)[0]) for i, term, root in self._terms]
        votes = tuple((i, quality) for i, quality in judged if quality)
        bits = self._bits.get(stem, 0) | self._bits.get(_mark(word), 0)
        vote = self[word] = (votes, bits) if votes or bits else None
        return vote


class Jury:
    """Ranks documents for one query on one day."""

    def __init__(self, asked: Understood, day: str, lang: str) -> None:
        self.day = day
        self._lang = lang
        self._is_question = asked.is_question
        self._is_spanish = asked.is_spanish
        self._terms = [*asked.terms, *asked.fillers]
        self._count = len(asked.terms)
        self._fillers = len(asked.fillers)
        rarity = sum(term.weight for term in asked.fillers) or 1.0
        self._filler_shares = [term.weight / rarity for term in asked.fillers]
        meanings = chain(
            *(slot.meanings for slot in asked.slots), *(term.phrases for term in asked.terms)
        )
        tokens = dict.fromkeys(
            chain.from_iterable((*m.stems, *map(_mark, m.words)) for m in meanings)
        )
        self._bits = {token: 1 << i for i, token in enumerate(tokens)}
        self._parts = list(self._prepared(asked.slots))
        self._weight = sum(slot.weight for slot in asked.slots) or 1.0
        self._unmet = [0.0] * len(self._terms)
        self._nowhere = [-1] * len(self._terms)
        self._by_lang: dict[str, _Votes] = {}

    def rank(self, row: Row) -> Ranked:
        """Score one document by its title and keywords."""
        _, text, lang, keywords, valid_from, valid_to, kind = row[:7]
        votes = self._by_lang.get(lang) or self._votes_in(lang)
        title = text.split()
        tally = self._tally(title, votes)
        in_keys = None
        if keywords and not all(tally.best[: self._count]):
            in_keys = self._tally(keywords.split(), votes)
        places: list[int] = []
        missing = []
        score = 0.0
        for part in self._parts:
            quality = _gained(part, tally, places)
            if in_keys is not None and quality < IN_KEYWORDS:
                quality = max(quality, IN_KEYWORDS * _gained(part, in_keys, []))
            if quality:
                score += quality * part.weight
            else:
                missing.append(part.slot)
        if places:
            score += self._shape(len(title), tally, places)
        if valid_to or valid_from:
            score -= self._wrong_day(valid_from, valid_to)
        if kind == "product":
            score -= PRODUCT_ASKED_ABOUT if self._is_question else PRODUCT
        if lang != self._lang:
            score -= OTHER_LANGUAGE if self._is_spanish and lang == "en" else OTHER_THAN_WINDOW
        return Ranked(row, score, places, missing, tally)

    def add_text(self, ranked: Ranked, text: str, lexicon: Lexicon) -> None:
        """Add what a document's text has of the slots that are missing in its title."""
        found = set(words(text[:MAX_TEXT_CHARS]))
        for slot in ranked.missing:
            share = _share_in_text(slot, found, lexicon)
            ranked.score += IN_TEXT * share * slot.weight / self._weight

    def reason(self, ranked: Ranked) -> str:
        """Return why a document is among the hits: the least sure of its reasons."""
        if not ranked.places:
            return "keyword" if len(ranked.missing) < len(self._parts) else "body"
        best = ranked.tally.best
        sureness = [(best[i], i) for i in range(self._count) if not self._terms[i].is_light]
        _, worst = min(sureness, default=(0.0, 0))
        at = ranked.tally.place[worst]
        if at < 0:
            return "synonym" if ranked.tally.bits else "body"
        word, stems = ranked.row[1].split()[at], stems_of(ranked.row[2])
        term = self._terms[worst]
        return term.judge(word, stems[word], stems[term.text])[1] or "synonym"

    def _prepared(self, slots: Sequence[Slot]) -> Iterator[_Part]:
        whole = sum(slot.weight for slot in slots) or 1.0
        at = 0
        for slot in slots:
            shares = [weight / (slot.weight or 1.0) for weight in slot.weights]
            of_terms = [
                (at + i, self._masks(term.phrases))
                for i, term in enumerate(slot.terms)
                if term.phrases
            ]
            last = at + len(slot.terms)
            masks = self._masks(slot.meanings)
            yield _Part(slot, at, last, slot.weight / whole, shares, of_terms, masks)
            at = last

    def _masks(self, meanings: Sequence[Meaning]) -> list[_Mask]:
        bits = self._bits
        return [
            (
                reduce(or_, map(bits.__getitem__, meaning.stems)),
                reduce(or_, (bits[_mark(word)] for word in meaning.words)),
                meaning.quality,
            )
            for meaning in meanings
        ]

    def _votes_in(self, lang: str) -> _Votes:
        votes = self._by_lang[lang] = _Votes(self._terms, self._bits, stems_of(lang))
        return votes

    def _tally(self, words: Sequence[str], votes: _Votes) -> _Tally:
        best, place, bits = self._unmet[:], self._nowhere[:], 0
        cast = [
            (at, vote) for at, vote in enumerate(map(votes.__getitem__, words)) if vote is not None
        ]
        for at, (judged, meant) in cast:
            bits |= meant
            for term, quality in judged:
                if quality > best[term]:
                    best[term] = quality
                    place[term] = at
        tally = _Tally(best, place, bits, cast)
        if len(best) > 1 and _is_disputed(place):
            _settle(tally)
        return tally

    def _shape(self, length: int, tally: _Tally, places: list[int]) -> float:
        """What the form of the title adds: how much of it was asked for, and in which order."""
        shape = COVERAGE * len(set(places)) / length
        if 0 in places:
            shape += FIRST_WORD
        if len(places) > 1 and places == sorted(places):
            shape += IN_ORDER
        if self._fillers:
            shape += FILLER * sum(map(mul, tally.best[self._count :], self._filler_shares))
        return shape

    def _wrong_day(self, valid_from: str, valid_to: str) -> float:
        if valid_to and valid_to < self.day:
            return OUTDATED
        return NOT_YET if valid_from > self.day else 0.0


def _gained(part: _Part, tally: _Tally, places: list[int]) -> float:
    """Return how well a slot is answered, and note where."""
    first, last = part.first, part.last
    if tally.bits:
        for term, masks in part.of_terms:
            quality, at = _meant(masks, tally, tally.best[term])
            if at:
                tally.best[term] = quality
                places += at
    if last - first == 1:
        own = tally.best[first]
    else:
        own = sum(map(mul, tally.best[first:last], part.shares))
        if part.of_slot and min(tally.best[first:last]) < OWN_WORD:
            own *= PIECEMEAL
    if tally.bits and part.of_slot:
        quality, at = _meant(part.of_slot, tally, own)
        if at:
            places += at
            return quality
    places += [at for at in tally.place[first:last] if at >= 0]
    return own


def _meant(masks: list[_Mask], tally: _Tally, own: float) -> tuple[float, list[int]]:
    """Return the best meaning that the words have and that beats `own`, and where it stands."""
    bits = tally.bits
    best, mask = own, 0
    for of_stems, of_words, quality in masks:
        if of_stems & bits == of_stems:
            worth = quality if of_words & bits == of_words else quality - NOT_THE_WORD
            if worth > best:
                best, mask = worth, of_stems
    return best, [at for at, vote in tally.cast if vote[1] & mask]


def _mark(word: str) -> str:
    return f"={word}"


def _is_disputed(place: list[int]) -> bool:
    taken = [at for at in place if at >= 0]
    return len(set(taken)) < len(taken)


def _settle(tally: _Tally) -> None:
    """Give each word to one term, the surest pairs first; a word given before counts half."""
    pairs = sorted(
        ((quality, -term, -at) for at, vote in tally.cast for term, quality in vote[0]),
        reverse=True,
    )
    given: set[int] = set()
    settled: set[int] = set()
    tally.best, best = [0.0] * len(tally.best), tally.best
    for quality, term, at in pairs:
        if -term not in settled and -at not in given:
            settled.add(-term)
            given.add(-at)
            tally.best[-term], tally.place[-term] = quality, -at
    for term, quality in enumerate(best):
        if term not in settled:
            tally.best[term] = TAKEN * quality


def _share_in_text(slot: Slot, found: set[str], lexicon: Lexicon) -> float:
    """Return which share of a slot a text answers, itself or by one of its meanings."""
    own = 0
    for term in slot.terms:
        own += _is_in_text(term, found, lexicon)
    best = own / len(slot.terms)
    phrases = chain(slot.meanings, *(term.phrases for term in slot.terms))
    for meaning in islice(phrases, MEANINGS_IN_TEXT):
        if meaning.quality > best and found.issuperset(meaning.words):
            best = meaning.quality
    return best


def _is_in_text(term: Term, found: set[str], lexicon: Lexicon) -> bool:
    if not (found.isdisjoint(lexicon.forms(term.text)) and found.isdisjoint(term.others)):
        return True
    return term.starts_in_texts and any(word.startswith(term.text) for word in found)
