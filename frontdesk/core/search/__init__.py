"""The search engine behind one narrow interface; it forgives what hurried people type.

Nouns call `put` and `drop` in their own transactions, screens and the command line call `search`.
Nothing heavy is imported before the first query.
"""

from __future__ import annotations

from frontdesk.core.search.choices import chosen, forget_choices
from frontdesk.core.search.engine import Context, search
from frontdesk.core.search.hits import Found, Hit
from frontdesk.core.search.house import house_synonyms, keep_house_synonyms
from frontdesk.core.search.index import Doc, drop, put, rebuild

__all__ = [
    "Context",
    "Doc",
    "Found",
    "Hit",
    "chosen",
    "drop",
    "forget_choices",
    "house_synonyms",
    "keep_house_synonyms",
    "put",
    "rebuild",
    "search",
]
