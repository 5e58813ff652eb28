"""What a complaint probably is, guessed from its text and its visitor while it is typed.

A suggestion only: whoever types corrects it with keys, and what is on record is what they leave.
"""

from __future__ import annotations

import math
import sqlite3
import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Literal, NamedTuple

from frontdesk.base.clock import day
from frontdesk.base.paths import resources
from frontdesk.core import offices, rules, search
from frontdesk.core.complaints.concepts import telling
from frontdesk.core.complaints.course import LEVELS
from frontdesk.core.complaints.phrases import Phrases, told_in
from frontdesk.core.contacts import Contact
from frontdesk.core.sites import here

Source = Literal["", "contact", "text"]
MAX_CHARS = 4_000
MAX_SEARCHED_WORDS = 8
MAX_HITS = 8
MIN_VOTE = 0.8
MIN_SHARE = 0.4  # of all votes that the office has; below, the text speaks of several
READ = ("read", "answered")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Codes and ids, '' where nothing suggests one. `source` says what the article and office come
    from: what the visitor was just served with, or the words of the text.
    """

    kind: str = ""
    severity: str = ""
    office_id: str = ""
    office_name: str = ""
    article_id: str = ""
    article_title: str = ""
    source: Source = ""


class _Signals(NamedTuple):
    kind: Phrases
    severity: Phrases


def suggest(
    db: sqlite3.Connection, text: str, contact: Contact | None = None, *, now: datetime
) -> Suggestion:
    """Return the kind, severity, office and article that a text and its visitor suggest."""
    said = told_in(text[:MAX_CHARS])
    if not said:
        return Suggestion()
    article_id, article_title, office_id = _served(contact)
    source: Source = "contact" if article_id or office_id else ""
    if not source:
        article_id, article_title, office_id = _sought(db, said, now)
        source = "text" if article_id or office_id else ""
    if article_id and not office_id:
        serving = offices.serving(db, article_id)
        office_id = serving[0].id if len(serving) == 1 else ""
    office = offices.get(db, office_id) if office_id else None
    return Suggestion(
        kind=_kind(db, said, now), severity=severity(said), office_id=office.id if office else "",
        office_name=office.name if office else "", article_id=article_id,
        article_title=article_title, source=source,
    )  # fmt: skip


def severity(said: list[str]) -> str:
    """Return the severity that words suggest, the highest that any of them does."""
    named, _ = _signals().severity.named(said)
    return next((level for level in reversed(LEVELS) if level in named), LEVELS[0])


def _kind(db: sqlite3.Connection, said: list[str], now: datetime) -> str:
    desk = here(db)
    pack = rules.in_use(db, desk.country, desk.region, name=desk.rules, on=day(now, desk.zone))
    known = {kind.code for kind in pack.kinds}
    named, _ = _signals().kind.named(said)
    likely = [(-times, order, name) for order, (name, times) in enumerate(named.items())]
    return next((name for *_, name in sorted(likely) if name in known), pack.default_kind)


def _served(contact: Contact | None) -> tuple[str, str, str]:
    """Return article, its title and office of what the visitor was served with last."""
    article = title = office = ""
    for entry in contact.entries if contact else ():
        if entry.what in READ and entry.ref:
            article, title = entry.ref, entry.label
    return article, title, office


def _sought(db: sqlite3.Connection, said: list[str], now: datetime) -> tuple[str, str, str]:
    """Return article, its title and office for which the words of a text vote.

    Each word is searched alone, because a complaint has many words and no title has them all; the
    fewer things a word finds, the more its vote counts.
    """
    desk = here(db)
    context = search.Context(lang=desk.lang, day=day(now, desk.zone).isoformat(), desk=desk.desk)
    articles: dict[str, float] = {}
    places: dict[str, float] = {}
    titles: dict[str, str] = {}
    for word in telling(said)[:MAX_SEARCHED_WORDS]:
        hits = search.search(db, f"{word} ", context, MAX_HITS).hits
        for hit in hits:
            vote = hit.score / math.sqrt(len(hits))
            if hit.noun == "office":
                places[hit.id] = places.get(hit.id, 0.0) + vote
            elif hit.noun == "article":
                titles[hit.id] = hit.title
                articles[hit.id] = articles.get(hit.id, 0.0) + vote
                for office, share in _shares(db, hit.id):
                    places[office] = places.get(office, 0.0) + vote * share
    article = max(articles, key=lambda one: (articles[one], one), default="")
    if articles.get(article, 0.0) < MIN_VOTE:
        article = ""
    place = max(places, key=lambda one: (places[one], one), default="")
    if places.get(place, 0.0) < max(MIN_VOTE, MIN_SHARE * sum(places.values())):
        place = ""
    return article, titles.get(article, ""), place


def _shares(db: sqlite3.Connection, article_id: str) -> list[tuple[str, float]]:
    serving = offices.serving(db, article_id)
    return [(office.id, 1 / len(serving)) for office in serving]


@lru_cache(maxsize=1)
def _signals() -> _Signals:
    file = resources() / "complaints" / "signals.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return _Signals(Phrases(table["kind"]), Phrases(table["severity"]))
