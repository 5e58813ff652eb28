"""The demo's reception: the telephone, who is expected today, and who waits at this moment."""

from __future__ import annotations

import random
from datetime import datetime, time, timedelta
from functools import partial

from frontdesk.core import contacts, expected, phone, routing
from frontdesk.core.demo import contents
from frontdesk.core.demo.agenda import Agenda
from frontdesk.core.demo.contents import Table
from frontdesk.core.demo.house import House
from frontdesk.core.demo.visits import ORIGIN, Visits
from frontdesk.core.offices import Office
from frontdesk.store.store import Tx

CALLS = (1, 4)  # a day
OUTCOMES, WEIGHTS = ("answered", "busy", "no_answer"), (76, 10, 14)
FULL = ("REG", "TES", "AGU", "CUL", "URB")  # offices at which somebody waits, where they are open
WAITERS = (4, 3, 2)
CAME_S = (200, 2000)  # before now


class Reception:
    """What is under way at the desk when somebody looks at the demo, and its telephone before."""

    def __init__(
        self, tx: Tx, house: House, agenda: Agenda, visits: Visits, chance: random.Random
    ) -> None:
        """Take what the day refers to; nothing is written before the agenda runs."""
        self._tx, self._house, self._agenda = tx, house, agenda
        self._visits, self._chance = visits, chance

    def plan(self) -> None:
        """Put the calls of all days on the agenda, and what happens today."""
        for day in self._agenda.days:
            for _ in range(self._chance.randint(*CALLS)):
                self._agenda.plan(self._agenda.instant(day), self._ring)
        for row in contents.read("cases/expected")["visitor"]:
            self._announce(row)
        if self._agenda.is_working_hour():
            self._crowd()

    def _ring(self, at: datetime) -> None:
        (outcome,) = self._chance.choices(OUTCOMES, WEIGHTS)
        phone.log(self._tx, outcome, origin=ORIGIN, now=at)

    def _announce(self, row: Table) -> None:
        """Have a visitor expected on the day that the demo is looked at, told the day before."""
        today = self._agenda.days[-1]
        at = self._agenda.at(today, time.fromisoformat(row["at"]))
        tell = partial(
            expected.announce, self._tx, self._visits.name(), at=at, company=row["company"],
            host_id=self._house.staff[row["host"]].id, note=row["note"], origin=ORIGIN,
        )  # fmt: skip

        def announce(now: datetime) -> None:
            announced = tell(now=now)
            comes_at = at + timedelta(minutes=row["late"])
            self._agenda.plan(comes_at, partial(self._check_in, announced.id))

        self._agenda.plan(self._agenda.at(self._agenda.days[-2], time(12)), announce)

    def _check_in(self, expected_id: str, at: datetime) -> None:
        contacts.begin(self._tx, origin=ORIGIN, now=at)
        expected.check_in(self._tx, expected_id, now=at)
        expected.host_told(self._tx, expected_id, now=at)
        contacts.close(self._tx, now=at)

    def _crowd(self) -> None:
        """Let some visitors wait at a few offices that are open; one of each is being served."""
        offices = (self._house.offices[code] for code in FULL)
        open_now = [office.id for office in offices if self._is_open(office)]
        for office_id, waiters in zip(open_now, WAITERS, strict=False):
            for seconds in self._chance.sample(range(*CAME_S), waiters + 1):
                asked = self._chance.choice(self._visits.questions_at(office_id))
                came = partial(self._visits.receive, *asked, is_called=False)
                self._agenda.plan(self._agenda.now - timedelta(seconds=seconds), came)
            called_at = self._agenda.now - timedelta(seconds=CAME_S[0] - 1)
            self._agenda.plan(called_at, partial(self._visits.halls.call, office_id))

    def _is_open(self, office: Office) -> bool:
        first = self._agenda.now - timedelta(seconds=CAME_S[1])
        return all(
            routing.decide(routing.office_need(self._tx.db, office.id, at=at), at=at).can_issue
            for at in (first, self._agenda.now)
        )
