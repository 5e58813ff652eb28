"""Expected visitors: announced, checked in at the desk, the host told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import checking, contacts, expected, offices, people
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

LATER = NOW + timedelta(hours=1)
MADRID = "Europe/Madrid"


@pytest.fixture
def house(store: Store) -> Store:
    """A house with an office and somebody in it."""
    with store.write() as tx:
        offices.put_many(tx, [Office("leg", "LEG", "Legal")], now=NOW)
        people.put_many(tx, [Person("p1", "", "Rosa Sanz", office_id="leg")], now=NOW)
    return store


def announce(store: Store, visitor: str = "Ana Gil", **how) -> expected.Expected:
    """Announce a visitor of Rosa's."""
    given = {"host_id": "p1", "at": LATER, "now": NOW} | how
    with store.write() as tx:
        return expected.announce(tx, visitor, **given)


def test_the_host_may_be_a_person_or_an_office(house: Store) -> None:
    """A person brings the office along; the list is by hour, then by host."""
    to_rosa = announce(house, " Ana  Gil ", company="Notaría Paz", at=LATER + timedelta(minutes=1))
    to_legal = announce(house, "Eva Paz", host_id="", office_id="leg")
    assert (to_rosa.visitor, to_rosa.host_name, to_rosa.office_id) == (
        "Ana Gil",
        "Rosa Sanz",
        "leg",
    )
    assert (to_legal.host_name, to_legal.state) == ("Legal", "expected")
    found = expected.on_day(house.read(), date(2026, 11, 23), MADRID)
    assert found == [to_legal, to_rosa]
    assert expected.on_day(house.read(), date(2026, 11, 24), MADRID) == []


def test_an_arrival_is_a_visit_and_the_host_is_to_be_told(house: Store) -> None:
    """Until somebody has told them; then nobody is to be told any more."""
    visitor = announce(house)
    with house.write() as tx:
        arrived = expected.check_in(tx, visitor.id, now=LATER)
        contact = contacts.current(tx.db)
        assert contact
        assert (contact.visitor, contact.outcome) == ("Ana Gil", "routed")
        assert (contact.entries[-1].what, contact.entries[-1].ref) == ("arrived", visitor.id)
        assert arrived.contact_id == contact.id
        assert (arrived.state, arrived.told_at) == ("arrived", "")
        assert expected.host_told(tx, visitor.id, now=LATER).told_at
        contacts.close(tx, now=LATER)
    assert checking.faults(house) == []


def test_nobody_arrives_twice_or_in_another_s_visit(house: Store) -> None:
    """A second check-in is refused, and one while somebody else is at the desk."""
    visitor, other = announce(house), announce(house, "Eva Paz")
    with house.write() as tx:
        with pytest.raises(UserError, match=r"expected\.not_arrived"):
            expected.host_told(tx, visitor.id, now=NOW)
        expected.check_in(tx, visitor.id, now=LATER)
        with pytest.raises(UserError, match=r"expected\.settled"):
            expected.check_in(tx, visitor.id, now=LATER)
        with pytest.raises(UserError, match=r"expected\.busy"):
            expected.check_in(tx, other.id, now=LATER)
        with pytest.raises(UserError, match=r"expected\.settled"):
            expected.cancel(tx, visitor.id, now=LATER)


def test_who_is_called_off_is_not_expected(house: Store) -> None:
    """The list forgets them, the events do not."""
    visitor = announce(house)
    with house.write() as tx:
        assert expected.cancel(tx, visitor.id, now=NOW).state == "cancelled"
        with pytest.raises(UserError, match=r"expected\.settled"):
            expected.check_in(tx, visitor.id, now=LATER)
    assert expected.on_day(house.read(), date(2026, 11, 23), MADRID) == []
    assert checking.faults(house) == []


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"visitor": " "}, r"expected\.nameless"),
        ({"host_id": "nobody"}, r"expected\.host"),
        ({"at": NOW - timedelta(minutes=1)}, r"expected\.past"),
    ],
)
def test_a_visitor_needs_a_name_a_host_and_a_time_to_come(house: Store, how, code: str) -> None:
    """Each is said beside its field, and nothing is written."""
    with pytest.raises(UserError, match=code):
        announce(house, **how)
    with pytest.raises(UserError, match=r"expected\.unknown"):
        expected.get(house.read(), "x")
