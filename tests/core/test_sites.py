"""Who we are: set up once, and a new identity after a restore."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import sites
from frontdesk.store.store import Store
from tests.helpers.desks import NOW, SITE


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Store]:
    """A database in which nobody has been named yet."""
    store = Store(tmp_path / "bare", create=True)
    yield store
    store.close()


def test_a_desk_knows_where_it_stands(store: Store) -> None:
    """Name, country, region, language and zone are those of the set-up."""
    here = sites.here(store.read())
    assert (here.name, here.site) == (SITE, "VILL")
    assert (here.country, here.region, here.lang) == ("ES", "AN", "en")
    assert (here.zone, here.is_head) == ("Europe/Madrid", False)
    assert len(here.desk) == 4


def test_a_folder_is_set_up_once(store: Store) -> None:
    """A second set-up is refused and changes nothing."""
    before = sites.here(store.read())
    with pytest.raises(UserError, match=r"site\.exists"), store.write() as tx:
        sites.create(tx, "Another", now=NOW)
    assert sites.here(store.read()) == before


def test_nothing_is_done_before_set_up(bare: Store) -> None:
    """A database without a site says so."""
    with pytest.raises(UserError, match=r"site\.absent"):
        sites.here(bare.read())


@pytest.mark.parametrize(
    ("code", "name", "options"),
    [
        ("site.name", "", {}),
        ("site.name", " \n\t", {}),
        ("site.name", "x" * 121, {}),
        ("site.lang", "HQ", {"lang": "tlh"}),
        ("site.country", "HQ", {"country": "Spain"}),
        ("site.country", "HQ", {"country": "ES-ANDALUCIA"}),
        ("calendar.country", "HQ", {"country": "ZZ"}),
        ("calendar.region", "HQ", {"country": "ES-XX"}),
    ],
)
def test_a_set_up_that_cannot_be_used_is_refused(
    bare: Store, code: str, name: str, options: dict[str, str]
) -> None:
    """With its own sentence, and nothing is left behind: the next try succeeds."""
    with pytest.raises(UserError, match=code), bare.write() as tx:
        sites.create(tx, name, **options, now=NOW)  # type: ignore[arg-type]
    with bare.write() as tx:
        assert sites.create(tx, "Head office", is_head=True, country="mx", now=NOW).is_head
    assert sites.here(bare.read()).country == "MX"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Municipalidad de San Isidro", "SAN"),
        ("Oficina de la Sede Norte", "NORT"),
        ("Ñuñoa", "NUNO"),
        ("Oficina", "OFIC"),
        ("東京", "SITE"),
        ("B1", "B1"),
        ("--- ", "SITE"),
    ],
)
def test_the_code_of_a_site_tells_it_apart(name: str, code: str) -> None:
    """Four letters that can stand in a folio, whatever the name is made of."""
    assert sites.code_of(name) == code


def test_a_region_can_keep_its_own_time() -> None:
    """The Canaries are not Madrid; what we do not know is UTC."""
    assert sites.zone_of("ES", "CN") == "Atlantic/Canary"
    assert sites.zone_of("ES", "AN") == "Europe/Madrid"
    assert sites.zone_of("XX", "") == "UTC"


def test_every_zone_is_one_that_exists() -> None:
    """No country of the table falls back to UTC by a slip of the pen."""
    assert {name for name in sites.ZONES.values() if str(sites.zone(name)) != name} == set()


def test_a_renewed_desk_is_another_desk_of_the_same_site(store: Store) -> None:
    """Writer and desk code change, the site stays, and the change is on record."""
    before = sites.here(store.read())
    with store.write() as tx:
        after = sites.renew_identity(tx, now=NOW)
    assert after.desk != before.desk
    assert after.site_id == before.site_id
    writers = store.read().execute("SELECT current FROM writer ORDER BY current").fetchall()
    assert writers == [(0,), (1,)]
    kinds = store.read().execute("SELECT kind FROM event ORDER BY n").fetchall()
    assert kinds == [("site.created",), ("desk.renewed",)]
