"""By when: what people type for a time to come ("jueves", "+3", "mañana 10", "next monday 9").

Spanish and English alike, whatever the window speaks. Pure: the instant and the office's zone come
in, an instant goes out, so the echo beside the field and the promise on record are the same.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from frontdesk.base.clock import zone
from frontdesk.base.text import fold, line

END_OF_DAY = time(23, 59)  # a day without a time lasts until its end
LAST_YEAR = 2200
MAX_CHARS = 60
AFTERNOON_UNTIL = 7  # no desk means three at night by a bare "3"

_WEEKDAYS = {
    name: number
    for number, names in enumerate((
        "lunes lun monday mon", "martes mar tuesday tues tue", "miercoles mie wednesday wed",
        "jueves jue thursday thurs thur thu", "viernes vie friday fri",
        "sabado sab saturday sat", "domingo dom sunday sun",
    ))
    for name in names.split()
}  # fmt: skip
_MONTHS = {
    name: number
    for number, names in enumerate((
        "enero ene january jan", "febrero feb february", "marzo mar march", "abril abr april apr",
        "mayo may", "junio jun june", "julio jul july", "agosto ago august aug",
        "septiembre setiembre sept sep set september", "octubre oct october",
        "noviembre nov november", "diciembre dic december dec",
    ), 1)
    for name in names.split()
}  # fmt: skip
_DAYS_AHEAD = {
    "hoy": 0, "today": 0, "manana": 1, "tomorrow": 1, "pasado manana": 2, "pasado": 2,
    "day after tomorrow": 2, "semana": 7, "week": 7,
}  # fmt: skip
_NUMBERS = {
    name: number
    for number, names in enumerate((
        "un una uno a an one", "dos two", "tres three", "cuatro four", "cinco five", "seis six",
        "siete seven", "ocho eight", "nueve nine", "diez ten",
    ), 1)
    for name in names.split()
}  # fmt: skip
_UNITS = {
    "dias": "days", "dia": "days", "days": "days", "day": "days", "d": "days", "": "days",
    "semanas": "weeks", "semana": "weeks", "weeks": "weeks", "week": "weeks", "sem": "weeks",
    "horas": "hours", "hora": "hours", "hours": "hours", "hour": "hours", "h": "hours",
    "minutos": "minutes", "minuto": "minutes", "minutes": "minutes", "minute": "minutes",
    "min": "minutes", "m": "minutes",
}  # fmt: skip
_FILLERS = frozenset((
    "el", "la", "los", "las", "para", "on", "the", "de", "del", "proximo", "proxima", "next", "que",
    "viene", "este", "esta", "this", "by", "before", "antes", "siguiente", "coming", "of", "a",
    "at", "dia", "hasta", "until",
))  # fmt: skip
_AHEAD = re.compile(
    r"(?:\+\s*(?P<plus>\d{1,3})\s*|(?:en|dentro de|in|within)\s+(?P<in>\d{1,3}|[a-z]+)\s+)"
    rf"(?P<unit>{'|'.join(sorted(filter(None, _UNITS), key=len, reverse=True))}|)\b"
)
_CLOCK = r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?"
_BEFORE_TIME = "a las?|at|antes de las?|before|by|hasta las?|until"
_TIMES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:mediodia|noon|midday)\b",
        rf"(?:\b(?:a|at)\s+(?:las?\s+)?)?\b{_CLOCK}\s*(?P<half>[ap])\.?\s?m\b\.?",
        rf"(?:\ba\s+)?(?:\blas?\s+)?\b{_CLOCK}\s*h?\s+de la (?P<part>manana|tarde|noche)\b",
        rf"(?:\b(?:{_BEFORE_TIME})|@)\s*{_CLOCK}\s*(?:horas|hrs|hs|h)?(?![\w/-])",
        r"(?<![\d/.-])(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})\s*(?:horas|hrs|hs|h)?(?![\w/.-])",
        r"(?<![\d/.-])(?P<hour>\d{1,2})\s*(?:horas|hrs|hs|h)\b",
    )
)
_BARE_HOUR = re.compile(r"^(?P<day>.*\S)\s+(?P<hour>\d{1,2})$")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?")


@dataclass(frozen=True, slots=True)
class Moment:
    """What was understood: an instant, in UTC, and whether only its day was said."""

    at: datetime
    is_whole_day: bool = False


def understand(text: str, now: datetime, zone_name: str) -> Moment | None:
    """Return the moment that free text means at `now` in a zone; None where it is not understood.

    A weekday is the next one, never today; days come before months (25/11); a bare hour before
    seven is in the afternoon. A moment that has passed is returned as such: the caller refuses it.
    """
    words = line(fold(text).replace(",", " "))
    if not words or len(words) > MAX_CHARS:
        return None
    local = now.astimezone(zone(zone_name))
    try:
        return _ahead(words, local) or _on_a_day(words, local)
    except (ValueError, OverflowError):  # a day that no calendar has
        return None


def day(text: str, today: date) -> date | None:
    """Return the day that free text without a time means, None where it means none."""
    words = line(fold(text).replace(",", " "))
    try:
        return _day(words, today) if words and len(words) <= MAX_CHARS else None
    except (ValueError, OverflowError):  # a day that no calendar has
        return None


def hour(written: str, minute: int = 0, half: str = "") -> time:
    """Return a time of day as said: `half` is "a" or "p"; a bare hour before seven is in the
    afternoon. Raises ValueError where no clock shows it.
    """
    return _hour(int(written), minute, half, written)


def is_whole_day(at: datetime, zone_name: str) -> bool:
    """Tell whether an instant stands for its day alone."""
    local = at.astimezone(zone(zone_name))
    return (local.hour, local.minute) == (END_OF_DAY.hour, END_OF_DAY.minute)


def _ahead(words: str, local: datetime) -> Moment | None:
    """Understand "+3", "+2h", "en dos semanas", "in 3 days at 10"."""
    match = _AHEAD.match(words)
    if not match:
        return None
    number = match["plus"] or match["in"]
    count = int(number) if number.isdigit() else _NUMBERS.get(number, 0)
    unit, rest = _UNITS[match["unit"]], words[match.end() :].strip()
    if not count or (match["in"] and not match["unit"]):
        return None
    if unit in ("hours", "minutes"):
        return None if rest else Moment(local.astimezone(UTC) + timedelta(**{unit: count}))
    day = local.date() + timedelta(**{unit: count})
    at, left = _time_of(rest)
    if not rest:
        return _moment(day, None, local)
    if at is None and left.isdigit():
        at, left = _hour(int(left), 0, written=left), ""
    return _moment(day, at, local) if at and not left else None


def _on_a_day(words: str, local: datetime) -> Moment | None:
    at, rest = _time_of(words)
    if at is None:
        return _with_bare_hour(words, local)
    if not rest:
        day = local.date() if at > local.time() else local.date() + timedelta(days=1)
        return _moment(day, at, local)
    found = _day(rest, local.date())
    return _moment(found, at, local) if found else None


def _with_bare_hour(words: str, local: datetime) -> Moment | None:
    """Understand "jueves" and "jueves 10": a number after a day is an hour where it can be one."""
    match = _BARE_HOUR.match(words)
    if match and int(match["hour"]) < 24:  # noqa: PLR2004 - hours of a day
        found = _day(match["day"], local.date())
        if found:
            return _moment(found, _hour(int(match["hour"]), 0, written=match["hour"]), local)
    found = _day(words, local.date())
    return _moment(found, None, local) if found else None


def _time_of(words: str) -> tuple[time | None, str]:
    """Return the time of day in the words, and the words without it."""
    for pattern in _TIMES:
        match = pattern.search(words)
        if not match:
            continue
        groups = match.groupdict()
        half = groups.get("half") or {"manana": "a", "tarde": "p", "noche": "p"}.get(
            groups.get("part") or "", ""
        )
        hour, minute = int(groups.get("hour") or 12), int(groups.get("minute") or 0)
        if hour > 23 or minute > 59:  # noqa: PLR2004 - 25.11 is a day
            continue
        rest = f"{words[: match.start()]} {words[match.end() :]}".strip()
        return _hour(hour, minute, half, groups.get("hour") or "12"), re.sub(r"\s+", " ", rest)
    return None, words


def _hour(hour: int, minute: int, half: str = "", written: str = "") -> time:
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - 15 p. m. is 15
            return time(hour, minute)
        return time(hour % 12 + (12 if half == "p" else 0), minute)
    afternoon = 0 < hour < AFTERNOON_UNTIL and not written.startswith("0")
    return time(hour + 12 if afternoon else hour, minute)


def _day(words: str, today: date) -> date | None:
    tokens = [token for token in words.split() if token not in _FILLERS]
    said = " ".join(tokens)
    if said in _DAYS_AHEAD:
        return today + timedelta(days=_DAYS_AHEAD[said])
    if said in _WEEKDAYS:
        return today + timedelta(days=(_WEEKDAYS[said] - today.weekday() - 1) % 7 + 1)
    weekday = _WEEKDAYS.get(tokens[0]) if len(tokens) > 1 else None
    found = _date(tokens[1:] if weekday is not None else tokens, today)
    if found and weekday is not None and found.weekday() != weekday:
        return None
    return found


def _date(tokens: list[str], today: date) -> date | None:
    """Understand "2026-11-25", "25/11", "25 nov", "nov 25 2026" and "25" of this or next month."""
    said = " ".join(tokens)
    if match := _ISO_DAY.fullmatch(said):
        return _checked(*map(int, match.groups()))
    if match := _DAY_MONTH.fullmatch(said):
        return _dated(int(match[1]), int(match[2]), match[3] or "", today)
    if said.isdigit():
        return _day_of_month(int(said), today)
    named = [token for token in tokens if token in _MONTHS]
    numbers = [token.rstrip("stndrh") for token in tokens if token not in _MONTHS]
    if len(named) != 1 or not 1 <= len(numbers) <= 2 or not all(map(str.isdigit, numbers)):  # noqa: PLR2004 - day and year
        return None
    return _dated(int(numbers[0]), _MONTHS[named[0]], "".join(numbers[1:]), today)


def _dated(day: int, month: int, year: str, today: date) -> date:
    if year:
        return _checked(int(year) + (2000 if len(year) == 2 else 0), month, day)  # noqa: PLR2004 - 26 is 2026
    this_year = today.year if (month, day) >= (today.month, today.day) else today.year + 1
    return _checked(this_year, month, day)


def _day_of_month(day: int, today: date) -> date | None:
    """Return the next such day: this month's, or the next month's that has one."""
    first = today.year * 12 + today.month - 1 + (day <= today.day)
    for months in (first, first + 1):
        if 1 <= day <= monthrange(months // 12, months % 12 + 1)[1]:
            return date(months // 12, months % 12 + 1, day)
    return None


def _checked(year: int, month: int, day: int) -> date:
    if year > LAST_YEAR:
        raise ValueError(year)
    return date(year, month, day)


def _moment(day: date, at: time | None, local: datetime) -> Moment:
    instant = datetime.combine(day, at or END_OF_DAY, local.tzinfo)
    return Moment(instant.astimezone(UTC), at is None)
