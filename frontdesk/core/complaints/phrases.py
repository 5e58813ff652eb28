"""Words and phrases looked for in what somebody said: by stem, with a little room between words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, product

from frontdesk.core.search.sounds import sound
from frontdesk.core.search.thesaurus import function_words, pack
from frontdesk.core.search.words import stems, words

DENIALS = frozenset(("no", "nadie", "nunca", "sin", "ni", "tampoco", "ningun", "ninguna"))
DENIAL = "no"
GAP = 2  # other words between two of a phrase; a denial is of the very next word
DENIAL_GAP = 0
FINE = {
    "mas": "mas", "ya": "ya", "fue": "fue", "poco": "poco", "poca": "poco", "muy": "muy",
    "otro": "otro", "otra": "otro", "otros": "otro", "otras": "otro",
}  # fmt: skip  # say nothing alone, but much in a phrase: ya pagué, otro color, cobran más
CLASS = "@"
BESIDE = "&"  # "maleta & @lost": the two in any order, with at most NEAR - 1 words between them
DENIED = "!"  # "@lift & !@works": a word with a denial before it
NEAR = 5
_PLURAL = ("ones", "ores", "ales", "iles", "ades", "enes")
MIN_TYPO_CHARS = 6
MAX_MENDED = 50_000
MIN_STEM_CHARS = 5  # shorter stems are shared by words that have nothing to do with each other
Phrase = tuple[str, ...]


def said_in(text: str) -> list[str]:
    """Return the folded words of a text without function words; every denial is "no"."""
    empty = function_words()
    return [
        DENIAL if word in DENIALS else word
        for word in words(text)
        if word in DENIALS or word not in empty
    ]


def told_in(text: str) -> list[str]:
    """Return the words as `said_in` does, with those of FINE among them."""
    empty = function_words()
    return [
        DENIAL if word in DENIALS else FINE.get(word, word)
        for word in words(text)
        if word in DENIALS or word in FINE or word not in empty
    ]


def stem_of(word: str) -> str:
    """Return a word's stem, the same for singular and plural; numbers stay what they are."""
    stem = stems("es")
    return word if word.isdigit() else stem[stem[word]]


