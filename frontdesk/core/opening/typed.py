"""Hours as people type them, "L-V 9:00 a 14:00, sáb. 10-13", as OpenStreetMap writes them.

Never silently wrong: a day whose times can mean two things becomes `unknown` with what was typed,
and a text that is not understood as a whole gives no hours at all. Both are to be checked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from frontdesk.base.errors import UserError
from frontdesk.base.text import clean
from frontdesk.core.opening.hours import check
from frontdesk.core.opening.linking import linked
from frontdesk.core.opening.phrases import plainly, unquoted
from frontdesk.core.opening.wording import HOLIDAY, HOUR, MIDNIGHT, NOON, Word, words

MAX_CHARS = 2_000
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH")
_OURS = re.compile(r"\d{1,2}:\d{2}|24/7|\boff\b|\bclosed\b|\bunknown\b", re.IGNORECASE)
_OTHERS = re.compile(r"(?<![\d:])\d:\d{2}")  # we write 09:00, in which "9:00-4:00" is a night
_NAMED = re.compile(r"[a-z]{2}|24/7", re.IGNORECASE)  # without, it would be open on Sundays too
_MAR = re.compile(r"\bmar\b(?!\s*\d{1,2}(?![\d:])|\s*-\s*[a-z]{3}\b)", re.IGNORECASE)  # or martes
_EARLIEST, _MORNING, _LONGEST = 5 * HOUR, 6 * HOUR, 15 * HOUR
_EVENING, _NIGHT_ENDS = 17 * HOUR, 6 * HOUR
_SURE, _SECOND = 7 * HOUR, 8 * HOUR  # before which an hour without its half may be of the evening

Range = tuple[int, int]  # minutes of the day; a night ends before it begins


@dataclass(frozen=True, slots=True)
class Typed:
    """Hours to be stored, '' where not understood, and the pieces that somebody must check."""

    hours: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Times:
    """What a text says of some days: ranges, closed (none), or a doubt."""

    ranges: tuple[Range, ...]
    text: str
    is_doubtful: bool = False


@lru_cache(maxsize=4096)
def read(text: str) -> Typed:
    """Return the hours that a text means; hours in our own notation stay as they are."""
    text = unquoted(clean(text).strip())
    if not text:
        return Typed("")
    week = _week(text) if _OTHERS.search(text) and len(text) <= MAX_CHARS else None
    if week is None and _OURS.search(text) and not _MAR.search(text):
        try:
            return Typed(check(text), () if _NAMED.search(text) else (text,))
        except UserError:
            pass  # then they may be in words
    week = week or (_week(text) if len(text) <= MAX_CHARS else None)
    if week is None:
        return Typed("", (text[:MAX_CHARS],))
    try:
        return Typed(check(_written(week)), _doubts(week))
    except UserError:
        return Typed("", (text,))


def grid(ranges: Sequence[tuple[int, int, int]], closed: Sequence[int] = ()) -> Typed:
    """Return the hours of a table with (weekday from 0 = Monday, opens, closes) in minutes."""
    week: dict[int, _Times] = {day: _Times((), "") for day in closed}
    for day in sorted({day for day, *_ in ranges}):
        found = sorted({(start, end) for on, start, end in ranges if on == day})
        text = ", ".join(f"{_clock(start)}-{_clock(end)}" for start, end in found)
        odd = any(not _is_plain(start, end) for start, end in found) or _overlap(found)
        week[day] = _Times(tuple(found), text, odd)
    try:
        return Typed(check(_written(week)), _doubts(week)) if week else Typed("")
    except UserError as error:
        return Typed("", (str(error.details.get("hours", "")),))


def _week(text: str) -> dict[int, _Times] | None:
    told = plainly(text)
    found = linked(words(told.text))
    if not found:
        return None
    if [word.sort for word in found if word.sort != "and"] == ["always"] and not told.holidays:
        return dict.fromkeys(range(7), _Times(((0, MIDNIGHT),), text))
    face = not any(w.minute > NOON + 59 and not w.half for w in found if w.sort == "time")
    pieces = _pieces(found, face=face)
    pairs = _pairs(pieces) if pieces else None
    if not pairs or (told.holidays and not _are_open(*(times for _, times in pairs))):
        return None
    if told.holidays == "as days":
        if len(pairs) > 1:
            return None
        pairs = [((*pairs[0][0], HOLIDAY), pairs[0][1])]
    elif told.holidays:
        pairs.append(((HOLIDAY,), _Times((), "")))
    week: dict[int, _Times] = {}
    for days, times in pairs:
        for day in days:
            week[day] = _joined(week[day], times) if day in week else times
    return week


def _pieces(found: list[Word], *, face: bool) -> list[tuple[int, ...] | _Times] | None:
    """Return days and times in turn as they stand in the text, None where one makes no sense."""
    pieces: list[tuple[int, ...] | _Times] = []
    index, stopped = 0, False
    while index < len(found):
        word = found[index]
        if word.sort in {"and", "stop"}:
            stopped = stopped or word.sort == "stop"
            index += 1
            continue
        if word.sort == "closed":
            piece: tuple[int, ...] | _Times | None = _Times((), word.text)
            taken = 1
        elif word.sort == "always":
            piece, taken = _Times(((0, MIDNIGHT),), word.text), 1
        elif word.sort == "day":
            piece, taken = _days(found[index : index + 3])
        else:
            before = pieces[-1] if pieces and isinstance(pieces[-1], _Times) else None
            piece, taken = _range(found[index : index + 3], before, face=face)
        if piece is None:
            return None
        _add(pieces, piece, stopped=stopped)
        index, stopped = index + taken, False
    return pieces


def _days(ahead: list[Word]) -> tuple[tuple[int, ...] | None, int]:
    first = ahead[0].days
    if len(ahead) < 2 or ahead[1].sort != "to":  # noqa: PLR2004 - the word behind the day
        return first, 1
    last = ahead[2].days if len(ahead) > 2 and ahead[2].sort == "day" else ()  # noqa: PLR2004
    if len(first) != 1 or len(last) != 1 or HOLIDAY in (*first, *last) or first == last:
        return None, 1
    return tuple((first[0] + n) % 7 for n in range((last[0] - first[0]) % 7 + 1)), 3


def _range(ahead: list[Word], before: _Times | None, *, face: bool) -> tuple[_Times | None, int]:
    if [word.sort for word in ahead] != ["time", "to", "time"]:
        return None, 1
    start, end = ahead[0], ahead[2]
    text = f"{start.text}-{end.text}"
    meant = _meant(start, end, face=face)
    if before and before.ranges and not (start.half or end.half):
        meant = _in_turn(before.ranges[-1][1], (start.minute, end.minute), meant, face=face)
    elif meant and _is_of_either_half(start, end, face=face):
        meant = None
    return (_Times((meant,), text) if meant else _Times((), text, is_doubtful=True)), 3


def _in_turn(ended: int, told: Range, meant: Range | None, *, face: bool) -> Range | None:
    """Return the second range of a day: "9-2 y 5-8" goes on in the afternoon, by a clock's face."""
    if meant and (meant[0] >= ended or (not face and meant[0] >= _SECOND)):
        return meant
    start, end = (minute + NOON for minute in told)
    is_later = face and ended <= start < end <= MIDNIGHT
    return (start, end) if is_later else None


