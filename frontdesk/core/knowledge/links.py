"""Links from article to article, as Markdown: `[Burst pipe](article:AGU-04)`.

The target is the other article's code, which people read and lists keep, or its id where it has
none. The desk follows it inside the program; nothing else in a text is ever followed.
"""

from __future__ import annotations

import re
import sqlite3
from typing import NamedTuple
from urllib.parse import quote, unquote

from frontdesk.base.text import line
from frontdesk.core.search import Context, search

SCHEME = "article:"
MAX_OFFERED = 9
_TARGET = re.compile(r"\]\(\s*article:([^)\s]+)")
_BEFORE = re.compile(r"\[\[([^\[\]\n]{0,80})\Z")


class Target(NamedTuple):
    """An article that a link can lead to."""

    id: str
    code: str
    title: str


def being_typed(text: str) -> str | None:
    """Return the letters after `[[` at the end of a text; None where no link is being typed."""
    match = _BEFORE.search(text)
    return match[1] if match else None


def offered(db: sqlite3.Connection, letters: str, *, day: str, lang: str) -> list[Target]:
    """Return the articles that letters may mean, the likeliest first; none before a letter."""
    hits = search(db, letters, Context(lang=lang, day=day), 3 * MAX_OFFERED).hits
    ids = [hit.id for hit in hits if hit.noun == "article"][:MAX_OFFERED]
    found = (_of(db, "id = ?", article_id) for article_id in ids)
    return [target for target in found if target]


def written(target: Target) -> str:
    """Return the Markdown of a link."""
    words = re.sub(r"([\[\]\\])", r"\\\1", line(target.title))
    return f"[{words}]({SCHEME}{quote(target.code or target.id, safe='-_.~')})"


def followed(db: sqlite3.Connection, address: str) -> Target | None:
    """Return the article that a link's address leads to; None where there is none."""
    if not address.startswith(SCHEME):
        return None
    name = unquote(address.removeprefix(SCHEME))
    return _of(db, "code = ? AND code <> ''", name) or _of(db, "id = ?", name)


def broken(db: sqlite3.Connection, body: str) -> list[str]:
    """Return the targets of a text's links that lead to no article, each once."""
    named = dict.fromkeys(_TARGET.findall(body))
    return [unquote(name) for name in named if followed(db, SCHEME + name) is None]


def _of(db: sqlite3.Connection, condition: str, value: str) -> Target | None:
    row = db.execute(
        f"SELECT id, code, title FROM article WHERE {condition} ORDER BY n LIMIT 1", (value,)
    ).fetchone()
    return Target(*row) if row else None
