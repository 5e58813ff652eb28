"""Records edited in forms: the base is checked, the log tells what changed, roles are asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import closures, edits, offices, people, rules, search, sites, wordings
from frontdesk.core.knowledge import articles, steps
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.store.store import Actor, Store, Tx
from tests.helpers.desks import NOW


def told(store: Store, kind: str) -> list[Any]:
    """The fields of all events of a kind."""
    rows = store.read().execute("SELECT body FROM event WHERE kind = ? ORDER BY n", (kind,))
    return [json.loads(body)["fields"] for (body,) in rows]


def test_only_what_changed_is_told(store: Store) -> None:
    """A new office tells what it has, a changed one before and after, the same one nothing."""
    with store.write() as tx:
        first = offices.save(tx, Office("o", "A", "Agua"), now=NOW)
        offices.save(tx, Office("o", "A", "Agua", phone="1"), base=edits.digest(first), now=NOW)
        offices.save(tx, Office("o", "A", "Agua", phone="1"), now=NOW)
    assert told(store, "office.changed") == [
        {"code": ["", "A"], "name": ["", "Agua"]}, {"phone": ["", "1"]},
    ]  # fmt: skip


def test_a_base_that_is_old_is_refused(store: Store) -> None:
    """For offices, their services and people alike; without a base nothing is asked."""
    with store.write() as tx:
        office = offices.save(tx, Office("o", "A", "Agua"), now=NOW)
        person = people.save(tx, Person("p", "", "Ana"), now=NOW)
        offices.save(tx, Office("o", "A", "Aguas"), now=NOW)
        people.save(tx, Person("p", "", "Ana G."), now=NOW)
        offices.set_services(tx, "o", ["a-1"], now=NOW)
    late: tuple[Callable[[Tx], object], ...] = (
        lambda tx: offices.save(tx, office, base=edits.digest(office), now=NOW),
        lambda tx: people.save(tx, person, base=edits.digest(person), now=NOW),
        lambda tx: offices.set_services(tx, "o", [], base=edits.digest(()), now=NOW),
    )
    for operation in late:
        with pytest.raises(UserError) as refused, store.write() as tx:
            operation(tx)
        assert refused.value.code == "record.changed"


def test_a_person_who_left_is_found_no_more_and_can_come_back(store: Store) -> None:
    """The log knows that they left, not who they are."""
    with store.write() as tx:
        people.save(tx, Person("p", "", "Ana Gil", phone="311"), now=NOW)
        people.retire(tx, "p", now=NOW)
    assert people.every(store.read()) == []
    with store.write() as tx:
        people.retire(tx, "p", active=True, now=NOW)
    assert [p.name for p in people.every(store.read())] == ["Ana Gil"]
    assert told(store, "person.changed") == [
        {"name": [], "phone": [], "active": ["", True]},
        {"active": [True, False]},
        {"active": [False, True]},
    ]


def test_the_steps_at_an_office_are_listed(store: Store) -> None:
    """Also where it is one of several; not those of retired articles."""
    walk = (Step("o", "Pay"), Step("x", "Sign", others=("o",)), Step("x", "Fetch"))
    with store.write() as tx:
        offices.put_many(tx, [Office("o", "A", "Agua"), Office("x", "B", "Otra")], now=NOW)
        articles.save(tx, Article("Permit", id="a", steps=walk), now=NOW)
        articles.save(tx, Article("Old", id="b", steps=walk[:1]), now=NOW)
        articles.retire(tx, "b", now=NOW)
    found = steps.at_office(store.read(), "o")
    assert [(p.title, p.text) for p in found] == [("Permit", "Pay"), ("Permit", "Sign")]


def test_a_site_that_is_not_ours_is_not_changed_here(store: Store) -> None:
    """It says itself what it is."""
    with pytest.raises(UserError) as refused, store.write() as tx:
        sites.change(tx, "elsewhere", name="X", country="", zone_name="", now=NOW)
    assert refused.value.code == "site.theirs"


WRITES: dict[str, Callable[[Tx], object]] = {
    "office": lambda tx: offices.save(tx, Office("", "", "X"), now=NOW),
    "retired office": lambda tx: offices.retire(tx, "o", now=NOW),
    "services": lambda tx: offices.set_services(tx, "o", [], now=NOW),
    "closure": lambda tx: closures.announce(tx, "cerrado hoy", now=NOW),
    "closure taken back": lambda tx: closures.withdraw(tx, ["c"], now=NOW),
    "closure put back": lambda tx: closures.put_back(tx, [], now=NOW),
    "person": lambda tx: people.save(tx, Person("", "", "X"), now=NOW),
    "synonym": lambda tx: search.save_synonym(tx, 0, "a, b", now=NOW),
    "synonym taken out": lambda tx: search.drop_synonym(tx, 1, now=NOW),
    "site": lambda tx: sites.change(tx, "s", name="X", country="", zone_name="", now=NOW),
    "rules": lambda tx: rules.copy(tx, "es-an", "ours", now=NOW),
    "rules in force": lambda tx: rules.put_in_force(tx, "es-an", now=NOW),
    "wording": lambda tx: wordings.save(tx, "es", "letter.opening", "X", now=NOW),
    "shipped wording": lambda tx: wordings.clear(tx, "es", "letter.opening", now=NOW),
}


@pytest.mark.parametrize("name", WRITES)
def test_a_receptionist_changes_nothing_of_the_house(store: Store, name: str) -> None:
    """The operations ask the role themselves, whatever screen they are called from."""
    store.actor = Actor("p", "receptionist")
    with pytest.raises(UserError) as refused, store.write() as tx:
        WRITES[name](tx)
    assert refused.value.code == "role.needed"
