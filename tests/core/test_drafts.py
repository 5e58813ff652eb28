"""Drafts: what was being typed is there again after a stop."""

from __future__ import annotations

import pytest

from frontdesk.core import drafts
from frontdesk.store.store import Store
from tests.helpers.desks import NOW


def test_a_draft_is_kept_as_typed_until_it_is_cleared(store: Store) -> None:
    """One a form, the last one counts, and the forms do not disturb each other."""
    with store.write() as tx:
        drafts.save(tx, "complaint", {"text": "He sa"}, now=NOW)
        drafts.save(tx, "complaint", {"text": "He said \t\nñ", "name": ""}, now=NOW)
        drafts.save(tx, "promise", {"what": "ring"}, now=NOW)
    assert drafts.load(store.read(), "complaint") == {"text": "He said \t\nñ", "name": ""}
    with store.write() as tx:
        drafts.clear(tx, "complaint")
    assert drafts.load(store.read(), "complaint") == {}
    assert drafts.load(store.read(), "promise") == {"what": "ring"}


def test_a_draft_outlives_a_filing_that_failed(store: Store) -> None:
    """It is forgotten in the transaction that files, so it comes back with the rollback."""
    with store.write() as tx:
        drafts.save(tx, "complaint", {"text": "a"}, now=NOW)

    def fail() -> None:
        with store.write() as tx:
            drafts.clear(tx, "complaint")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert drafts.load(store.read(), "complaint") == {"text": "a"}
