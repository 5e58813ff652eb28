"""Chance days at two counters while the hub comes and goes: in the end both have the same queue."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import checking, queue, sites
from frontdesk.store.store import Store
from tests.helpers import postgres
from tests.helpers.desks import NOW
from tests.helpers.live_desks import Counter, furnish

pytest.importorskip("psycopg", reason="the extra [hub] is not installed")
pytestmark = postgres.needed
OFFICES = ("reg", "caj")
STEPS = 60


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_counters_end_with_the_same_queue(
    desks: dict[str, Store], addresses: dict[str, str], server: postgres.Server, seed: int
) -> None:
    """The same tickets in the same order and state, every visit accounted for, `check` passes."""
    chance = random.Random(seed)
    furnish(*desks.values())
    stores = [desks["north"], desks["north2"]]
    address = addresses[sites.here(stores[0].read()).site_id]
    counters = [Counter(store, address).start() for store in stores]
    is_up, sent = True, set()
    try:
        for _ in range(STEPS):
            if chance.random() < 0.05:
                (server.kill if is_up else server.start)()
                is_up = not is_up
            counter = chance.choice(counters)
            if chance.random() < 0.4:
                sent.add(counter.send(chance.choice(OFFICES)).contact_id)
            else:
                _work(counter, chance)
        if not is_up:
            server.start()
            is_up = True
        counters[0].until(lambda: _queues(counters[0]) == _queues(counters[1]) and _told(counters))
        assert _ended(counters) | _living(counters[0]) == sent
        assert [checking.faults(store) for store in stores] == [[], []]
    finally:
        if not is_up:
            server.start()
        for counter in counters:
            counter.live.stop()


def _work(counter: Counter, chance: random.Random) -> None:
    """Do something that can be done at this counter, if there is anything."""
    office = chance.choice(OFFICES)
    inside = queue.at_office(counter.store.read(), office, now=NOW)
    with suppress(UserError):
        if not inside or chance.random() < 0.3:
            counter.call(office)
            return
        row = chance.choice(inside)
        other = OFFICES[office == OFFICES[0]]
        if row.state == "called":
            counter.do(chance.choice((queue.start, queue.start, queue.no_show)), row.contact_id)
        elif row.state == "serving" and chance.random() < 0.3:
            counter.do(queue.transfer, row.contact_id, other, "sigue")
        elif row.state == "serving":
            counter.do(chance.choice((queue.done, queue.hold)), row.contact_id)
        else:
            counter.do(queue.resume, row.contact_id)


def _queues(counter: Counter) -> list[list[tuple[str, str]]]:
    db = counter.store.read()
    waiting = [
        [(row.number, row.state) for row in queue.waiting(db, office, now=NOW)]
        for office in OFFICES
    ]
    inside = [sorted(counter.sees(office)) for office in OFFICES]
    return [*waiting, *inside]


def _told(counters: list[Counter]) -> bool:
    return all(counter.is_told for counter in counters)


def _living(counter: Counter) -> set[str]:
    rows = counter.store.read().execute(
        "SELECT contact_id FROM ticket WHERE state IN ('waiting', 'called', 'serving', 'held')"
    )
    return {one for (one,) in rows}


def _ended(counters: list[Counter]) -> set[str]:
    """The visits that some desk has closed."""
    asked = "SELECT entity FROM event WHERE kind = 'contact.closed'"
    return {one for counter in counters for (one,) in counter.store.read().execute(asked)}
