"""What an author has in hand comes back to hand."""

from __future__ import annotations

from datetime import timedelta

from frontdesk.core import drafts
from frontdesk.core.knowledge import articles, workbench
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.workbench import AtWork
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

STATES = ("retired", "draft", "published", "review", "published")


def test_what_is_typed_comes_first_and_what_is_retired_last(store: Store) -> None:
    """Published articles are found by the box; here they stand only while something is typed."""
    with store.write() as tx:
        for n, state in enumerate(STATES):
            article = Article(f"Article {n}", f"a{n}", f"A-{n}", state=state)
            articles.save(tx, article, now=NOW + timedelta(minutes=n))
        drafts.save(tx, "article.a4", {"say": "half a sen"}, now=NOW)
    assert workbench.at_work(store.read()) == [
        AtWork("a4", "A-4", "Article 4", "published", is_typed=True),
        AtWork("a3", "A-3", "Article 3", "review", is_typed=False),
        AtWork("a1", "A-1", "Article 1", "draft", is_typed=False),
        AtWork("a0", "A-0", "Article 0", "retired", is_typed=False),
    ]


def test_the_currency_in_use_is_offered_first(store: Store) -> None:
    """A house in Bogotá does not choose from the alphabet."""
    with store.write() as tx:
        for n, currency in enumerate(("EUR", "COP", "COP", "")):
            articles.save(tx, Article(f"A {n}", currency=currency, cost="1"), now=NOW)
    assert workbench.currencies(store.read()) == ["COP", "EUR"]
