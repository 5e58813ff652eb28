"""A month at three branches by chance, driven through the desk's own operations.

Each branch has its data folder and five offices. The simulation writes a log of its own of what it
did and when; `month_figures` computes the figures from that log alone.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core import contacts, offices, phone, queue, routing, sites, voice
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.store.store import Store, Tx

ZONE = "America/Lima"
BRANCHES = ("Norte", "Centro", "Sur")
FIRST_DAY = date(2026, 11, 2)  # a Monday; November's working days in Peru have no holiday
DAYS = 20
OPENS, CLOSES = time(8, 30), time(17, 30)
CLERKS = {"reg": 2, "caj": 2, "obr": 1, "soc": 1, "arc": 1}
SERVICE_MIN = {"reg": 7, "caj": 4, "obr": 14, "soc": 11, "arc": 6}
# Article, its steps, and how often it sends people wrong.
NEEDS = (
    ("partida", ("reg", "caj"), 0.04),
    ("licencia", ("obr",), 0.18),
    ("subsidio", ("soc",), 0.09),
    ("copia", ("arc",), 0.25),
    ("tasa", ("caj",), 0.02),
    ("registro", ("reg",), 0.05),
)
PRIORITIES = ("",) * 8 + ("older", "pregnant", "disabled")


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the log. `at` is what the clock on the wall shows at that moment."""

    branch: str
    at: datetime
    visitor: str
    deed: str
    office: str = ""
    article: str = ""
    slip: str = ""


@dataclass(slots=True)
class Visitor:
    """Somebody in the house as the simulation knows them; the first of `plans` is of now."""

    name: str
    plans: list[tuple[str, str, str]]  # office, article, slip
    is_patient: bool = True
    state: str = "waiting"


@dataclass(slots=True)
class Branch:
    """One branch at work: what is still to happen today, and who is in the house."""

    name: str
    store: Store
    chance: random.Random
    log: list[Fact]
    set_back_on: int
    now: datetime
    agenda: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)
    house: dict[str, Visitor] = field(default_factory=dict)
    tx: Tx | None = None
    free: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def wall(self) -> datetime:
        """The instant that the clock shows: on some mornings it is set back for a while."""
        local = self.now.astimezone(clock.zone(ZONE))
        is_wrong = local.day % 4 == self.set_back_on and time(8, 42) <= local.time() < time(10)
        return self.now - timedelta(minutes=25) if is_wrong else self.now

    def after(self, seconds: float, deed: Callable[[], None]) -> None:
        """Put a deed on the agenda."""
        self.count += 1
        at = self.now + timedelta(seconds=round(seconds))
        heapq.heappush(self.agenda, (at, self.count, deed))

    def note(self, visitor: str, deed: str, office: str = "", article: str = "", slip: str = ""):
        """Write a line of the log."""
        self.log.append(Fact(self.name, self.wall(), visitor, deed, office, article, slip))


def simulate(folder: Path, contact_count: int, seed: int) -> tuple[dict[str, Store], list[Fact]]:
    """Let a month pass at all branches; return their open stores and the log."""
    log: list[Fact] = []
    stores: dict[str, Store] = {}
    per_day = contact_count // (len(BRANCHES) * DAYS)
    for n, name in enumerate(BRANCHES):
        stores[name] = furnish(folder / name, name)
        branch = Branch(
            name, stores[name], random.Random(f"{seed}-{name}"), log,
            n, datetime.combine(FIRST_DAY, OPENS, clock.zone(ZONE)),
        )  # fmt: skip
        for day in working_days():
            spend(branch, day, per_day)
        with branch.store.write() as tx:
            queue.close_of_day(tx, now=branch.now + timedelta(days=1))
    return stores, log


def working_days() -> Iterator[date]:
    """The first days of the month that are no weekend."""
    days = (FIRST_DAY + timedelta(days=n) for n in range(DAYS * 2))
    weekdays = (day for day in days if day.weekday() < 5)
    for _ in range(DAYS):
        yield next(weekdays)


