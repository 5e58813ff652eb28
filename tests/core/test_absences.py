"""Absences: an office with one person in charge is closed without them, and routing knows it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import absences, offices, people, routing
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

TODAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)


@pytest.fixture
def house(store: Store) -> Store:
    """One office with one person, one with two, and somebody without an office."""
    with store.write() as tx:
        offices.put_many(
            tx, [Office(name, "", name, hours="24/7") for name in ("solo", "duo")], now=NOW
        )
        staff = [("a", "solo"), ("b", "duo"), ("c", "duo"), ("d", "")]
        people.put_many(tx, [Person(n, "", n, office_id=office) for n, office in staff], now=NOW)
        people.put_many(tx, [Person("e", "", "e", office_id="solo", active=False)], now=NOW)
    return store


def test_the_one_person_in_charge_closes_the_office(house: Store) -> None:
    """A slip to it is refused, and possible again when the absence is taken back."""
    with house.write() as tx:
        absence = absences.away(tx, "a", TODAY, FRIDAY, reason="Vacaciones")
        with pytest.raises(UserError, match=r"route\.closed"):
            routing.issue_slip(tx, "", "solo", now=NOW)
        assert absences.on(tx.db, FRIDAY) == [absence]
        assert absences.on(tx.db, FRIDAY + timedelta(days=1)) == []
        absences.withdraw(tx, absence.id)
        assert absences.on(tx.db, FRIDAY) == []
        assert routing.issue_slip(tx, "", "solo", now=NOW).office_id == "solo"


def test_where_others_work_the_office_stays_open_unless_said(house: Store) -> None:
    """The admin may know better, either way."""
    with house.write() as tx:
        assert absences.away(tx, "b", TODAY, TODAY).closure_id == ""
        assert absences.away(tx, "a", TODAY, TODAY, closes_office=False).closure_id == ""
        assert absences.away(tx, "d", TODAY, TODAY, closes_office=True).closure_id == ""
        assert absences.away(tx, "c", TODAY, TODAY, closes_office=True).closure_id
        with pytest.raises(UserError, match=r"route\.closed"):
            routing.issue_slip(tx, "", "duo", now=NOW)


def test_what_makes_no_sense_is_refused(house: Store) -> None:
    """Nobody's absence, one that ends before it begins, and one that is not there."""
    with house.write() as tx:
        with pytest.raises(UserError, match=r"absence\.person"):
            absences.away(tx, "x", TODAY, TODAY)
        with pytest.raises(UserError, match=r"absence\.backwards"):
            absences.away(tx, "a", FRIDAY, TODAY)
        with pytest.raises(UserError, match=r"absence\.unknown"):
            absences.withdraw(tx, "x")
        assert offices.closures(tx.db, TODAY, "solo") == []
