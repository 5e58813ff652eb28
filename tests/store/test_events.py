"""The event log: its order, and that nothing in it can be changed by hand without being named."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from frontdesk.core.sites import renew_writer
from frontdesk.store import events
from frontdesk.store.events import Event
from frontdesk.store.store import Store
from tests.helpers.desks import NOW


@pytest.fixture
def log(store: Store) -> list[Event]:
    """Five things that happened, after the set-up."""
    with store.write() as tx:
        return [tx.append("test.noted", f"visit {n}", {"text": f"año {n}"}, NOW) for n in range(5)]


def by_hand(store: Store, sql: str, *values: object) -> list[str]:
    """What is found after somebody ran a statement past the program."""
    assert list(events.faults(store.read())) == []
    assert store.read().execute(sql, values).rowcount > 0
    return list(events.faults(store.read()))


def test_a_log_as_written_is_whole(store: Store, log: list[Event]) -> None:
    """Nothing is found where nothing was done, and the bodies come back as they went in."""
    assert list(events.faults(store.read())) == []
    assert [e for e in events.in_order(store.read()) if e.kind == "test.noted"] == log
    assert list(events.in_order(store.read(), "visit 3")) == [log[3]]


def test_each_event_points_to_the_one_before(log: list[Event]) -> None:
    """The chain is made of the hashes of envelopes."""
    assert [e.prev for e in log[1:]] == [e.id for e in log[:-1]]
    assert [e.seq for e in log] == [2, 3, 4, 5, 6]
    assert all(events.hash_envelope(e) == e.id for e in log)


def test_equal_events_have_different_hashes(store: Store) -> None:
    """A salt keeps anybody from guessing what an erased text was."""
    with store.write() as tx:
        one, other = (tx.append("test.noted", "x", {"text": "same"}, NOW) for _ in range(2))
    assert one.body_hash != other.body_hash


@pytest.mark.parametrize("text", ['{"text":"kinder words"}', "no longer JSON", ""])
def test_a_changed_body_is_named(store: Store, log: list[Event], text: str) -> None:
    """Whatever was put in its place, also what cannot be read any more."""
    (fault,) = by_hand(store, "UPDATE event SET body = ? WHERE id = ?", text, log[2].id)
    assert "event 4 " in fault
    assert "visit 2" in fault
    assert fault.endswith("its text was changed")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2020-01-01T00:00:00.000Z"),
        ("entity", "visit 9"),
        ("kind", "test.praised"),
        ("lamport", 999),
        ("body_hash", bytes(16)),
        ("prev", bytes(16)),
        ("seq", 40),
        ("writer", "somebody"),
    ],
)
def test_a_changed_envelope_is_named(
    store: Store, log: list[Event], column: str, value: object
) -> None:
    """When, what, about whom, by whom, in which order: nothing of it can be changed unseen."""
    faults = by_hand(store, f"UPDATE event SET {column} = ? WHERE id = ?", value, log[2].id)
    assert any(fault.endswith(": changed") for fault in faults)


def test_a_hash_made_to_fit_breaks_the_chain(store: Store, log: list[Event]) -> None:
    """Whoever also works out the new hash is given away by the event after it."""
    forged = replace(log[2], entity="somebody else")
    faults = by_hand(
        store, "UPDATE event SET entity = ?, id = ? WHERE id = ?",
        forged.entity, events.hash_envelope(forged), log[2].id,
    )  # fmt: skip
    assert len(faults) == 1
    assert "event 5 " in faults[0]
    assert faults[0].endswith("the event before it is missing")


def test_a_removed_event_is_named(store: Store, log: list[Event]) -> None:
    """A hole in the middle shows at the event after it."""
    (fault,) = by_hand(store, "DELETE FROM event WHERE id = ?", log[2].id)
    assert "event 5 " in fault
    assert fault.endswith("the event before it is missing")


def test_the_removed_first_event_is_named(store: Store, log: list[Event]) -> None:
    """The beginning of a chain is known by its number."""
    (fault,) = by_hand(store, "DELETE FROM event WHERE seq = 1")
    assert "event 2 " in fault


def test_the_removed_last_event_is_named(store: Store, log: list[Event]) -> None:
    """The writer remembers how far it came."""
    (fault,) = by_hand(store, "DELETE FROM event WHERE id = ?", log[-1].id)
    assert fault.startswith("event 6 ")
    assert fault.endswith(": missing")


def test_all_events_removed_is_named(store: Store, log: list[Event]) -> None:
    """An emptied log is not a whole one."""
    assert len(by_hand(store, "DELETE FROM event")) == 1


def test_an_added_event_is_named(store: Store, log: list[Event]) -> None:
    """One that does not fit is changed; one made to fit stands behind the last that we wrote."""
    salt, body = bytes(16), events.dump({"text": "never happened"})
    fake = replace(log[-1], seq=7, prev=log[-1].id, lamport=7, salt=salt)
    fake = replace(fake, body_hash=events.hash_body(salt, body))
    faults = by_hand(
        store,
        "INSERT INTO event(id, writer, seq, prev, lamport, at, entity, kind, salt, body, body_hash)"
        " VALUES(?,?,?,?,?,?,?,?,?,?,?)",
        events.hash_envelope(fake), fake.writer, fake.seq, fake.prev, fake.lamport, fake.at,
        fake.entity, fake.kind, salt, body, fake.body_hash,
    )  # fmt: skip
    assert len(faults) == 1
    assert faults[0].startswith("event 7 ")
    assert faults[0].endswith("added by hand")


def test_an_erased_body_leaves_the_chain_whole(store: Store, log: list[Event]) -> None:
    """The person goes, the count stays."""
    assert by_hand(store, "UPDATE event SET body = NULL WHERE id = ?", log[2].id) == []
    (erased,) = events.in_order(store.read(), "visit 2")
    assert erased.body is None


def test_a_new_writer_begins_a_new_chain(store: Store, log: list[Event]) -> None:
    """Later in order than all before, whatever the clock says, and whole beside the old one."""
    with store.write() as tx:
        renew_writer(tx)
        event = tx.append("test.noted", "visit 5", {}, NOW.replace(year=1999))
    assert (event.seq, event.prev) == (1, b"")
    assert event.writer != log[0].writer
    assert list(events.in_order(store.read()))[-1] == event
    assert list(events.faults(store.read())) == []


def test_a_cloned_desk_forks_its_chain(store: Store, log: list[Event]) -> None:
    """Two events with the same writer and number both happened: neither is dropped nor blamed."""
    with store.write() as tx:
        tx.execute("UPDATE writer SET seq = 5, head = ? WHERE current = 1", (log[3].id,))
        fork = tx.append("test.noted", "visit 4", {}, NOW)
    assert (fork.writer, fork.seq) == (log[4].writer, log[4].seq)
    assert list(events.faults(store.read())) == []


def test_a_body_is_written_the_same_way_everywhere() -> None:
    """Hashes are made over text, so the text of equal bodies is equal."""
    assert events.dump({"b": 1, "a": "ñ"}) == events.dump(json.loads('{"a": "\\u00f1", "b": 1}'))