def furnish(folder: Path, name: str) -> Store:
    """Set a branch up."""
    store = Store(folder, create=True)
    now = datetime.combine(FIRST_DAY, OPENS, clock.zone(ZONE))
    houses = [Office(code, code.upper(), code, hours="Mo-Fr 08:00-18:00") for code in CLERKS]
    needs = [
        Article(
            code, id=code, code=code.upper(),
            steps=tuple(Step(office, f"{code} {office}", 5) for office in way),
        )
        for code, way, _ in NEEDS
    ]  # fmt: skip
    with store.write() as tx:
        sites.create(tx, f"Sede {name}", country="PE", zone_name=ZONE, now=now)
        offices.put_many(tx, houses, now=now)
        articles.put_many(tx, [articles.checked(need) for need in needs], now=now)
    return store


def spend(branch: Branch, day: date, per_day: int) -> None:
    """Let a day pass in one transaction; who is in the house when it closes is forgotten."""
    opens = datetime.combine(day, OPENS, clock.zone(ZONE))
    closes = datetime.combine(day, CLOSES, clock.zone(ZONE))
    branch.now, branch.agenda, branch.house = opens, [], {}
    branch.free = dict(CLERKS)
    rush_s = min(per_day * 75, 6 * 3600)
    for _ in range(per_day):
        branch.after(branch.chance.uniform(0, rush_s), partial(come, branch))
    with branch.store.write() as tx:
        branch.tx = tx
        while branch.agenda and branch.agenda[0][0] < closes:
            branch.now, _, deed = heapq.heappop(branch.agenda)
            deed()


def come(branch: Branch) -> None:
    """Somebody comes or rings: answered, told that nothing is known, or sent to offices."""
    luck = branch.chance.random()
    now = branch.wall()
    if luck < 0.1:
        outcome = branch.chance.choice(phone.OUTCOMES)
        phone.log(branch.tx, outcome, now=now)
        branch.note("", "rang", outcome)
    elif luck < 0.4:
        contacts.note(branch.tx, "read", ref="tasa", label="tasa", now=now)
        contacts.close(branch.tx, now=now)
        branch.note("", "answered")
    elif luck < 0.45:
        voice.not_found(branch.tx, "piscina", now=now)
        contacts.close(branch.tx, now=now)
        branch.note("", "not_found")
    else:
        refer(branch, f"V{branch.name}{branch.count}-{now:%d%H%M%S%f}", *some_needs(branch))
        branch.count += 1


def some_needs(branch: Branch) -> list[str]:
    """One need, sometimes two."""
    codes = [code for code, *_ in NEEDS]
    return branch.chance.sample(codes, 2 if branch.chance.random() < 0.15 else 1)


def refer(branch: Branch, name: str, *needs: str) -> None:
    """Send somebody with a slip for each need, and let them wait."""
    tx, now = branch.tx, branch.wall()
    contacts.begin(tx, now=now)
    contacts.name_visitor(tx, name, now=now)
    priority = branch.chance.choice(PRIORITIES)
    plans = []
    for code in needs:
        slip = routing.issue_slip(tx, code, now=now)
        ticket = queue.enter(tx, slip.id, priority=priority, now=now)
        plans.append((slip.office_id, code, slip.id))
    contacts.close(tx, now=now)
    visitor = branch.house[ticket.contact_id] = Visitor(name, plans)
    branch.note(ticket.contact_id, "came", *plans[0])
    if branch.chance.random() < 0.08:
        branch.after(branch.chance.uniform(300, 2400), partial(give_up, branch, ticket.contact_id))
    call(branch, visitor.plans[0][0])


def call(branch: Branch, office: str) -> None:
    """A free clerk of an office calls whose turn it is."""
    if not branch.free[office]:
        return
    try:
        ticket = queue.call_next(branch.tx, office, now=branch.wall())
    except UserError:
        return
    visitor = branch.house[ticket.contact_id]
    assert visitor.state == "waiting"
    assert visitor.plans[0][0] == office
    visitor.state = "called"
    branch.free[office] -= 1
    branch.note(ticket.contact_id, "called", office)
    deed = miss if branch.chance.random() < 0.03 else begin
    branch.after(branch.chance.uniform(10, 150), partial(deed, branch, ticket.contact_id))


def miss(branch: Branch, key: str) -> None:
    """Who was called does not come."""
    queue.no_show(branch.tx, key, now=branch.wall())
    leave(branch, key, "no_show")


