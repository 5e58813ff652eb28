"""The live queue: two desks of a branch on a real hub see each other's tickets, and no ticket is
called twice while the hub is there; without it work goes on and the difference is told.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import checking, contacts, queue, sites, stages
from frontdesk.core.queue import sharing
from frontdesk.store import store as opening
from frontdesk.store.store import Store
from frontdesk.sync import rounds
from frontdesk.sync.hub import Hub
from tests.helpers import branches, postgres
from tests.helpers.desks import NOW
from tests.helpers.live_desks import BUSY_MS, Counter, furnish

psycopg = pytest.importorskip("psycopg", reason="the extra [hub] is not installed")
pytestmark = postgres.needed
Open = Callable[[str], Counter]


@pytest.fixture
def counters(
    desks: dict[str, Store], addresses: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """What opens the counter of a desk by its name; its threads wait for each other gladly."""
    monkeypatch.setattr(opening, "BUSY_MS", BUSY_MS)
    for store in desks.values():
        store.close()  # the connection of before waits for less
    furnish(*desks.values())
    opened: list[Counter] = []

    def start(name: str) -> Counter:
        store = desks[name]
        opened.append(Counter(store, addresses[sites.here(store.read()).site_id]).start())
        return opened[-1]

    yield start
    for counter in opened:
        counter.live.stop()


def test_a_ticket_goes_from_desk_to_desk_with_its_story(
    counters: Open, addresses: dict[str, str]
) -> None:
    """Sent by one desk, called and served by the other: one closing event, all stages, both."""
    one, other = counters("north"), counters("north2")
    ticket = one.send("reg", visitor="Ana Gil")
    other.until(lambda: other.sees("reg"))
    assert queue.waiting(other.store.read(), "reg", now=NOW)[0].visitor == "A. G."
    assert contacts.current(other.store.read()) is None
    assert other.call("reg").number == ticket.number
    one.until(lambda: one.sees("reg") == [(ticket.number, "called")])
    assert [call.number for call in queue.calls(one.store.read(), 5)] == [ticket.number]
    other.do(queue.start, ticket.contact_id)
    other.do(queue.transfer, ticket.contact_id, "caj", "trae la copia")
    one.until(lambda: one.sees("caj") == [(ticket.number, "waiting")])
    one.call("caj")
    one.do(queue.start, ticket.contact_id)
    one.do(queue.done, ticket.contact_id)
    other.until(lambda: not other.sees("caj"))
    lived = stages.every(one.store.read(), ticket.contact_id)
    assert [(s.what, s.office_id) for s in lived] == [
        ("waiting", "reg"), ("walk", "reg"), ("service", "reg"),
        ("waiting", "caj"), ("walk", "caj"), ("service", "caj"),
    ]  # fmt: skip
    for counter in (one, other, one, other):
        here = sites.here(counter.store.read()).site_id
        with Hub(addresses[here], here) as there:
            rounds.exchange(counter.store, there, now=NOW)
    ended = [contacts.get(c.store.read(), ticket.contact_id) for c in (one, other)]
    assert ended[0] == ended[1]
    assert ended[0].closed_at
    assert [checking.faults(c.store) for c in (one, other)] == [[], []]


def test_who_ends_the_visit_at_another_desk_tells_the_desk_that_began_it(counters: Open) -> None:
    """The list of the day of the first desk has the visit at once, without any exchange."""
    one, other = counters("north"), counters("north2")
    ticket = one.send("reg")
    other.until(lambda: other.sees("reg"))
    other.call("reg")
    other.do(queue.start, ticket.contact_id)
    other.do(queue.done, ticket.contact_id)
    one.until(lambda: contacts.get(one.store.read(), ticket.contact_id).closed_at)
    assert stages.every(one.store.read(), ticket.contact_id)[-1].ended == "done"
    assert checking.faults(one.store) == []


def test_a_visitor_still_at_the_desk_is_closed_by_that_desk(counters: Open) -> None:
    """The office was faster than the desk: nothing of the conversation is lost."""
    one, other = counters("north"), counters("north2")
    ticket = one.send("reg", visitor="Ana Gil", stays=True)
    other.until(lambda: other.sees("reg"))
    other.call("reg")
    other.do(queue.start, ticket.contact_id)
    other.do(queue.done, ticket.contact_id)
    one.until(lambda: not one.sees("reg"))
    assert contacts.current(one.store.read())
    closed = one.do(lambda tx, now: contacts.close(tx, now=now))
    assert closed.closed_at
    assert [s.what for s in stages.every(one.store.read(), ticket.contact_id)] == [
        "waiting", "walk", "service",
    ]  # fmt: skip


def test_many_counters_never_call_the_same_ticket(
    desks: dict[str, Store], counters: Open, addresses: dict[str, str], tmp_path: Path
) -> None:
    """Two desks in processes of their own and four threads of a third call until nobody waits."""
    one = counters("north")
    address = addresses[sites.here(one.store.read()).site_id]
    third = branches.branch(desks["head"], tmp_path / "north3", "Oficina Norte")
    furnish(third)
    numbers = {one.send("reg").number for _ in range(60)}
    others = [_in_process(store, address) for store in (desks["north2"], third)]
    for process in others:
        assert process.stdout
        assert process.stdout.readline() == "called\n"
    called: list[str] = []
    threads = [threading.Thread(target=_call_all, args=(one, called)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for process in others:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    for thread in threads:
        thread.join()
    by_desk = [called, *(json.loads(process.communicate()[0]) for process in others)]
    assert sorted(number for numbers in by_desk for number in numbers) == sorted(numbers)
    assert all(by_desk[1:]), "a desk in a process of its own took no part"


def test_without_the_grant_the_same_ticket_would_be_called_twice(counters: Open) -> None:
    """What the test before would find: each desk alone calls what it sees."""
    one, other = counters("north"), counters("north2")
    ticket = one.send("reg")
    other.until(lambda: other.sees("reg"))
    with one.store.write() as tx, other.store.write() as theirs:
        calls = [queue.call_next(each, "reg", now=NOW).number for each in (tx, theirs)]
    assert calls == [ticket.number, ticket.number]


def test_without_the_hub_work_goes_on_and_the_difference_is_told(
    counters: Open, server: postgres.Server
) -> None:
    """Both call the same ticket while the hub is away: it stays with one, and both are told."""
    one, other = counters("north"), counters("north2")
    ticket = one.send("reg")
    other.until(lambda: other.sees("reg"))
    server.kill()
    try:
        first, second = one.call("reg"), other.call("reg")
    finally:
        server.start()
    assert first.number == second.number == ticket.number
    told = [
        counter.until(lambda c=counter: sharing.doubles(c.store.read()))  # type: ignore[misc]
        for counter in (one, other)
    ]
    (of_one,), (of_other,) = told
    assert of_one.kept == of_other.kept
    assert {of_one.other, of_other.other} == {
        sites.here(counter.store.read()).desk for counter in (one, other)
    }
    keeper, giver = (one, other) if of_one.other != of_one.kept else (other, one)
    keeper.do(queue.start, ticket.contact_id)
    giver.until(lambda: giver.sees("reg") == [(ticket.number, "serving")])


def test_what_was_done_without_the_hub_is_told_when_it_is_back(
    counters: Open, server: postgres.Server
) -> None:
    """Tickets given and served meanwhile, and the rest of the queue."""
    one, other = counters("north"), counters("north2")
    server.kill()
    try:
        served, waits = one.send("reg"), one.send("reg")
        one.call("reg")
        one.do(queue.start, served.contact_id)
        theirs = other.send("reg")
    finally:
        server.start()
    for counter in (one, other):
        counter.until(lambda c=counter: len(c.sees("reg")) == 3)  # type: ignore[misc]
    assert set(one.sees("reg")) == set(other.sees("reg")) == {
        (served.number, "serving"), (waits.number, "waiting"), (theirs.number, "waiting"),
    }  # fmt: skip
    orders = [[r.number for r in queue.waiting(c.store.read(), "reg", now=NOW)]
              for c in (one, other)]  # fmt: skip
    assert orders[0] == orders[1]
    with pytest.raises(UserError, match=r"queue\.empty"):
        one.call("caj")


def test_a_site_sees_its_own_tickets_alone(
    counters: Open, desks: dict[str, Store], addresses: dict[str, str]
) -> None:
    """Row-level security keeps other branches out, and head office's own role too."""
    one = counters("north")
    one.send("reg", visitor="Ana Gil")
    north, south, head = (sites.here(desks[n].read()).site_id for n in ("north", "south", "head"))
    for site_id, count in ((north, 1), (south, 0), (head, 0)):
        with psycopg.connect(addresses[site_id], autocommit=True) as db:
            one.until(lambda: one.is_told)
            assert db.execute("SELECT count(*) FROM frontdesk.ticket").fetchone() == (count,)
    with psycopg.connect(addresses[south], autocommit=True) as db:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            db.execute(
                "INSERT INTO frontdesk.ticket VALUES(%s,'x',1,1,'w','h',1,'b','c',0)", (north,)
            )
        db.execute("UPDATE frontdesk.ticket SET body = 'x'")
        db.execute("DELETE FROM frontdesk.ticket")
    assert counters("north2").sees("reg")


