"""Which questions ask the same: by stem, synonym and concept, whatever their order or spelling.

Rare words weigh more than frequent ones: "licencia de obras" and "permiso de obra" are one
question, "licencia" alone is another. Nothing leaves the machine.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import chain
from typing import NamedTuple

from frontdesk.core.complaints import concepts
from frontdesk.core.complaints.phrases import said_in, stem_of
from frontdesk.core.search.thesaurus import MAX_PHRASE_WORDS, NEAR, Thesaurus, pack

ALIKE = 0.52  # of the weight of all words that either of two questions has
BY_WORD = 0.95  # where the words are the same, but parted into other phrases
PART = 0.7  # of a phrase of which the other question has a part
MIN_TYPO_CHARS = 6
MAX_COMPARED = 20  # groups with which a question is compared closely: those that share most with it
TYPO = 86  # of 100, as rapidfuzz counts what two spellings share


class Sense(NamedTuple):
    """A word or phrase by its stems, and all that means the same, itself among them."""

    own: str
    words: frozenset[str]
    others: frozenset[str]

    def likeness(self, other: Sense) -> float:
        """Return from 0 to 1 how far another says the same."""
        if self.own in other.others or other.own in self.others:
            return 1.0
        return PART if self.words < other.words or other.words < self.words else 0.0


class Question(NamedTuple):
    """What a text asks: its senses, their words, and by what a question that is alike is found."""

    senses: tuple[Sense, ...]
    words: frozenset[str]
    keys: frozenset[str]


class Senses:
    """What texts mean, sense by sense."""

    def __init__(self, house: Iterable[str] = ()) -> None:
        """Take the house's synonyms, as its lines are written."""
        self._thesauri = (Thesaurus(house), pack())
        self._known: dict[tuple[str, ...], frozenset[str]] = {}

    def of(self, said: Sequence[str]) -> Question:
        """Return what words ask, as `said_in` gives them, the longest phrases as one sense."""
        found: dict[str, Sense] = {}
        place = 0
        while place < len(said):
            length, sense = self._longest(said[place : place + MAX_PHRASE_WORDS])
            found[sense.own] = sense
            place += length
        every = frozenset(chain.from_iterable(sense.words for sense in found.values()))
        phrases = chain.from_iterable(sense.others for sense in found.values())
        return Question(tuple(found.values()), every, every.union(phrases))

    def has(self, word: str) -> bool:
        """Tell whether a word means something to the thesauri, so that it is no slip."""
        return bool(self._meant((word,)))

    def _longest(self, said: Sequence[str]) -> tuple[int, Sense]:
        """Return of how many words the longest phrase is that means something, and what."""
        for length in range(len(said), 0, -1):
            phrase = tuple(said[:length])
            if same := self._meant(phrase):
                return length, _sense(phrase, same)
        named = concepts.meaning(said[:1])
        return 1, _sense(said[:1], named.things | named.problems)

    def _meant(self, said: tuple[str, ...]) -> frozenset[str]:
        if said not in self._known:
            self._known[said] = frozenset(
                " ".join(map(stem_of, meaning.words))
                for thesaurus in self._thesauri
                for meaning in thesaurus.meanings(said)
                if meaning.quality >= NEAR
            )
        return self._known[said]


def _sense(phrase: Sequence[str], same: frozenset[str]) -> Sense:
    stems = [stem_of(word) for word in phrase]
    own = " ".join(stems)
    return Sense(own, frozenset(stems), same | {own})


def groups(asked: Mapping[str, int], senses: Senses) -> list[list[str]]:
    """Return the texts that ask the same as lists, the one asked most first; `asked` tells how
    often each was.
    """
    said = {text: said_in(text) or [text] for text in asked}
    instead = _slips(said, asked, senses)
    meant = {text: senses.of([instead.get(w, w) for w in said[text]]) for text in asked}
    spread = Counter(sense.own for found in meant.values() for sense in found.senses)
    weight = {own: 1 + math.log(len(meant) / count) for own, count in spread.items()}
    leaders: dict[str, list[int]] = {}
    found: list[list[str]] = []
    for text in sorted(asked, key=lambda text: (-asked[text], len(text), text)):
        mine = meant[text]
        shared = Counter(chain.from_iterable(leaders.get(key, ()) for key in mine.keys))
        near = nlargest(MAX_COMPARED, shared, key=lambda place: (shared[place], -place))
        scored = [(_likeness(mine, meant[found[place][0]], weight), -place) for place in near]
        score, place = max(scored, default=(0.0, 0))
        if score >= ALIKE:
            found[-place].append(text)
            continue
        found.append([text])
        for key in mine.keys:
            leaders.setdefault(key, []).append(len(found) - 1)
    return found


def _likeness(one: Question, other: Question, weight: Mapping[str, float]) -> float:
    """Return from 0 to 1 how much two questions share, by sense or by word: a phrase of the one may
    be parted in the other.
    """
    plain = len(one.words & other.words) / len(one.words | other.words)
    shared, rest = 0.0, list(other.senses)
    for sense in one.senses:
        like, place = max(
            ((sense.likeness(theirs), -n) for n, theirs in enumerate(rest)), default=(0.0, 0)
        )
        if like:
            theirs = rest.pop(-place)
            shared += like * (weight[sense.own] + weight[theirs.own]) / 2
    whole = sum(weight[sense.own] for sense in (*one.senses, *other.senses)) - shared
    return max(BY_WORD * plain, shared / whole)


def _slips(
    said: Mapping[str, Sequence[str]], asked: Mapping[str, int], senses: Senses
) -> dict[str, str]:
    """Return the words that nearly are another, said more often, with that one."""
    from rapidfuzz import fuzz, process

    times: Counter[str] = Counter()
    for text, words in said.items():
        times.update(dict.fromkeys(words, asked[text]))
    right: dict[str, list[str]] = {}
    instead: dict[str, str] = {}
    order = sorted(times, key=lambda word: (not senses.has(word), -times[word], word))
    for word in order:
        if len(word) < MIN_TYPO_CHARS or any(letter.isdigit() for letter in word):
            continue
        others = right.setdefault(word[0], [])
        near = process.extractOne(word, others, scorer=fuzz.ratio, score_cutoff=TYPO)
        if near and not senses.has(word):
            instead[word] = near[0]
        else:
            others.append(word)
    return instead
