"""Closures as people say them: "mañana cerramos a las 12", "24 y 31 de diciembre cerrado".

Spanish and English alike. Pure, so that the echo beside the line and the rows are the same. A word
that is not known makes the whole sentence unreadable: what it says might change the closure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import NamedTuple

from frontdesk.base.text import fold, line
from frontdesk.core.opening.closing_days import Days, spans_in
from frontdesk.core.opening.typed import read
from frontdesk.core.when import hour

MAX_CHARS = 200
LONGEST = timedelta(days=366)
_CLOSES, _OPENS, _ONLY = "closes", "opens", "only"

_REASON = re.compile(
    r"\s*(?:\((?P<in>[^()]+)\)|\b(?:por|debido a|because of|due to|for)\s+"
    r"(?!la (?:ma|tarde|noche)|the (?:morn|after|even)|\d)(?P<why>.+))\s*$",
    re.IGNORECASE,
)
_WEEKDAY = (
    r"(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday)"
)
_MONTH = r"(?:de )?(?:ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic|jan|apr|aug|dec)"
# Where in "por obras el lunes" the reason may end and the rest begin.
_BEHIND_REASON = re.compile(
    r"\s*,\s+|\s+(?=(?:del?|el|los|las?|en|on|the|from|until|hasta|desde|hoy|ma[nñ]ana|pasado|today"
    rf"|tomorrow|this|next|este|cerr|clos|abri|abre|open|{_WEEKDAY})|\d{{1,2}}(?:/|-|\s+{_MONTH}))",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\d|\b(?:hoy|manana|today|tomorrow|cerramos|closed?|{_WEEKDAY})\b")
_EVERY = re.compile(
    r"\b(?:todos los|cada|every|each|los)\s+(?:lun|mar|mie|jue|vie|sab|dom|mon|tue|wed|thu|fri|sat|"
    r"sun|dias(?!\s+\d))"
)
_WE_ARE = (
    r"(?:(?:estaremos|estaran?|estamos|esta|permanecera|se|we are|we're|we will be|we'll be|will be"
    r"|is|are|es|sera)"
    r" )?"
)
# Longer phrases first: what is not open is closed.
_SAID = {
    r"no (?:se )?(?:abrimos|abre|abriremos|abrira|abriran|abren|atendemos|atiende|hay atencion"
    r"|hay servicio|trabajamos|laboramos)|sin atencion|sin servicio|vacaciones": _CLOSES,
    rf"{_WE_ARE}(?:festivo|feriado|asueto|(?:a )?(?:public |bank )?holiday)"
    r"|(?:do not|don't|not|will not|won't) (?:open|opening|be open|work|working)": _CLOSES,
    rf"{_WE_ARE}(?:cerramos|cerrad[oa]s?|cierran?|cierre|cerrar|cerraremos|cerraran?|close[sd]?"
    r"|closing|shut)": _CLOSES,
    rf"{_WE_ARE}(?:abrimos|abiert[oa]s?|abren?|abriremos|abriran?|opens?|opening)": _OPENS,
    r"solo|solamente|unicamente|only|nada mas": _ONLY,
}
_SILENT = re.compile(
    r"\b(?:nosotros|nosotras|we|la casa|the house|toda la casa|todas las oficinas|todas|all offices"
    r"|all the offices|all|la oficina|las oficinas|offices|the office|todo el dia|all day(?: long)?"
    r"|el publico|al publico|atendemos|atencion|horario|hours|antes(?=,? a las)|early)\b"
)
_HOURS_IN_WORDS = {
    word: str(number)
    for number, words in enumerate((
        "una one", "dos two", "tres three", "cuatro four", "cinco five", "seis six", "siete seven",
        "ocho eight", "nueve nine", "diez ten", "once eleven", "doce twelve",
    ), 1)
    for word in words.split()
}  # fmt: skip
_HOUR_IN_WORDS = re.compile(rf"\b(las?|at|until|from) ({'|'.join(_HOURS_IN_WORDS)})\b")
_QUARTERS = re.compile(r"\b(las? \d{1,2}) y (media|cuarto)\b")
_CLOCK = (
    r"(?:\d{1,2}(?:[:.h]\d{2})?(?:\s?[ap]\.?\s?m\b\.?|\s?(?:horas|hrs|hs|h)\b\.?)?"
    r"|mediodia|noon|midday)"
)
_PART = r"(?:\s+de la (?:manana|tarde|noche))?"
_NO_DAY = (
    rf"(?![\d/:])(?!\s?[-–]\s?\d)(?!(?:st|nd|rd|th)\b)(?!\s+{_MONTH})"
    rf"(?!\s+(?:a|to|until|through|y|and)\s+\d{{1,2}}\s+{_MONTH})"
)
_RANGE = re.compile(
    r"(?<![\d/.:-])(?P<between>\b(?:entre|between)\s+)?(?:\b(?:de|desde|from)\s+)?(?:\blas?\s+)?"
    rf"(?<![\d/-])(?P<first>{_CLOCK}{_PART})\s*"
    r"(?:-|–|\ba\b|\bto\b|\bhasta\b|\buntil\b|\btill\b|(?(between)\b(?:y|and)\b|-))\s*"
    rf"(?:las?\s+)?(?P<last>{_CLOCK}{_PART}){_NO_DAY}"
)
_SINGLE = re.compile(
    r"\b(?P<how>a partir de|despues de|antes de|desde|hasta|from|after|until|till|before|by|at|al?)"
    r"\s+"
    r"(?:(?P<las>las?)\s+|(?!(?:2[4-9]|3\d)\b))"
    r"(?:(?P<h>\d{1,2})(?:[:.h](?P<m>\d{2}))?(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
    r"(?:\s?(?:horas|hrs|hs|h)\b\.?)?|(?P<noon>el mediodia|mediodia|noon|midday))"
    rf"(?:\s+de la (?P<part>manana|tarde|noche))?{_NO_DAY}"
)
_ENDS = frozenset({"hasta", "until", "till", "antes de", "before", "by"})
_BEGINS = frozenset({"desde", "a partir de", "despues de", "from", "after"})


@dataclass(frozen=True, slots=True)
class Closing:
    """What was understood: on which days, first and last; `hours` is '' for closed all day.

    With `shortens` each office keeps its own hours inside `hours`; without, all have those.
    """

    days: Days
    hours: str = ""
    shortens: bool = False
    reason: str = ""


class _Said(NamedTuple):
    at: int
    what: str


class _Time(NamedTuple):
    at: int
    how: str  # until, from, at
    minute: int
    is_vague: bool  # a bare hour that was taken for one of the afternoon


def understand(text: str, today: date) -> Closing | None:
    """Return the closing that a sentence means on a day; None where it is not understood.

    A sentence without a day is about today.
    """
    if not text.strip() or len(text) > MAX_CHARS:
        return None
    for rest, reason in _readings(text):
        if closing := _understood(_in_digits(line(fold(rest))), today):
            return replace(closing, reason=reason)
    return None


def _understood(words: str, today: date) -> Closing | None:
    if _EVERY.search(words):
        return None
    words, ranges = _taken(_RANGE, words)
    words, singles = _taken(_SINGLE, words)
    words, said = _deeds(words)
    days = spans_in(line(_SILENT.sub(" ", words)), today)
    if days is None or any(last - first > LONGEST for first, last in days):
        return None
    found = _hours(ranges, singles, said)
    return Closing(days, *found) if found else None


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is left of a text without its reason, with the reason: where that is followed by
    days, each way to part the two, the shortest reason first.
    """
    match = _REASON.search(text)
    if not match:
        yield text, ""
        return
    before, reason = text[: match.start()], line(match["in"] or match["why"]).rstrip(" .")
    if match["in"] or not _DATED.search(fold(reason)):
        yield before, reason
        return
    for gap in _BEHIND_REASON.finditer(reason):
        yield f"{before} {reason[gap.end() :]}", reason[: gap.start()]


