"""Links between articles: offered by a few letters, written as Markdown, followed inside."""

from __future__ import annotations

import pytest

from frontdesk.core.knowledge import articles, links
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.links import Target
from frontdesk.store.store import Store
from tests.helpers.desks import NOW


@pytest.fixture
def stocked(store: Store) -> Store:
    """Three articles: one with a code, one without, one with a code that needs quoting."""
    with store.write() as tx:
        for article in (
            Article("Burst pipe", id="a-1", code="AGU-04"),
            Article("Water bill [new]", id="a-2"),
            Article("Meter", id="a-3", code="AGU 5/b"),
        ):
            articles.save(tx, article, now=NOW)
    return store


@pytest.mark.parametrize(
    ("before", "letters"),
    [("See [[bur", "bur"), ("[[", ""), ("[[a] b", None), ("[bur", None), ("[[bur\n", None)],
)
def test_two_brackets_begin_a_link(before: str, letters: str | None) -> None:
    """Until the line ends or a bracket closes."""
    assert links.being_typed(before) == letters


def test_letters_offer_articles(stocked: Store) -> None:
    """As the box finds them; nothing before a letter is typed."""
    offered = links.offered(stocked.read(), "burs", day="2026-11-23", lang="en")
    assert offered[0] == Target("a-1", "AGU-04", "Burst pipe")
    assert links.offered(stocked.read(), "", day="2026-11-23", lang="en") == []


@pytest.mark.parametrize("article_id", ["a-1", "a-2", "a-3"])
def test_what_is_written_leads_there(stocked: Store, article_id: str) -> None:
    """By its code, or by its id where it has none; brackets of a title do not end the link."""
    article = articles.get(stocked.read(), article_id)
    assert article
    text = links.written(Target(article.id, article.code, article.title))
    address = text.rpartition("(")[2].removesuffix(")")
    target = links.followed(stocked.read(), address)
    assert target
    assert target.id == article_id
    assert links.broken(stocked.read(), text) == []


@pytest.mark.parametrize("address", ["https://example.org", "article:", "article:NO", "AGU-04"])
def test_other_addresses_lead_nowhere(stocked: Store, address: str) -> None:
    """Only our own scheme is followed, and only to an article that exists."""
    assert links.followed(stocked.read(), address) is None


def test_links_to_nothing_are_named_once(stocked: Store) -> None:
    """Whoever writes sees which links lead to no article."""
    body = "[a](article:NO-1) [b](article:NO-1) [c](article:AGU-04) [d](https://x.org)"
    assert links.broken(stocked.read(), body) == ["NO-1"]