class Phrases:
    """Names, each with the words and phrases that stand for it."""

    def __init__(
        self, lines: Mapping[str, str], faint: Collection[str] = (),
        classes: Mapping[str, str] | None = None, apart: Collection[str] = (),
    ) -> None:  # fmt: skip
        """Take lines of phrases parted by commas; a `faint` word counts only as it is listed, and
        "@pays" in a phrase is any word of that class. The words `apart` look like one of a line
        and are none.
        """
        self._faint = faint
        self._apart = frozenset(apart).union(map(stem_of, apart))
        self._words: dict[str, set[str]] = {}
        self._bare: dict[str, set[str]] = {}
        self._stems: dict[str, set[str]] = {}
        self._phrases: dict[tuple[str, str], list[tuple[Phrase, str]]] = {}
        self._beside: dict[tuple[str, str], list[str]] = {}
        self._classes: dict[str, list[str]] = {}
        members = {CLASS + name: words(line) for name, line in (classes or {}).items()}
        for name, member in members.items():
            for stem in dict.fromkeys(map(stem_of, member)):
                self._classes.setdefault(stem, []).append(name)
        for name, line in lines.items():
            for phrase in line.split(","):
                if BESIDE in phrase:
                    self._add_beside(phrase, name)
                else:
                    self._add(_said(phrase), name, members)
        every = {
            word for line in (*lines.values(), *(classes or {}).values()) for word in words(line)
        }
        self._roots = frozenset(map(stem_of, every.union(faint)))
        self._mended: dict[str, str] = {}
        self._spelt: dict[tuple[str, int], list[str]] = {}
        for word in sorted(every):
            self._spelt.setdefault((word[:2], len(word)), []).append(word)

    def named(self, said: Sequence[str]) -> tuple[dict[str, int], set[int]]:
        """Return the names that words, as `told_in` gives them, stand for, with how often each was
        said; and the places of the words that were used up.
        """
        keys = [self._keys(stem_of(word)) for word in said]
        found: dict[str, int] = {}
        used: set[int] = set()
        for start, near in enumerate(keys):
            ahead = dict.fromkeys(chain.from_iterable(keys[start + 1 : start + 2 + GAP]))
            for pair in product(near, ahead):
                for phrase, name in self._phrases.get(pair, ()):
                    if places := _places(keys, start, phrase):
                        found[name] = found.get(name, 0) + 1
                        used.update(places)
        for name in self._named_beside(keys):
            found[name] = found.get(name, 0) + 1
        for place, word in enumerate(said):
            for name in self._alone(word, keys[place][0]):
                found[name] = found.get(name, 0) + 1
                used.add(place)
        return found, used

    def _named_beside(self, keys: Sequence[tuple[str, ...]]) -> Iterator[str]:
        """Yield the names of words that stand near each other; these are not used up."""
        denied = [
            (*near, *(DENIED + key for key in near)) if n and keys[n - 1][0] == DENIAL else near
            for n, near in enumerate(keys)
        ]
        for start, near in enumerate(denied):
            ahead = dict.fromkeys(chain.from_iterable(denied[start + 1 : start + 1 + NEAR]))
            for pair in product(near, ahead):
                yield from self._beside.get(pair, ())

    def mended(self, said: Sequence[str]) -> list[str]:
        """Return the words with those of one wrong letter set right, where a phrase has them."""
        return [self._mended.get(word) or self._mend(word) for word in said]

    def _mend(self, word: str) -> str:
        from rapidfuzz.distance import OSA

        found = word
        if len(word) >= MIN_TYPO_CHARS and not self._is_known(word):
            spelt = (self._spelt.get((word[:2], len(word) + more), ()) for more in (0, 1, -1))
            near = [w for w in chain(*spelt) if OSA.distance(w, word, score_cutoff=1) == 1]
            found = next((w for w in near if sound(w) == sound(word)), near[0] if near else word)
        if len(self._mended) >= MAX_MENDED:
            self._mended.clear()
        self._mended[word] = found
        return found

    def _is_known(self, word: str) -> bool:
        stem = stem_of(word)
        return stem in self._roots or stem in self._apart or not word.isalpha() or pack().has(word)

    def _keys(self, stem: str) -> tuple[str, ...]:
        return (stem, *self._classes.get(stem, ()))

    def _add(self, said: list[str], name: str, members: Mapping[str, list[str]]) -> None:
        if len(said) == 1:
            for word in members.get(said[0], said):
                self._words.setdefault(word, set()).add(name)
                self._bare.setdefault(_bare(word), set()).add(name)
                stem = stem_of(word)
                if len(stem) >= MIN_STEM_CHARS:
                    self._stems.setdefault(stem, set()).add(name)
        elif said:
            rooted = tuple(word if word in members else stem_of(word) for word in said)
            self._phrases.setdefault((rooted[0], rooted[1]), []).append((rooted, name))

    def _add_beside(self, phrase: str, name: str) -> None:
        one, other = (_root(side.strip()) for side in phrase.split(BESIDE))
        for pair in {(one, other), (other, one)}:
            self._beside.setdefault(pair, []).append(name)

    def _alone(self, word: str, stem: str) -> Collection[str]:
        if word == DENIAL or word in FINE or word.isdigit():
            return ()
        if word in self._words or word in self._faint:
            return self._words.get(word, ())
        by_stem = () if stem in self._apart or word in self._apart else self._stems.get(stem, ())
        return self._bare.get(_bare(word), by_stem)


def _bare(word: str) -> str:
    """Return a word without its plural's ending: nearer than a stem."""
    return word.removesuffix("es" if word.endswith(_PLURAL) else "s")


def _said(phrase: str) -> list[str]:
    return [
        word
        for part in phrase.split()
        for word in ([part] if part.startswith(CLASS) else told_in(part))
    ]


def _root(word: str) -> str:
    """Return one side of a phrase of two as it is looked up: a class, or a word's stem."""
    plain = word.removeprefix(DENIED)
    return word[: len(word) - len(plain)] + (
        plain if plain.startswith(CLASS) else stem_of(words(plain)[0])
    )


def _places(keys: Sequence[tuple[str, ...]], start: int, phrase: Phrase) -> list[int]:
    """Return where the stems of a phrase stand that begins at `start`, [] where it does not."""
    places = [start]
    for n, stem in enumerate(phrase[1:], 2):
        first = places[-1] + 1
        is_next = keys[first - 1][0] == DENIAL or (stem == DENIAL and n == len(phrase))
        last = first + (DENIAL_GAP if is_next else GAP)
        for place in range(first, min(last + 1, len(keys))):
            if stem in keys[place]:
                places.append(place)
                break
        else:
            return []
    return places
