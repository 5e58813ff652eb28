"""What dashes and slashes between the words of hours mean: from-to, a list, or nothing at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from frontdesk.core.opening.wording import HOLIDAY, Word

_DASHES = "-–—~"
_WEEK = 7
_FAR = 3  # days apart, from where "L/V" may as well be a span


def linked(found: Sequence[Word] | None) -> list[Word] | None:
    """Return the words with each dash and slash as what it links; None where that is not sure."""
    if found is None:
        return None
    told = list(found)
    index = 0
    while index < len(told):
        word = told[index]
        if word.sort == "to" and word.text[0] in _DASHES:
            taken = _of_days(told, index)
            if taken is None:
                return None
            if not taken and _links_nothing(told, index):
                told[index] = replace(word, sort="and")
            index += taken
        elif word.sort == "and" and word.text == "/":
            if _may_be_span(told, index):
                return None
            if _is_range(told, index):
                told[index] = replace(word, sort="to")
        index += 1
    return told


def _sort(told: Sequence[Word], index: int) -> str:
    return told[index].sort if 0 <= index < len(told) else ""


def _of_days(told: list[Word], index: int) -> int | None:
    """Make a list of "Lun-Mié-Vie", and return how many words it takes; 0 for another dash.

    None for "Lun-Vie-Sáb", which may be a span and a day.
    """
    end = index - 1
    while _sort(told, end) == _sort(told, end + 2) == "day" and _is_dash(told, end + 1):
        end += 2
    days = [told[at].days for at in range(index - 1, end + 1, 2)]
    if len(days) < 3:  # noqa: PLR2004 - a span has two
        return 0
    gaps = {(two[0] - one[0]) % _WEEK for one, two in pairwise(days)}
    if len(gaps) > 1 or any(len(each) > 1 or HOLIDAY in each for each in days):
        return None
    for at in range(index, end, 2):
        told[at] = replace(told[at], sort="and")
    return end - index


def _is_dash(told: Sequence[Word], index: int) -> bool:
    return _sort(told, index) == "to" and told[index].text[0] in _DASHES


def _links_nothing(told: Sequence[Word], index: int) -> bool:
    """Tell a dash for the eye: between days and times, or between two ranges."""
    before, behind = _sort(told, index - 1), _sort(told, index + 1)
    if before != "time" or behind != "time":
        return before != behind or before != "day"
    is_range_before = _sort(told, index - 2) == "to" and _sort(told, index - 3) == "time"
    return is_range_before and _sort(told, index + 2) == "to" and _sort(told, index + 3) == "time"


def _may_be_span(told: Sequence[Word], index: int) -> bool:
    """Tell whether "L/V" is two days far apart: Monday and Friday, or Monday to Friday."""
    if _sort(told, index - 1) != "day" or _sort(told, index + 1) != "day":
        return False
    if "day" in {_sort(told, index - 3), _sort(told, index + 3)}:
        return False  # a longer list
    first, last = told[index - 1].days, told[index + 1].days
    return (
        len(first) == len(last) == 1
        and HOLIDAY not in (*first, *last)
        and (last[0] - first[0]) % _WEEK >= _FAR
    )


def _is_range(told: Sequence[Word], index: int) -> bool:
    """Tell the slash of "9:00/14:00" from the one between two ranges."""
    around = (index - 1, index + 1)
    return all(_sort(told, at) == "time" for at in around) and "to" not in {
        _sort(told, index - 2), _sort(told, index + 2),
    }  # fmt: skip
