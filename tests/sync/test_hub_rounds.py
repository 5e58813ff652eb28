"""What a round with the hub does besides: reports filled, old envelopes pruned, news waited for."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, erasure, sites
from frontdesk.store.store import Store
from frontdesk.sync import hub, places, receipts, rounds
from tests.helpers import postgres
from tests.helpers.command_line import run
from tests.helpers.desks import NOW

pytest.importorskip("psycopg", reason="the extra [hub] is not installed")
pytestmark = postgres.needed


def test_head_office_fills_the_reports_with_each_round(
    head: Store, north: Store, addresses: dict[str, str]
) -> None:
    """All events with their sites, once each; what is erased here is erased there; again from the
    beginning where the hub was made anew.
    """
    ours, theirs = (sites.here(store.read()).site_id for store in (head, north))
    with north.write() as tx:
        case = complaints.file(tx, "No llega el recibo", name="Ana Gil", now=NOW).id
    assert places.exchange(north, addresses[theirs], now=NOW).loaded == 0
    done = places.exchange(head, addresses[ours], now=NOW)
    (events,) = head.read().execute("SELECT count(*) FROM event").fetchone()
    assert done.loaded == events
    assert places.exchange(head, addresses[ours], now=NOW).loaded == 0
    with closing(hub.connect(addresses[ours])) as db:
        asked = "SELECT site, body::text LIKE '%%Ana Gil%%' FROM frontdesk.event WHERE entity = %s"
        assert (theirs, True) in db.execute(asked, (case,)).fetchall()
        with head.write() as tx:
            erasure.erase(tx, case, now=NOW)
        places.exchange(head, addresses[ours], now=NOW)
        assert not any(told for _, told in db.execute(asked, (case,)))
        db.execute("DELETE FROM frontdesk.loaded")
        db.execute("DELETE FROM frontdesk.event")
    (events,) = head.read().execute("SELECT count(*) FROM event").fetchone()
    assert places.exchange(head, addresses[ours], now=NOW).loaded == events


def test_what_everybody_has_is_pruned_and_a_long_absent_desk_gets_its_history(
    desks: dict[str, Store], addresses: dict[str, str]
) -> None:
    """Only head office prunes, only what is acknowledged, and nothing is lost to who comes back."""
    head, north, north2 = desks["head"], desks["north"], desks["north2"]
    ours, theirs = (sites.here(store.read()).site_id for store in (head, north))
    for store, address in ((north2, theirs), (north, theirs), (head, ours), (north, theirs)):
        places.exchange(store, addresses[address], now=NOW)
    later = NOW + timedelta(days=100)
    with north.write() as tx:
        case = complaints.file(tx, "No llega el recibo", now=later).id
    for store, address in ((north, theirs), (head, ours), (north, theirs), (head, ours)) * 2:
        places.exchange(store, addresses[address], now=later)
    known = receipts.acknowledged(head.read())
    refused = pytest.raises(UserError, match=r"sync\.hub_refused")
    with closing(hub.connect(addresses[theirs])) as db, refused:
        hub.prune(db, known, kept="0 days")
    with closing(hub.connect(addresses[ours])) as db:
        assert hub.prune(db, known) == 0
        assert hub.prune(db, known, kept="0 days") > 0
    for store, address in ((north2, theirs), (head, ours), (north, theirs), (north2, theirs)):
        places.exchange(store, addresses[address], now=later)
    assert complaints.find(north2.read(), case)


def test_who_stays_exchanges_with_the_news(
    head: Store, north: Store, addresses: dict[str, str]
) -> None:
    """Head office stays on line; what a branch puts there is in its log without another word."""
    ours, theirs = (sites.here(store.read()).site_id for store in (head, north))
    with north.write() as tx:
        case = complaints.file(tx, "No llega el recibo", now=NOW).id
    said: list[rounds.Round] = []

    def each(done: rounds.Round) -> None:
        said.append(done)
        if len(said) == 1:
            places.exchange(north, addresses[theirs], now=NOW)
        if complaints.find(head.read(), case):
            raise InterruptedError

    with pytest.raises(InterruptedError):
        places.stay(head, addresses[ours], now=lambda: NOW, each=each)
    assert len(said) > 1


def test_a_place_is_remembered(head: Store, north: Store, hub_address: str, share: Path) -> None:
    """Set once by an admin; from then on `sync` alone is enough, and the status tells the rest."""
    head.close()
    north.close()
    assert run("sync", "--data", north.folder).code == 2
    run("sync", share, "--remember", "--data", north.folder).done()
    run("sync", share, "--data", head.folder).done()
    (said,) = run("sync", "--data", north.folder).done().rows
    assert said["release"] == 1
    (told,) = run("sync", "--status", "--data", north.folder).done().rows
    assert told["last_at"] >= told["gave_at"] > ""
    assert told["got_at"] > ""
    assert told["refused"] == []
    (share / f"release-9-{'0' * 16}.zip").write_bytes(b"nonsense")
    run("sync", "--data", north.folder)
    (told,) = run("sync", "--status", "--data", north.folder).done().rows
    assert told["refused"][0]["code"] == "envelope.damaged"
    assert "not whole" in told["refused"][0]["why"]
