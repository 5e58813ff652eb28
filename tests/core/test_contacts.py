"""Contacts: a record that fills itself and ends with what came of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import contacts
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.store.events import in_order
from frontdesk.store.store import Store
from tests.helpers.desks import NOW


def happen(store: Store, *whats: str, outcome: str = "") -> contacts.Contact | None:
    """A visitor for whom some things are done, one after the other; return how it ended."""
    with store.write() as tx:
        for minute, what in enumerate(whats):
            contacts.note(
                tx, what, ref=f"r{minute}", label=what, now=NOW + timedelta(minutes=minute)
            )
        return contacts.close(tx, outcome=outcome, now=NOW + timedelta(minutes=9))


@pytest.mark.parametrize(
    ("whats", "outcome"),
    [
        (["looked_up"], "not_found"),
        (["looked_up", "read"], "answered"),
        (["answered"], "answered"),
        (["told"], "not_found"),
    ],
)
def test_a_contact_without_outcome_implies_one(
    store: Store, whats: list[str], outcome: str
) -> None:
    """Answered when something was read, else nothing was found."""
    closed = happen(store, *whats)
    assert closed
    assert closed.outcome == outcome
    assert [entry.what for entry in closed.entries] == whats


def test_the_outcome_that_was_noted_or_said_counts(store: Store) -> None:
    """What the desk did is the outcome; what the receptionist says goes before."""
    with store.write() as tx:
        contacts.note(tx, "read", now=NOW)
        contacts.note(tx, "routed", outcome="routed", now=NOW)
        closed = contacts.close(tx, now=NOW)
    assert closed
    assert closed.outcome == "routed"
    unhappy = happen(store, "read", outcome="unhappy")
    assert unhappy
    assert unhappy.outcome == "unhappy"


def test_the_strip_opens_by_itself_and_there_is_one(store: Store) -> None:
    """The first thing done opens a contact, the next ones find it, and closing ends it."""
    assert contacts.current(store.read()) is None
    with store.write() as tx:
        first = contacts.begin(tx, channel="phone", now=NOW)
        assert contacts.name_visitor(tx, " Ana \n Gil ", now=NOW).id == first.id
        noted = contacts.note(tx, "looked_up", label="passport", now=NOW)
    assert (noted.id, noted.visitor, noted.channel) == (first.id, "Ana Gil", "phone")
    with store.write() as tx:
        contacts.close(tx, now=NOW)
        assert contacts.current(tx.db) is None
        assert contacts.close(tx, now=NOW) is None
        assert contacts.begin(tx, now=NOW).id != first.id


def test_the_same_thing_twice_in_a_row_counts_once(store: Store) -> None:
    """Typing on is not another look-up; coming back to it later is."""
    with store.write() as tx:
        for label in ("pass", "pass", "passport", "pass"):
            contact = contacts.note(tx, "looked_up", label=label, now=NOW)
    assert [entry.label for entry in contact.entries] == ["pass", "passport", "pass"]


def test_a_contact_is_one_event(store: Store) -> None:
    """Written when it ends, with all its times, as what the row says."""
    closed = happen(store, "looked_up", "read")
    assert closed
    (event,) = in_order(store.read(), closed.id)
    assert event.kind == "contact.closed"
    assert event.body
    assert event.body["opened_at"] == closed.opened_at < closed.closed_at == event.at
    assert event.body["entries"] == [[e.what, e.ref, e.label, e.at] for e in closed.entries]


def test_what_no_list_knows_is_refused(store: Store) -> None:
    """Channels and outcomes are counted, so they come from a list."""
    with pytest.raises(UserError, match=r"contact\.channel"), store.write() as tx:
        contacts.begin(tx, channel="pigeon", now=NOW)
    assert contacts.current(store.read()) is None
    with pytest.raises(UserError, match=r"contact\.outcome"):
        happen(store, "read", outcome="bored")
    assert contacts.current(store.read()) is None


def test_a_day_is_a_day_of_the_office(store: Store) -> None:
    """A contact after midnight in Madrid belongs to the next day, though UTC says otherwise."""
    with store.write() as tx:
        late = contacts.begin(tx, now=NOW.replace(hour=23, minute=30))
    on = contacts.on_day(store.read(), date(2026, 11, 24), "Europe/Madrid")
    assert [contact.id for contact in on] == [late.id]
    assert contacts.on_day(store.read(), date(2026, 11, 23), "Europe/Madrid") == []


def test_what_is_read_most_and_last_is_known(store: Store) -> None:
    """Only articles on the desk, counted from an instant on."""
    with store.write() as tx:
        for name in ("a", "b", "c"):
            articles.save(tx, Article(name.upper(), id=name), now=NOW)
        for minute, ref in enumerate(["a", "b", "c", "b", "gone"]):
            contacts.note(tx, "read", ref=ref, now=NOW + timedelta(minutes=minute))
        articles.retire(tx, "c", now=NOW)
    assert contacts.most_read(store.read(), NOW, 5) == [("b", "B", 2), ("a", "A", 1)]
    assert contacts.most_read(store.read(), NOW + timedelta(minutes=2), 5) == [("b", "B", 1)]
    assert contacts.recently_read(store.read(), 5) == [("b", "B"), ("a", "A")]


def test_an_unknown_contact_is_said(store: Store) -> None:
    """Asking for what is not there is a plain error."""
    with pytest.raises(UserError, match=r"contact\.unknown"):
        contacts.get(store.read(), "nobody")
