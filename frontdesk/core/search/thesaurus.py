"""Words that mean the same, Spanish and English, as the program brings them and the house adds.

Looked up with the query, never written into the index, so that a change needs no rebuild. A line
"a, b = c, d" holds words that are alike, Spanish left and English right, the usual ones first;
"a > b, c" leads from a to b and c only, and less surely.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from frontdesk.base.paths import resources
from frontdesk.core.search.words import stems, words

MAX_PHRASE_WORDS = 4
SAME, NEAR, LEAST, PER_PLACE = 0.76, 0.62, 0.52, 0.012
MAX_LOSS_PLACES = 5
TO_ENGLISH = 0.06  # less sure: who asks in Spanish seldom wants an English article
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words that mean what was typed, with their stems and how surely they do."""

    words: Phrase
    stems: Phrase
    quality: float
    place: int = 0  # among those of its language in its line
    is_english: bool = False

    def surer(self, by: float) -> Meaning:
        """Return the same with another quality."""
        return Meaning(self.words, self.stems, self.quality + by, self.place, self.is_english)


class Thesaurus:
    """Synonyms by the stems of a phrase. A line is read closely when one of its words is asked for
    first; until then only its words are known, so that the first query need not wait.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = list(lines)
        self._read: dict[int, _Line] = {}
        self._with_stem: dict[str, tuple[int, ...]] = {}  # sets would take four times the memory
        self._words: set[str] = set()
        languages = stems("es"), stems("en")
        for number, line in enumerate(self._lines):
            said = words(line)
            self._words.update(said)
            for word in said:
                for language in languages:
                    known = self._with_stem.get(language[word], ())
                    if known[-1:] != (number,):
                        self._with_stem[language[word]] = (*known, number)

    def meanings(self, said: Sequence[str]) -> list[Meaning]:
        """Return what means the same as these words, surest first."""
        found: dict[Phrase, Meaning] = {}
        keys = {tuple(map(stems(lang).__getitem__, said)) for lang in ("es", "en")}
        for key in keys:
            for number in sorted(set.intersection(*map(self._lines_with, key))):
                line = self._line(number)
                loss = line.losses.get(key, -1.0)
                for meaning in line.meanings if loss >= 0 else ():
                    known = found.get(meaning.words)
                    if known is None or known.quality < meaning.quality - loss:
                        found[meaning.words] = meaning.surer(-loss) if loss else meaning
        own = tuple(said)
        return sorted(
            (m for m in found.values() if m.words != own), key=lambda m: (-m.quality, m.words)
        )

    def has(self, word: str) -> bool:
        """Tell whether a word stands in a line as it is, or without its plural's ending."""
        return not self._words.isdisjoint((word, word.removesuffix("s"), word.removesuffix("es")))

    def _lines_with(self, stem: str) -> set[int]:
        return set(self._with_stem.get(stem, ()))

    def _line(self, number: int) -> _Line:
        line = self._read.get(number)
        if line is None:
            line = self._read[number] = _Line(self._lines[number])
        return line


class _Line:
    """What a line leads to, and how much less surely from each phrase that leads there."""

    def __init__(self, text: str) -> None:
        left, leads, right = text.partition(">")
        self.meanings = _meanings(right, NEAR) if leads else _meanings(left, SAME)
        self.losses: dict[Phrase, float] = {}
        for source in _meanings(left, SAME) if leads else self.meanings:
            loss = min(source.place, MAX_LOSS_PLACES) * PER_PLACE
            self.losses.setdefault(source.stems, loss)


@lru_cache(maxsize=1)
def pack() -> Thesaurus:
    """Return the shipped synonyms."""
    files = sorted((_folder() / "synonyms").glob("*.txt"))
    return Thesaurus(line for file in files for line in _lines(file))


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, tuple[str, ...]]:
    """Return what is written short -> the words that are meant."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines(_folder() / "abbreviations.txt"):
        short, _, meant = line.partition(">")
        found.update(dict.fromkeys(words(short), tuple(words(meant))))
    return found


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Return the words that carry no meaning of their own."""
    return _word_list("function_words.txt")


@lru_cache(maxsize=1)
def question_words() -> frozenset[str]:
    """Return the words by which somebody's own question is known."""
    return _word_list("question_words.txt")


@lru_cache(maxsize=1)
def everyday_stems() -> frozenset[str]:
    """Return the stems of the verbs and nouns that every question at a desk contains."""
    spanish = stems("es")
    return frozenset(spanish[word] for word in _word_list("everyday_words.txt"))


def _meanings(part: str, quality: float) -> list[Meaning]:
    spanish, _, english = part.partition("=")
    return [*_phrases(spanish, "es", quality), *_phrases(english, "en", quality)]


def _phrases(part: str, lang: str, quality: float) -> Iterable[Meaning]:
    empty, stem = function_words(), stems(lang)
    for place, text in enumerate(part.split(",")):
        said = words(text)
        content = tuple(word for word in said if word not in empty) or tuple(said)
        if content:
            sure = max(LEAST, quality - PER_PLACE * place - TO_ENGLISH * (lang == "en"))
            yield Meaning(content, tuple(map(stem.__getitem__, content)), sure, place, lang == "en")


def _lines(file: Path) -> list[str]:
    lines = (line.partition("#")[0].strip() for line in file.read_text("utf-8").splitlines())
    return [line for line in lines if line]


def _word_list(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(_folder() / name) for word in words(line))


def _folder() -> Path:
    return resources() / "search"