def _in_digits(words: str) -> str:
    """Return the words with hours in digits: "a las doce y media" is "a las 12:30"."""
    words = _HOUR_IN_WORDS.sub(lambda m: f"{m[1]} {_HOURS_IN_WORDS[m[2]]}", words)
    words = _QUARTERS.sub(lambda m: f"{m[1]}:{'30' if m[2] == 'media' else '15'}", words)
    return words.replace("12 del mediodia", "12")


def _taken(pattern: re.Pattern[str], words: str) -> tuple[str, list[re.Match[str]]]:
    """Return the words with blanks in place of what the pattern finds, and what it found."""
    found = list(pattern.finditer(words))
    for match in found:
        words = words[: match.start()] + " " * len(match[0]) + words[match.end() :]
    return words, found


def _deeds(words: str) -> tuple[str, list[_Said]]:
    said = []
    for pattern, what in _SAID.items():
        words, found = _taken(re.compile(rf"\b(?:{pattern})\b"), words)
        said += [_Said(match.start(), what) for match in found]
    return words, sorted(said)


def _hours(
    ranges: Sequence[re.Match[str]], singles: Sequence[re.Match[str]], said: Sequence[_Said]
) -> tuple[str, bool] | None:
    """Return the hours and whether they only shorten the usual ones."""
    verbs = {one.what for one in said}
    if ranges and singles:
        return None
    if ranges:
        return _windows(ranges, verbs)
    if singles:
        times = [_time(match) for match in singles]
        return _cut([time for time in times if time], said) if all(times) else None
    return None if verbs & {_OPENS, _ONLY} else ("", False)


