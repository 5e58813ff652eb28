"""The demo's complaints: filed over three months, most of them answered, some late, a few open."""

from __future__ import annotations

import random
from datetime import date, datetime
from functools import partial

from frontdesk.core import complaints
from frontdesk.core.demo import contents
from frontdesk.core.demo.agenda import Agenda
from frontdesk.core.demo.contents import Table
from frontdesk.core.demo.house import House
from frontdesk.core.demo.visits import ORIGIN, Visits
from frontdesk.store.store import Tx

CASES = 90
NAMED_SHARE = 0.6
FATES = (86, 6, 4, 4)  # of a hundred: answered, late, annulled, still waiting
ANSWER_DAYS, LATE_DAYS = (3, 19), (24, 40)  # calendar days; the term is 15 working days
ANNULLED = "Repetida: es la misma que se presentó por teléfono el día anterior."


class Cases:
    """The complaints of one desk, written within one transaction."""

    def __init__(
        self, tx: Tx, house: House, agenda: Agenda, visits: Visits, chance: random.Random
    ) -> None:
        """Take what the cases refer to; nothing is written before the agenda runs."""
        self._tx, self._house, self._agenda = tx, house, agenda
        self._visits, self._chance = visits, chance

    def plan(self) -> None:
        """Put the complaints of all days on the agenda."""
        groups = contents.read("cases/complaints")["group"]
        texts = [(group, text) for group in groups for text in group["texts"]]
        for group, text in self._chance.sample(texts, CASES):
            article = self._house.articles[group["article"]]
            since = date.fromisoformat(article.valid_from) if article.valid_from else date.min
            days = [day for day in self._agenda.days if day >= since]
            if days:
                at = self._agenda.instant(self._chance.choice(days))
                self._agenda.plan(at, partial(self._file, group, text))

    def _file(self, group: Table, text: str, at: datetime) -> None:
        article = self._house.articles[group["article"]]
        named = self._chance.random() < NAMED_SHARE
        file = partial(
            complaints.file, self._tx, text, kind=group["kind"], office=group["office"],
            name=self._visits.name() if named else "",
            phone=f"555 02{self._chance.randrange(100):02d}" if named else "",
            article_id=article.id, at_desk=True, origin=ORIGIN, now=at,
        )  # fmt: skip
        case = self._visits.serve(at, "complaint", (), file)
        (fate,) = self._chance.choices(("answered", "late", "annulled", "waiting"), FATES)
        if fate == "annulled":
            self._agenda.plan(self._agenda.days_later(at, 1), partial(self._annul, case.id))
        elif fate != "waiting":
            days = self._chance.randint(*(LATE_DAYS if fate == "late" else ANSWER_DAYS))
            answered_at = self._agenda.days_later(at, days)
            self._agenda.plan(answered_at, partial(self._close, case.id, group["answer"]))

    def _close(self, case_id: str, answer: str, at: datetime) -> None:
        complaints.close(self._tx, case_id, answer, now=at)

    def _annul(self, case_id: str, at: datetime) -> None:
        complaints.annul(self._tx, case_id, ANNULLED, now=at)
