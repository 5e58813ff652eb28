"""The words of hours as people type them, in Spanish and English: days, times, ranges, closed.

A word that is not known makes the whole text unreadable: what it says might change the hours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from frontdesk.base.text import fold

Sort = Literal["day", "time", "to", "and", "closed", "always", "stop"]
HOLIDAY = 7  # the eighth day of the week
NOON, MIDNIGHT, HOUR = 12 * 60, 24 * 60, 60
_ALL, _WORKING, _WEEKEND = (0, 1, 2, 3, 4, 5, 6), (0, 1, 2, 3, 4), (5, 6)

_NAMES = (
    ("monday mon mo", "lunes lun lu"),
    ("tuesday tues tue tu", "martes"),
    ("wednesday weds wed we", "miercoles mier mie mi"),
    ("thursday thurs thur thu th", "jueves jue ju"),
    ("friday fri fr", "viernes vier vie vi"),
    ("saturday sat", "sabado sab"),
    ("sunday sun su", "domingo dom do"),
)
_NAMED_IN = tuple(
    {f"{name}{end}": day for day, names in enumerate(_NAMES) for name in names[language].split()
     for end in ("", "s")}
    for language in (0, 1)
)  # fmt: skip
_SETS: dict[str, tuple[int, ...]] = {
    **{name: (day,) for named in _NAMED_IN for name, day in named.items()},
    "weekdays": _WORKING, "weekday": _WORKING, "laborables": _WORKING, "habiles": _WORKING,
    "lmxjv": _WORKING, "mwf": (0, 2, 4), "tth": (1, 3),
    "weekends": _WEEKEND, "weekend": _WEEKEND, "daily": _ALL, "everyday": _ALL, "diario": _ALL,
    "diariamente": _ALL, "holidays": (HOLIDAY,), "holiday": (HOLIDAY,), "festivos": (HOLIDAY,),
    "festivo": (HOLIDAY,), "feriados": (HOLIDAY,), "feriado": (HOLIDAY,), "ph": (HOLIDAY,),
    "sa": (5,),
}  # fmt: skip
_PHRASES = (
    (r"fin(?:es)? de semana", "weekend"), (r"dias (?:laborables|habiles)", "laborables"),
    (r"todos los dias(?: de la semana)?|every day|(?:7|seven) days a week", "daily"),
    (r"dias (?:festivos|feriados)|(?:public|bank|legal) holidays", "holidays"),
    (r"entre semana", "weekdays"),
)  # fmt: skip
_TO = frozenset({"a", "al", "to", "hasta", "till", "until", "thru", "through"})
_AND = frozenset({"y", "e", "and"})
_CLOSED = frozenset({"closed", "cerrado", "cerrada", "cerrados", "off"})
_TIMES = {"noon": NOON, "mediodia": NOON, "midnight": MIDNIGHT, "medianoche": MIDNIGHT}
_SILENT = frozenset({
    "de", "del", "desde", "las", "los", "el", "la", "from", "at", "on", "open", "abierto",
    "abierta", "horario", "horarios", "horas", "hours", "hour", "hora", "hrs", "hr", "hs", "h",
    "atencion", "publico", "office", "opening", "are", "is", "every", "each", "cada", "todos",
})  # fmt: skip
_SORTS: tuple[tuple[frozenset[str], Sort], ...] = (
    (_SILENT, "and"), (_TO, "to"), (_AND, "and"), (_CLOSED, "closed"),
)  # fmt: skip
_SPANISH_LETTERS, _ENGLISH_LETTERS = "lmxjvsd", {"m": 0, "t": 1, "w": 2, "f": 4, "s": 5}
_WEDNESDAYS = frozenset({"x", *_NAMES[2][1].split()})
_NIGHT_FALLS = 7  # "1 de la noche" is of the day before, or a slip
_ENGLISH = frozenset({"closed", "from", "to", "and", "open", "thru", "through", "until"})
_SPANISH = frozenset({"cerrado", "de", "a", "y", "al", "desde", "hasta", "las", "los", "abierto"})

_HALF = r"(?P<half>a\s?\.?\s?m\b\.?|p\s?\.?\s?m\b\.?|md?\b\.?|(?:de|por) la (?:manana|tarde|noche))"
_TOKEN = re.compile(
    r"(?P<always>24\s?/\s?7|\b24\s?(?:h|hs|hrs|horas|hours)\b)"
    r"|(?P<time>(?P<h>\d{1,2})(?:(?:[:.]|\s?h\s?)(?P<m>\d{2})(?::\d{2})?)?(?!\d)"
    rf"(?:\s?(?:hrs|hs|h)\b\.?)?(?:\s?{_HALF})?)"
    r"|(?P<word>[a-z]+\.?)|(?P<dash>[-–—~]+)|(?P<and>[,/&+])|(?P<stop>[;\n|·•])|(?P<dot>[.:()]|\s+)"
    r"|(?P<other>.)",
)
_MILITARY = re.compile(r"\b(0\d)([0-5]\d)(\s*(?:-|–|to|a)\s*)([12]\d)([0-5]\d)\b")


@dataclass(frozen=True, slots=True)
class Word:
    """One meaning in a text. `days` of a day, `minute` of a time, with what was written of it."""

    sort: Sort
    text: str
    days: tuple[int, ...] = ()
    minute: int = 0
    half: str = ""  # am, pm, exact for noon and for what needs no half; '' when nothing was said
    is_bare: bool = False  # an hour without minutes


def words(text: str) -> list[Word] | None:
    """Return the words of hours as typed, None where one of them is not known or means two days."""
    folded = _MILITARY.sub(r"\1:\2\3\4:\5", fold(text))
    for phrase, short in _PHRASES:
        folded = re.sub(rf"\b(?:{phrase})\b", short, folded)
    letters = _letters(folded)
    found = []
    for match in _TOKEN.finditer(folded):
        word = _word(match, letters)
        if word is None:
            return None
        if word.text or word.sort == "stop":
            found.append(word)
    return found


def _word(match: re.Match[str], letters: MappingProxyType[str, int] | None) -> Word | None:
    kind, text = match.lastgroup, match[0]
    if match["time"]:
        return _time(match)
    if match["word"]:
        return _named(text.rstrip("."), letters)
    sorts: dict[str, Sort] = {"dash": "to", "and": "and", "stop": "stop", "always": "always"}
    if kind in sorts:
        return Word(sorts[kind], text)
    return Word("and", "") if kind == "dot" else None


def _named(text: str, letters: MappingProxyType[str, int] | None) -> Word | None:
    for known, sort in _SORTS:
        if text in known:
            return Word(sort, "" if known is _SILENT else text)
    if text in _TIMES:
        return Word("time", text, minute=_TIMES[text], half="exact")
    if text in _SETS:
        return Word("day", text, days=_SETS[text])
    return Word("day", text, days=(letters[text],)) if letters and text in letters else None


def _time(match: re.Match[str]) -> Word | None:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    half = (match["half"] or "").replace(" ", "").replace(".", "")
    if half in {"m", "md"}:  # 12 m. is noon, and 2 m. nothing
        return Word("time", match[0], minute=NOON, half="exact") if hour * HOUR == NOON else None
    if half:
        if half.endswith("noche") and hour % 12 < _NIGHT_FALLS:
            return None
        half = "am" if half in {"am", "delamanana", "porlamanana"} else "pm"
        if not 1 <= hour <= (12 if half == "am" else 23):  # "16:00 p. m." is one
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour * HOUR + minute > MIDNIGHT or minute >= HOUR:
        return None
    return Word("time", match[0].strip(), minute=hour * HOUR + minute, half=half,
                is_bare=match["m"] is None)  # fmt: skip


def _letters(folded: str) -> MappingProxyType[str, int] | None:
    """Return what single letters and `mar` mean in a text; M is Monday here and martes there."""
    seen = re.findall(r"[a-z]+", re.sub(r"\b[ap]\s?\.?\s?m\b|\bh\b", " ", folded))
    used = set(seen)
    spanish = bool(used & (_SPANISH | _NAMED_IN[1].keys() | set("lxjvd")))
    english = bool(used & (_ENGLISH | _NAMED_IN[0].keys() | set("wft")))
    if spanish == english:
        return None
    if english:
        return MappingProxyType(_ENGLISH_LETTERS)
    meanings = dict(zip(_SPANISH_LETTERS, range(7), strict=True)) | {"mar": 1, "ma": 1}
    if any(pair == ("m", "m") for pair in pairwise([w for w in seen if w in meanings])):
        return None  # L, M, M, J, V: the second is miércoles, which one rule cannot tell
    if not used & _WEDNESDAYS:
        del meanings["m"]  # L, M, V: martes where miércoles is X, and miércoles for many others
    return MappingProxyType(meanings)