def test_the_hub_itself_reads_no_names(counters: Open, addresses: dict[str, str]) -> None:
    """What a ticket tells is encrypted for the desks of its site; what others put there is left."""
    one = counters("north")
    ticket = one.send("reg", visitor="Ana Gil")
    one.until(lambda: one.is_told)
    site_id = sites.here(one.store.read()).site_id
    with psycopg.connect(addresses[site_id], autocommit=True) as db:
        (body, contact) = db.execute("SELECT body, contact FROM frontdesk.ticket").fetchone()  # type: ignore[misc]
        assert b"Ana" not in body + contact
        assert ticket.number.encode() not in body + contact
        db.execute("UPDATE frontdesk.ticket SET turn = turn + 5, body = contact")
    other = counters("north2")
    assert other.sees("reg") == []
    assert one.sees("reg") == [(ticket.number, "waiting")]


def test_a_day_later_nothing_of_the_other_desks_is_left(counters: Open, tmp_path: Path) -> None:
    """Tickets of another desk that nobody ended go with the day; their own desk closes them."""
    one, other = counters("north"), counters("north2")
    one.send("reg")
    other.until(lambda: other.sees("reg"))
    tomorrow = NOW.replace(day=NOW.day + 1)
    with other.store.write() as tx:
        queue.close_of_day(tx, now=tomorrow)
    assert other.sees("reg") == []
    assert checking.faults(other.store) == []


def _in_process(store: Store, address: str) -> subprocess.Popen[str]:
    store.close()
    return subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.live_desks", str(store.folder), address, "reg"],
        text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip


def _call_all(counter: Counter, called: list[str]) -> None:
    while True:
        try:
            called.append(counter.call("reg").number)
        except UserError as error:
            if error.code == "queue.empty":
                return
            raise
