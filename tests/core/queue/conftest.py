"""The database of a house with a queue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from frontdesk.store.store import Store
from tests.core.queue import house


@pytest.fixture(scope="session")
def lima(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the house in it, to be copied."""
    folder = tmp_path_factory.mktemp("lima")
    store = Store(folder, create=True)
    house.furnish(store)
    store.close()
    return folder


@pytest.fixture
def store(lima: Path, tmp_path: Path) -> Iterator[Store]:
    """A house of one's own."""
    from tests.helpers.desks import copied

    opened = Store(copied(lima, tmp_path / "data"))
    yield opened
    opened.close()
