"""What is held on one person, found by a name, phone, e-mail or folio; and erasing it on request.

A complaint that is still open, or that the law says to keep, stays until then: the report names the
day. Everything else goes at every site, and what is counted stays.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.base.text import fold, line
from frontdesk.core import drafts, erasure, rules
from frontdesk.core.roles import require
from frontdesk.core.sites import here
from frontdesk.store.store import Tx

MIN_DIGITS = 6  # fewer are the phone of many
MIN_CHARS = 3
SETTLED = ("closed", "annulled")


@dataclass(frozen=True, slots=True)
class Held:
    """One record that tells of a person. `told` is what it says, by the name of the field; `name`
    is a folio where it has one; `at` is an instant as it is stored.
    """

    noun: str
    id: str
    name: str
    at: str
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a record: erased, or `kept` for a reason (open, law), until a day if known."""

    held: Held
    kept: str = ""
    until_on: str = ""


# Noun -> the columns that may name a person, those that are told besides, when it was, its folio.
_RECORDS = {
    "complaint": (("name", "phone", "email", "on_behalf"), ("text", "answer"), "received_at",
                  "folio"),
    "contact": (("visitor",), (), "opened_at", "''"),
    "promise": (("to_whom",), ("what", "reason"), "made_at", "''"),
    "expected": (("visitor", "company"), ("host_name", "note"), "expected_at", "''"),
    "phone_call": (("note",), (), "at", "''"),
}  # fmt: skip
NOUNS = tuple(_RECORDS)


def find(db: sqlite3.Connection, asked: str) -> list[Held]:
    """Return all that is held on whoever bears a name, phone or e-mail, or filed a folio; the
    latest first. Also the visits in which their complaints and promises were made.

    Raises UserError for too few letters or digits: they would name half the town.
    """
    names = _names_it(asked)
    found = [held for noun in _RECORDS for held in _of_noun(db, noun) if names(held)]
    seen = {held.id for held in found}
    found += [held for held in _visits_of(db, found) if held.id not in seen]
    return sorted(found, key=lambda held: (held.at, held.id), reverse=True)


def erase(tx: Tx, held: Iterable[Held], *, now: datetime) -> list[Outcome]:
    """Erase records on request and return what became of each."""
    require(tx, "person.erase")
    today = clock.day(now, here(tx.db).zone)
    outcomes = [_erased(tx, one, today, now=now) for one in held]
    erased = [outcome.held for outcome in outcomes if not outcome.kept]
    drafts.forget_naming(tx, {value for one in erased for value in _naming(one)})
    return outcomes


def kept_until(db: sqlite3.Connection, complaint_id: str) -> tuple[str, str]:
    """Return why a complaint must stay and until which day; ('', '') where it need not.

    The years of keeping are those of the rules under which it was received.
    """
    row = db.execute(
        "SELECT state, settled_at, pack FROM complaint WHERE id = ?", (complaint_id,)
    ).fetchone()
    if row is None:
        return "", ""
    state, settled_at, pack = row
    if state not in SETTLED:
        return "open", ""
    try:
        years = rules.of_case(db, pack).retention_years
    except UserError:  # the rules of a site whose packs are not here
        years = None
    if years is None or not settled_at:
        return "", ""
    settled_on = clock.day(clock.parse(settled_at), here(db).zone)
    return "law", _years_later(settled_on, int(years.number)).isoformat()


def _erased(tx: Tx, held: Held, today: date, *, now: datetime) -> Outcome:
    if held.noun == "complaint":
        why, until_on = kept_until(tx.db, held.id)
        if why and (not until_on or until_on > today.isoformat()):
            return Outcome(held, why, until_on)
    erasure.erase(tx, held.id, now=now)
    if held.noun == "contact":  # one that is still at the desk has no event yet
        tx.execute("UPDATE contact SET visitor = '' WHERE id = ? AND closed_at IS NULL", (held.id,))
    return Outcome(held)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + years, day=28)


class _names_it:  # noqa: N801 - reads as a question where it is called
    """Tells whether a record names who is asked for."""

    def __init__(self, asked: str) -> None:
        self._words = frozenset(fold(line(asked)).split())
        self._email = fold(line(asked)) if "@" in asked else ""
        digits = _digits(asked)
        self._phone = digits if digits and not any(map(str.isalpha, asked)) else ""
        self._folio = line(asked).upper()
        too_short = len(self._phone) < MIN_DIGITS if self._phone else len(asked) < MIN_CHARS
        if too_short:
            raise UserError("privacy.too_short", field="asked")

    def __call__(self, held: Held) -> bool:
        if held.name and held.name.upper() == self._folio:
            return True
        return any(map(self._is_in, _naming(held)))

    def _is_in(self, value: str) -> bool:
        if self._phone:
            return self._phone in _digits(value)
        if self._email:
            return self._email in fold(value)
        return self._words <= frozenset(fold(value).split())


def _naming(held: Held) -> Iterator[str]:
    """Yield the names, phones and e-mails of a record."""
    return (value for name, value in held.told if name in _RECORDS[held.noun][0])


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _of_noun(db: sqlite3.Connection, noun: str, where: str = "1", values: Sequence[str] = ()
             ) -> Iterator[Held]:  # fmt: skip
    naming, besides, at, name = _RECORDS[noun]
    columns = (*naming, *besides)
    rows = db.execute(
        f"SELECT id, {name}, {at}, {', '.join(columns)} FROM {noun} WHERE {where}", values
    )
    for one_id, folio, when, *told in rows:
        filled = tuple((c, value) for c, value in zip(columns, told, strict=True) if value)
        yield Held(noun, one_id, folio, when, filled)


def _visits_of(db: sqlite3.Connection, found: Iterable[Held]) -> Iterator[Held]:
    """The visits of which the found records are part: what was looked up is theirs too."""
    for held in list(found):
        if held.noun in ("complaint", "promise", "expected", "phone_call"):
            row = db.execute(
                f"SELECT contact_id FROM {held.noun} WHERE id = ?", (held.id,)
            ).fetchone()
            if row and row[0]:
                yield from _of_noun(db, "contact", "id = ?", (row[0],))
