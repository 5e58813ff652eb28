"""Text as people type it, folded only to be compared."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def fold(text: str) -> str:
    """Return text in lower case without accents (ñ becomes n): for comparing, never for showing."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def clean(text: str) -> str:
    """Return text in composed form without control characters; line ends and tabs stay."""
    if text.isprintable():  # nearly always, and ten times faster
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))


def line(text: str) -> str:
    """Return text as one clean line: runs of white space become one blank."""
    return " ".join(clean(text).split())
