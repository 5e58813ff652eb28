"""Undo at an office: what ended by mistake goes on as if nothing had happened."""

from __future__ import annotations

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import checking, contacts, folding, queue, stages
from frontdesk.store.store import Store
from tests.core.queue.house import minutes, send, serve


def test_a_visit_that_was_over_goes_on(store: Store) -> None:
    """Its contact is open again, and when it ends the times are those that were lived."""
    with store.write() as tx:
        contact_id = send(tx, "reg").contact_id
        serve(tx, "reg", minutes(5))
        before = queue.find(tx.db, contact_id)
        assert before
        queue.done(tx, contact_id, now=minutes(6))
        assert contacts.get(tx.db, contact_id).closed_at
        assert queue.put_back(tx, before, now=minutes(7)) == before
        assert contacts.get(tx.db, contact_id).closed_at is None
    assert checking.faults(store) == []
    with store.write() as tx:
        queue.done(tx, contact_id, now=minutes(20))
    assert checking.faults(store) == []
    (_, _, service) = stages.every(store.read(), contact_id)
    assert (service.what, service.ended, service.doubtful) == ("service", "done", 0)
    assert service.to_at == contacts.get(store.read(), contact_id).closed_at


def test_rows_made_anew_know_that_it_goes_on(store: Store) -> None:
    """Also all at once, as another desk folds what came in."""
    with store.write() as tx:
        contact_id = send(tx, "reg").contact_id
        before = queue.find(tx.db, contact_id)
        assert before
        queue.left(tx, contact_id, now=minutes(1))
        queue.put_back(tx, before, now=minutes(2))
        folding.rebuild(tx)
        assert contacts.get(tx.db, contact_id).closed_at is None
        queue.left(tx, contact_id, now=minutes(3))
    assert checking.faults(store) == []


def test_the_step_to_the_next_errand_is_taken_back(store: Store) -> None:
    """Who was done by mistake does not wait for the next office any more."""
    with store.write() as tx:
        contact_id = send(tx, "reg", "arc").contact_id
        serve(tx, "reg", minutes(5))
        before = queue.find(tx.db, contact_id)
        assert before
        assert queue.done(tx, contact_id, now=minutes(6)).office_id == "arc"
        queue.put_back(tx, before, now=minutes(7))
        assert queue.waiting(tx.db, "arc", now=minutes(7)) == []
        assert [errand.ended for errand in stages.errands(tx.db, contact_id)] == ["", ""]


def test_what_went_on_meanwhile_is_not_undone(store: Store) -> None:
    """The next office has called, or the slip let the visitor in: nobody stands twice."""
    with store.write() as tx:
        contact_id = send(tx, "reg", "arc").contact_id
        serve(tx, "reg", minutes(5))
        before = queue.find(tx.db, contact_id)
        queue.done(tx, contact_id, now=minutes(6))
        queue.call_next(tx, "arc", now=minutes(7))
    with store.write() as tx, pytest.raises(UserError, match=r"queue\.went_on"):
        queue.put_back(tx, before, now=minutes(8))
    with store.write() as tx:
        other = send(tx, "caj", now=minutes(9))
        (errand,) = stages.errands(tx.db, other.contact_id)
        queue.left(tx, other.contact_id, now=minutes(10))
        queue.enter(tx, errand.slip_id, now=minutes(11))
    with store.write() as tx, pytest.raises(UserError, match=r"queue\.went_on"):
        queue.put_back(tx, other, now=minutes(12))
