"""Words that mean the same, in Spanish and English, as packed with the program and as the house adds.

Looked up with the query, never written into the index, so that a change needs no rebuild.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from frontdesk.base.paths import resources
from frontdesk.core.search.lexicon import roots
from frontdesk.core.search.words import words

MAX_PHRASE_WORDS = 4
SAME, NEAR = 0.8, 0.6
Phrase = tuple[str, ...]
Meanings = dict[Phrase, dict[Phrase, float]]


def meanings(said: list[str]) -> list[tuple[Phrase, float]]:
    """Return the stem phrases that mean what these words say, best first."""
    known = pack()
    both = {tuple(roots(word)[0] for word in said), tuple(roots(word)[1] for word in said)}
    found: dict[Phrase, float] = {}
    for key in both:
        for phrase, quality in known.get(key, {}).items():
            if phrase not in both:
                found[phrase] = max(quality, found.get(phrase, 0.0))
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))


@lru_cache(maxsize=1)
def pack() -> Meanings:
    """Return the shipped synonyms by phrase of stems."""
    found: Meanings = {}
    for file in sorted((_folder() / "synonyms").glob("*.txt")):
        for line in _lines(file):
            add_line(found, line)
    return found


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Return the words that carry no meaning of their own."""
    return _word_list("function_words.txt")


@lru_cache(maxsize=1)
def everyday_words() -> frozenset[str]:
    """Return the verbs and nouns that every question at a desk contains."""
    return _word_list("everyday_words.txt")


def add_line(known: Meanings, line: str) -> None:
    """Add one line of a pack: "a, b = c, d" are alike, Spanish left and English right;
    "a > b, c" leads from a to b and c only, less surely.
    """
    if ">" in line:
        left, right = line.split(">", 1)
        targets = _both(right)
        for source in _both(left):
            for target in targets:
                _link(known, source, target, NEAR)
        return
    alike = _both(line)
    for source in alike:
        for target in alike:
            _link(known, source, target, SAME)


def _both(part: str) -> list[Phrase]:
    spanish, _, english = part.partition("=")
    return [*_phrases(spanish, 0), *_phrases(english, 1)]


def _phrases(part: str, lang: int) -> list[Phrase]:
    empty = function_words()
    phrases = []
    for text in part.split(","):
        content = [word for word in words(text) if word not in empty] or words(text)
        if content:
            phrases.append(tuple(roots(word)[lang] for word in content))
    return phrases


def _link(known: Meanings, source: Phrase, target: Phrase, quality: float) -> None:
    if source != target:
        targets = known.setdefault(source, {})
        targets[target] = max(quality, targets.get(target, 0.0))


def _lines(file: Path) -> list[str]:
    lines = (line.partition("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def _word_list(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(_folder() / name) for word in words(line))


def _folder() -> Path:
    return resources() / "search"