def _is_of_either_half(start: Word, end: Word, *, face: bool) -> bool:
    """Tell a range that is as likely of the evening: "5-8", "6:00-7:30"; not "06:00-10:00"."""
    if start.half or end.half or start.text.startswith("0"):
        return False
    if not start.minute < end.minute <= NOON:
        return False
    bare = start.is_bare or end.is_bare
    if start.minute < _SURE:
        return bare or face
    return bare and face and start.minute < _SECOND and end.minute - start.minute <= 2 * HOUR


def _meant(start: Word, end: Word, *, face: bool) -> Range | None:
    """Return the one range that two times can mean at an office, None where there are two."""
    a, b = start.minute, end.minute
    if start.half or end.half:
        meant = _with_half(start, end)
        return meant if meant and _is_plain(*meant) else None
    if _is_plain(a, b):
        return a, b
    bare = start.is_bare or end.is_bare
    nine_to_five = face and bare and _MORNING <= a <= NOON and b <= a and b < NOON
    return (a, b + NOON) if nine_to_five and b + NOON - a < _LONGEST else None


def _with_half(start: Word, end: Word) -> Range | None:
    a, b = start.minute, end.minute
    if start.half and end.half:
        return a, b
    return _after_half(a, b) if start.half else _before_half(a, end)


def _after_half(a: int, b: int) -> Range | None:
    """Return 9am-5, 9am-12, noon-8; that 9am-10 ends in the morning is not sure."""
    if b >= NOON and b > a:
        return a, b
    return (a, b + NOON) if b <= a < b + NOON else None


def _before_half(a: int, end: Word) -> Range | None:
    """Return 9-5pm, 1-5pm, 12-5pm, 8-noon; that 9-11pm begins in the evening is not sure."""
    b = end.minute
    if end.half != "pm" or a >= NOON:
        return (a, b) if a < b and (end.half != "exact" or b == NOON or a >= NOON) else None
    if a + NOON >= b:
        return a, b
    return (a + NOON, b) if a <= 7 * HOUR else None


