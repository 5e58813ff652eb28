"""A desk under the generic rules, which let an answer be put off and the clock be stopped."""

from __future__ import annotations

import pytest

from frontdesk.store.store import Store


@pytest.fixture
def desk(store: Store) -> Store:
    """The database of a desk of no country, thus under the rules after ISO 10002."""
    with store.write() as tx:
        tx.execute("UPDATE site SET country = '', region = '', zone = 'Europe/Madrid'")
    return store
