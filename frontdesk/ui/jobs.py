"""Work beside the window: operations and queries run on long-lived threads.

A worker receives a function and values, never a widget or a slot. Three lanes: `write` keeps the
order of what was done, `read` is interruptible and forgets what a newer question replaced, `slow`
is for imports and reports. Threads of our own and not QThreadPool, whose threads expire and take
their database connection along.
"""

from __future__ import annotations

import itertools
import logging
import sqlite3
import threading
import traceback
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from queue import SimpleQueue
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.store.failures import explain
from frontdesk.store.store import Actor, Store

STEPS_BETWEEN_LOOKS = 10_000  # of the database's machine: well under a millisecond

log = logging.getLogger(__name__)

Slot = Callable[[Any], object]


@dataclass(eq=False, slots=True)
class Ticket:
    """One piece of work: what to call, who asked, under which key, whether it is still wanted."""

    number: int
    call: Callable[..., Any]
    args: tuple[Any, ...]
    named: dict[str, Any]
    actor: Actor | None
    writes: bool = False
    key: Hashable = None
    stale: bool = False
    tables: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class _Asker:
    owner: QObject
    done: Slot | None
    failed: Slot | None


class Jobs(QObject):
    """The three lanes. `changed` names the tables of each commit, `problem` carries a `UserError`
    that no slot took, `bug` the text of anything else.
    """

    changed = Signal(object)
    problem = Signal(object)
    bug = Signal(str)
    _finished = Signal(object, object, object)

    def __init__(
        self, store: Store, now: Callable[[], datetime] = clock.now, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.now = now
        self._store = store
        self._askers: dict[int, _Asker] = {}
        self._numbers = itertools.count(1)
        self._lanes: dict[str, Lane] = {}
        self._finished.connect(self._deliver)  # queued, since it is emitted on another thread

    @property
    def actor(self) -> Actor | None:
        """Who asks for work from here on; work that waits stays under the hand that asked."""
        return self._store.actor

    @actor.setter
    def actor(self, actor: Actor | None) -> None:
        self._store.actor = actor

    def write(
        self,
        owner: QObject,
        operation: Callable[..., Any],
        *args: Any,
        done: Slot | None = None,
        failed: Slot | None = None,
        **named: Any,
    ) -> None:
        """Call `operation(tx, *args, now=..., **named)` in one transaction, in the order asked."""
        number = self._asked_by(owner, done, failed)
        named = {"now": self.now(), **named}
        self._put("write", Ticket(number, operation, args, named, self._store.actor, writes=True))

    def read(
        self,
        owner: QObject,
        query: Callable[..., Any],
        *args: Any,
        done: Slot | None = None,
        failed: Slot | None = None,
        **named: Any,
    ) -> None:
        """Call `query(db, *args, **named)`; an older call of the same query by the same owner is
        interrupted and its result forgotten.
        """
        number = self._asked_by(owner, done, failed)
        key = (id(owner), query)
        self._put("read", Ticket(number, query, args, named, self._store.actor, key=key))

    def slow(
        self,
        owner: QObject,
        work: Callable[..., Any],
        *args: Any,
        done: Slot | None = None,
        failed: Slot | None = None,
        **named: Any,
    ) -> None:
        """Call `work(store, *args, **named)`, which opens its own transactions; it may last."""
        number = self._asked_by(owner, done, failed)
        self._put("slow", Ticket(number, work, args, named, self._store.actor))

    def stop(self) -> None:
        """Finish what is being written, forget the rest and end the threads."""
        for lane in self._lanes.values():
            lane.stop()
        self._lanes.clear()
        self._askers.clear()

    def _asked_by(self, owner: QObject, done: Slot | None, failed: Slot | None) -> int:
        number = next(self._numbers)
        self._askers[number] = _Asker(owner, done, failed)
        return number

    def _put(self, lane: str, ticket: Ticket) -> None:
        if lane not in self._lanes:
            self._lanes[lane] = Lane(lane, self._store, self._finished.emit)
        self._lanes[lane].put(ticket)

    def _deliver(self, ticket: Ticket, result: Any, error: BaseException | None) -> None:
        asker = self._askers.pop(ticket.number, None)
        if ticket.tables:
            self.changed.emit(ticket.tables)
        if asker is None or ticket.stale or not shiboken6.isValid(asker.owner):
            return
        if error is None:
            if asker.done:
                asker.done(result)
        elif isinstance(error, UserError):
            (asker.failed or self.problem.emit)(error)
        else:
            self.bug.emit("".join(traceback.format_exception(error)))


class Lane:
    """One thread, one connection, one thing at a time."""

    def __init__(
        self, name: str, store: Store, finished: Callable[[Ticket, Any, BaseException | None], Any]
    ) -> None:
        self._name = name
        self._store = store
        self._finished = finished
        self._waiting: SimpleQueue[Ticket | None] = SimpleQueue()
        self._newest: dict[Hashable, Ticket] = {}
        self._guard = threading.Lock()
        self._thread = threading.Thread(target=self._work, name=f"lane-{name}", daemon=True)
        self._thread.start()

    def put(self, ticket: Ticket) -> None:
        """Take a piece of work; the older one with the same key is stale from here on."""
        with self._guard:
            if ticket.key is not None:
                older = self._newest.get(ticket.key)
                self._newest[ticket.key] = ticket
                if older is not None:
                    older.stale = True
        self._waiting.put(ticket)

    def stop(self) -> None:
        """End the thread; what waits to be written is written first, what is read is left."""
        with self._guard:
            for ticket in self._newest.values():
                ticket.stale = True
        self._waiting.put(None)
        self._thread.join(timeout=10)

    def _work(self) -> None:
        while (ticket := self._waiting.get()) is not None:
            result, error = self._do(ticket)
            with self._guard:
                if self._newest.get(ticket.key) is ticket:
                    del self._newest[ticket.key]
            try:
                self._finished(ticket, result, error)
            except RuntimeError:  # the window went away in the meantime
                return
            del result
            if self._name == "slow" and self._waiting.empty():
                self._store.rest()

    def _do(self, ticket: Ticket) -> tuple[Any, BaseException | None]:
        if ticket.stale:
            return None, None
        try:
            return run(self._store, ticket), None
        except Exception as error:
            told = self._told(error)
            if not isinstance(told, UserError) and not ticket.stale:
                log.exception("%s failed", ticket.call.__qualname__)
            return None, told

    def _told(self, error: Exception) -> Exception:
        """Return what is told of a failure: a failing disk or a damaged file is no bug."""
        plain = explain(error, self._store.folder) if isinstance(error, sqlite3.Error) else None
        return plain or error


def run(store: Store, ticket: Ticket) -> Any:
    """Do a ticket's work on this thread, as who asked for it; a read ends once it is stale."""
    if ticket.writes:
        with store.acting_as(ticket.actor), store.write() as tx:
            result = ticket.call(tx, *ticket.args, **ticket.named)
        ticket.tables = frozenset(tx.touched)
        return result
    if ticket.key is None:
        with store.acting_as(ticket.actor):
            return ticket.call(store, *ticket.args, **ticket.named)
    db = store.read()
    # `interrupt` would miss the moment between two statements of a query; this does not.
    db.set_progress_handler(lambda: ticket.stale, STEPS_BETWEEN_LOOKS)
    return ticket.call(db, *ticket.args, **ticket.named)