def _windows(ranges: Sequence[re.Match[str]], verbs: set[str]) -> tuple[str, bool] | None:
    typed = read("lunes " + ", ".join(f"{match['first']} a {match['last']}" for match in ranges))
    hours = typed.hours.removeprefix("Mo ")
    if typed.doubts or not hours or {_CLOSES, _OPENS} <= verbs or not _by_day(hours):
        return None
    if _CLOSES in verbs:
        return _complement(hours), True
    return hours, _OPENS not in verbs or _ONLY in verbs


def _by_day(hours: str) -> bool:
    """Tell that no range goes past midnight."""
    return all(one.split("-")[0] < one.split("-")[1] for one in hours.split(","))


def _complement(hours: str) -> str:
    """Return the rest of the day: "00:00-09:00,11:00-24:00" of "09:00-11:00"."""
    edges = ["00:00", *hours.replace("-", ",").split(","), "24:00"]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return ",".join(f"{start}-{end}" for start, end in pairs if start != end)


def _time(match: re.Match[str]) -> _Time | None:
    how = match["how"]
    if how in {"a", "al"} and not match["las"] and not match["noon"]:
        return None
    half = match["half"] or {"manana": "a", "tarde": "p", "noche": "p"}.get(match["part"] or "", "")
    try:
        at = time(12) if match["noon"] else hour(match["h"], int(match["m"] or 0), half)
    except ValueError:
        return None
    kind = "until" if how in _ENDS else "from" if how in _BEGINS else "at"
    is_vague = not match["noon"] and not half and at.hour != int(match["h"])
    return _Time(match.start(), kind, at.hour * 60 + at.minute, is_vague)


def _cut(times: Sequence[_Time], said: Sequence[_Said]) -> tuple[str, bool] | None:
    """Return the part of the day that is left: from when it opens until when it shuts."""
    opens, shuts = [], []
    for one in times:
        verb = _verb_of(one, said)
        if (verb, one.how) in {(_CLOSES, "until"), (_OPENS, "at"), (_OPENS, "from"), ("", "from")}:
            if one.is_vague:
                return None  # an office may well open at six in the morning
            opens.append(one.minute)
        elif verb or one.how == "until":
            shuts.append(one.minute)
        else:
            return None
    if len(opens) > 1 or len(shuts) > 1:
        return None
    start, end = (opens or [0])[0], (shuts or [24 * 60])[0]
    if start >= end:
        return None
    return f"{start // 60:02d}:{start % 60:02d}-{end // 60:02d}:{end % 60:02d}", True


def _verb_of(one: _Time, said: Sequence[_Said]) -> str:
    """Return the verb before a time, else the first one behind it."""
    verbs = [each for each in said if each.what != _ONLY]
    before = [each.what for each in verbs if each.at < one.at]
    return (before[-1:] or [each.what for each in verbs[:1]] or [""])[0]