def give_up(branch: Branch, key: str) -> None:
    """Who has waited too long goes home; who is being served stays."""
    visitor = branch.house.get(key)
    if visitor and visitor.state == "waiting":
        queue.left(branch.tx, key, now=branch.wall())
        branch.house.pop(key)
        branch.note(key, "left")


def begin(branch: Branch, key: str) -> None:
    """The visitor is there."""
    queue.start(branch.tx, key, now=branch.wall())
    visitor = branch.house[key]
    visitor.state = "serving"
    branch.note(key, "started")
    usual_s = SERVICE_MIN[visitor.plans[0][0]] * 60
    length_s = min(branch.chance.expovariate(1 / usual_s), 4 * usual_s) + 20
    if branch.chance.random() < 0.06:
        branch.after(length_s / 2, partial(pause, branch, key, length_s / 2))
    else:
        branch.after(length_s, partial(end, branch, key))


def pause(branch: Branch, key: str, rest_s: float) -> None:
    """The service stands still for a while; the clerk waits for the visitor."""
    queue.hold(branch.tx, key, now=branch.wall())
    branch.note(key, "held")
    branch.after(branch.chance.uniform(60, 600), partial(take_up, branch, key, rest_s))


def take_up(branch: Branch, key: str, rest_s: float) -> None:
    """The service goes on."""
    queue.resume(branch.tx, key, now=branch.wall())
    branch.note(key, "resumed")
    branch.after(rest_s, partial(end, branch, key))


def end(branch: Branch, key: str) -> None:
    """A service ends: done, on along the article, or it was the wrong office."""
    visitor = branch.house[key]
    office, article, slip = visitor.plans[0]
    way, wrong_share = next((way, share) for code, way, share in NEEDS if code == article)
    now = branch.wall()
    if branch.chance.random() < wrong_share:
        to = branch.chance.choice([code for code in (*CLERKS, "") if code != office])
        why = branch.chance.choice(("other_office", "papers", "other_step"))
        queue.wrong_office(branch.tx, key, to, why, reason="confirmed", now=now)
        branch.note(key, "wrong", to)
        go_on(branch, key, office, (to, article, slip) if to else None)
    elif office in way[:-1]:
        to = way[way.index(office) + 1]
        queue.transfer(branch.tx, key, to, "sigue", reason="confirmed", now=now)
        branch.note(key, "transferred", to)
        go_on(branch, key, office, (to, article, slip))
    else:
        queue.done(branch.tx, key, now=now)
        branch.note(key, "done")
        come_back(branch, visitor.name, article, slip)
        go_on(branch, key, office, None)


def come_back(branch: Branch, name: str, article: str, slip: str) -> None:
    """A few are back at the desk later, and are sent again or not."""
    luck = branch.chance.random()
    if luck < 0.02:
        branch.after(branch.chance.uniform(600, 3600), partial(complain, branch, slip, article))
    elif luck < 0.05:
        branch.after(
            branch.chance.uniform(600, 3600), partial(send_again, branch, name, article, slip)
        )


def complain(branch: Branch, slip: str, article: str) -> None:
    """Somebody is back with the slip."""
    queue.came_back(branch.tx, slip, why="other", now=branch.wall())
    branch.note("", "came_back", "", article, slip)


def send_again(branch: Branch, name: str, article: str, slip: str) -> None:
    """Somebody is sent a second time for the same need, while the doors are open."""
    if branch.now.astimezone(clock.zone(ZONE)).time() < time(17):
        branch.note("", "sent_again", "", article, slip)
        refer(branch, name, article)


def go_on(branch: Branch, key: str, office: str, plan: tuple[str, str, str] | None) -> None:
    """The visitor waits where the plan says, else for the next need, else leaves."""
    visitor = branch.house[key]
    visitor.plans[:1] = [plan] if plan else []
    branch.free[office] += 1
    if visitor.plans:
        visitor.state = "waiting"
        branch.note(key, "waits", *visitor.plans[0])
        call(branch, visitor.plans[0][0])
    else:
        branch.house.pop(key)
        branch.note(key, "gone")
    call(branch, office)


def leave(branch: Branch, key: str, deed: str) -> None:
    """The visitor is gone, and the clerk is free."""
    visitor = branch.house.pop(key)
    office = visitor.plans[0][0]
    branch.note(key, deed)
    branch.free[office] += 1
    call(branch, office)
