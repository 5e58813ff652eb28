"""What the freshness board asks of core, and which keys mean what: without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from frontdesk.core.knowledge import articles, life
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.freshness import VIEWS, Owner

DIGITS = {str(place): view for place, view in enumerate(VIEWS, 1)}


@dataclass(frozen=True, slots=True)
class Verified:
    """An article before it was verified and after."""

    before: Article
    after: Article


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """An owner as the list shows them: how many articles in the view, of how many."""

    owner: Owner
    view: str

    @property
    def id(self) -> str:
        """By what the list finds the owner again."""
        return self.owner.id


def verify(tx: Any, article_id: str, *, now: datetime) -> Verified:
    """Verify an article. Raises UserError where it is gone."""
    before = articles.get(tx.db, article_id)
    after = life.verify(tx, article_id, now=now)
    return Verified(before or after, after)


def put_back(tx: Any, article: Article, *, now: datetime) -> Article:
    """Take a verification back."""
    return articles.save(tx, article, now=now)
