"""What people write around hours, in Spanish and English, put plainly before the words are read.

What changes nothing goes ("jornada continua"), what is said in many words is said in one ("las 24
horas los 365 días"), and whether holidays are left out or taken in is told apart from the rest.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from frontdesk.base.text import fold

Holidays = Literal["", "closed", "as days"]

_QUOTED = re.compile(r"\A([\"'“«])([^\"'”»]*)[\"'”»]\Z", re.DOTALL)
_CLOSED = re.compile(r"\b(?:cerrad[oa]s?|closed?|cierran?|off)\b")
_HOLIDAYS = (
    r"(?:(?:los|las|en|on|for)\s+)*(?:dias\s+)?(?:(?:public|bank|legal|federal|national)\s+)?"
    r"(?:festivos|feriados|holidays)\b"
)
# Behind it may follow the end or the times: "except holidays and weekends" says more.
_NO_MORE = r"(?=\s*(?:\Z|[.;)|\n]|,?\s*(?:de\s+)?\d))"
_WITHOUT = re.compile(
    rf"[,(]?\s*\b(?:excepto|salvo|menos|except|excluding|excluyendo)\s+{_HOLIDAYS}{_NO_MORE}"
    rf"|[,;.(]?\s*\bno (?:se )?(?:abre|abrimos|atiende|atendemos|hay atencion)\s+{_HOLIDAYS}"
    rf"{_NO_MORE}"
)
_WITH = re.compile(
    rf"[,(]?\s*\b(?:incluso|inclusive|incluidos?|incluyendo|including)\s+{_HOLIDAYS}{_NO_MORE}"
    rf"|,?\s*\b{_HOLIDAYS}\s+(?:incluidos|inclusive|included){_NO_MORE}"
)
_WORKING = re.compile(
    r"\b(viernes|vie|v)\b\.?\s*[,(]?\s*(?:dias\s+)?(?:laborables|habiles|no\s+(?:festivos|feriados))\b"
)
_NOTHING = re.compile(
    r"\b(?:en\s+)?(?:horario|jornada)\s+(?:corrid[oa]|continu[oa]|continuad[oa]|ininterrumpid[oa])\b"
    r"|\bininterrumpidamente\b|\bde corrido\b|\bsin interrupcion(?:es)?\b|\ben horario de\b"
    r"|\b(?:al (?:publico|ciudadano|cliente|usuario|contribuyente|vecino)|a la ciudadania)\b"
    r"|\b(?:la oficina\s+)?(?:se atiende|atendemos|atienden?|abrimos|abren?|estamos abiertos)\b"
    r"|\b(?:nuestro|our) (?=horario|hours|office)|\btambien\b|\bturnos?\b"
)
_CLOCK = r"\d{1,2}(?:[:.]\d{2})?(?:\s?[ap]\s?\.?\s?m\b\.?)?"
_PLAINLY: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(
        r"(?:\blas\s+)?\b24\s?(?:h|hs|hrs|horas|hours)\b\.?"
        r"(?:\s+(?:a|per) day|\s+al dia|\s+del dia)?[\s,]*"
        r"(?:(?:los\s+)?(?:7|siete) dias(?: (?:de|a) la semana)?"
        r"|(?:7|seven) days (?:a|per) week|(?:los\s+)?365 dias(?: del ano)?)"
    ), "24/7"),
    (re.compile(r"\b(24\s?(?:h|hs|hrs|horas|hours))\s+(?:(?:a|per) day|al dia|del dia)\b"), r"\1"),
    (re.compile(r"\b12(?::00)?\s+(noon|midday|(?:del\s+)?mediodia)\b"), "noon"),
    (re.compile(r"\b12(?::00)?\s+(?:de la noche|midnight)\b"), "midnight"),
    (re.compile(r"\b(12(?:[:.]\d\d)?) de la manana\b"), r"\1 pm"),
    (re.compile(
        rf"\b(?:entre|between)\s+(?:las?\s+)?({_CLOCK})(?:\s?h(?:oras|s|rs)?\b)?\s+(?:y|and)\s+(?:las?\s+)?"
        r"(?=\d)"
    ), r"\1 a "),
    (re.compile(r"\b(\d{1,2})['’](\d{2})\b"), r"\1:\2"),
    (re.compile(r"\b(\d{1,2}),(00|30|45)\b"), r"\1:\2"),  # what no hour of a list can be
    (re.compile(r"(?<!\d)\s+por las? (mananas?|tardes?)\b"), r" \1"),
)  # fmt: skip
_OF_THE_DAY = r"(?<!\bla )\b"
_MORNINGS = re.compile(rf"{_OF_THE_DAY}mananas?\b")
_AFTERNOONS = re.compile(rf"{_OF_THE_DAY}tardes?\b")
_FIRST_HOUR = re.compile(r"[^\d.;,|\n]*?(\d{1,2})(?:[:.]\d\d)?(\s?p\s?\.?\s?m\b)?")
_DAWN, _NOON = 5, 12


class Said(NamedTuple):
    """A text in few words, and what it says of holidays."""

    text: str
    holidays: Holidays = ""


def plainly(text: str) -> Said:
    """Return hours without what says nothing of them; folded."""
    told = fold(text).strip()
    for pattern, short in _PLAINLY:
        told = pattern.sub(short, told)
    told = _NOTHING.sub(" ", told)
    if _CLOSED.search(told):  # of which days, and of which part of them, is for people to say
        return Said(told)
    return _of_holidays(_without_parts(told))


def unquoted(text: str) -> str:
    """Return a text without the quote marks around the whole of it."""
    match = _QUOTED.match(text)
    return match[2].strip() if match else text


def _of_holidays(told: str) -> Said:
    for pattern, short in ((_WORKING, r"\1 "), (_WITHOUT, " ")):
        if pattern.search(told):
            return Said(pattern.sub(short, told), "closed")
    if _WITH.search(told):
        return Said(_WITH.sub(" ", told), "as days")
    return Said(told)


def _without_parts(told: str) -> str:
    """Return hours without "mañanas" and "tardes" where the times behind them say it as well."""
    for pattern, least, most in ((_MORNINGS, _DAWN, _NOON), (_AFTERNOONS, _NOON, 24)):
        behind = [_FIRST_HOUR.match(told, match.end()) for match in pattern.finditer(told)]
        if all(hour and least <= int(hour[1]) + 12 * bool(hour[2]) <= most for hour in behind):
            told = pattern.sub(" ", told)
    return told
