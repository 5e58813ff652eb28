"""No text of any kind raises or changes the database, and the same text finds the same."""

from __future__ import annotations

import threading

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from frontdesk.core.search import Context, search
from frontdesk.store.store import Store
from tests.core.search.conftest import DAY

CONTEXT = Context("es", DAY)
kept = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
SIGNS = st.text(
    st.sampled_from("\"'()*^-+:;AND OR NOT NEAR{}[]\\/%_ áñ\u0301\x00🙂½ßİ漢ｘ"), max_size=30
)


@kept
@given(st.one_of(st.text(max_size=60), SIGNS))
@example('cita AND OR NEAR * ( "')
@example("secret:clave -cita {x} : ^y c++")
@example("\ud800 licencia \udfff")
@example("lic " * 2_500)
@example("x" * 10_000)
@example("' ; DROP TABLE article; --")
def test_any_text_is_only_read(stocked: Store, text: str) -> None:
    """It raises nothing, writes nothing, leaves no transaction open and finds the same twice."""
    db = stocked.read()
    before = db.total_changes
    found = search(db, text, CONTEXT, 5)
    assert search(db, text, CONTEXT, 5) == found
    assert len(found.hits) <= 5
    assert db.total_changes == before
    assert not db.in_transaction


@kept
@given(st.text(max_size=40), st.integers(-3, 60))
def test_the_limit_is_kept(stocked: Store, text: str, limit: int) -> None:
    """And more hits begin with fewer."""
    more = search(stocked.read(), text, CONTEXT, 50).hits
    some = search(stocked.read(), text, CONTEXT, limit).hits
    assert len(some) <= max(0, limit)
    assert {hit.id for hit in some} <= {hit.id for hit in more}


def test_threads_search_side_by_side(stocked: Store) -> None:
    """Each with its own connection, while another writes."""
    expected = search(stocked.read(), "licencia", CONTEXT)
    seen = []

    def look() -> None:
        seen.extend(search(stocked.read(), "licencia", CONTEXT) == expected for _ in range(20))

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [True] * 60


def test_an_interrupted_search_can_be_asked_again(stocked: Store) -> None:
    """Stopping a stale query leaves nothing half-remembered."""
    db = stocked.read()
    expected = search(db, "certificado nacimiento", CONTEXT)
    db.set_progress_handler(lambda: 1, 1)
    with pytest.raises(Exception, match="interrupted"):
        search(db, "quejas sugerencias reclamo", CONTEXT)
    db.set_progress_handler(None, 0)
    assert not db.in_transaction
    assert search(db, "certificado nacimiento", CONTEXT) == expected
    assert search(db, "quejas sugerencias reclamo", CONTEXT).hits[0].id == "complain"
