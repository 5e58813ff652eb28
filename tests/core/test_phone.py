"""The phone: each call is counted once, and can be taken back."""

from __future__ import annotations

from datetime import date

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import checking, contacts, phone
from frontdesk.store.store import Store
from tests.helpers.desks import NOW


def test_a_call_is_one_row_of_its_day(store: Store) -> None:
    """The latest first; what was noted by mistake is in no list."""
    with store.write() as tx:
        busy = phone.log(tx, "busy", " two\nlines ", now=NOW)
        missed = phone.log(tx, "no_answer", now=NOW.replace(hour=11))
        wrong = phone.log(tx, "answered", now=NOW)
        assert phone.withdraw(tx, wrong.id, now=NOW).state == "withdrawn"
    assert busy.note == "two lines"
    assert phone.on_day(store.read(), date(2026, 11, 23), "Europe/Madrid") == [missed, busy]
    assert phone.on_day(store.read(), date(2026, 11, 24), "Europe/Madrid") == []
    assert checking.faults(store) == []


@pytest.mark.parametrize(
    ("channel", "outcome", "is_its"),
    [("phone", "answered", True), ("counter", "answered", False), ("phone", "busy", False)],
)
def test_an_answered_call_belongs_to_the_call_at_the_desk(
    store: Store, channel: str, outcome: str, is_its: bool
) -> None:
    """Not to the visitor who stands there while the phone rings."""
    with store.write() as tx:
        contact = contacts.begin(tx, channel=channel, now=NOW)
        call = phone.log(tx, outcome, now=NOW)
    assert call.contact_id == (contact.id if is_its else "")


def test_a_call_ends_as_one_of_a_list(store: Store) -> None:
    """Because it is counted."""
    with store.write() as tx, pytest.raises(UserError, match=r"phone\.outcome"):
        phone.log(tx, "engaged", now=NOW)
    with pytest.raises(UserError, match=r"phone\.unknown"):
        phone.get(store.read(), "x")
