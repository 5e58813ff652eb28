"""Releases: what head office publishes stands at each branch, and only that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from frontdesk.core import accounts, checking, offices, people, rules
from frontdesk.core.knowledge import articles, freshness, life, versions
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.core.search import Context, house_synonyms, keep_house_synonyms, search
from frontdesk.store import migrations
from frontdesk.store.store import Actor, Store
from frontdesk.sync import keys, releases, rounds
from tests.helpers.branches import meet
from tests.helpers.desks import NOW

PASSPORT = Article(
    "Pasaporte", id="a1", code="P-1", body="Dos fotos.", requirements=("Foto", "DNI"),
    steps=(Step("O1", "Firmar", 5, ("Copia",), "0.50", ("O2",)),), keywords="viajar",
)  # fmt: skip
HOUSES = [
    Office("O1", "AGU", "Aguas", hours="Mo-Fr 09:00-14:00"),
    Office("O2", "SUR", "Aguas del sur", site="SUR"),
]
DRAFT = Article("Borrador", id="a2", state="draft")
DAY = date(2026, 12, 24)


@pytest.fixture
def house(head: Store) -> Store:
    """Head office with something of everything that it publishes."""
    with head.write() as tx:
        offices.put_many(tx, HOUSES, now=NOW)
        articles.put_many(tx, [articles.checked(PASSPORT), articles.checked(DRAFT)], now=NOW)
        offices.serve(tx, [("a1", "O1")])
        offices.close_on(tx, DAY, DAY, office_id="O1", reason="Inventario")
        offices.close_on(tx, DAY, DAY, reason="Fiesta de la sede")
        people.put_many(tx, [Person("p1", "", "Ana", office_id="O1")], now=NOW)
        rules.copy(tx, "es-an", "ours", now=NOW)
        keep_house_synonyms(tx, ["pasaporte, visado"])
    return head


def test_a_release_brings_all_that_is_published(house: Store, north: Store, share: Path) -> None:
    """Articles with papers and steps, offices, services, closures, people, rules, synonyms."""
    (_, done) = meet(share, house, north)
    db = north.read()
    assert done.release == 1
    assert articles.get(db, "a1") == articles.get(house.read(), "a1")
    assert articles.get(db, "a2") is None
    assert offices.resolve(db, "SUR").site == "SUR"
    assert [o.name for o in offices.serving(db, "a1")] == ["Aguas"]
    assert [c.reason for c in offices.closures(db, DAY, "O1")] == ["Inventario"]
    assert [p.name for p in people.every(db)] == ["Ana"]
    assert [pack.name for pack in rules.own(db)] == ["ours"]
    assert house_synonyms(db) == ["pasaporte, visado"]
    context = Context(lang="es", day=DAY.isoformat())
    assert [hit.id for hit in search(db, "pasaporte", context, 5).hits] == ["a1"]
    assert checking.faults(north) == []


def test_nothing_new_makes_no_release(house: Store, north: Store, share: Path) -> None:
    """A number is given only to what differs; what stands at the branch stays as it is."""
    meet(share, house, north, times=3)
    assert releases.current(house.read()) == 1
    kept = north.read().execute("SELECT count(*) FROM article_version").fetchone()
    assert kept == (0,)


def test_a_release_replaces_the_one_before(house: Store, north: Store, share: Path) -> None:
    """A change keeps the version before; what is gone is retired; the branch's own stays."""
    with north.write() as tx:
        own = offices.close_on(tx, DAY, DAY, office_id="O1", reason="Obras")
    meet(share, house, north)
    with house.write() as tx:
        articles.put_many(tx, [replace(articles.checked(PASSPORT), cost="20")], now=NOW)
        tx.execute("DELETE FROM closure")
        tx.execute("DELETE FROM office")
        tx.execute("UPDATE person SET active = 0")
    (_, done) = meet(share, house, north)
    db = north.read()
    assert done.release == 2
    assert articles.get(db, "a1").cost == "20"  # type: ignore[union-attr]
    assert db.execute("SELECT count(*) FROM article_version").fetchone() == (1,)
    assert [c.id for c in offices.closures(db, DAY, "O1")] == [own.id]
    assert offices.get(db, "O1").retired  # type: ignore[union-attr]
    assert people.every(db) == []
    assert articles.get(db, "a1") is not None
    assert checking.faults(north) == []


