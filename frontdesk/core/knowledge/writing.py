"""How a text reads and how long it takes to say: counted, so that an author sees it while typing.

Spanish: perspicuity after Szigriszt Pazos (1993), `206.835 - 62.3 syllables/word - words/sentence`,
in the bands of the INFLESZ scale (Barrio-Cantalejo and others, 2008). English: reading ease after
Flesch (1948), `206.835 - 84.6 syllables/word - 1.015 words/sentence`, in Flesch's own bands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MAX_SAY_WORDS = 40
WORDS_A_MINUTE = 150  # of calm speech; books are read aloud at 150 to 160
MIN_WORDS = 8  # of fewer words no formula says anything
LEVELS = ("very_hard", "hard", "plain", "easy", "very_easy")

_BANDS = {"es": (40, 55, 65, 80), "en": (30, 50, 70, 80)}  # from below, one level up at each
_PER_SYLLABLE = {"es": 62.3, "en": 84.6}
_PER_WORD = {"es": 1.0, "en": 1.015}
_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?…]+(?=\s|$)|\n\s*\n|:\s*\n|\n(?=\s*(?:[-*+•]|\d+[.)])\s)")
_VOWELS_ES = re.compile("[aeiouáéíóúüàèìòù]+")
_VOWELS_EN = re.compile("[aeiouy]+")
_SILENT_EN = re.compile(
    "(?<=[^aeiou][^aeiou])(?<!l)e$|(?<=[aeiou][^aeiou])e$|(?<=[aeiou])e$|(?<=[aeiou]l)e$"
    "|(?<=[a-z][^td])e(?=d$)|(?<=[a-z][a-bd-fi-rt-wy])e(?=s$)|(?<=[^aeiou])e(?=ments?$|ly$|ful$|less$)"
)
_MEETING_EN = re.compile("(?<![tcsg])i(?:a|o(?!us))|ie(?=n[ct])|(?<=[aeiouy][^aeiou])ea$|(?<=cr)ea")
_SILENT_U = re.compile("(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])")
_FINAL_Y = re.compile("y(?![a-záéíóúüñ])")
_FULL, _STRESSED_WEAK = frozenset("aeoáéóàèò"), frozenset("íú")
_MARKS = re.compile(
    r"!?\[([^\]\n]*)\]\([^)\n]*\)|https?://\S+|<[^>\n]{1,200}>|^\s*\|?(?:\s*:?-{2,}:?\s*\|?)+$"
    r"|^[ \t]*#{1,6}[ \t]+|[*_`~|]+",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Ease:
    """How a text reads: the formula's score, its level, and what was counted."""

    score: float
    level: str
    words: int
    sentences: int
    words_per_sentence: float


def words(text: str) -> list[str]:
    """Return the words of a text; an amount or an hour is one."""
    return _WORD.findall(text)


def spoken_s(text: str) -> int:
    """Return how many seconds a text takes to say, calmly."""
    return round(len(words(text)) * 60 / WORDS_A_MINUTE)


def ease(text: str, lang: str) -> Ease | None:
    """Return how Markdown reads in Spanish or English; None where there is too little of it."""
    plain = without_marks(text)
    found = words(plain)
    if len(found) < MIN_WORDS or lang not in _BANDS:
        return None
    sentences = sum(1 for part in _SENTENCE.split(plain) if _WORD.search(part))
    spoken = sum(syllables(word, lang) for word in found)
    length = len(found) / sentences
    score = 206.835 - _PER_SYLLABLE[lang] * spoken / len(found) - _PER_WORD[lang] * length
    level = LEVELS[sum(score >= limit for limit in _BANDS[lang])]
    return Ease(round(score, 1), level, len(found), sentences, round(length, 1))


@lru_cache(maxsize=20_000)  # a text of 100 kB is counted at every rest of its author
def syllables(word: str, lang: str) -> int:
    """Return how many syllables a word has, at least one; a number has one for each digit."""
    if word[0].isdigit():
        return sum(letter.isdigit() for letter in word)
    lower = word.lower()
    return max(1, _spanish(lower) if lang == "es" else _english(lower))


def without_marks(text: str) -> str:
    """Return the words of Markdown: of a link its text, of an address nothing."""
    return _MARKS.sub(lambda match: match[1] or "", text)


def _spanish(word: str) -> int:
    """Count vowel groups; two full vowels, or a stressed í or ú beside one, are two syllables."""
    heard = _FINAL_Y.sub("i", _SILENT_U.sub("", word))
    return sum(map(_nuclei, _VOWELS_ES.findall(heard)))


def _nuclei(group: str) -> int:
    full = sum(letter in _FULL for letter in group)
    return max(1, full + sum(letter in _STRESSED_WEAK for letter in group))


def _english(word: str) -> int:
    """Count vowel groups without the silent e's, and twice where two vowels meet and both sound."""
    heard = _SILENT_EN.sub("", re.sub("['’].*", "", word))
    return len(_VOWELS_EN.findall(heard)) + len(_MEETING_EN.findall(heard))
