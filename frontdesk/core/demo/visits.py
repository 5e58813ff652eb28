"""The demo's visitors: what they asked, what came of it, and what the desk could not tell them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from frontdesk.base import clock
from frontdesk.base.ids import uuid7
from frontdesk.core import bounces, contacts, promises, queue, routing, voice
from frontdesk.core.contacts import Entry
from frontdesk.core.demo import contents
from frontdesk.core.demo.agenda import Agenda, Deed
from frontdesk.core.demo.contents import Table
from frontdesk.core.demo.halls import Halls
from frontdesk.core.demo.house import House
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.promises import Promise
from frontdesk.core.sites import here
from frontdesk.store.store import Tx

ORIGIN = "demo"
VISITS = (23, 19, 18, 20, 16)  # Monday to Friday, give or take a quarter
PHONE_SHARE = 0.3
NAMED_SHARE = 0.25
SENT = ("product", "service", "procedure")  # kinds that lead to an office
LACKING_SHARE = 0.12  # of those who are sent on without their last paper
BACK_SHARE, BACK_AFTER = 0.5, timedelta(minutes=25)  # of those, who come back
LATER_SHARE = 0.9  # of those before a closed door who come at a better time
REASONS = (("confirmed", "expected", "urgent", "insists"), ("papers_later",))  # lacking a paper
KEPT_SHARE, BROKEN_SHARE = 0.86, 0.09  # of promises; the rest is withdrawn
OWED_DAYS = 3  # the last ones, on each of which a promise was made that is still open

Done = TypeVar("Done")


class Visits:
    """The visits and calls at one desk, written within one transaction."""

    def __init__(self, tx: Tx, house: House, agenda: Agenda, chance: random.Random) -> None:
        """Read what visitors ask."""
        self._tx, self._house, self._agenda, self._chance = tx, house, agenda, chance
        self._desk = here(tx.db).desk
        self.halls = Halls(tx, house, agenda, chance)
        cases = contents.read("cases/questions")
        self._questions = [
            (house.articles[code], words)
            for code, asked in cases["questions"].items()
            for words in asked
        ]
        self._unknown: list[str] = cases["gaps"]["not_found"] + 2 * cases["gaps"]["repeated"]
        self._promised: list[Table] = cases["promise"]
        self._told: list[Table] = cases["told"]

    def plan(self) -> None:
        """Put the visits of all days on the agenda."""
        deeds: dict[Deed, int] = {
            self._answer: 63, self._send: 20, self._promise: 8, self._miss: 6, self._disappoint: 3
        }  # fmt: skip
        kinds, weights = list(deeds), list(deeds.values())
        for day in self._agenda.days:
            visits = round(VISITS[day.weekday()] * self._chance.uniform(0.75, 1.25))
            for deed in self._chance.choices(kinds, weights, k=visits):
                self._agenda.plan(self._agenda.instant(day), deed)
        for day in self._agenda.days[-OWED_DAYS:]:
            self._agenda.plan(self._agenda.instant(day), self._owe)
        for row in self._told:
            day = self._chance.choice(self._agenda.days)
            self._agenda.plan(self._agenda.instant(day), partial(self._tell, row))

    def record(self, at: datetime, outcome: str, looked: Iterable[Entry]) -> None:
        """Write a visit that ended at `at`, and of which only entries are left."""
        contacts.record(
            self._tx, uuid7(), channel=self._channel(), visitor=self._visitor(), outcome=outcome,
            entries=tuple(looked), opened_at=clock.iso(self._begun(at)), desk=self._desk,
            origin=ORIGIN, now=at,
        )  # fmt: skip

    def serve(
        self, at: datetime, outcome: str, looked: Iterable[Entry], deed: Callable[[], Done]
    ) -> Done:
        """Do something at the desk during a visit that ends at `at`; return what it returns."""
        contact = contacts.begin(self._tx, channel=self._channel(), now=self._begun(at))
        done = deed()
        entries = (*looked, *contacts.get(self._tx.db, contact.id).entries)
        contacts.record(
            self._tx, contact.id, channel=contact.channel, visitor=self._visitor(),
            outcome=outcome, entries=entries, opened_at=contact.opened_at, desk=self._desk,
            origin=ORIGIN, now=at,
        )  # fmt: skip
        return done

    def receive(
        self, article: Article, words: str, at: datetime, *, is_called: bool = True
    ) -> None:
        """Serve a visitor who has all papers and then waits for the office."""
        begun = contacts.begin(self._tx, origin=ORIGIN, now=self._begun(at))
        if visitor := self._visitor():
            contacts.name_visitor(self._tx, visitor, now=at)
        for entry in self.looked_up(article, words, max(at, clock.parse(begun.opened_at))):
            contacts.note(
                self._tx, entry.what, ref=entry.ref, label=entry.label, now=clock.parse(entry.at)
            )
        slip = queue.send(self._tx, article.id, papers=article.papers, origin=ORIGIN, now=at)
        contacts.close(self._tx, now=at)
        if is_called:
            self.halls.expect(slip.contact_id, at)

    def questions_at(self, office_id: str) -> list[tuple[Article, str]]:
        """Return the questions whose way begins at an office and goes no further."""
        return [
            (article, words)
            for article, words in self._questions
            if article.kind in SENT
            and not article.valid_from
            and [step.office_id for step in article.steps] == [office_id]
        ]

    def name(self) -> str:
        """Return somebody's name."""
        given, family = self._house.names
        return f"{self._chance.choice(given)} {self._chance.choice(family)}"

    def looked_up(self, article: Article, words: str, at: datetime) -> tuple[Entry, ...]:
        """Return the entries of an article that was looked for with some words and read."""
        return (
            Entry("looked_up", "", words, clock.iso(at - timedelta(seconds=85))),
            Entry("read", article.id, article.title, clock.iso(at - timedelta(seconds=60))),
        )

    def _question(self, at: datetime) -> tuple[Article, str]:
        """Return a question, and the article that answers it and is in force on the day."""
        day = at.date().isoformat()
        while True:
            article, words = self._chance.choice(self._questions)
            if article.valid_from <= day and (not article.valid_to or day <= article.valid_to):
                return article, words

    def _answer(self, at: datetime) -> None:
        self.record(at, "answered", self.looked_up(*self._question(at), at))

    def _disappoint(self, at: datetime) -> None:
        self.record(at, "unhappy", self.looked_up(*self._question(at), at))

    def _send(self, at: datetime) -> None:
        """Send a visitor on as the gate allows: now, at the next good time, or with a reason."""
        article, words = self._question(at)
        lacks = self._chance.random() < LACKING_SHARE
        papers = article.papers[: -1 if lacks else None]
        plan = routing.decide(routing.need(self._tx.db, article.id, at=at), at=at, papers=papers)
        if article.kind not in SENT or not plan.can_override:
            return self.record(at, "answered", self.looked_up(article, words, at))
        if plan.can_issue and self._chance.random() >= PHONE_SHARE:
            return self.receive(article, words, at)
        waits = not lacks and self._chance.random() < LATER_SHARE
        later = plan.next_at if waits else None
        reason = "" if plan.can_issue or later else self._chance.choice(REASONS[lacks])
        send = partial(
            routing.issue_slip, self._tx, article.id, papers=papers, for_at=later, reason=reason,
            origin=ORIGIN, now=at,
        )  # fmt: skip
        slip = self.serve(at, "routed", self.looked_up(article, words, at), send)
        if lacks and self._chance.random() < BACK_SHARE:
            self._agenda.plan(at + BACK_AFTER, partial(self._come_back, slip.id))
        return None

    def _come_back(self, slip_id: str, at: datetime) -> None:
        bounces.came_back(self._tx, slip_id, why="papers", now=at)

    def _miss(self, at: datetime) -> None:
        words = self._chance.choice(self._unknown)
        looked = Entry("looked_up", "", words, clock.iso(at - timedelta(seconds=85)))
        missed = partial(voice.not_found, self._tx, words, origin=ORIGIN, now=at)
        self.serve(at, "not_found", (looked,), missed)

    def _tell(self, row: Table, at: datetime) -> None:
        article = self._house.articles[row["article"]]
        told = partial(
            voice.customer_told, self._tx, row["text"], article_id=article.id, origin=ORIGIN, now=at
        )
        self.serve(at, "answered", self.looked_up(article, article.title, at), told)

    def _promise(self, at: datetime) -> None:
        row = self._chance.choice(self._promised)
        due_at = self._agenda.in_hours(at + timedelta(hours=row["hours"]))
        promise = self._promised_at(at, row["what"], due_at)
        luck = self._chance.random()
        if luck < KEPT_SHARE:
            state, reason, after = "kept", "", (due_at - at) * self._chance.uniform(0.6, 0.98)
        elif luck < KEPT_SHARE + BROKEN_SHARE:
            state, reason, after = "broken", row["broken"], due_at - at + timedelta(hours=1)
        else:
            state, reason, after = "withdrawn", "", (due_at - at) * 0.5
        self._agenda.plan(at + after, partial(self._settle, promise.id, state, reason))

    def _owe(self, at: datetime) -> None:
        """Promise something that nobody has kept yet."""
        row = self._chance.choice(self._promised)
        self._promised_at(at, row["what"], self._agenda.days_later(at, 2))

    def _promised_at(self, at: datetime, what: str, due_at: datetime) -> Promise:
        make = partial(
            promises.make, self._tx, what, due_at=due_at, to_whom=self.name(),
            at_desk=True, origin=ORIGIN, now=at,
        )  # fmt: skip
        return self.serve(at, "promise", self.looked_up(*self._question(at), at), make)

    def _settle(self, promise_id: str, state: str, reason: str, at: datetime) -> None:
        promises.settle(self._tx, promise_id, state, reason=reason, now=at)

    def _channel(self) -> str:
        return "phone" if self._chance.random() < PHONE_SHARE else "counter"

    def _visitor(self) -> str:
        return self.name() if self._chance.random() < NAMED_SHARE else ""

    def _begun(self, at: datetime) -> datetime:
        return at - timedelta(seconds=self._chance.randrange(100, 540))
