"""The days of a closure as people say them: lists ("24 y 31 de diciembre"), ranges ("del 24 al 2 de
enero"), "hasta el viernes", "la semana que viene". One day is what `core.when` takes it for.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from frontdesk.core.when import day

Days = tuple[tuple[date, date], ...]
_ONE = timedelta(days=1)
_SUNDAY = 6
_NAMED = (
    "lunes|martes|miercoles|jueves|viernes|sabado|domingo|monday|tuesday|wednesday|thursday|friday"
    "|saturday|sunday"
)
_TOLD_TWICE = re.compile(rf"\b(hoy|manana|today|tomorrow),? ({_NAMED})\b")
_COMMA_BEHIND_WEEKDAY = re.compile(rf"\b({_NAMED}),\s*(?=\d{{1,2}} |[a-z]+ \d)")
_MONTH = re.compile(
    r"(?:en |in |todo |all |todo el mes de |all of |el mes de )*"
    r"(?P<month>enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre"
    r"|noviembre|diciembre|january|february|march|april|june|july|august|september|october"
    r"|november|december)(?P<year> (?:de )?\d{4})?"
)
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_YEAR_BEHIND = re.compile(r",\s*(?=\d{4}\b)")
_AND = re.compile(r"\s*(?:,|;|&|\+|\b(?:y|e|and)\b)\s*")
_TO = re.compile(
    r"\s+(?:al?|hasta|to|until|till|through|thru)\s+(?:el\s+|the\s+)?|\s*[–—]\s*|\s+-\s+"
    r"|(?<=\d)-(?=\d)|(?<=[a-z])-(?=[a-z])"
)
_UNTIL = re.compile(r"^(?:hasta|until|till|through)\s+(?:el\s+|the\s+)?")
_OPEN_ENDED = re.compile(r"^(?:desde|from|a partir de)\s")
_LEAD = re.compile(
    r"^(?:(?:durante|en|on|del?|desde|from|el|la|los|las|the|of|dias?|days?(?=\s+\d)|and|y)\s+)+"
)
_BARE = re.compile(r"(?P<weekday>[a-z]+\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s+\d{4})?")
_MONTH_FIRST = re.compile(r"[a-z]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:\s+\d{4})?")
_NUMBER_FIRST = re.compile(
    r"(?:[a-z]+\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?P<month>(?:de |of )?[a-z]{3,}\.?"
    r"(?:\s+(?:de(?:l)? )?\d{4})?)"
)
_WEEKDAYS = re.compile(r"(?:lun|mar|mie|jue|vie|sab|dom|mon|tue|wed|thu|fri|sat|sun)")
_WEEKS = {
    "esta semana": "week", "this week": "week", "toda la semana": "week",
    "la semana que viene": "next", "semana que viene": "next", "proxima semana": "next",
    "la proxima semana": "next", "next week": "next", "la semana proxima": "next",
    "este fin de semana": "end", "fin de semana": "end", "el fin de semana": "end",
    "this weekend": "end", "the weekend": "end", "weekend": "end",
}  # fmt: skip


def spans_in(words: str, today: date) -> Days | None:
    """Return the days that folded words name, in order and adjoining ones as one; today for no
    words, None for words that name something else.
    """
    words = _COMMA_BEHIND_WEEKDAY.sub(r"\1 ", _YEAR_BEHIND.sub(" ", words))
    words = _TOLD_TWICE.sub(lambda match: _once(match, today), words)
    words = _ISO.sub(r"\3/\2/\1", words).strip(" .,:;")
    if not words:
        return ((today, today),)
    if week := _week(words, today):
        return (week,)
    if until := _UNTIL.match(words):
        last = _one(words[until.end() :], today)
        return ((today, last),) if last else None
    spans = [_span(part, today) for part in _parts(words)]
    found = [span for span in spans if span]
    return _joined(found) if found and len(found) == len(spans) else None


def _once(match: re.Match[str], today: date) -> str:
    """Return "mañana" of "mañana lunes" where that is one, else both, which nobody understands."""
    said = day(match[1], today)
    return match[1] if said and day(match[2], said - _ONE) == said else match[0]


def _week(words: str, today: date) -> tuple[date, date] | None:
    if month := _MONTH.fullmatch(words):
        first = day(f"1 {month['month']}{month['year'] or ''}", today.replace(day=1))
        return (first, (first + 31 * _ONE).replace(day=1) - _ONE) if first else None
    kind = _WEEKS.get(words, "")
    monday = today - today.weekday() * _ONE
    if kind == "week":
        return today, monday + _SUNDAY * _ONE
    if kind == "next":
        return monday + 7 * _ONE, monday + 13 * _ONE
    return (max(today, monday + 5 * _ONE), monday + _SUNDAY * _ONE) if kind == "end" else None


def _parts(words: str) -> list[list[str]]:
    """Return the parts of a list, each one day or two ends of a range, with their months."""
    parts = [_ends(part) for part in _AND.split(words) if part.strip()]
    flat = [(n, m) for n, part in enumerate(parts) for m, _ in enumerate(part)]
    months_first = any(_is_month_first(parts[n][m]) for n, m in flat)
    month = ""
    for n, m in flat if months_first else flat[::-1]:
        end = parts[n][m]
        bare = _BARE.fullmatch(end)
        if bare and month and (not bare["weekday"] or _WEEKDAYS.match(bare["weekday"])):
            parts[n][m] = f"{end} {month}"
        else:
            month = _month_of(end, months_first=months_first) or month
    return parts


def _ends(part: str) -> list[str]:
    """Return a day, or the two of a range; what has a first day and no last names no day at all."""
    ends = _TO.split(part)
    if len(ends) == 1 and _OPEN_ENDED.match(part):
        return [""]
    return [_LEAD.sub("", f"{end} ").strip() for end in ends]


def _is_month_first(text: str) -> bool:
    return bool(_MONTH_FIRST.fullmatch(text)) and not _WEEKDAYS.match(text.replace("marzo", ""))


def _month_of(text: str, *, months_first: bool) -> str:
    if months_first:
        return text.split(maxsplit=1)[0] if _is_month_first(text) else ""
    match = _NUMBER_FIRST.fullmatch(text)
    return match["month"] if match else ""


def _span(ends: list[str], today: date) -> tuple[date, date] | None:
    if len(ends) > 2:  # noqa: PLR2004 - a first and a last
        return None
    first = _one(ends[0], today)
    if first is None or len(ends) == 1:
        return (first, first) if first else None
    last = _one(ends[1], first)
    if last is None or last < first:
        return None
    return _under_way(first, last, today)


def _under_way(first: date, last: date, today: date) -> tuple[date, date]:
    """Return a range that has begun already as the one of now: its first day was taken for one to
    come, a year or a month later.
    """
    for back in (365, 366, 31, 30, 29, 28):
        began, ends = first - back * _ONE, last - back * _ONE
        if began.day == first.day and began < today <= ends and ends.day == last.day:
            return began, ends
    return first, last


def _one(text: str, today: date) -> date | None:
    return day(text.strip(" ."), today)


def _joined(spans: list[tuple[date, date]]) -> Days:
    joined: list[tuple[date, date]] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + _ONE:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)