def test_who_edited_at_a_branch_is_told_that_a_release_replaced_it(
    house: Store, north: Store, share: Path
) -> None:
    """The text of the branch is kept as a version; once somebody has looked at it all is well."""
    meet(share, house, north)
    edited = replace(articles.checked(PASSPORT), cost="15")
    with north.write() as tx:
        articles.save(tx, edited, now=NOW + timedelta(minutes=1))
    with house.write() as tx:
        articles.put_many(tx, [replace(edited, cost="20")], now=NOW)
    meet(share, house, north)
    db = north.read()
    (line,) = freshness.board(db, "replaced", DAY).lines
    assert line.id == "a1"
    assert versions.versions(db, "a1")[1].article.cost == "15"
    with north.write() as tx:
        life.verify(tx, "a1", now=NOW + timedelta(minutes=2))
    assert freshness.board(db, "replaced", DAY).lines == ()
    assert freshness.board(house.read(), "replaced", DAY).lines == ()


def test_an_older_release_changes_nothing(
    house: Store, north: Store, share: Path, tmp_path: Path
) -> None:
    """The stick of last month comes after the share of today."""
    meet(tmp_path / "old stick", house)
    with house.write() as tx:
        articles.put_many(tx, [replace(articles.checked(PASSPORT), cost="20")], now=NOW)
    meet(share, house, north)
    meet(tmp_path / "old stick", north)
    assert articles.get(north.read(), "a1").cost == "20"  # type: ignore[union-attr]
    assert releases.current(north.read()) == 2


def test_a_release_too_new_is_kept_aside_and_said(
    house: Store, north: Store, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Head office was updated first: the branch works on, and takes it in after its update."""
    with monkeypatch.context() as newer:
        newer.setattr(migrations, "LATEST", migrations.LATEST + 1)
        meet(share, house)
    (done,) = meet(share, north)
    assert [error.code for error in done.refused] == ["envelope.newer"]
    assert len(done.later) == 1
    assert articles.get(north.read(), "a1") is None
    assert rounds.status(north.read())["later"] == 1
    with monkeypatch.context() as updated:
        updated.setattr(migrations, "LATEST", migrations.LATEST + 1)
        (done,) = meet(share, north)
    assert articles.get(north.read(), "a1") is not None
    assert rounds.status(north.read())["later"] == 0


def test_pins_travel_with_the_staff(house: Store, north: Store, share: Path) -> None:
    """Who has a PIN at head office signs in at each branch, until it is taken away there."""
    with house.write() as tx:
        admin, _ = accounts.first_admin(tx, "Eva", initials="EV", secret="casa de agua", now=NOW)  # noqa: S106
        accounts.put(tx, "p1", role="receptionist", initials="AN", secret="7291", now=NOW)  # noqa: S106
    meet(share, house, north)
    with north.write() as tx:
        assert accounts.sign_in(tx, "an", "7291", now=NOW).name == "Ana"
    later = NOW + timedelta(hours=1)
    with house.write() as tx:
        accounts.remove(tx, "p1", now=later)
    meet(share, house, north, now=later)
    with north.write() as tx:
        assert accounts.sign_in(tx, "an", "7291", now=later).actor is None
        assert accounts.sign_in(tx, "ev", "casa de agua", now=later).actor == Actor(
            admin.person_id, "admin"
        )


def test_who_got_a_pin_at_the_branch_keeps_it(house: Store, north: Store, share: Path) -> None:
    """Head office knows nothing of the branch's own admin, who is not dismissed for that."""
    with north.write() as tx:
        people.put_many(tx, [Person("p8", "", "Nadie")], now=NOW)
        accounts.first_admin(tx, "Luz", initials="LU", secret="puente de mimbre", now=NOW)  # noqa: S106
    meet(share, house, north)
    assert [p.name for p in people.every(north.read())] == ["Ana", "Luz"]
    with north.write() as tx:
        assert accounts.sign_in(tx, "lu", "puente de mimbre", now=NOW).actor


def test_only_head_office_publishes(house: Store, north: Store, share: Path) -> None:
    """What a branch edits stays there, and a release signed by a branch is refused."""
    with north.write() as tx:
        articles.put_many(tx, [articles.checked(replace(PASSPORT, cost="1"))], now=NOW)
    signer = keys.signer(north.read())
    content = releases.json.dumps(releases._content(north.read())).encode()  # noqa: SLF001 - as a forger would
    name = f"release-9-{'0' * 16}.zip"
    data = releases.envelopes.pack(
        "release", name, {"number": 9, "schema": 1}, content, signer=signer,
        to=keys.sites(north.read()),
    )  # fmt: skip
    (share / name).write_bytes(data)
    (done,) = meet(share, house)
    assert [error.code for error in done.refused] == ["envelope.foreign"]


def test_branches_learn_of_each_other(house: Store, north: Store, share: Path) -> None:
    """The list of sites travels with the release, so that a branch invited later is known."""
    meet(share, house, north)
    names = {site.facts["name"] for site in keys.sites(north.read()).values()}
    assert names == {"Sede Central", "Oficina Norte", "Oficina Sur"}
