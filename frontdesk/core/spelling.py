"""Words that may be misspelt, and what was perhaps meant. Local; nothing typed leaves the machine.

The word lists are of the package pyspellchecker (MIT), of which only the lists are read. The
Spanish one knows verbs, not their forms, so a form is led back to its verb by its stem; forms that
no rule leads back are ours. What the house writes of, its articles, offices and people, is never
doubted, nor what somebody added. Where the lists are not there, nothing is doubted.
"""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
import tomllib
from collections.abc import Collection, Iterator
from datetime import datetime
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from frontdesk.base.paths import resources
from frontdesk.base.text import fold, line
from frontdesk.store import settings
from frontdesk.store.store import Tx

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
OWN = "spelling.own"
SHORTEST = 3  # letters; shorter words are too like each other to be doubted
MAX_OWN = 2_000
MAX_SUGGESTIONS = 5
FARTHEST = 2  # edits between what was typed and what was meant
_NEAR = 40  # characters before a word, in which its sentence has begun or has not
_HANGING = re.compile(r"(?:(?:me|te|se|nos)?(?:lo|la|los|las|le|les)|me|te|se|nos)$")
_BRITISH = (("our", "or"), ("is", "iz"), ("ll", "l"), ("tre", "ter"))  # the list is American
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*")
_VOWELS = (("ue", "o"), ("ie", "e"), ("i", "e"), ("u", "o"))  # puede: poder, pide: pedir
_FINALS = (("zc", "c"), ("qu", "c"), ("c", "z"), ("j", "g"), ("gu", "g"), ("y", ""))


Found = re.Match[str]


class Lexicon(NamedTuple):
    """A language's words with how often they are used, the same words folded, and their stems."""

    counts: dict[str, int]
    folded: tuple[str, ...]
    stems: frozenset[str]
    forms: frozenset[str]


def doubtful(db: sqlite3.Connection, words: Collection[str], lang: str) -> frozenset[str]:
    """Return those of some words that may be misspelt in a language."""
    lexicon = _lexicon(lang)
    if not lexicon.counts:
        return frozenset()
    own = {fold(word) for word in added(db)}
    return frozenset(
        word
        for word in words
        if len(word) >= SHORTEST
        and not _is_word(word.lower(), lexicon, lang)
        and fold(word) not in own
        and not _is_of_the_house(db, word)
    )


def suggestions(db: sqlite3.Connection, word: str, lang: str) -> list[str]:
    """Return what may have been meant by a word, the likeliest first, written as it was."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    lexicon, typed = _lexicon(lang), fold(word)
    written = list(lexicon.counts)
    near = process.extract(
        typed, lexicon.folded, scorer=OSA.distance, score_cutoff=FARTHEST, limit=None
    )
    ranked = sorted((far, -lexicon.counts[written[place]], place) for _, far, place in near)
    house = [one for one in added(db) if OSA.distance(fold(one), typed) <= FARTHEST]
    found = dict.fromkeys((*house, *(written[place] for _, _, place in ranked)))
    return [_cased(one, word) for one in found][:MAX_SUGGESTIONS]


def add(tx: Tx, word: str, *, now: datetime) -> None:  # noqa: ARG001 - every write is told when
    """Take a word into the house's own, which are never doubted."""
    own = [*added(tx.db), line(word)[:60]]
    kept = list(dict.fromkeys(filter(None, own)))[-MAX_OWN:]
    settings.put(tx, OWN, json.dumps(kept, ensure_ascii=False))


def added(db: sqlite3.Connection) -> list[str]:
    """Return the words that were added here."""
    found: list[str] = json.loads(settings.get(db, OWN, "[]"))
    return found


def in_text(text: str) -> Iterator[Found]:
    """Yield the words of a text that can be doubted: no names inside a sentence, no codes."""
    beyond = {n for one in _ADDRESS.finditer(text) for n in range(*one.span())}
    for found in WORD.finditer(text):
        word = found[0]
        if found.start() in beyond:
            continue
        around = text[max(0, found.start() - 1) : found.start()] + text[found.end() :][:1]
        if any(sign.isdigit() or sign in "@_/\\" for sign in around):
            continue
        if word.islower() or (word.istitle() and _begins_sentence(text, found.start())):
            yield found


def _begins_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - _NEAR) : place].rstrip(" ¿¡\"'«“(-–\t")
    return not before or before[-1] in ".!?\n:…"


def _is_word(word: str, lexicon: Lexicon, lang: str) -> bool:
    if word in lexicon.counts:
        return True
    folded = fold(word)
    if folded in lexicon.forms:
        return True
    if lang == "en":
        bare = word.removesuffix("'s")
        known = (bare, *(bare.replace(*ways) for ways in _BRITISH))
        return any(one in lexicon.counts for one in known)
    if _has_stem(word, lexicon):
        return True
    hanging = _HANGING.search(word)
    base = word[: hanging.start()] if hanging else ""
    bare = fold(base)
    return len(base) >= SHORTEST and (
        bare in lexicon.forms or bare in lexicon.counts or _has_stem(base, lexicon)
    )


def _has_stem(word: str, lexicon: Lexicon) -> bool:
    bare = fold(_stemmer().stemWord(word))
    return any(one in lexicon.stems for one in _stems_of(bare))


def _stems_of(stem: str) -> Iterator[str]:
    """Yield a stem and those of which sound or spelling may have made it."""
    yield stem
    for heard, meant in _VOWELS:
        place = stem.rfind(heard)
        if place > 0:
            yield stem[:place] + meant + stem[place + len(heard) :]
    for written, meant in _FINALS:
        if stem.endswith(written):
            yield stem.removesuffix(written) + meant


def _is_of_the_house(db: sqlite3.Connection, word: str) -> bool:
    """Tell whether an article, an office or a person is written of with a word."""
    folded = fold(word)
    for query in (
        "SELECT 1 FROM search_word WHERE word = ? LIMIT 1",
        "SELECT 1 FROM search_body_word WHERE term = ? LIMIT 1",
    ):
        if db.execute(query, (folded,)).fetchone():
            return True
    return False


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


@lru_cache(maxsize=2)
def _lexicon(lang: str) -> Lexicon:
    """Read a language's list, once; an empty one where it is not there."""
    counts: dict[str, int] = {}
    package = find_spec("spellchecker")
    for folder in (package.submodule_search_locations or ()) if package else ():
        file = Path(folder) / "resources" / f"{lang}.json.gz"
        if file.is_file():
            counts = json.loads(gzip.decompress(file.read_bytes()))
    folded = tuple(map(fold, counts))
    if lang == "en" or not counts:
        return Lexicon(counts, folded, frozenset(), frozenset())
    rooted = frozenset(map(fold, _stemmer().stemWords(list(counts))))
    return Lexicon(counts, folded, rooted, frozenset(_forms(lang)))


@lru_cache(maxsize=1)
def _stemmer() -> Any:  # noqa: ANN401 - the package has no types
    """Return Snowball's stemmer: the search's own leaves out the accents on which forms end."""
    import Stemmer

    return Stemmer.Stemmer("spanish")


def _forms(lang: str) -> Iterator[str]:
    text = (resources() / "spelling" / f"{lang}.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    yield from map(fold, told["forms"].split())
    for group in ("", "j_", "r_"):
        for one in told[f"{group}stems"]:
            yield from (fold(one + ending) for ending in told[f"{group}endings"])
