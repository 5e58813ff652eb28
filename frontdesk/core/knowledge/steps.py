"""The steps of an article: whether each can be walked. Said when an article is saved or imported,
and once more when somebody is sent, since an office may have been retired meanwhile.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from frontdesk.base.errors import UserError
from frontdesk.base.text import fold, line
from frontdesk.core import offices
from frontdesk.core.offices import Office

if TYPE_CHECKING:
    from frontdesk.core.knowledge.articles import Article


def check(db: sqlite3.Connection, article: Article) -> None:
    """Raise UserError where a step of the article cannot be walked: for who edits or imports it.

    A step that names no office at all passes: people wait at home, too. Nobody is sent there.
    """
    found = [offices.get(db, office_id) for office_id, *_ in article.steps]
    for number, fault in enumerate(faults(article, found), 1):
        if fault and article.steps[number - 1][0]:
            raise UserError(f"step.{fault}", field="steps", number=number, title=article.title)


def faults(article: Article, found: Sequence[Office | None]) -> Iterator[str]:
    """Yield for each step what makes it impossible to walk, or "".

    Faults: retired, unknown_office, loop (the same thing at the same office twice).
    """
    seen: set[tuple[str, str]] = set()
    for (office_id, text, _), office in zip(article.steps, found, strict=True):
        stop = (office_id, fold(line(text)))
        again = stop in seen
        seen.add(stop)
        if office is None:
            yield "unknown_office"
        elif office.retired:
            yield "retired"
        else:
            yield "loop" if again else ""
