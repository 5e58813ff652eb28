"""The life of an article: from draft to retired, looked at again in time, never written over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core.knowledge import articles, drafting, life
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.search import Context, search
from frontdesk.store import settings
from frontdesk.store.store import Actor, Store
from tests.helpers.desks import NOW

DRAFT = Article("Passport", id="a1", code="P-1", say="Bring two photos.", state="draft")
LEAD, RECEPTIONIST = Actor("ana", "admin"), Actor("eva", "receptionist")


def at(minute: int) -> datetime:
    """An instant some minutes after the morning began."""
    return NOW + timedelta(minutes=minute)


def write(store: Store, article: Article, minute: int = 0) -> Article:
    """Save an article some minutes after the morning began."""
    with store.write() as tx:
        return articles.save(tx, article, now=at(minute))


def move(store: Store, state: str, minute: int) -> Article:
    """Pass the article to another state."""
    with store.write() as tx:
        return life.move(tx, "a1", state, now=at(minute))


def is_found(store: Store) -> bool:
    """Whether the box finds the article."""
    return bool(search(store.read(), "passport", Context("en", "2026-11-23"), 5).hits)


def test_an_article_is_found_from_its_publication_to_its_retirement(store: Store) -> None:
    """In each state before and after it is off the desk; who moved it, and when, is known."""
    store.actor = RECEPTIONIST
    write(store, DRAFT)
    move(store, "review", 1)
    assert not is_found(store)
    store.actor = LEAD
    move(store, "published", 2)
    assert is_found(store)
    move(store, "retired", 3)
    assert not is_found(store)
    course = life.course(store.read(), "a1")
    assert [(turn.state, turn.at[14:16], turn.by) for turn in course] == [
        ("draft", "30", "eva"), ("review", "31", "eva"), ("published", "32", "ana"),
        ("retired", "33", "ana"),
    ]  # fmt: skip


def test_a_receptionist_drafts_and_only_leads_publish(store: Store) -> None:
    """Nor does a receptionist change, verify or retire what is published."""
    store.actor = RECEPTIONIST
    write(store, DRAFT)
    with pytest.raises(UserError, match=r"role\.needed"):
        move(store, "published", 1)
    store.actor = LEAD
    move(store, "published", 2)
    store.actor = RECEPTIONIST
    for change in ({"state": "draft"}, {"state": "published", "say": "Nothing"}):
        with pytest.raises(UserError, match=r"role\.needed"):
            write(store, replace(DRAFT, **change), 3)
    with store.write() as tx, pytest.raises(UserError, match=r"role\.needed"):
        life.verify(tx, "a1", now=at(4))


def test_an_article_passes_only_to_a_state_next_to_its_own(store: Store) -> None:
    """And to no desk without an answer."""
    write(store, replace(DRAFT, say=""))
    with pytest.raises(UserError, match=r"article\.move"):
        move(store, "draft", 1)
    with pytest.raises(UserError, match=r"article\.unanswered"):
        move(store, "published", 1)
    write(store, DRAFT, 2)
    assert move(store, "published", 3).state == "published"
    with pytest.raises(UserError, match=r"article\.move"):
        move(store, "secret", 4)
    with store.write() as tx, pytest.raises(UserError, match=r"article\.unknown"):
        life.move(tx, "nobody", "published", now=at(4))


@pytest.mark.parametrize(
    ("own", "house", "due"),
    [("", "", "2027-05-22"), ("", "30", "2026-12-23"), ("365", "30", "2027-11-23")],
)
def test_a_verified_article_is_due_again_after_its_interval(
    store: Store, own: str, house: str, due: str
) -> None:
    """Its own, else the house's; what it says stays."""
    write(store, replace(DRAFT, review_days=own, review_on="2026-01-01"))
    with store.write() as tx:
        if house:
            settings.put(tx, life.REVIEW_DAYS, house)
        verified = life.verify(tx, "a1", now=at(1))
    assert verified == replace(DRAFT, review_days=own, review_on=due)


@pytest.mark.parametrize("days", ["0", "-3", "soon", "4000", "²"])
def test_an_interval_is_a_number_of_days(store: Store, days: str) -> None:
    """From one day to ten years."""
    with pytest.raises(UserError, match=r"article\.review_days"):
        write(store, replace(DRAFT, review_days=days))


def test_what_somebody_else_saved_meanwhile_is_not_written_over(store: Store) -> None:
    """The second of two windows is told; both edits come together where they do not clash."""
    base = articles.digest(write(store, DRAFT))
    with store.write() as tx:
        drafting.save(tx, replace(DRAFT, say="Bring one photo."), base_digest=base, now=at(1))
    mine = replace(DRAFT, term="3 days")
    with store.write() as tx, pytest.raises(UserError, match=r"article\.edited_elsewhere"):
        drafting.save(tx, mine, base_digest=base, now=at(2))
    both = drafting.join(store.read(), mine, base_digest=base)
    assert both == drafting.Joined(replace(mine, say="Bring one photo."), ())
    rested = articles.digests(store.read(), ["a1"])["a1"]
    with store.write() as tx:
        assert drafting.save(tx, both.article, base_digest=rested, now=at(3)) == both.article


def test_where_both_changed_one_field_the_author_is_told_which(store: Store) -> None:
    """The author's own words are in the article; theirs are the stored one's."""
    base = articles.digest(write(store, DRAFT))
    write(store, replace(DRAFT, say="Bring one.", term="1 day", cost="5"), 1)
    mine = replace(DRAFT, say="Bring none.", term="1 day")
    both = drafting.join(store.read(), mine, base_digest=base)
    assert both == drafting.Joined(replace(mine, cost="5"), ("say",))
    lost = drafting.join(store.read(), mine, base_digest=b"?")
    assert lost == drafting.Joined(mine, ("say", "cost"))
    assert drafting.join(store.read(), replace(mine, id="gone"), base_digest=base) is None


def test_the_same_text_saved_twice_is_no_clash(store: Store) -> None:
    """Two windows that agree need no comparison."""
    base = articles.digest(write(store, DRAFT))
    edit = replace(DRAFT, term="3 days")
    for minute in (1, 2):
        with store.write() as tx:
            drafting.save(tx, edit, base_digest=base, now=at(minute))
    assert articles.get(store.read(), "a1") == edit


def test_a_new_article_takes_nobodys_code(store: Store) -> None:
    """Unless the other one is retired."""
    write(store, DRAFT)
    new = replace(DRAFT, id="a2")
    with store.write() as tx, pytest.raises(UserError, match=r"article\.code_taken"):
        drafting.save(tx, new, base_digest=drafting.NEW, now=at(1))
    move(store, "retired", 2)
    with store.write() as tx:
        assert drafting.save(tx, new, base_digest=drafting.NEW, now=at(3)) == new
