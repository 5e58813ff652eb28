"""Words as the index knows them: folded, and cut to the stem that noun and verb share.

A stem is Snowball's, after one small step of our own: Spanish nouns in -ción are given back the
verb's ending, so that inscripción meets inscribir and devolución meets devolver.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from zlib import crc32

from frontdesk.base.text import fold

WORD = re.compile(r"[^\W_]+")
_NOT_CODE = re.compile(r"[\W_]+")
MIN_FOLDED_ROOT = 5
MIN_NOUN = 7  # letters of a noun in -ción that has a verb
MIN_ROOT = 4
_PLURALS = ("ares", "eres", "ires")
_LATIN = 255
_AWKWARD = b"\0"  # stands for a sign that folds into several, such as ½
_CACHED_WORDS = 200_000
_NO_VERB = frozenset({"estacion"})  # its root would be that of "esta"
# The consonants in which a Spanish verb and its noun differ at the end of the stem.
_FINALS = (("pt", "p"), ("ct", "c"), ("b", "p"), ("v", "u"), ("z", "c"), ("g", "c"))


def words(text: str) -> list[str]:
    """Return the folded words of a text in order.

    Nearly all text is of Windows' western letters, which one table folds and separates, a byte
    each; only the rest takes the slow way.
    """
    try:
        plain = text.encode("cp1252").translate(_TABLE)
        if _AWKWARD not in plain:
            return plain.decode("latin-1").split()
    except UnicodeEncodeError:
        pass
    return WORD.findall(fold(text))


def code_key(code: str) -> str:
    """Return a code without its signs and blanks: LIC-2, "lic 2" and lic2 are one."""
    return _NOT_CODE.sub("", fold(code))


def title_key(title: str) -> int:
    """Return the number by which a title's words, joined by blanks, are looked up."""
    return crc32(title.encode())


def _byte(code: int) -> int:
    folded = fold(bytes([code]).decode("cp1252", "replace"))
    if not WORD.search(folded):
        return ord(" ")
    return ord(folded) if len(folded) == 1 and ord(folded) <= _LATIN else _AWKWARD[0]


_TABLE = bytes(_byte(code) for code in range(_LATIN + 1))


class Stems(dict[str, str]):
    """Folded word -> stem in one language."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        import Stemmer

        self._stemmer: Any = Stemmer.Stemmer("english" if lang == "en" else "spanish", 0)
        self._is_spanish = lang != "en"

    def __missing__(self, word: str) -> str:
        """Stem a word that is new and remember it."""
        if len(self) > _CACHED_WORDS:
            self.clear()
        stem = self[word] = self._spanish(word) if self._is_spanish else self._english(word)
        return stem

    def _english(self, word: str) -> str:
        return str(self._stemmer.stemWord(word))

    def _spanish(self, word: str) -> str:
        root = _noun_root(word)
        if root is None:
            root = _without_s(str(self._stemmer.stemWord(_singular(word))))
        if len(root) >= MIN_FOLDED_ROOT or root.endswith("z"):
            for ending, shared in _FINALS:
                if root.endswith(ending):
                    return root[: -len(ending)] + shared
        return root


def _singular(word: str) -> str:
    """Return talleres as taller: Snowball takes the -er of the singular alone for a verb's."""
    return word[:-2] if len(word) > MIN_FOLDED_ROOT and word.endswith(_PLURALS) else word


def _without_s(root: str) -> str:
    """Return a root without the plural's s, which Snowball leaves on short words (obras, otros)."""
    return root[:-1] if len(root) >= MIN_ROOT and root[-1] == "s" and root[-2] in "aeio" else root


def _noun_root(word: str) -> str | None:
    """Return the verb's root of a noun in -ción or -nsión, or None for any other word."""
    noun = word.removesuffix("es")
    if len(noun) < MIN_NOUN or noun in _NO_VERB or not noun.endswith(("cion", "nsion")):
        return None
    if noun.endswith("nsion"):
        return noun[:-4] + "d"
    root = noun[:-4]
    return root[:-1] if root[-1] in "ai" and len(root) >= MIN_ROOT else root


@lru_cache(maxsize=2)
def stems(lang: str) -> Stems:
    """Return the stems of a language; every language but English is stemmed as Spanish."""
    return Stems(lang)


def stems_of(lang: str) -> Stems:
    """Return the stems for an article's language."""
    return stems("en" if lang.startswith("en") else "es")
