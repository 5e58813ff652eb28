"""What is here already, looked up once for a whole file instead of once a row."""

from __future__ import annotations

import sqlite3
from collections import deque
from datetime import date
from functools import cached_property
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.base.text import fold, line
from frontdesk.core import offices, people
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.core.sites import here

_MONTH_FIRST = ("", "CA", "PH", "US")  # or either, and then only what cannot be a month is sure
_NO_CODE = "code <> ''"
_LABELLED = {
    "articles": ("article", "title"), "offices": ("office", "name"), "people": ("person", "name"),
}  # fmt: skip


class Known:
    """The database as it was when the reading of a file began."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Look up nothing before it is asked for."""
        self.db = db
        self._named: dict[str, Office | UserError] = {}
        self._kinds: set[tuple[str, date]] = set()
        self._brought: dict[str, dict[str, deque[str]]] = {}

    @cached_property
    def day_first(self) -> bool:
        """Whether 01/06 is the first of June in this house."""
        house = here(self.db)
        return house.lang != "en" or house.country not in _MONTH_FIRST

    @cached_property
    def article_digests(self) -> dict[str, bytes]:
        """What each article's content comes to, by id."""
        return dict(self.db.execute("SELECT id, digest FROM article"))

    @cached_property
    def article_ids(self) -> dict[str, str]:
        """The id of the oldest article of each code."""
        return self._by_code("article ORDER BY n DESC")

    @cached_property
    def office_ids(self) -> dict[str, str]:
        """The id of an office by its code."""
        return self._by_code("office")

    @cached_property
    def person_ids(self) -> dict[str, str]:
        """The id of a person by their code."""
        return self._by_code("person")

    @cached_property
    def offices(self) -> dict[str, Office]:
        """All offices by id."""
        return {office.id: office for office in offices.every(self.db, retired=True)}

    @cached_property
    def people(self) -> dict[str, Person]:
        """All people by id."""
        return {person.id: person for person in people.every(self.db, former=True)}

    @cached_property
    def office_codes(self) -> dict[str, str]:
        """The code of each office by its id, or the id itself where there is none."""
        return dict(self.db.execute("SELECT id, coalesce(nullif(code, ''), id) FROM office"))

    def office(self, text: str) -> Office:
        """Return the office that a text names. Raises UserError when there is none."""
        if text not in self._named:
            try:
                self._named[text] = offices.resolve(self.db, text)
            except UserError as error:
                self._named[text] = error
        found = self._named[text]
        if isinstance(found, UserError):
            raise UserError(found.code, **found.details)
        return found

    def complaint_kind(self, kind: str, on: date) -> None:
        """Raise UserError for a kind of complaint that no law in use on a day knows."""
        from frontdesk.core import rules
        from frontdesk.core.complaints.terms import kind_of

        if (kind, on) not in self._kinds:
            desk = here(self.db)
            pack = rules.in_use(self.db, desk.country, desk.region, name=desk.rules, on=on)
            kind_of(pack, kind)
            self._kinds.add((kind, on))

    def brought(self, kind: str, label: str) -> str:
        """Return the id of what an import brought by that title or name, '' where there is none.

        So the same list, which has no codes, changes what it brought before. Of two rows with one
        name the first is the first of them again, and the second the second.
        """
        if kind not in self._brought:
            self._brought[kind] = self._labelled(kind)
        waiting = self._brought[kind].get(fold(line(label)))
        return waiting.popleft() if waiting else ""

    def _labelled(self, kind: str) -> dict[str, deque[str]]:
        table, column = _LABELLED[kind]
        found: dict[str, deque[str]] = {}
        for label, noun_id in self.db.execute(
            f"SELECT {column}, id FROM {table} WHERE code = '' "
            "AND id IN (SELECT key FROM import_row WHERE kind = ?) ORDER BY rowid",
            (kind,),
        ):
            found.setdefault(fold(label), deque()).append(noun_id)
        return found

    def _by_code(self, table: str) -> dict[str, Any]:
        name, _, order = table.partition(" ")
        return dict(self.db.execute(f"SELECT code, id FROM {name} WHERE {_NO_CODE} {order}"))
