"""Offices: found by what people call them, closed on some days, serving what they serve."""

from __future__ import annotations

from datetime import date

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import offices
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.search import Context, search
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

REGISTRY = Office("o1", "REG", "Civil registry", floor="1", hours="Mo-Fr 08:30-14:00")
TREASURY = Office("o2", "", "Treasury")
OLD = Office("o3", "OLD", "Old archive", retired=True)


@pytest.fixture
def house(store: Store) -> Store:
    """A house of three offices, one of them retired."""
    with store.write() as tx:
        offices.put_many(tx, [REGISTRY, TREASURY, OLD], now=NOW)
    return store


def found(store: Store, text: str) -> list[str]:
    """The ids of what the box finds."""
    hits = search(store.read(), text, Context(lang="en", day="2026-11-23"), 5).hits
    return [hit.id for hit in hits]


def test_an_office_is_found_by_id_code_and_name(house: Store) -> None:
    """And by search, as long as it is in use."""
    for name in ("o1", "REG", "Civil registry"):
        assert offices.resolve(house.read(), name).id == "o1"
    assert found(house, "civil registry") == ["o1"]
    assert found(house, "archive") == []
    assert [office.id for office in offices.every(house.read())] == ["o1", "o2"]
    assert [office.id for office in offices.every(house.read(), retired=True)] == ["o1", "o3", "o2"]


@pytest.mark.parametrize("name", ["", "nowhere", "registry"])
def test_an_office_that_nobody_named_is_not_found(house: Store, name: str) -> None:
    """Empty text is no office, not even the one without a code."""
    with pytest.raises(UserError, match=r"office\.unknown"):
        offices.resolve(house.read(), name)


def test_an_office_is_replaced_by_its_id(house: Store) -> None:
    """Saving it again changes it; retiring it takes it out of the box."""
    with house.write() as tx:
        offices.put_many(tx, [Office("o1", "REG", "Registry of births", retired=True)], now=NOW)
    stored = offices.get(house.read(), "o1")
    assert stored
    assert (stored.name, stored.retired, stored.floor) == ("Registry of births", True, "")
    assert found(house, "registry") == []


@pytest.mark.parametrize(
    ("office", "code"),
    [
        (Office("o", "", " \n"), "office.nameless"),
        (Office("o", "", "Tax", hours="whenever"), "hours.unreadable"),
    ],
)
def test_an_unusable_office_is_refused(store: Store, office: Office, code: str) -> None:
    """Nobody is sent to a place without a name or with hours that cannot be read."""
    with pytest.raises(UserError, match=code), store.write() as tx:
        offices.put_many(tx, [REGISTRY, office], now=NOW)
    assert offices.every(store.read()) == []


def test_closures_hold_for_one_office_or_for_the_house(house: Store) -> None:
    """Those that have passed no longer come; special hours are no closed day of the house."""
    with house.write() as tx:
        offices.close_on(tx, date(2026, 12, 24), date(2026, 12, 31), reason="Year's end")
        offices.close_on(tx, date(2026, 12, 5), date(2026, 12, 5), office_id="o1")
        offices.close_on(tx, date(2026, 12, 7), date(2026, 12, 7), hours="09:00-12:00")
    one, other = (offices.closures(house.read(), date(2026, 12, 1), id_) for id_ in ("o1", "o2"))
    assert [closure.from_on for closure in one] == ["2026-12-05", "2026-12-07", "2026-12-24"]
    assert [closure.from_on for closure in other] == ["2026-12-07", "2026-12-24"]
    assert len(offices.closures(house.read(), date(2026, 12, 31), "o1")) == 1
    assert offices.closed_days(house.read(), date(2026, 12, 1)) == [
        (date(2026, 12, 24), date(2026, 12, 31))
    ]


def test_a_closure_that_ends_before_it_begins_is_refused(house: Store) -> None:
    """Two days exchanged are a slip that can be mended."""
    with pytest.raises(UserError, match=r"closure\.backwards"), house.write() as tx:
        offices.close_on(tx, date(2026, 12, 2), date(2026, 12, 1))


@pytest.mark.parametrize("hours", ["Mo 14:00-08:00", "09:00-14:00, 13:00-16:00", "sometimes"])
def test_hours_of_a_closure_that_cannot_be_are_refused(house: Store, hours: str) -> None:
    """As those of an office are: nobody is sent there by a slip of the pen."""
    with pytest.raises(UserError, match=r"hours\."), house.write() as tx:
        offices.close_on(tx, date(2026, 12, 1), date(2026, 12, 2), hours=hours)
    assert offices.closures(house.read(), date(2026, 12, 1)) == []


def test_an_office_serves_what_it_serves_once(house: Store) -> None:
    """Saying it twice changes nothing, and a retired office serves nobody."""
    with house.write() as tx:
        articles.save(tx, Article("Birth certificate", id="a"), now=NOW)
        offices.serve(tx, [("a", "o1"), ("a", "o1"), ("a", "o3")])
    assert [office.id for office in offices.serving(house.read(), "a")] == ["o1"]
