"""How a Spanish word sounds, for those who write it by ear: b/v, s/c/z, ll/y, h, g/j, qu/k."""

from __future__ import annotations

import re
from functools import lru_cache

_STEPS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ch", "X"),
        (r"h", ""),
        (r"ll|y(?=[aeiou])", "Y"),
        (r"v|w(?=[aeio])", "b"),
        (r"qu(?=[ei])|q|k|c(?![ei])", "k"),
        (r"c(?=[ei])|z|x|ps(?=i)", "s"),
        (r"gu(?=[ei])", "G"),
        (r"g(?=[ei])", "j"),
        (r"G", "g"),
        (r"n(?=[pbm])", "m"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return a key that words of one sound share; the word is folded."""
    for pattern, replacement in _STEPS:
        word = pattern.sub(replacement, word)
    return word
