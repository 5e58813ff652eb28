"""A change to what is published waits beside it, until somebody saves it or takes it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core.knowledge import articles, drafting, review, versions, workbench
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.search import Context, search
from frontdesk.store import seals
from frontdesk.store.store import Actor, Store
from tests.helpers.desks import NOW

LIVE = articles.checked(Article("Passport", "a1", "P-1", say="Bring a photo.", cost="30"))
CHANGE = replace(LIVE, say="Bring two photos.", cost="35")
EVA, ANA, TOM = Actor("eva", "receptionist"), Actor("ana", "manager"), Actor("tom", "receptionist")


@pytest.fixture
def sent(store: Store) -> Store:
    """Eva of the desk sends a change to review."""
    with store.write() as tx:
        articles.save(tx, LIVE, now=NOW)
    store.actor = EVA
    with store.write() as tx:
        review.send(tx, CHANGE, base=articles.digest(LIVE), now=NOW)
    return store


def test_the_desk_shows_what_is_published_meanwhile(sent: Store) -> None:
    """No version, no other answer in the box; the change is there with who sent it, and sealed."""
    db = sent.read()
    assert articles.get(db, "a1") == LIVE
    assert len(versions.versions(db, "a1")) == 1
    assert not search(db, "two photos", Context("en", "2026-11-23"), 5).hits[1:]
    found = review.waiting(db, "a1")
    assert found
    assert (found.article, found.sent_by, found.fields) == (CHANGE, "eva", ("say", "cost"))
    assert list(seals.faults(db)) == []
    assert [(one.id, one.state) for one in workbench.at_work(db)] == [("a1", "review")]


def test_whoever_publishes_saves_it_as_it_waits(sent: Store) -> None:
    """The save that rests on it takes it out of review; a change sent since stays."""
    found = review.waiting(sent.read(), "a1")
    assert found
    later = NOW + timedelta(minutes=1)
    with sent.write() as tx:
        review.send(tx, replace(CHANGE, cost="40"), base=found.base, now=later)
        review.done(tx, "a1", found.sent_at)
        assert review.waiting(tx.db, "a1")
    sent.actor = ANA
    with sent.write() as tx:
        drafting.save(tx, CHANGE, base_digest=found.base, now=later)
        review.done(tx, "a1", "2026-11-23T09:31:00.000Z")
        assert review.waiting(tx.db, "a1") is None
    assert articles.get(sent.read(), "a1") == CHANGE


def test_only_who_sent_it_or_who_publishes_takes_it_back(sent: Store) -> None:
    """Another receptionist may not; the live article stays as it is."""
    sent.actor = TOM
    with pytest.raises(UserError) as refused, sent.write() as tx:
        review.drop(tx, "a1", now=NOW)
    assert refused.value.code == "role.needed"
    for actor in (EVA, ANA):
        sent.actor = actor
        with sent.write() as tx:
            review.drop(tx, "a1", now=NOW)
            assert review.waiting(tx.db, "a1") is None
            review.send(tx, CHANGE, base=articles.digest(LIVE), now=NOW)
    assert articles.get(sent.read(), "a1") == LIVE


def test_what_changes_nothing_or_nobody_knows_is_refused(sent: Store) -> None:
    """With a sentence, and the change in review stays."""
    for article, code in (
        (LIVE, "article.same"), (replace(CHANGE, id="no"), "article.unknown"),
        (replace(CHANGE, title=" "), "article.untitled"),
    ):  # fmt: skip
        with pytest.raises(UserError) as refused, sent.write() as tx:
            review.send(tx, article, base=b"", now=NOW)
        assert refused.value.code == code
    assert review.waiting(sent.read(), "a1")
