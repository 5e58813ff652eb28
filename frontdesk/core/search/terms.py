"""One word of a query, and how well a word of a title satisfies it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from frontdesk.core.search.sounds import sound
from frontdesk.core.search.thesaurus import Meaning

EXACT, PLURAL, BEGINNING, JOINED = 1.0, 0.92, 0.88, 0.95
STEM = 0.72  # and up to this much more, the longer the beginning that both words share:
STEM_NEARNESS = 0.18
BEGINNING_NEARNESS = 0.08
NOT_THE_WORD = 0.06  # less, where the title has another form of a synonym
SPELLING = 0.95  # of the same word: both sound alike and mean the same
LIGHT_WEIGHT = 0.15
Judgement = tuple[float, str]
NOTHING: Judgement = (0.0, "")


@dataclass(slots=True)
class Term:
    """One word of the query. `roots` are its own stems, `others` what else may be meant by it:
    words or stems of the index, each with a quality from 0 to 1 and the reason.
    """

    text: str
    roots: tuple[str, ...]
    is_light: bool = False
    is_start: bool = False  # more letters may follow
    is_word: bool = False  # a title has it as it was typed
    titles: int = 0  # how many have it
    docs: int = 0  # how many texts have it, where no title has it as it was typed
    starts_in_texts: bool = False  # no title has a word with this beginning, but a text does
    weight: float = 1.0
    stems: dict[str, None] = field(default_factory=dict)  # what the index is asked for, in order
    start: str = ""  # the beginning that titles are asked for while it is short
    beginnings: list[str] = field(default_factory=list)  # the words of titles that begin with it
    others: dict[str, Judgement] = field(default_factory=dict)
    phrases: list[Meaning] = field(default_factory=list)  # meanings of several words
    asked: dict[str, str] = field(default_factory=dict)  # how the index is asked for it

    @property
    def is_whole(self) -> bool:
        """Whether it is a word as it stands, not the beginning of one that is still being typed."""
        return self.is_word or self.docs > 0 or not self.is_start

    def accept(self, token: str, quality: float, reason: str) -> None:
        """Note that a word or stem of the index may be meant."""
        if quality > self.others.get(token, NOTHING)[0]:
            self.others[token] = (quality, reason)

    def accept_meaning(self, meaning: Meaning) -> None:
        """Note a synonym."""
        if len(meaning.words) > 1:
            self.phrases.append(meaning)
            return
        self.stems[meaning.stems[0]] = None
        stem = meaning.stems[0]
        if stem not in self.roots and sound(stem) == sound(self.roots[0]):  # kioscos, quiosco
            self.accept(meaning.words[0], SPELLING, "title")
            self.accept(stem, SPELLING - NOT_THE_WORD, "title")
        self.accept(meaning.words[0], meaning.quality, "synonym")
        # An English stem may be that of another Spanish word: "tip" is also that of "tipo".
        form = f"{meaning.words[0]}s" if meaning.is_english else meaning.stems[0]
        self.accept(form, meaning.quality - NOT_THE_WORD, "synonym")

    def judge(self, word: str, stem: str, root: str) -> Judgement:
        """Return how well a word of a title, with its stem, satisfies this term, and why; `root`
        is the term's own stem in the title's language.
        """
        if word == self.text:
            return EXACT, "title"
        found = max(self.others.get(word, NOTHING), self.others.get(stem, NOTHING))
        if stem == root:
            found = max(found, (_likeness(self.text, word), "title"))
        if self.is_start and word.startswith(self.text):
            nearness = len(self.text) / len(word)
            found = max(found, (BEGINNING + BEGINNING_NEARNESS * nearness, "prefix"))
        return found

    def tokens(self) -> set[str]:
        """Return the words and stems of which only one can satisfy it, its beginnings aside."""
        return {self.text, *self.roots, *self.others}

    def weigh(self, docs: int) -> None:
        """Set the weight by rarity among so many documents."""
        self.weight = math.log(1 + (docs + 1) / (self.titles + self.docs // 8 + 1))
        if self.is_light:
            self.weight *= LIGHT_WEIGHT


def _likeness(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    if long in {short + "s", short + "es"}:
        return PLURAL
    differ = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return STEM + STEM_NEARNESS * next(differ, len(short)) / len(long)
