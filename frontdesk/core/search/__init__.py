"""The search engine behind one narrow interface; it forgives what hurried people type.

Nouns call `put` and `drop` in their own transactions, screens and the command line call `search`.
Nothing heavy is imported before the first query, the engine itself with it: an import of articles
asks nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from frontdesk.core.search.choices import chosen, forget_choices, keep_choices
from frontdesk.core.search.house import (
    checked_synonyms,
    drop_synonym,
    house_synonyms,
    keep_house_synonyms,
    numbered_synonyms,
    save_synonym,
)
from frontdesk.core.search.index import Doc, drop, put, rebuild

if TYPE_CHECKING:
    from frontdesk.core.search.engine import Context, search
    from frontdesk.core.search.hits import Found, Hit

__all__ = [
    "Context",
    "Doc",
    "Found",
    "Hit",
    "checked_synonyms",
    "chosen",
    "drop",
    "drop_synonym",
    "forget_choices",
    "house_synonyms",
    "keep_choices",
    "keep_house_synonyms",
    "numbered_synonyms",
    "put",
    "rebuild",
    "save_synonym",
    "search",
]


def __getattr__(name: str) -> object:
    if name not in {"Context", "Found", "Hit", "search"}:
        raise AttributeError(name)
    from frontdesk.core.search import engine

    return getattr(engine, name)
