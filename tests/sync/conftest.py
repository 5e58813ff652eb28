"""Head office and two branches, made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from frontdesk.core import sites
from frontdesk.store.store import Store
from frontdesk.sync import hub
from tests.helpers import branches, postgres


@pytest.fixture(scope="session")
def organisation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders of head office, the two desks of a branch in the north and one in the south."""
    place = tmp_path_factory.mktemp("organisation")
    head = branches.head_office(place / "head")
    desks = {"north": "Oficina Norte", "north2": "Oficina Norte", "south": "Oficina Sur"}
    for folder, name in desks.items():
        branches.branch(head, place / folder, name).close()
    head.close()
    return place


@pytest.fixture
def desks(organisation: Path, tmp_path: Path) -> Iterator[dict[str, Store]]:
    """The open desks by name: head, north, north2, south."""
    stores = {}
    for name in ("head", "north", "north2", "south"):
        shutil.copytree(organisation / name, tmp_path / name)
        stores[name] = Store(tmp_path / name)
    yield stores
    for store in stores.values():
        store.close()


@pytest.fixture
def head(desks: dict[str, Store]) -> Store:
    """Head office."""
    return desks["head"]


@pytest.fixture
def north(desks: dict[str, Store]) -> Store:
    """The first desk of the branch in the north."""
    return desks["north"]


@pytest.fixture
def south(desks: dict[str, Store]) -> Store:
    """The desk of the branch in the south."""
    return desks["south"]


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """A folder that all can reach."""
    place = tmp_path / "share"
    place.mkdir()
    return place


@pytest.fixture(scope="session")
def organisation_of_six(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Head office, two desks in the north, and three other branches."""
    place = tmp_path_factory.mktemp("six")
    head = branches.head_office(place / "head")
    for folder in ("north", "north2", "south", "east", "west"):
        branches.branch(head, place / folder, folder.rstrip("2").title()).close()
    head.close()
    return place


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A server of PostgreSQL."""
    with postgres.server() as running:
        yield running


@pytest.fixture
def hub_address(server: postgres.Server) -> str:
    """The address of the hub's owner, on an empty database."""
    import psycopg

    with psycopg.connect(server.address, autocommit=True) as db:
        db.execute("DROP SCHEMA IF EXISTS frontdesk CASCADE")
        roles = db.execute("SELECT rolname FROM pg_roles WHERE rolname LIKE 'frontdesk%'")
        for (role,) in roles.fetchall():
            db.execute(f"DROP ROLE {role}")
    return server.address


@pytest.fixture
def addresses(hub_address: str, head: Store) -> dict[str, str]:
    """A hub that is set up: the address of each site, by its id."""
    known = {sites.here(head.read()).site_id: hub_address}
    with closing(hub.connect(hub_address)) as db:
        hub.set_up(db, sites.here(head.read()).site_id)
        for site_id, code, _ in sites.branches(head.read()):
            role, password = hub.admit(db, site_id, code)  # type: ignore[misc]
            known[site_id] = hub_address.replace(postgres.OWNER, role).replace(
                postgres.PASSWORD, password
            )
    return known
