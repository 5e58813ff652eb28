"""The demo's halls: who is sent to an office waits, is called and served, and now and then is wrong
there. Each visitor who waits has one call to come on the agenda, so nobody is called in vain.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from frontdesk.core import queue, stages
from frontdesk.core.demo.agenda import Agenda
from frontdesk.core.demo.house import House
from frontdesk.core.knowledge.articles import Article
from frontdesk.store.store import Tx

WAIT_S, WALK_S = (90, 1500), (15, 110)
USUAL_MINUTES = 8  # of a service whose article does not say
HASTE = (0.5, 1.7)  # times the usual minutes
NO_SHOW_SHARE = 0.04
WRONG_SHARE, WRONG_ON_LONG_WAY_SHARE = 0.05, 0.25  # the latter where several offices take part
WHYS = ("other_office", "other_office", "papers", "other_step", "closed")
NOTES = {"papers": "Traía otra versión del impreso.", "other_step": "Antes hay que pagar la tasa."}
STORY = "Documentos comprobados; falta el pago."
RUNG = "confirmed"  # the next office was rung and is there


class Halls:
    """The offices of the house as visitors live through them, on the agenda."""

    def __init__(self, tx: Tx, house: House, agenda: Agenda, chance: random.Random) -> None:
        """Take what the visits refer to."""
        self._tx, self._agenda, self._chance = tx, agenda, chance
        self._articles = {article.id: article for article in house.articles.values()}
        self._inside = [office.id for office in house.offices.values() if not office.external]

    def expect(self, contact_id: str, at: datetime) -> None:
        """Have the office call in a while, if the visitor waits for one."""
        ticket = queue.find(self._tx.db, contact_id)
        if ticket:
            self._later(at, self._chance.randint(*WAIT_S), partial(self.call, ticket.office_id))

    def call(self, office_id: str, at: datetime) -> None:
        """Call whose turn it is at an office."""
        ticket = queue.call_next(self._tx, office_id, now=at)
        comes = self._chance.random() >= NO_SHOW_SHARE
        deed = self._begin if comes else self._miss
        self._later(at, self._chance.randint(*WALK_S), partial(deed, ticket.contact_id))

    def _miss(self, contact_id: str, at: datetime) -> None:
        queue.no_show(self._tx, contact_id, now=at)

    def _begin(self, contact_id: str, at: datetime) -> None:
        queue.start(self._tx, contact_id, now=at)
        known = (step.minutes for step in self._asked(contact_id).steps if step.minutes)
        minutes = next(known, USUAL_MINUTES) * self._chance.uniform(*HASTE)
        self._later(at, round(60 * minutes), partial(self._end, contact_id))

    def _end(self, contact_id: str, at: datetime) -> None:
        """End a service: sent wrong, on to the next office of the way, or done."""
        article, here = self._asked(contact_id), queue.find(self._tx.db, contact_id)
        way = [step.office_id for step in article.steps if step.office_id in self._inside]
        office_id = here.office_id if here else ""
        further = way[way.index(office_id) + 1 :] if office_id in way else []
        share = WRONG_ON_LONG_WAY_SHARE if len(set(way)) > 1 else WRONG_SHARE
        if self._chance.random() < share:
            self._wrong(contact_id, office_id, at)
        elif further and further[0] != office_id:
            queue.transfer(self._tx, contact_id, further[0], STORY, reason=RUNG, now=at)
            self.expect(contact_id, at)
        else:
            queue.done(self._tx, contact_id, now=at)

    def _wrong(self, contact_id: str, office_id: str, at: datetime) -> None:
        why = self._chance.choice(WHYS)
        others = [other for other in self._inside if other != office_id]
        to = self._chance.choice(others) if why == "other_office" else ""
        queue.wrong_office(
            self._tx, contact_id, to, why, note=NOTES.get(why, ""), reason=RUNG, now=at
        )
        self.expect(contact_id, at)

    def _asked(self, contact_id: str) -> Article:
        return self._articles[stages.errands(self._tx.db, contact_id)[-1].article_id]

    def _later(self, at: datetime, after_s: int, deed: Callable[[datetime], None]) -> None:
        self._agenda.plan(at + timedelta(seconds=after_s), deed)
