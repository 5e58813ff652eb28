"""A letter answers for the office: nobody of the house stands in it as the culprit.

Found are a first name with a surname, two surnames, or a form of address with one name. What the
person who complains is called is no name of the house, even where somebody there is called alike.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from frontdesk.base.errors import UserError
from frontdesk.base.text import fold, line
from frontdesk.core import people
from frontdesk.core.complaints.cases import Complaint
from frontdesk.core.sites import here

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_APART = re.compile(r"\S|\n\s*\n")  # what parts a name from the next word
_PARTICLES = frozenset(("de", "del", "la", "las", "los", "y", "da", "do", "dos", "van", "von"))
_ARTICLES = frozenset(("el", "la"))
_ADDRESSES = frozenset(
    ("sr", "sra", "srta", "senor", "senora", "senorita", "don", "dona", "d", "companero",
     "companera", "empleado", "empleada", "funcionario", "funcionaria", "agente", "cajero",
     "cajera", "mr", "mrs", "ms", "miss")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """Where somebody of the house stands in a text, and who it is."""

    start: int
    end: int
    name: str


def check(db: sqlite3.Connection, case: Complaint, text: str, field: str) -> None:
    """Raise UserError `complaint.names_staff` where a text that goes to the person names staff."""
    found = next(mentions(text, staff(db, case)), None)
    if found:
        raise UserError(
            "complaint.names_staff", field=field, name=found.name, office=_office(db, case)
        )


def for_the_office(db: sqlite3.Connection, case: Complaint, text: str, words: str) -> str:
    """Return a text with the office in the place of names; `words` says `the office {office}`."""
    put = words.format(office=_office(db, case))
    for found in reversed(list(mentions(text, staff(db, case)))):
        text = text[: found.start] + put + text[found.end :]
    return text


def letter_of(db: sqlite3.Connection, case: Complaint, words: str) -> Complaint:
    """Return a case as a letter may tell it, also one that was answered before this was checked."""
    return replace(
        case,
        answer=for_the_office(db, case, case.answer, words),
        remedy_asked=for_the_office(db, case, case.remedy_asked, words),
        remedy_offered=for_the_office(db, case, case.remedy_offered, words),
    )


def staff(db: sqlite3.Connection, case: Complaint) -> list[str]:
    """Return the names of who works or has worked here, but for the person's own."""
    own = {fold(line(name)) for name in (case.name, case.on_behalf) if name}
    return [one.name for one in people.every(db, former=True) if fold(line(one.name)) not in own]


def mentions(text: str, names: Iterable[str]) -> Iterator[Mention]:
    """Yield where one of some names stands in a text, in their order, none twice."""
    known = [(name, _parts(name)) for name in names]
    spoken = list(_WORD.finditer(text))
    place = 0
    while place < len(spoken):
        found = _longest(text, spoken, place, known)
        if found is None:
            place += 1
            continue
        last, name = found
        first = place
        if place and fold(spoken[place - 1][0]) in _ARTICLES and _address(spoken[place]):
            first = place - 1
        yield Mention(spoken[first].start(), spoken[last].end(), name)
        place = last + 1


def _longest(
    text: str, spoken: list[re.Match[str]], place: int, known: list[tuple[str, list[str]]]
) -> tuple[int, str] | None:
    """Return (last word, whose name) of the longest name that begins at a word."""
    begins = place + 1 if _address(spoken[place]) else place
    best: tuple[int, str] | None = None
    for name, parts in known:
        said = list(_run(text, spoken, begins, set(parts)))
        capital = bool(said) and spoken[said[0]][0][:1].isupper()
        enough = len(said) > 1 or (begins > place and capital)
        if enough and _fits(spoken, said, parts) and (best is None or said[-1] > best[0]):
            best = said[-1], name
    return best


def _run(text: str, spoken: list[re.Match[str]], place: int, parts: set[str]) -> Iterator[int]:
    """Yield the places of words, one after the other, that belong to a name."""
    for n in range(place, len(spoken)):
        if n > place and _APART.search(text[spoken[n - 1].end() : spoken[n].start()]):
            return
        word = fold(spoken[n][0])
        if word in parts:
            yield n
        elif word not in _PARTICLES or n == place:
            return


def _fits(spoken: list[re.Match[str]], said: list[int], parts: list[str]) -> bool:
    """Tell whether words stand in the order of a name: a first name may skip to a surname."""
    order = [parts.index(fold(spoken[n][0])) for n in said]
    return all(one < other for one, other in pairwise(order))


def _parts(name: str) -> list[str]:
    words = [fold(word) for word in _WORD.findall(name)]
    return [word for word in words if word not in _PARTICLES]


def _address(word: re.Match[str]) -> bool:
    return fold(word[0]) in _ADDRESSES


def _office(db: sqlite3.Connection, case: Complaint) -> str:
    return case.owner_name or case.office_name or here(db).name
