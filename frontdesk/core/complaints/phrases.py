"""Words and phrases looked for in what somebody said: by stem, with a little room between words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from frontdesk.core.search.thesaurus import function_words
from frontdesk.core.search.words import stems, words

DENIALS = frozenset(("no", "nadie", "nunca", "sin", "ni", "tampoco", "ningun", "ninguna"))
DENIAL = "no"
GAP = 2  # other words between two of a phrase
MIN_STEM_CHARS = 4  # shorter stems are shared by words that have nothing to do with each other
Phrase = tuple[str, ...]


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


class Phrases:
    """Names, each with the words and phrases that stand for it."""

    def __init__(self, lines: Mapping[str, str], faint: Collection[str] = ()) -> None:
        """Take lines of phrases parted by commas; a `faint` word counts only as it is listed."""
        self._faint = faint
        self._words: dict[str, set[str]] = {}
        self._stems: dict[str, set[str]] = {}
        self._phrases: dict[str, list[tuple[Phrase, str]]] = {}
        for name, line in lines.items():
            for phrase in line.split(","):
                self._add(said_in(phrase), name)

    def named(self, said: Sequence[str]) -> tuple[dict[str, int], set[int]]:
        """Return the names that words, as `said_in` gives them, stand for, with how often each was
        said; and the places of the words that were used up.
        """
        rooted = [stem_of(word) for word in said]
        found: dict[str, int] = {}
        used: set[int] = set()
        for start, stem in enumerate(rooted):
            near = rooted[start + 1 : start + 2 + GAP]
            for phrase, name in self._phrases.get(stem, ()):
                if phrase[1] in near and (places := _places(rooted, start, phrase)):
                    found[name] = found.get(name, 0) + 1
                    used.update(places)
        for place, (word, stem) in enumerate(zip(said, rooted, strict=True)):
            for name in self._alone(word, stem):
                found[name] = found.get(name, 0) + 1
                used.add(place)
        return found, used

    def _add(self, said: list[str], name: str) -> None:
        if len(said) == 1:
            self._words.setdefault(said[0], set()).add(name)
            stem = stem_of(said[0])
            if len(stem) >= MIN_STEM_CHARS:
                self._stems.setdefault(stem, set()).add(name)
        elif said:
            rooted = tuple(map(stem_of, said))
            self._phrases.setdefault(rooted[0], []).append((rooted, name))

    def _alone(self, word: str, stem: str) -> Collection[str]:
        if word == DENIAL or word.isdigit():
            return ()
        if word in self._words or word in self._faint:
            return self._words.get(word, ())
        return self._stems.get(stem, ())


def _places(rooted: Sequence[str], start: int, phrase: Phrase) -> list[int]:
    """Return where the stems of a phrase stand that begins at `start`, [] where it does not."""
    places = [start]
    for stem in phrase[1:]:
        ahead = rooted[places[-1] + 1 : places[-1] + 2 + GAP]
        if stem not in ahead:
            return []
        places.append(places[-1] + 1 + ahead.index(stem))
    return places
