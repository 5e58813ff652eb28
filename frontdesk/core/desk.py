"""What the desk shows at a glance: queries that bring several nouns together for its screen."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from frontdesk.base.clock import day, zone
from frontdesk.core import attachments, contacts, offices, opening, promises, search
from frontdesk.core.attachments import Attachment
from frontdesk.core.knowledge import cards
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.core.people import get as person
from frontdesk.core.sites import Here, here

NEWS_SPAN = timedelta(days=14)
ASKED_DAYS = 7
MAX_ROWS = 8
ARTICLE = "article"  # the noun of its files


@dataclass(frozen=True, slots=True)
class Place:
    """An office and whether it is open now."""

    office: Office
    state: opening.State


@dataclass(frozen=True, slots=True)
class Answer:
    """An article as the desk shows it: the card, for each of its offices the state, its files."""

    card: cards.Card
    places: tuple[Place, ...]
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the house and where to find them."""

    person: Person
    place: Place | None


@dataclass(frozen=True, slots=True)
class Asked:
    """An article of the first page and how often it was read this week (0: only before)."""

    article_id: str
    code: str
    kind: str
    title: str
    times: int


@dataclass(frozen=True, slots=True)
class News:
    """A piece of news that holds or is about to, with its spoken line."""

    article_id: str
    title: str
    say: str
    valid_from: str


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What the desk shows while nothing is asked: news nearest to today, most asked, last read.

    `promises_due` are those for today and the late ones.
    """

    news: tuple[News, ...]
    asked: tuple[Asked, ...]
    recent: tuple[Asked, ...]
    contacts_today: int
    promises_due: int
    has_articles: bool


def answer(db: sqlite3.Connection, article_id: str, *, now: datetime) -> Answer | None:
    """Return an article with its offices' states at `now`, those of this branch first.

    None when there is no such article.
    """
    desk = here(db)
    card = cards.card(db, article_id, day(now, desk.zone))
    if card is None:
        return None
    near = sorted(card.offices, key=lambda office: not office.is_of(desk.site))
    places = tuple(_place(db, office, desk, now) for office in near)
    return Answer(card, places, attachments.of(db, ARTICLE, card.article.id))


def place(db: sqlite3.Connection, office_id: str, *, now: datetime) -> Place | None:
    """Return one office and its state at `now`."""
    office = offices.get(db, office_id)
    return _place(db, office, here(db), now) if office else None


def somebody(db: sqlite3.Connection, person_id: str, *, now: datetime) -> Somebody | None:
    """Return a person and the office where they are."""
    found = person(db, person_id)
    return Somebody(found, place(db, found.office_id, now=now)) if found else None


def first_page(db: sqlite3.Connection, *, now: datetime) -> FirstPage:
    """Return what is worth knowing before anybody asks: at most `MAX_ROWS` of each kind."""
    desk = here(db)
    today = day(now, desk.zone)
    asked = contacts.most_read(db, now - timedelta(days=ASKED_DAYS), MAX_ROWS)
    seen = {article_id for article_id, *_ in asked}
    recent = [row for row in contacts.recently_read(db, MAX_ROWS) if row[0] not in seen]
    tonight = datetime.combine(today + timedelta(days=1), time(), zone(desk.zone))
    return FirstPage(
        news=_news(db, today),
        asked=tuple(_asked(db, article_id, times) for article_id, _, times in asked),
        recent=tuple(_asked(db, article_id, 0) for article_id, _ in recent),
        contacts_today=len(contacts.on_day(db, today, desk.zone)),
        promises_due=promises.due_before(db, tonight),
        has_articles=bool(db.execute("SELECT EXISTS(SELECT 1 FROM article)").fetchone()[0]),
    )


def warm_up(db: sqlite3.Connection, *, now: datetime) -> None:
    """Load what the first question needs (stems, hours, holidays), so that nobody waits for it."""
    desk = here(db)
    search.search(db, "a", search.Context(desk.lang, day(now, desk.zone).isoformat()), 1)
    for office in offices.every(db)[:1]:
        _place(db, office, desk, now)


def timetable(db: sqlite3.Connection, office: Office, desk: Here, today: date) -> opening.Timetable:
    """Return all that decides when an office is open from `today` on."""
    closures = tuple(offices.closures(db, today - timedelta(days=1), office.id))
    return opening.Timetable(
        office.hours, desk.zone, desk.country, desk.region, desk.lang, closures,
        office.last_admission_min,
    )  # fmt: skip


def _place(db: sqlite3.Connection, office: Office, desk: Here, now: datetime) -> Place:
    table = timetable(db, office, desk, day(now, desk.zone))
    return Place(office, opening.state(table, now))


def _news(db: sqlite3.Connection, today: date) -> tuple[News, ...]:
    rows = db.execute(
        "SELECT id, title, say, valid_from FROM article WHERE kind = 'news' "
        "AND state = 'published' AND valid_from BETWEEN ? AND ? "
        "AND (valid_to = '' OR valid_to >= ?) "
        "ORDER BY abs(julianday(valid_from) - julianday(?)), n DESC LIMIT ?",
        ((today - NEWS_SPAN).isoformat(), (today + NEWS_SPAN).isoformat(), today.isoformat(),
         today.isoformat(), MAX_ROWS),
    )  # fmt: skip
    return tuple(News(*row) for row in rows)


def _asked(db: sqlite3.Connection, article_id: str, times: int) -> Asked:
    code, kind, title = db.execute(
        "SELECT code, kind, title FROM article WHERE id = ?", (article_id,)
    ).fetchone()
    return Asked(article_id, code, kind, title, times)
