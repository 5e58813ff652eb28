"""What the screen of gaps asks of core, and which keys mean what: without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from frontdesk.core import gaps, search
from frontdesk.core.gaps import Closing, Gap

DAYS = 90
LIMIT = 12
# Deed -> its key; what is done is taken back where a gap is closed already.
DIGITS = {"write": "1", "synonym": "2", "link": "3", "dismiss": "4", "reopen": "5"}
OPEN = ("write", "synonym", "link", "dismiss")
Named = tuple[str, str]


def deeds(gap: Gap | None) -> tuple[str, ...]:
    """Return what can be done about a gap."""
    if gap is None:
        return ()
    return OPEN if gap.state == "open" else ("reopen", *OPEN[1:])


def found_now(db: Any, texts: Sequence[str], lang: str, day: str) -> list[Named]:
    """Return the articles, as (id, title), that the box finds today for some words, best first."""
    found: dict[str, str] = {}
    for text in texts:
        hits = search.search(db, text, search.Context(lang, day), LIMIT).hits
        found.update({hit.id: hit.title for hit in hits if hit.noun == "article"} | found)
    return list(found.items())[:LIMIT]


def do(tx: Any, deed: str, gap: Gap, told: str = "", *, now: datetime) -> Closing | None:
    """Do something about a gap; `told` is the synonym, the id of an article or the reason."""
    texts, before = gap.texts, gap.times
    if deed == "reopen" and gap.closing:
        gaps.withdraw(tx, gap.closing.id, now=now)
        return None
    if deed == "write":
        return gaps.write(tx, texts, before, now=now)
    operations = {"synonym": gaps.add_synonym, "link": gaps.link, "dismiss": gaps.dismiss}
    return operations[deed](tx, texts, told, before, now=now)
