"""What the expected visitors' list asks of core; announcing one, from what is typed: without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.base.text import fold
from frontdesk.core import expected, offices, people
from frontdesk.core.expected import Expected
from frontdesk.core.when import understand

PERSON, OFFICE = "person ", "office "  # before the id in the key of a host


@dataclass(frozen=True, slots=True)
class Line:
    """A visitor, and the number under which the host is rung, '' where it is not known."""

    visitor: Expected
    phone: str

    @property
    def id(self) -> str:
        """By what a list finds the visitor again."""
        return self.visitor.id

    def has(self, words: list[str]) -> bool:
        """Tell whether visitor, company and host contain all of some folded words."""
        known = fold(f"{self.visitor.visitor} {self.visitor.company} {self.visitor.host_name}")
        return all(word in known for word in words)


def of_day(db: Any, day: date, zone_name: str) -> list[Line]:
    """Return who is or was expected on a day, by hour and host."""
    return [_line(db, visitor) for visitor in expected.on_day(db, day, zone_name)]


def check_in(tx: Any, expected_id: str, *, now: datetime) -> Line:
    """Note that a visitor has arrived; return how to reach the host."""
    return _line(tx.db, expected.check_in(tx, expected_id, now=now))


def hosts(db: Any) -> list[tuple[str, str]]:
    """Return who can be visited: people with their office, then the offices, as (key, name)."""
    places = {office.id: office.name for office in offices.every(db)}
    found = [
        (PERSON + person.id, _named(person.name, places.get(person.office_id, "")))
        for person in people.every(db)
    ]
    return found + [(OFFICE + office_id, name) for office_id, name in places.items()]


def announce(
    tx: Any, visitor: str, host: str, when: str, *, company: str, zone_name: str, now: datetime
) -> Expected:
    """Announce a visitor from what is typed; `host` is a key of `hosts`.

    Raises UserError with the field that is wrong.
    """
    moment = understand(when, now, zone_name)
    if visitor.strip() and moment is None:
        raise UserError("expected.when", field="at")
    kind, _, found = host.partition(" ")
    return expected.announce(
        tx, visitor, company=company, at=moment.at if moment else now,
        host_id=found if kind == PERSON.strip() else "",
        office_id=found if kind == OFFICE.strip() else "", now=now,
    )  # fmt: skip


def _line(db: Any, visitor: Expected) -> Line:
    host = people.get(db, visitor.host_id) if visitor.host_id else None
    office = offices.get(db, visitor.office_id) if visitor.office_id else None
    return Line(visitor, (host.phone if host else "") or (office.phone if office else ""))


def _named(name: str, office: str) -> str:
    return f"{name} · {office}" if office else name
