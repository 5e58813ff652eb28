"""People: whom the desk rings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import people
from frontdesk.core.people import Person
from frontdesk.core.search import Context, search
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

ANA = Person("p1", "A7", "Ana Núñez", title="Head of registry", phone="+34 955 000 111")


def found(store: Store, text: str) -> list[str]:
    """The ids of what the box finds."""
    hits = search(store.read(), text, Context(lang="en", day="2026-11-23"), 5).hits
    return [hit.id for hit in hits]


def test_a_person_is_found_by_name_without_accents(store: Store) -> None:
    """Until they leave; then they are kept and no longer found."""
    with store.write() as tx:
        assert people.put_many(tx, [ANA], now=NOW) == 1
    assert found(store, "nunez") == ["p1"]
    with store.write() as tx:
        people.put_many(tx, [replace(ANA, active=False)], now=NOW)
    assert found(store, "nunez") == []
    assert people.every(store.read()) == []
    assert [person.name for person in people.every(store.read(), former=True)] == ["Ana Núñez"]


@pytest.mark.parametrize(
    ("person", "code"),
    [
        (Person("p", "", "\t"), "person.nameless"),
        (Person("p", "", "Eva", role="queen"), "person.role"),
    ],
)
def test_an_unusable_person_is_refused(store: Store, person: Person, code: str) -> None:
    """No name, or a role that Frontdesk does not know; the others are not written either."""
    with pytest.raises(UserError, match=code), store.write() as tx:
        people.put_many(tx, [ANA, person], now=NOW)
    assert people.get(store.read(), "p1") is None


def test_a_new_person_gets_an_id(store: Store) -> None:
    """Whoever is typed in has none yet."""
    with store.write() as tx:
        people.put_many(tx, [Person("", "", "  Eva \n Gil ")], now=NOW)
    (eva,) = people.every(store.read())
    assert eva.id
    assert eva.name == "Eva Gil"
