"""In which code a text was written: what gives words, however old the program that wrote it.

A list may hold three accents in all. Detectors of any code on earth need more to go by and take ó
for ¾; we only ask which of the two codes that Excel and old programs write here gives letters.
"""

from __future__ import annotations

import re

OLD_CODES = ("cp1252", "cp850")  # the likelier first
_SMALL = "áéíóúüñçàèìòùâêôãõ"
_LETTERS = _SMALL + _SMALL.upper()
_SIGNS = "¿¡ºª°€–—“”‘’…«»·£\xa0"
# Other letters and signs, an opening mark or a sign of money in a word, small among capitals.
_ODD = re.compile(
    rf"[^\x00-\x7f{_LETTERS}{_SIGNS}]"
    rf"|(?<=[A-Za-z{_LETTERS}])[¿¡£\xa0](?=[A-Za-z{_LETTERS}]|\b|$)"
    rf"|(?<=[A-Z])[{_SMALL}](?=[A-Z])"
)


def decoded(data: bytes) -> str:
    """Return the text of bytes: UTF-8 or UTF-16 where they are, else an old code page."""
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        return min((data.decode(code, errors="replace") for code in OLD_CODES), key=_oddities)


def _oddities(text: str) -> int:
    return len(_ODD.findall(text))
