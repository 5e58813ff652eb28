"""What a visitor needs, loaded: the article with its steps, and the offices with their timetables.

Only the rows of one need are read, whatever the size of the house.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from frontdesk.base.clock import day
from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core import offices, people
from frontdesk.core.desk import timetable
from frontdesk.core.knowledge import articles, steps
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.core.opening import Timetable
from frontdesk.core.search import Context, Hit, search
from frontdesk.core.sites import Here, here

MAX_ALTERNATIVES = 24  # offices that give one service and are looked at; those of the house first
MAX_HITS = 5
TOLD_NOT_SENT = ("news", "policy", "protocol")  # kinds that lead nowhere unless they name an office


@dataclass(frozen=True, slots=True)
class Place:
    """An office and all that decides when it is open; `is_here` where it is of this branch."""

    office: Office
    timetable: Timetable
    is_here: bool = True


@dataclass(frozen=True, slots=True)
class Stop:
    """What happens at one stop. Any of `places` will do; without one, `fault` says why.

    Faults: retired, unknown_office, loop (the same thing at the same office twice). `papers` are
    asked for here, besides those of the whole need; `cost` is paid here.
    """

    text: str
    minutes: int | None
    places: tuple[Place, ...]
    fault: str = ""
    office: Office | None = None  # the one that is meant, where `places` cannot have it
    papers: tuple[str, ...] = ()
    cost: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """All that a decision about one need rests on. `article` is None on the way to an office."""

    article: Article | None
    stops: tuple[Stop, ...]
    zone: str

    @property
    def requirements(self) -> tuple[str, ...]:
        """The papers to bring: those of the article and of the stops that are left, each once."""
        own = self.article.requirements if self.article else ()
        return tuple(dict.fromkeys((*own, *(p for stop in self.stops for p in stop.papers))))

    def at_office(self, office_id: str) -> Need:
        """Return what is left of the need for who goes to an office of it.

        Raises UserError where the need does not lead there.
        """
        for n, stop in enumerate(self.stops):
            places = tuple(p for p in stop.places if p.office.id == office_id)
            if places or (stop.office and stop.office.id == office_id):
                return replace(self, stops=(replace(stop, places=places), *self.stops[n + 1 :]))
        raise UserError("route.elsewhere", field="office")


def need(db: sqlite3.Connection, article_id: str, *, at: datetime) -> Need:
    """Return the need that an article answers, for a decision at the instant `at`.

    Raises UserError when there is no such article.
    """
    article = articles.get(db, article_id)
    if article is None:
        raise UserError("article.unknown", given=line(article_id)[:60])
    desk = here(db)
    place = _places(db, desk, at)
    if article.steps:
        return Need(article, _stops(db, article, place), desk.zone)
    serving = offices.serving(db, article_id)
    serving.sort(key=lambda office: (not office.is_of(desk.site), office.external))
    places = tuple(place(office) for office in serving[:MAX_ALTERNATIVES])
    return Need(article, (Stop("", None, places),) if places else (), desk.zone)


def office_need(db: sqlite3.Connection, office_id: str, *, at: datetime) -> Need:
    """Return the need of who wants to go to an office. Raises UserError for an unknown one."""
    office = offices.get(db, office_id)
    if office is None:
        raise UserError("office.unknown", field="office", given=line(office_id)[:60])
    desk = here(db)
    fault = "retired" if office.retired else ""
    return Need(None, (_stop(Step("", ""), [office], fault, _places(db, desk, at)),), desk.zone)


def find(db: sqlite3.Connection, text: str, *, at: datetime) -> Need:
    """Return the need that a text names: the id of an article or office, or what search finds best.

    News and rules are passed over where they lead nowhere. Raises UserError where nothing is found.
    """
    given = text.strip()
    if articles.get(db, given):
        return need(db, given, at=at)
    if offices.get(db, given):
        return office_need(db, given, at=at)
    desk = here(db)
    context = Context(desk.lang, day(at, desk.zone).isoformat(), desk.desk)
    passed_over: Need | None = None
    for hit in search(db, text, context, MAX_HITS).hits:
        found = _of_hit(db, hit, at)
        if found and (found.stops or hit.kind not in TOLD_NOT_SENT):
            return found
        passed_over = passed_over or found
    if passed_over is None:
        raise UserError("route.unknown_need", field="need", given=line(text)[:60])
    return passed_over


def _stops(
    db: sqlite3.Connection, article: Article, place: Callable[[Office], Place]
) -> tuple[Stop, ...]:
    known = steps.known(db, article)
    return tuple(
        _stop(step, [known[office_id] for office_id in step.offices], fault, place)
        for step, fault in zip(article.steps, steps.faults(article, known), strict=True)
    )


def _stop(
    step: Step, found: Sequence[Office | None], fault: str, place: Callable[[Office], Place]
) -> Stop:
    there = [office for office in found if office and not office.retired][:MAX_ALTERNATIVES]
    return Stop(
        step.text, step.minutes, tuple(map(place, there)), fault,
        None if there else next(filter(None, found), None), step.papers, step.cost,
    )  # fmt: skip


def _places(db: sqlite3.Connection, desk: Here, at: datetime) -> Callable[[Office], Place]:
    today = day(at, desk.zone)
    return lambda office: Place(office, timetable(db, office, desk, today), office.is_of(desk.site))


def _of_hit(db: sqlite3.Connection, hit: Hit, at: datetime) -> Need | None:
    if hit.noun == "article":
        return need(db, hit.id, at=at)
    if hit.noun == "office":
        return office_need(db, hit.id, at=at)
    person = people.get(db, hit.id) if hit.noun == "person" else None
    return office_need(db, person.office_id, at=at) if person and person.office_id else None
