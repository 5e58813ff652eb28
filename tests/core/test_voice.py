"""The voice of the counter: what nobody could answer, and what a customer knew first."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import contacts, voice
from frontdesk.store.store import Store
from tests.helpers.desks import NOW


def test_a_gap_keeps_the_words_that_were_searched(store: Store) -> None:
    """And is what came of the visit."""
    with store.write() as tx:
        gap = voice.not_found(tx, " drone \n licence ", now=NOW)
    assert (gap.kind, gap.query, gap.state) == ("not_found", "drone licence", "open")
    contact = contacts.current(store.read())
    assert contact
    assert (contact.id, contact.outcome) == (gap.contact_id, "not_found")


def test_what_a_customer_told_does_not_decide_the_visit(store: Store) -> None:
    """It is noted on the contact; the outcome is still to come."""
    with store.write() as tx:
        gap = voice.customer_told(tx, "The bridge is closed", article_id="a", now=NOW)
    assert (gap.kind, gap.text, gap.article_id) == ("customer_told", "The bridge is closed", "a")
    contact = contacts.current(store.read())
    assert contact
    assert contact.outcome == ""
    assert [entry.what for entry in contact.entries] == ["told"]


def test_the_latest_gap_comes_first_and_a_mistake_goes(store: Store) -> None:
    """A note taken back leaves the list, not the log."""
    with store.write() as tx:
        first = voice.not_found(tx, "a", at_desk=False, now=NOW)
        second = voice.not_found(tx, "b", at_desk=False, now=NOW + timedelta(minutes=1))
    assert voice.still_open(store.read()) == [second, first]
    with store.write() as tx:
        voice.withdraw(tx, second.id, now=NOW)
    assert voice.still_open(store.read()) == [first]


def test_an_empty_note_is_refused(store: Store) -> None:
    """F7 and F8 need a word; nothing is opened for none."""
    with pytest.raises(UserError, match=r"gap\.no_query"), store.write() as tx:
        voice.not_found(tx, " ", now=NOW)
    with pytest.raises(UserError, match=r"gap\.empty"), store.write() as tx:
        voice.customer_told(tx, "\n", now=NOW)
    assert voice.still_open(store.read()) == []
    assert contacts.current(store.read()) is None
