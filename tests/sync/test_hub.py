"""The hub is one more place: what holds for a folder holds there; each site keeps to its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import checking, complaints, sites
from frontdesk.core.complaints import life
from frontdesk.store.store import Store
from frontdesk.sync import concerned, hub, loading, rounds
from frontdesk.sync.concerned import Row
from frontdesk.sync.hub import Hub
from frontdesk.sync.transports import Folder, Transport
from tests.helpers import postgres
from tests.helpers.command_line import run
from tests.helpers.desks import NOW

psycopg = pytest.importorskip("psycopg", reason="the extra [hub] is not installed")
needs_postgres = postgres.needed
Places = Callable[[Store], Transport]


@pytest.fixture(params=["folder", pytest.param("hub", marks=needs_postgres)])
def places(request: pytest.FixtureRequest, share: Path) -> Iterator[Places]:
    """How each desk reaches the common place: a folder, or the hub as its own site."""
    if request.param == "folder":
        yield lambda _store: Folder(share)
        return
    addresses = request.getfixturevalue("addresses")
    opened: list[Hub] = []

    def connect(store: Store) -> Hub:
        site_id = sites.here(store.read()).site_id
        opened.append(Hub(addresses[site_id], site_id))
        return opened[-1]

    yield connect
    for one in opened:
        one.db.close()


def meet(places: Places, *stores: Store) -> list[rounds.Round]:
    """Let desks exchange with the common place, one after the other."""
    return [rounds.exchange(store, places(store), now=NOW) for store in stores]


def test_a_case_goes_up_and_comes_back(
    head: Store, north: Store, south: Store, places: Places
) -> None:
    """Through either place: up to head office, back with its work, and not to another branch."""
    with north.write() as tx:
        case = complaints.file(tx, "No llega el recibo", now=NOW).id
    meet(places, north, head)
    with head.write() as tx:
        life.assess(tx, case, severity="high", now=NOW)
    meet(places, head, north, south)
    assert complaints.get(north.read(), case) == complaints.get(head.read(), case)
    assert complaints.get(north.read(), case).severity == "high"
    assert complaints.find(south.read(), case) is None
    assert [checking.faults(store) for store in (head, north, south)] == [[], [], []]


def test_two_desks_of_a_branch_come_to_the_same(desks: dict[str, Store], places: Places) -> None:
    """Through either place."""
    folios = set()
    for name in ("north", "north2"):
        with desks[name].write() as tx:
            folios.add(complaints.file(tx, name, now=NOW).folio)
    for _ in range(2):
        meet(places, *desks.values())
    for name in ("head", "north", "north2"):
        assert {case.folio for case in complaints.every(desks[name].read())} == folios


def test_repeating_changes_nothing(head: Store, north: Store, places: Places) -> None:
    """Once everything was said, nothing is read or written any more."""
    with north.write() as tx:
        complaints.file(tx, "Uno", now=NOW)
    for _ in range(3):
        meet(places, north, head)
    for done in meet(places, north, head):
        assert (done.read, done.events, done.written, done.refused) == (0, 0, 0, [])


@needs_postgres
def test_a_site_sees_and_writes_its_own_alone(
    head: Store, north: Store, south: Store, addresses: dict[str, str]
) -> None:
    """Whatever program connects: no reading of others, no writing as others, no forged time."""
    ours, theirs = (sites.here(store.read()).site_id for store in (south, north))
    with north.write() as tx:
        complaints.file(tx, "Secreto", now=NOW)
    with Hub(addresses[theirs], theirs) as there:
        rounds.exchange(north, there, now=NOW)
        assert there.names()
    insert = "INSERT INTO frontdesk.bundle(name, site, addressed, data) VALUES(%s,%s,'{*}','x')"
    forged = (
        "INSERT INTO frontdesk.bundle(name, site, addressed, at, data) "
        "VALUES('b', %s, '{}', '1999-01-01', 'x')"
    )
    with psycopg.connect(addresses[ours], autocommit=True) as db:
        assert db.execute("SELECT count(*) FROM frontdesk.bundle").fetchone() == (0,)
        for sql, values in (
            (insert, ("a", theirs)),
            (forged, (ours,)),
            ("UPDATE frontdesk.bundle SET data = 'y' WHERE site = %s", (ours,)),
            ("DELETE FROM frontdesk.bundle WHERE site = %s", (ours,)),
            ("SELECT * FROM frontdesk.site WHERE id = %s", (ours,)),
            ("SELECT * FROM frontdesk.event WHERE site = %s", (ours,)),
            ("UPDATE frontdesk.site SET is_head = true WHERE id = %s", (ours,)),
        ):  # fmt: skip
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                db.execute(sql, values)
        db.execute(insert, ("a", ours))
        (at,) = db.execute("SELECT at < now() + interval '1 s' FROM frontdesk.bundle").fetchone()  # type: ignore[misc]
        assert at


@needs_postgres
def test_who_listens_hears_of_news(head: Store, north: Store, addresses: dict[str, str]) -> None:
    """One desk waits while another puts an envelope there."""
    site_id = sites.here(north.read()).site_id
    with Hub(addresses[site_id], site_id) as waiting, Hub(addresses[site_id], site_id) as other:
        waiting.listen()
        assert not waiting.news(timeout_s=0)
        rounds.exchange(north, other, now=NOW)
        assert waiting.news(timeout_s=30)


@needs_postgres
def test_the_loader_loads_each_event_once(
    head: Store, north: Store, addresses: dict[str, str]
) -> None:
    """By month; wild clocks lie in the default partition; again is nothing new; a NUL breaks
    nothing.
    """
    with north.write() as tx:
        for year in (1999, 2026, 2035):
            tx.append("test.noted", "x", {"text": "a\0b"}, NOW.replace(year=year))
    rows = [Row(*row) for row in north.read().execute(f"SELECT {concerned.COLUMNS} FROM event")]
    site_id = sites.here(head.read()).site_id
    with closing(hub.connect(addresses[site_id])) as db:
        assert loading.load(db, [("north", row) for row in rows]) == len(rows)
        assert loading.load(db, [("north", row) for row in rows]) == 0
        tables = dict(db.execute("SELECT tableoid::regclass::text, count(*) FROM frontdesk.event "
                                 "GROUP BY 1").fetchall())  # fmt: skip
    assert tables == {
        "frontdesk.event_other": 1, "frontdesk.event_2026_11": len(rows) - 2,
        "frontdesk.event_2035_11": 1,
    }  # fmt: skip


@needs_postgres
def test_the_hub_from_the_command_line(head: Store, north: Store, hub_address: str) -> None:
    """Head office makes it and hands out addresses, once; both exchange; refusals are sentences."""
    head.close()
    assert "no tables" in run("sync", hub_address, "--data", head.folder).refusal()
    made = run("sync", "--init-hub", hub_address, "--data", head.folder).done().rows
    assert [row["site"] for row in made] == ["Oficina Norte", "Oficina Sur"]
    assert run("sync", "--init-hub", hub_address, "--data", head.folder).done().rows == []
    address = hub_address.replace(postgres.OWNER, made[0]["role"])
    address = address.replace(postgres.PASSWORD, made[0]["password"])
    run("sync", hub_address, "--data", head.folder).done()
    (said,) = run("sync", address, "--data", north.folder).done().rows
    assert said["release"] == 1
    wrong = address.replace(made[0]["password"], "wrong")
    told = run("sync", wrong, "--data", north.folder).refusal()
    assert "does not let this desk in" in told
    assert "wrong" not in told


def test_a_hub_that_is_away_is_said(north: Store, tmp_path: Path) -> None:
    """Nobody listens there: work goes on."""
    with pytest.raises(UserError, match=r"sync\.no_hub"):
        Hub(f"postgresql://x@/y?host={tmp_path}", "x")


@needs_postgres
@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (f":{postgres.PASSWORD}@", ":mistyped@", "sync.hub_login"),
        (f":{postgres.PASSWORD}@", "@", "sync.hub_login"),
        ("/hub?", "/hob?", "sync.hub_login"),
        ("/hub?", "/hub?sslmode=maybe&", "sync.hub_address"),
        ("/hub?", "/hub?hots=one&", "sync.hub_address"),
    ],
)
def test_an_address_that_lets_nobody_in_says_why(
    server: postgres.Server, before: str, after: str, code: str
) -> None:
    """A password, a database or an option mistyped is not a hub that is away."""
    with pytest.raises(UserError) as refused:
        hub.connect(server.address.replace(before, after))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("FATAL:  the database system is starting up", "sync.no_hub"),
        ("FATAL:  sorry, too many clients already", "sync.no_hub"),
        ("FATAL:  la autentificación password falló", "sync.hub_login"),
        ('server certificate for "a" does not match host name "b"', "sync.hub_unsafe"),
        ("server does not support SSL, but SSL was required", "sync.hub_unsafe"),
        ("Connection refused", "sync.no_hub"),
    ],
)
def test_what_keeps_a_desk_out_is_told_apart(
    monkeypatch: pytest.MonkeyPatch, words: str, code: str
) -> None:
    """A server that starts is away for a while; one with another certificate is not trusted."""

    def refuse(*_: object, **__: object) -> None:
        raise psycopg.OperationalError(f"connection failed: {words}")

    monkeypatch.setattr(psycopg, "connect", refuse)
    with pytest.raises(UserError) as refused:
        hub.connect("postgresql://hub")
    assert refused.value.code == code