def _is_plain(start: int, end: int) -> bool:
    """Tell a range that an office may keep: by day, all round the clock, or an evening."""
    if (start, end) == (0, MIDNIGHT):
        return True
    if start < end:
        return start >= _EARLIEST and end - start <= 18 * HOUR
    return start >= _EVENING and end <= _NIGHT_ENDS


def _add(
    pieces: list[tuple[int, ...] | _Times], piece: tuple[int, ...] | _Times, *, stopped: bool
) -> None:
    """Put a piece behind the others, joined with the last where both are days or both times."""
    last = pieces[-1] if pieces else None
    if isinstance(last, tuple) and isinstance(piece, tuple) and not stopped:
        pieces[-1] = (*last, *piece)
    elif isinstance(last, _Times) and isinstance(piece, _Times) and _are_open(last, piece):
        ranges = (*last.ranges, *piece.ranges)
        odd = last.is_doubtful or piece.is_doubtful or _overlap(ranges)
        pieces[-1] = _Times(ranges, f"{last.text}, {piece.text}", odd)
    else:
        pieces.append(piece)


def _are_open(*times: _Times) -> bool:
    return all(each.ranges or each.is_doubtful for each in times)


def _pairs(
    pieces: list[tuple[int, ...] | _Times],
) -> list[tuple[tuple[int, ...], _Times]] | None:
    """Return which times hold on which days: all times behind their days, or all before them."""
    first_open = next((p for p in pieces if not isinstance(p, _Times) or _are_open(p)), None)
    days_first = isinstance(first_open, tuple)
    if not days_first and len(pieces) > 3 and isinstance(pieces[-1], _Times):  # noqa: PLR2004 - and a pair before
        *before, days, last = pieces  # "9-14 de lunes a viernes; sábados cerrado"
        pieces = [*before, last, days]
    pairs = []
    rest = list(pieces)
    while len(rest) > 1:
        one, two = rest[:2]
        after = rest[2] if len(rest) > 2 else None  # noqa: PLR2004 - what follows the pair
        if isinstance(one, tuple) and isinstance(two, _Times) and days_first:
            pairs.append((one, two))
        elif isinstance(one, _Times) and isinstance(two, tuple) and (
            not days_first or not one.ranges
        ):  # fmt: skip
            if not _are_open(one) and isinstance(after, _Times) and days_first:
                return None  # closed, days, times: the days may belong to either
            pairs.append((two, one))
        else:
            return None
        rest = rest[2:]
    return pairs if not rest else None


def _joined(before: _Times, after: _Times) -> _Times:
    """Return what holds on a day that was named twice: both, unless one corrects the other."""
    text = f"{before.text}, {after.text}"
    if before.is_doubtful or after.is_doubtful or not (before.ranges and after.ranges):
        return _Times((), text, is_doubtful=True) if before.ranges or after.ranges else after
    ranges = (*before.ranges, *after.ranges)
    return _Times(ranges, text, is_doubtful=_overlap(ranges))


def _overlap(ranges: Sequence[Range]) -> bool:
    spans = sorted((a, b if b > a else b + MIDNIGHT) for a, b in ranges)
    return any(end > start for (_, end), (start, _) in pairwise(spans))


def _written(week: dict[int, _Times]) -> str:
    """Return a week as rules; a weekday that is not named is closed."""
    said = {day: _rule(times) for day, times in sorted(week.items())}
    if not any(times.ranges or times.is_doubtful for times in week.values()):
        return "; ".join(f"{_DAYS[day]} {rule}" for day, rule in said.items())
    if all(said.get(day) == "00:00-24:00" for day in range(7)) and len(said) == 7:  # noqa: PLR2004
        return "24/7"
    said = {day: rule for day, rule in said.items() if rule != "off" or day == HOLIDAY}
    groups: dict[str, list[int]] = {}
    for day, rule in said.items():
        groups.setdefault(rule, []).append(day)
    return "; ".join(f"{_spanned(days)} {rule}" for rule, days in groups.items())


def _rule(times: _Times) -> str:
    if times.is_doubtful:
        return 'unknown "{}"'.format(times.text.replace('"', ""))
    return ",".join(f"{_clock(a)}-{_clock(b)}" for a, b in sorted(times.ranges)) or "off"


def _spanned(days: list[int]) -> str:
    """Return Mo-We,Fr for days in order; holidays stand alone."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1 and day != HOLIDAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(
        _DAYS[run[0]] if len(run) == 1 else f"{_DAYS[run[0]]}-{_DAYS[run[-1]]}" for run in runs
    )


def _clock(minutes: int) -> str:
    return f"{minutes // HOUR:02d}:{minutes % HOUR:02d}"


def _doubts(week: dict[int, _Times]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(times.text for times in week.values() if times.is_doubtful))
