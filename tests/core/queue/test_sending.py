"""A slip for now is a place in the queue; a slip taken back is none."""

from __future__ import annotations

from frontdesk.core import checking, contacts, queue
from frontdesk.core.queue import send, take_back
from frontdesk.store.store import Store
from tests.core.queue.house import MONDAY, at, minutes, serve


def numbers(store: Store, office_id: str) -> list[str]:
    """Who waits for an office."""
    return [row.number for row in queue.waiting(store.read(), office_id, now=MONDAY)]


def test_who_is_sent_to_an_open_office_waits_there(store: Store) -> None:
    """With the number of the slip, and the contact goes on after the desk is done with it."""
    with store.write() as tx:
        slip = send(tx, "partida", now=MONDAY)
        contacts.close(tx, now=minutes(1))
    assert numbers(store, "reg") == [slip.number]
    assert contacts.get(store.read(), slip.contact_id).closed_at is None


def test_sending_again_under_the_same_id_changes_nothing(store: Store) -> None:
    """A retry after a crash is one slip and one place in the queue."""
    with store.write() as tx:
        for _ in range(2):
            send(tx, "partida", slip_id="s", now=MONDAY)
    assert len(numbers(store, "reg")) == 1


def test_who_is_to_come_later_does_not_wait_now(store: Store) -> None:
    """Neither for a closed office at its next opening, nor for an open one at another hour."""
    with store.write() as tx:
        send(tx, "", "noc", for_at=at("2026-11-23 20:30"), now=MONDAY)
        contacts.close(tx, now=MONDAY)
        send(tx, "partida", for_at=at("2026-11-23 16:00"), now=MONDAY)
    assert numbers(store, "noc") + numbers(store, "reg") == []


def test_before_a_shut_door_waits_only_whom_the_office_takes(store: Store) -> None:
    """It was rung and will see them; whoever only insists waits for nobody."""
    with store.write() as tx:
        send(tx, "", "noc", reason="insists", now=MONDAY)
        contacts.close(tx, now=MONDAY)
        taken = send(tx, "", "noc", reason="confirmed", now=MONDAY)
    assert numbers(store, "noc") == [taken.number]


def test_a_slip_taken_back_leaves_no_ticket(store: Store) -> None:
    """The visit to the offices never was; the contact ends with the desk."""
    with store.write() as tx:
        slip = send(tx, "partida", now=MONDAY)
        contacts.close(tx, now=minutes(1))
        assert take_back(tx, slip.id, now=minutes(2)).state == "withdrawn"
    assert numbers(store, "reg") == []
    assert contacts.get(store.read(), slip.contact_id).closed_at
    assert checking.faults(store) == []


def test_one_errand_of_several_is_taken_back(store: Store) -> None:
    """The visitor waits for the other one, under the same number; a later slip still fits in."""
    with store.write() as tx:
        first = send(tx, "partida", now=MONDAY)
        second = send(tx, "", "caj", now=MONDAY)
        take_back(tx, first.id, now=minutes(1))
        third = send(tx, "", "arc", now=minutes(1))
        contacts.close(tx, now=minutes(1))
        assert numbers(store, "reg") == []
        ticket = serve(tx, "caj", minutes(3))
        assert ticket.number == second.number == third.number
        queue.done(tx, ticket.contact_id, now=minutes(5))
        serve(tx, "arc", minutes(6))
        assert queue.done(tx, ticket.contact_id, now=minutes(7)).state == "done"
    assert checking.faults(store) == []


def test_an_undone_second_errand_leaves_the_first_as_it_was(store: Store) -> None:
    """Who is being served goes on being served."""
    with store.write() as tx:
        send(tx, "partida", now=MONDAY)
        extra = send(tx, "", "caj", now=MONDAY)
        ticket = serve(tx, "reg", minutes(1))
        take_back(tx, extra.id, now=minutes(2))
        kept = queue.find(tx.db, ticket.contact_id)
        assert kept
        assert (kept.state, kept.office_id) == ("serving", "reg")
