"""What an article is made of in the editor: a row a field, on the page where it is looked for."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A field of the editor. `kind` is line, text, body, choice, name, day, amount, number, rows or
    steps; `share` is its part of a line that it shares with its neighbours, 0 for a line of its
    own; `begins` says that such a line begins with it.
    """

    name: str
    kind: str = "line"
    share: int = 0
    begins: bool = False


PAGES: dict[str, tuple[Entry, ...]] = {
    "answer": (
        Entry("title"),
        Entry("say", "text"),
        Entry("kind", "choice", 3),
        Entry("code", "line", 3),
        Entry("lang", "choice", 2),
        Entry("keywords"),
    ),
    "text": (Entry("body", "body"),),
    "way": (Entry("requirements", "rows"), Entry("steps", "steps")),
    "terms": (
        Entry("who"),
        Entry("cost", "amount", 2),
        Entry("currency", "name", 2),
        Entry("cost_note", "line", 3),
        Entry("term"),
        Entry("authority", "text"),
        Entry("legal_basis"),
    ),
    "upkeep": (
        Entry("owner", "name"),
        Entry("valid_from", "day", 1),
        Entry("valid_to", "day", 1),
        Entry("review_on", "day", 1, begins=True),
        Entry("review_days", "number", 1),
        Entry("source", "line", 3, begins=True),
        Entry("licence", "line", 3),
    ),
}
PAGE_OF = {entry.name: page for page, entries in PAGES.items() for entry in entries}
KIND_OF = {entry.name: entry.kind for entries in PAGES.values() for entry in entries}
