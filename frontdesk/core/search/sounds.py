"""How a Spanish word sounds, for those who write it by ear: b/v, s/c/z, ll/y, h, g/j, qu/k."""

from __future__ import annotations

import re

_DOUBLED = re.compile(r"(.)\1+")
# In this order; capitals stand for sounds that no letter of their own is left for.
_STEPS = (
    ("ch", "X"), ("h", ""), ("ll", "Y"), ("ya", "Ya"), ("ye", "Ye"), ("yi", "Yi"), ("yo", "Yo"),
    ("yu", "Yu"), ("y", "i"), ("v", "b"), ("w", "b"), ("ce", "se"), ("ci", "si"), ("z", "s"),
    ("x", "s"), ("ps", "s"), ("qu", "k"), ("q", "k"), ("c", "k"), ("ge", "je"), ("gi", "ji"),
    ("gue", "ge"), ("gui", "gi"), ("np", "mp"), ("nb", "mb"), ("nm", "m"),
)  # fmt: skip


def sound(word: str) -> str:
    """Return a key that words of one sound share; the word is folded."""
    for letters, heard in _STEPS:
        if letters in word:
            word = word.replace(letters, heard)
    return _DOUBLED.sub(r"\1", word)
