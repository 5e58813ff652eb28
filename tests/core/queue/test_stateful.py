"""A day at the offices by chance: no visitor is lost, doubled or overtaken against the rule."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from frontdesk.core import checking, contacts, queue, routing, stages
from frontdesk.core.queue.fairness import MAX_AHEAD
from frontdesk.store.store import Store
from tests.core.queue.house import MONDAY
from tests.helpers.desks import copied

OFFICES = ("reg", "caj", "arc")
PRIORITIES = ("", "", "older", "pregnant")
chances = st.integers(0, 10_000)


class Visitor:
    """What the model knows of one visitor."""

    def __init__(self, arrival: int, priority: str, offices: list[str], number: str) -> None:
        self.arrival, self.priority, self.number = arrival, priority, number
        self.offices = offices  # still to be done, the one of now first
        self.state = "waiting"
        self.overtaken = 0
        self.called_before = 0  # others without priority called where this one waited
        self.lengths: list[timedelta] = []


class Day(RuleBasedStateMachine):
    """Deeds at the desk and the offices, told to the queue and to a model of a few lines."""

    template: Path

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        self.store = Store(copied(self.template, Path(self.folder.name) / "data"))
        self.now: datetime = MONDAY
        self.visitors: dict[str, Visitor] = {}
        self.gone: dict[str, Visitor] = {}

    def teardown(self) -> None:
        if hasattr(self, "store"):
            with self.store.write() as tx:
                contacts.close(tx, now=self.now)
            self.nobody_is_lost()
            self.times_add_up()
            assert checking.faults(self.store) == []
            self.store.close()
            self.folder.cleanup()

    @rule(seconds=st.integers(0, 900))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(seconds=st.integers(1, 3_000))
    def the_clock_is_set_back(self, seconds: int) -> None:
        self.now -= timedelta(seconds=seconds)

    @rule(
        offices=st.lists(st.sampled_from(OFFICES), min_size=1, max_size=3),
        priorities=st.lists(st.sampled_from(PRIORITIES), min_size=1, max_size=6),
        closes=st.booleans(),
    )
    def some_come(self, offices: list[str], priorities: list[str], closes: bool) -> None:
        for priority in priorities:
            self.somebody_comes(offices, priority, closes)

    def somebody_comes(self, offices: list[str], priority: str, closes: bool) -> None:
        with self.store.write() as tx:
            contacts.close(tx, now=self.now)
            for office in offices:
                slip = routing.issue_slip(tx, "", office, reason="confirmed", now=self.now)
                ticket = queue.enter(tx, slip.id, priority=priority, now=self.now)
            if closes:
                contacts.close(tx, now=self.now)
        arrival = len(self.visitors) + len(self.gone)
        assert ticket.contact_id not in self.visitors
        assert ticket.number not in {v.number for v in self.visitors.values()}
        self.visitors[ticket.contact_id] = Visitor(arrival, priority, list(offices), ticket.number)

    @precondition(lambda self: self.in_state("waiting"))
    @rule(chance=chances, times=st.integers(1, 6))
    def an_office_calls(self, chance: int, times: int) -> None:
        waiting = self.in_state("waiting")
        office = self.visitors[waiting[chance % len(waiting)]].offices[0]
        for _ in range(min(times, sum(self.visitors[i].offices[0] == office for i in waiting))):
            self.calls_next(office)

    def calls_next(self, office: str) -> None:
        waiting = self.in_state("waiting")
        line = [v for i in waiting if (v := self.visitors[i]).offices[0] == office]
        shown = [row.contact_id for row in queue.waiting(self.store.read(), office, now=self.now)]
        with self.store.write() as tx:
            ticket = queue.call_next(tx, office, now=self.now)
        called = self.visitors[ticket.contact_id]
        assert called.state == "waiting"
        assert shown[0] == ticket.contact_id
        self.judge(called, line)
        called.state = "called"

    def judge(self, called: Visitor, line: list[Visitor]) -> None:
        """Hold a call against the rule, in other words than those of the program."""
        earlier = [v for v in line if v.arrival < called.arrival]
        assert not [v for v in earlier if bool(v.priority) == bool(called.priority)]
        if not called.priority:
            passed_over = [v for v in line if v.priority]
            assert not [v for v in passed_over if v.arrival < called.arrival]
            for visitor in line:
                visitor.called_before += 1
        for visitor in earlier:
            visitor.overtaken += 1
            assert visitor.overtaken <= MAX_AHEAD * (visitor.called_before + 1) or visitor.priority

    @precondition(lambda self: self.in_state("called"))
    @rule(chance=chances, how=st.sampled_from(["start", "start", "start", "no_show", "recall"]))
    def the_called_one_comes_or_not(self, chance: int, how: str) -> None:
        key = self.some("called", chance)
        with self.store.write() as tx:
            getattr(queue, how)(tx, key, now=self.now)
        if how == "start":
            self.visitors[key].state = "serving"
        elif how == "no_show":
            self.leaves(key)

    @precondition(lambda self: self.in_state("serving"))
    @rule(chance=chances)
    def a_service_is_done(self, chance: int) -> None:
        key = self.some("serving", chance)
        with self.store.write() as tx:
            queue.done(tx, key, now=self.now)
        self.goes_on(key)

    @precondition(lambda self: self.in_state("serving"))
    @rule(chance=chances, to=st.sampled_from(OFFICES), wrong=st.booleans())
    def a_visitor_is_sent_on(self, chance: int, to: str, wrong: bool) -> None:
        key = self.some("serving", chance)
        visitor = self.visitors[key]
        if to == visitor.offices[0]:
            return
        with self.store.write() as tx:
            if wrong:
                queue.wrong_office(tx, key, to, "other_office", reason="confirmed", now=self.now)
            else:
                queue.transfer(tx, key, to, "story", reason="confirmed", now=self.now)
        visitor.offices[0] = to
        self.waits_anew(visitor)

    @precondition(lambda self: self.in_state("serving", "held"))
    @rule(chance=chances)
    def a_service_stands_still_or_goes_on(self, chance: int) -> None:
        key = self.some("serving", chance, "held")
        visitor = self.visitors[key]
        with self.store.write() as tx:
            if visitor.state == "serving":
                queue.hold(tx, key, now=self.now)
                visitor.state = "held"
            else:
                queue.resume(tx, key, now=self.now)
                visitor.state = "serving"

    @precondition(lambda self: self.visitors)
    @rule(chance=chances)
    def somebody_leaves(self, chance: int) -> None:
        key = sorted(self.visitors)[chance % len(self.visitors)]
        with self.store.write() as tx:
            queue.left(tx, key, now=self.now)
        self.leaves(key)

    @precondition(lambda self: self.visitors)
    @rule(chance=chances, meanwhile=st.booleans())
    def somebody_is_marked_as_gone_by_mistake(self, chance: int, meanwhile: bool) -> None:
        """Undone, all is as it was, also where somebody came meanwhile."""
        key = sorted(self.visitors)[chance % len(self.visitors)]
        with self.store.write() as tx:
            contacts.close(tx, now=self.now)
            before = queue.find(tx.db, key)
            lived = stages.every(tx.db, key), stages.errands(tx.db, key)
            ends = {"called": queue.no_show, "serving": queue.done}
            ends.get(self.visitors[key].state, queue.left)(tx, key, now=self.now)
        if meanwhile:
            self.somebody_comes(["reg"], "", closes=True)
        with self.store.write() as tx:
            assert queue.put_back(tx, before, now=self.now) == before
            assert (stages.every(tx.db, key), stages.errands(tx.db, key)) == lived

    @invariant()
    def nobody_is_lost(self) -> None:
        """Each visitor of the model stands in the queue once, as the model says, and no other."""
        if not hasattr(self, "store"):
            return
        db = self.store.read()
        rows = db.execute(
            "SELECT contact_id, number, state, office_id FROM ticket "
            "WHERE state IN ('waiting', 'called', 'serving', 'held')"
        ).fetchall()
        assert sorted(rows) == sorted(
            (key, v.number, v.state, v.offices[0]) for key, v in self.visitors.items()
        )
        shown = [
            row.number for office in OFFICES for row in queue.waiting(db, office, now=self.now)
        ]
        assert sorted(shown) == sorted(
            v.number for v in self.visitors.values() if v.state == "waiting"
        )

    def times_add_up(self) -> None:
        """Each stage begins where the one before ended, and none is shorter than nothing."""
        for key in self.gone:
            lived = stages.every(self.store.read(), key)
            assert lived
            assert all(stage.from_at <= stage.to_at for stage in lived)
            assert [s.to_at for s in lived[:-1]] == [s.from_at for s in lived[1:]]
            assert contacts.get(self.store.read(), key).closed_at

    def goes_on(self, key: str) -> None:
        visitor = self.visitors[key]
        visitor.offices.pop(0)
        if visitor.offices:
            self.waits_anew(visitor)
        else:
            self.leaves(key)

    def waits_anew(self, visitor: Visitor) -> None:
        visitor.state = "waiting"
        visitor.overtaken = visitor.called_before = 0

    def leaves(self, key: str) -> None:
        self.gone[key] = self.visitors.pop(key)

    def in_state(self, *states: str) -> list[str]:
        return [key for key, v in self.visitors.items() if v.state in states]

    def some(self, state: str, chance: int, *more: str) -> str:
        keys = self.in_state(state, *more)
        return keys[chance % len(keys)]


def test_a_day_by_chance_keeps_the_rule(lima: Path) -> None:
    """Whatever happens in whatever order, also with a clock that is set back."""
    Day.template = lima
    run_state_machine_as_test(
        Day, settings=settings(max_examples=40, stateful_step_count=40, deadline=None)
    )
