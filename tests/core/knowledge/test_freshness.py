"""Freshness: counted from what happened at the desks, by article and by who keeps it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from frontdesk.core import bounces, contacts, offices, voice
from frontdesk.core.knowledge import articles, cards, freshness, life
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.freshness import Owner
from frontdesk.core.offices import Office
from frontdesk.core.routing import issue_slip
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

TODAY = date(2026, 11, 23)
LONG_AGO = NOW - timedelta(days=400)
HOUSE = [
    Article("Late", id="late", owner="Ana", review_on="2026-11-22"),
    Article("Later", id="later", owner="Ana", review_on="2026-01-01", kind="service"),
    Article("In time", id="ok", owner="Eva", review_on="2026-11-23"),
    Article("Draft", id="draft", owner="Ana", review_on="2020-01-01", state="draft"),
    Article("Over", id="over", owner="Ana", review_on="2020-01-01", valid_to="2026-11-22"),
]


def seen(store: Store, view: str, owner: str | None = None) -> list[str]:
    """The ids of a view's lines."""
    return [line.id for line in freshness.board(store.read(), view, TODAY, owner).lines]


@pytest.fixture
def house(store: Store) -> Store:
    """A house with articles that were written long ago."""
    with store.write() as tx:
        offices.put_many(tx, [Office("o1", "REG", "Registry", hours="24/7")], now=NOW)
        articles.put_many(tx, [articles.checked(one) for one in HOUSE], now=LONG_AGO)
    return store


def test_what_is_on_the_desk_past_its_review_is_overdue(house: Store) -> None:
    """The longest overdue first; drafts and what holds no more are not on the desk."""
    assert seen(house, "overdue") == ["later", "late"]
    assert seen(house, "overdue", "Eva") == []
    with house.write() as tx:
        life.verify(tx, "later", now=NOW)
    assert seen(house, "overdue") == ["late"]


def test_an_article_without_a_review_date_is_due_some_time_after_it_was_written(
    house: Store,
) -> None:
    """After its own interval or the house's; the desk's answer says so too."""
    with house.write() as tx:
        written = NOW - timedelta(days=100)
        articles.save(tx, Article("Short", id="short", review_days="90"), now=written)
        articles.save(tx, Article("House's", id="long"), now=written)
    assert seen(house, "overdue") == ["later", "short", "late"]
    shown = {one: cards.card(house.read(), one, TODAY) for one in ("short", "long", "late", "ok")}
    stale = {one: card and card.is_stale for one, card in shown.items()}
    assert stale == {"short": True, "long": False, "late": True, "ok": False}


def test_what_nobody_read_or_was_sent_for_is_unused(house: Store) -> None:
    """In the last year; what is new has time to settle."""
    with house.write() as tx:
        articles.save(tx, Article("New", id="new"), now=NOW)
        contacts.note(tx, "read", ref="late", now=LONG_AGO)
        contacts.note(tx, "read", ref="ok", now=NOW)
        offices.serve(tx, [("later", "o1")])
        issue_slip(tx, "later", "o1", at_desk=False, now=NOW)
    assert seen(house, "unused") == ["late"]


def test_what_is_used_but_never_after_a_search_is_unfound(house: Store) -> None:
    """The most used first: people know it by heart, or come to it by another way."""
    with house.write() as tx:
        for label, ref in (("late", "late"), ("", "later"), ("", "ok"), ("", "later")):
            if label:
                contacts.note(tx, "looked_up", label=label, now=NOW)
            contacts.note(tx, "read", ref=ref, now=NOW)
    assert seen(house, "unfound") == ["later", "ok"]


def test_wrong_ways_and_answers_of_no_help_are_counted_together(house: Store) -> None:
    """On the article that caused them."""
    with house.write() as tx:
        offices.serve(tx, [("ok", "o1")])
        slip = issue_slip(tx, "ok", "o1", at_desk=False, now=NOW)
        bounces.mark(tx, "wrong_office", slip.id, why="papers", now=NOW)
        for article_id in ("late", "ok"):
            voice.not_helped(tx, article_id, at_desk=False, now=NOW)
    lines = freshness.board(house.read(), "bounced", TODAY).lines
    assert [(line.id, line.bounces, line.uses) for line in lines] == [("ok", 2, 1), ("late", 1, 0)]


def test_owners_have_their_counts_and_the_house_their_sum(house: Store) -> None:
    """Who has most of the view first."""
    found = freshness.board(house.read(), "overdue", TODAY)
    ana = Owner("Ana", 2, {"overdue": 2, "unused": 2})
    assert found.owners == (ana, Owner("Eva", 1, {"unused": 1}))
    assert found.whole == Owner("", 3, {"overdue": 2, "unused": 3})


def test_the_board_reads_no_text_of_an_article(house: Store) -> None:
    """All that it counts stands in one index, whose entries are short."""
    sql: list[str] = []
    house.read().set_trace_callback(sql.append)
    freshness.board(house.read(), "overdue", TODAY)
    house.read().set_trace_callback(None)
    asked = next(one for one in sql if "FROM article " in one)
    (plan,) = house.read().execute(f"EXPLAIN QUERY PLAN {asked}")
    assert "COVERING INDEX article_fresh" in plan[3]
