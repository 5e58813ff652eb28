"""Promises: written down, and one day kept, broken with a reason, or withdrawn."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.core import contacts, desk, offices, promises
from frontdesk.core.promises import Promise
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

TOMORROW = NOW + timedelta(days=1)


def made(store: Store, what: str = "Ring back", **more: object) -> Promise:
    """A promise for tomorrow."""
    with store.write() as tx:
        return promises.make(tx, what, **{"due_at": TOMORROW, **more}, now=NOW)  # type: ignore[arg-type]


def test_the_soonest_due_comes_first(store: Store) -> None:
    """The day opens on what is due."""
    later = made(store, "Send the form", due_at=TOMORROW + timedelta(days=1))
    sooner = made(store, " Ring \n back ", to_whom="Ana")
    assert promises.still_open(store.read()) == [sooner, later]
    assert (sooner.what, sooner.to_whom, sooner.state) == ("Ring back", "Ana", "open")


def test_a_promise_at_the_desk_is_what_came_of_the_visit(store: Store) -> None:
    """The contact fills itself."""
    promise = made(store, at_desk=True)
    contact = contacts.current(store.read())
    assert contact
    assert (contact.id, contact.outcome) == (promise.contact_id, "promise")
    assert [(entry.what, entry.ref) for entry in contact.entries] == [("promise", promise.id)]


@pytest.mark.parametrize(
    ("state", "reason"), [("kept", ""), ("broken", "The office was closed"), ("withdrawn", "")]
)
def test_a_settled_promise_leaves_the_list(store: Store, state: str, reason: str) -> None:
    """With what became of it and when."""
    promise = made(store)
    with store.write() as tx:
        settled = promises.settle(tx, promise.id, state, reason=reason, now=TOMORROW)
    assert (settled.state, settled.reason) == (state, reason)
    assert settled.settled_at > promise.made_at
    assert promises.still_open(store.read()) == []


@pytest.mark.parametrize(
    ("state", "reason", "code"),
    [("forgotten", "x", "promise.state"), ("broken", " \n", "promise.reason")],
)
def test_a_promise_is_not_settled_anyhow(store: Store, state: str, reason: str, code: str) -> None:
    """A broken one needs its reason, and the ends are a list."""
    promise = made(store)
    with pytest.raises(UserError, match=code), store.write() as tx:
        promises.settle(tx, promise.id, state, reason=reason, now=NOW)
    assert promises.still_open(store.read()) == [promise]


def test_what_cannot_be_promised_is_refused(store: Store) -> None:
    """Nothing, something for yesterday, or a settlement of what nobody promised."""
    with pytest.raises(UserError, match=r"promise\.empty"):
        made(store, " \n ")
    with pytest.raises(UserError, match=r"promise\.past"):
        made(store, due_at=NOW - timedelta(minutes=1))
    with pytest.raises(UserError, match=r"promise\.unknown"), store.write() as tx:
        promises.settle(tx, "nobody", "kept", now=NOW)
    assert promises.still_open(store.read()) == []


def test_a_promise_settled_by_mistake_is_open_again(store: Store) -> None:
    """Its hour and its words are what they were; the ledger keeps both steps."""
    promise = made(store)
    with store.write() as tx:
        promises.settle(tx, promise.id, "broken", reason="Nobody answered", now=NOW)
        assert promises.reopen(tx, promise.id, now=NOW) == promise
    assert promises.still_open(store.read()) == [promise]


def test_late_promises_and_those_of_today_are_due(store: Store) -> None:
    """What is due tomorrow can wait, what was settled is no more."""
    for hours in (-1, 3, 30):
        made(store, due_at=NOW + timedelta(hours=hours), origin="simulated")
    kept = made(store, due_at=NOW + timedelta(hours=1))
    with store.write() as tx:
        promises.settle(tx, kept.id, "kept", now=NOW)
    assert promises.due_before(store.read(), NOW + timedelta(hours=14)) == 2
    assert desk.first_page(store.read(), now=NOW).promises_due == 2


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-23T08:00+01:00", "2026-11-23T10:00+01:00"),
        ("2026-11-23T10:00+01:00", "2026-11-24T10:00+01:00"),
        ("2026-11-27T12:00+01:00", "2026-11-30T10:00+01:00"),
        ("2026-12-04T12:00+01:00", "2026-12-09T10:00+01:00"),
    ],
)
def test_who_left_unhappy_is_rung_on_the_next_working_time(
    store: Store, now: str, due: str
) -> None:
    """After weekends, the holidays of the site and the days on which the house is closed."""
    at = datetime.fromisoformat(now)
    with store.write() as tx:
        offices.close_on(tx, date(2026, 12, 7), date(2026, 12, 7))
        contacts.name_visitor(tx, "Ana Gil", now=at)
        promise = promises.left_unhappy(tx, "Ring back", now=at)
    assert promise.due_at == iso(datetime.fromisoformat(due))
    assert promise.to_whom == "Ana Gil"
    contact = contacts.get(store.read(), promise.contact_id)
    assert (contact.outcome, contact.closed_at) == ("unhappy", iso(at))
