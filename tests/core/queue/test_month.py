"""A month at three branches: the reports say what the simulation's own log says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from frontdesk.store.store import Store
from tests.core.queue.house import at
from tests.helpers import month, month_check, month_figures
from tests.helpers.month import Fact

CONTACTS = 1_200  # tests.long.month takes 20,000
AFTERWARDS = at("2026-12-15 09:00")
Month = tuple[dict[str, Store], list[Fact]]


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Month]:
    """A month that has passed."""
    stores, log = month.simulate(tmp_path_factory.mktemp("month"), CONTACTS, seed=1)
    yield stores, log
    for store in stores.values():
        store.close()


@pytest.mark.parametrize("branch", month.BRANCHES)
def test_the_reports_agree_with_an_independent_count(past: Month, branch: str) -> None:
    """Waits, walks, services, bounces, first-time-right, abandonment and calls of a branch."""
    stores, log = past
    month_check.agree(stores[branch], month_figures.compute(log, branch), AFTERWARDS)


def test_the_simulation_sees_what_it_is_for(past: Month) -> None:
    """Queues form, the clock is set back, and each thing that can go wrong at an office does."""
    stores, log = past
    deeds = {fact.deed for fact in log}
    assert {"held", "wrong", "transferred", "left", "no_show", "came_back", "sent_again"} <= deeds
    waits = month_figures.compute(log, month.BRANCHES[0]).waiting.values()
    assert max(wait for office in waits for wait in office) > 300
    for store in stores.values():
        (spoilt,) = store.read().execute("SELECT sum(doubtful) FROM contact_stage").fetchone()
        assert spoilt
