"""What a complaint is about: its problems (charged twice, nobody answers) and its things (invoice).

Words and phrases of resources/complaints/concepts.toml, matched on stems with a little room between
them; a word that the list does not know stands for itself, unless it says nothing in a complaint.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from frontdesk.base.paths import resources
from frontdesk.core.search.thesaurus import function_words
from frontdesk.core.search.words import stems, words

DENIALS = frozenset(("no", "nadie", "nunca", "sin", "ni", "tampoco", "ningun", "ninguna"))
DENIAL = "no"
GAP = 2  # other words between two of a phrase
MIN_STEM_CHARS = 4  # shorter stems are shared by words that have nothing to do with each other
MAX_WORDS = 200
Phrase = tuple[str, ...]


class Meaning(NamedTuple):
    """The problems and things that a text names, as they are indexed."""

    problems: frozenset[str]
    things: frozenset[str]


@dataclass(slots=True)
class _Book:
    faint: frozenset[str]
    words: dict[str, set[str]] = field(default_factory=dict)
    stems: dict[str, set[str]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[Phrase, str]]] = field(default_factory=dict)

    def add(self, phrase: str, concept: str) -> None:
        """Take up one line's word or phrase."""
        said = said_in(phrase)
        if len(said) == 1:
            self.words.setdefault(said[0], set()).add(concept)
            stem = stem_of(said[0])
            if len(stem) >= MIN_STEM_CHARS:
                self.stems.setdefault(stem, set()).add(concept)
        elif said:
            rooted = tuple(map(stem_of, said))
            self.phrases.setdefault(rooted[0], []).append((rooted, concept))


def said_in(text: str) -> list[str]:
    """Return the folded words of a text without function words; every denial is "no"."""
    empty = function_words()
    return [
        DENIAL if word in DENIALS else word
        for word in words(text)
        if word in DENIALS or word not in empty
    ]


def stem_of(word: str) -> str:
    """Return a word's stem, the same for singular and plural; numbers stay what they are."""
    stem = stems("es")
    return word if word.isdigit() else stem[stem[word]]


def meaning(said: Sequence[str]) -> Meaning:
    """Return what the words of a complaint, as `said_in` gives them, are about."""
    book = _book()
    said = said[:MAX_WORDS]
    rooted = [stem_of(word) for word in said]
    found: set[str] = set()
    used: set[int] = set()
    for start, stem in enumerate(rooted):
        for phrase, concept in book.phrases.get(stem, ()):
            if places := _places(rooted, start, phrase):
                found.add(concept)
                used.update(places)
    for place, (word, stem) in enumerate(zip(said, rooted, strict=True)):
        if word == DENIAL or word.isdigit():
            continue
        known = book.words.get(word) or (word not in book.faint and book.stems.get(stem))
        if known:
            found |= known
        elif word not in book.faint and place not in used:
            found.add(f"0t{stem}")
    problems = frozenset(concept for concept in found if concept.startswith("0p"))
    return Meaning(problems, frozenset(found) - problems)


def _places(rooted: Sequence[str], start: int, phrase: Phrase) -> list[int]:
    """Return where the stems of a phrase stand that begins at `start`, [] where it does not."""
    places = [start]
    for stem in phrase[1:]:
        ahead = rooted[places[-1] + 1 : places[-1] + 2 + GAP]
        if stem not in ahead:
            return []
        places.append(places[-1] + 1 + ahead.index(stem))
    return places


@lru_cache(maxsize=1)
def _book() -> _Book:
    file = resources() / "complaints" / "concepts.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    book = _Book(frozenset(words(table["faint"])))
    for mark, group in (("0p", "problems"), ("0t", "things")):
        for name, line in table[group].items():
            for phrase in line.split(","):
                book.add(phrase, mark + name.replace("_", ""))
    return book
