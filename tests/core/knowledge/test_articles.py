"""Articles: stored clean, found at once, every version kept."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import offices
from frontdesk.core.knowledge import articles, cards
from frontdesk.core.knowledge.articles import Article, Counts
from frontdesk.core.knowledge.steps import Step, from_list
from frontdesk.core.offices import Office
from frontdesk.core.search import Context, search
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

PASSPORT = Article(
    "Passport", id="a1", code="P-1", say="Bring two photos.", body="First **visit**.",
    cost="30.00", currency="EUR", requirements=("Two photos", "Old passport"),
    steps=(Step("o1", "Hand in the papers", 10), Step("", "Wait at home", None)),
)  # fmt: skip


def found(store: Store, text: str) -> list[str]:
    """The ids of what the box finds."""
    hits = search(store.read(), text, Context(lang="en", day="2026-11-23"), 5).hits
    return [hit.id for hit in hits]


def saved(store: Store, article: Article, minute: int = 0) -> Article:
    """Save an article some minutes after the morning began, in a house with a registry."""
    with store.write() as tx:
        if not offices.get(tx.db, "o1"):
            offices.put_many(tx, [Office("o1", "", "Registry")], now=NOW)
        return articles.save(tx, article, now=NOW + timedelta(minutes=minute))


def test_an_article_comes_back_as_it_was_saved(store: Store) -> None:
    """With its papers and steps in their order, by id and by code."""
    saved(store, PASSPORT)
    assert articles.get(store.read(), "a1") == PASSPORT
    assert articles.by_code(store.read(), "P-1") == PASSPORT
    assert articles.by_code(store.read(), "") is None
    assert articles.get(store.read(), "nobody") is None


def test_every_version_is_kept(store: Store) -> None:
    """Each with the instant until which it held; of two changes in one instant the later one holds
    from the next.
    """
    for minute, title in ((0, "Passport"), (1, "Passports"), (1, "Pass"), (2, "Travel papers")):
        saved(store, replace(PASSPORT, title=title), minute)
    rows = store.read().execute("SELECT until_at, content FROM article_version ORDER BY until_at")
    held = [(until[14:23], json.loads(content)["title"]) for until, content in rows]
    assert held == [("31:00.000", "Passport"), ("31:00.001", "Passports"), ("32:00.000", "Pass")]


def test_an_article_saved_unchanged_changes_nothing(store: Store) -> None:
    """No version, no event: only a difference is one."""
    saved(store, PASSPORT)
    before = store.read().execute("SELECT count(*) FROM event").fetchone()
    saved(store, PASSPORT, 5)
    assert store.read().execute("SELECT count(*) FROM event").fetchone() == before
    assert store.read().execute("SELECT count(*) FROM article_version").fetchone() == (0,)


def test_shorter_lists_leave_no_rest(store: Store) -> None:
    """The papers and steps of the version before do not shine through."""
    saved(store, PASSPORT)
    shorter = saved(store, replace(PASSPORT, requirements=("One photo",), steps=()), 1)
    assert articles.get(store.read(), "a1") == shorter


def test_only_what_is_published_is_found(store: Store) -> None:
    """Drafts wait, retired articles are gone from the box and stay in the house."""
    saved(store, replace(PASSPORT, state="draft"))
    assert found(store, "passport") == []
    saved(store, PASSPORT, 1)
    assert found(store, "passport") == ["a1"]
    with store.write() as tx:
        articles.retire(tx, "a1", now=NOW + timedelta(minutes=2))
    assert found(store, "passport") == []
    stored = articles.get(store.read(), "a1")
    assert stored
    assert stored.state == "retired"


def test_many_articles_are_one_event(store: Store) -> None:
    """With the counts of what was new, changed and the same."""
    many = [articles.checked(Article(f"Article {n}", id=f"n{n}")) for n in range(3)]
    with store.write() as tx:
        assert articles.put_many(tx, many, now=NOW) == Counts(3, 0, 0)
    many[1] = replace(many[1], body="New text")
    with store.write() as tx:
        assert articles.put_many(tx, many, now=NOW) == Counts(0, 1, 2)
        assert articles.put_many(tx, many, now=NOW) == Counts(0, 0, 3)
    kinds = store.read().execute("SELECT count(*) FROM event WHERE kind = 'articles.imported'")
    assert kinds.fetchone() == (2,)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": "\n "}, "article.untitled"),
        ({"title": "x" * 301}, "article.title_long"),
        ({"body": "x" * 1_000_001}, "article.body_long"),
        ({"kind": "rumour"}, "article.kind"),
        ({"state": "secret"}, "article.state"),
        ({"valid_from": "soon"}, "article.day"),
        ({"valid_to": "2026-02-30"}, "article.day"),
        ({"review_on": "20266-01-01"}, "article.day"),
    ],
)
def test_an_unusable_article_is_refused(store: Store, change: dict[str, str], code: str) -> None:
    """Each slip by its own sentence, and nothing is written."""
    with pytest.raises(UserError, match=code):
        saved(store, replace(PASSPORT, **change))  # type: ignore[arg-type]
    assert articles.get(store.read(), "a1") is None


def test_markup_is_text(store: Store) -> None:
    """HTML and script stay what was pasted; control characters and lone surrogates go."""
    pasted = "<script>alert(1)</script>\n<b>bold</b>"
    stored = saved(store, replace(PASSPORT, body=pasted + "\x00\x1b\ud800", title="A\x07B\nC"))
    assert articles.get(store.read(), "a1") == stored
    assert (stored.body, stored.title) == (pasted, "AB C")


def test_the_card_of_an_article_holds_all_for_a_glance(store: Store) -> None:
    """Where it is served, what its steps are called, whether it is valid and fresh today."""
    with store.write() as tx:
        offices.put_many(
            tx,
            [Office("o1", "", "Registry"), Office("o2", "", "Tax"), Office("o3", "", "Old")],
            now=NOW,
        )
        articles.save(tx, replace(PASSPORT, valid_to="2026-11-23", review_on="2026-11-22"), now=NOW)
        offices.serve(tx, [("a1", "o2"), ("a1", "o3")])
        offices.put_many(tx, [Office("o3", "", "Old", retired=True)], now=NOW)
    card = cards.card(store.read(), "a1", date(2026, 11, 23))
    assert card
    assert [office.name for office in card.offices] == ["Registry", "Tax"]
    assert card.step_offices == ("Registry", "")
    assert (card.is_stale, card.is_valid) == (True, True)
    late = cards.card(store.read(), "a1", date(2026, 11, 24))
    assert late
    assert not late.is_valid
    assert cards.card(store.read(), "nobody", date(2026, 11, 23)) is None


def test_a_step_that_tells_nothing_new_keeps_the_digest_of_before() -> None:
    """A database of before steps had papers stays whole, and nothing counts as changed."""
    step = Step("o1", "Hand in the papers", 10)
    assert step.content() == "('o1', 'Hand in the papers', 10)"
    for more in ({"papers": ("DNI",)}, {"cost": "1"}, {"others": ("o2",)}):
        assert step._replace(**more).content() != step.content()


def test_a_step_is_read_from_older_and_newer_programs() -> None:
    """An older one told three things, a newer one more than are known here."""
    assert from_list(["o1", "Sign", 5]) == Step("o1", "Sign", 5)
    whole = Step("o1", "Sign", None, ("DNI",), "2.00", ("o2",))
    assert from_list([*json.loads(json.dumps(whole)), "later"]) == whole
