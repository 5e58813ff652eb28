"""What a complaint is about: its problems (charged twice, nobody answers) and its things (invoice).

The words stand in resources/complaints/concepts.toml; one that the list does not know stands for
itself, unless it says nothing in a complaint.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from frontdesk.base.paths import resources
from frontdesk.core.complaints.phrases import DENIAL, FINE, Phrases, stem_of
from frontdesk.core.search.words import words

MAX_WORDS = 200
MIN_TELLING_CHARS = 4
PROBLEM, THING = "0p", "0t"  # how they are marked in the index, where no word begins with 0
ASKS = PROBLEM + "asks"


class Meaning(NamedTuple):
    """The problems and things that a text names, as they are indexed."""

    problems: frozenset[str]
    things: frozenset[str]


class _Book(NamedTuple):
    faint: frozenset[str]
    empty: frozenset[str]
    broad: frozenset[str]
    tones: frozenset[str]
    directions: frozenset[str]
    opposites: tuple[tuple[str, str], ...]
    wholes: frozenset[str]
    things: frozenset[str]
    asking: frozenset[str]
    phrases: Phrases


def meaning(said: Sequence[str]) -> Meaning:
    """Return what the words of a complaint, as `told_in` gives them, are about."""
    book = _book()
    said = book.phrases.mended(said[:MAX_WORDS])
    named, used = book.phrases.named(said)
    own = {
        THING + stem_of(word)
        for place, word in enumerate(said)
        if place not in used and word not in book.empty and not word.isdigit()
    }
    problems = frozenset(name for name in named if name.startswith(PROBLEM))
    if said and said[0] in book.asking:
        problems |= {ASKS}
    return Meaning(problems, (frozenset(named) - problems) | own)


def broad() -> frozenset[str]:
    """Return the problems that say little without the thing that has them."""
    return _book().broad


def tones() -> frozenset[str]:
    """Return what is no trouble but the way of speaking: to ask, to thank."""
    return _book().tones


def directions() -> frozenset[str]:
    """Return what is no trouble of its own but which way one goes: more or less, up or down."""
    return _book().directions


def are_opposite(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sets of problems say the contrary: too hot and too cold."""
    return any(
        (a in one and b in other and not {a, b} <= one and not {a, b} <= other)
        for pair in _book().opposites
        for a, b in (pair, pair[::-1])
    )


def wholes() -> frozenset[str]:
    """Return the listed things that others are parts of: the room that has a tap."""
    return _book().wholes


def listed_things() -> frozenset[str]:
    """Return the things that the list knows; every other one is a word of somebody's own."""
    return _book().things


def telling(said: Sequence[str]) -> list[str]:
    """Return the words that say something of the matter, each once."""
    silent = _book().faint.union(FINE.values())
    return [
        word
        for word in dict.fromkeys(said)
        if len(word) >= MIN_TELLING_CHARS and word not in silent and not word.isdigit()
    ]


@lru_cache(maxsize=1)
def _book() -> _Book:
    file = resources() / "complaints" / "concepts.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    lines = {
        mark + name.replace("_", ""): line
        for mark, group in ((PROBLEM, "problems"), (THING, "things"))
        for name, line in table[group].items()
    }
    faint = frozenset(words(table["faint"]))
    empty = faint.union(words(table["weak"]), (DENIAL,), FINE.values())
    pairs = (_marked(PROBLEM, line.split()) for line in table["opposites"])
    return _Book(
        faint=faint,
        empty=empty,
        broad=frozenset(_marked(PROBLEM, table["broad"].split())),
        tones=frozenset(_marked(PROBLEM, table["tones"].split())),
        directions=frozenset(_marked(PROBLEM, table["directions"].split())),
        opposites=tuple((one, other) for one, other in pairs),
        wholes=frozenset(_marked(THING, table["wholes"].split())),
        things=frozenset(name for name in lines if name.startswith(THING)),
        asking=frozenset(words(table["asking"])),
        phrases=Phrases(lines, faint, table["classes"], words(table["apart"])),
    )


def _marked(mark: str, names: Iterable[str]) -> list[str]:
    return [mark + name.replace("_", "") for name in names]
