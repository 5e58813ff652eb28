"""Desks of one branch with a live queue, in this process or in others.

`python -m tests.helpers.live_desks FOLDER ADDRESS OFFICE` opens one in a process of its own, calls
the first one, says so, waits for a line on its standard input and calls until nobody waits.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from frontdesk.base.errors import UserError
from frontdesk.core import contacts, offices, queue, routing
from frontdesk.core.offices import Office
from frontdesk.core.queue import sharing
from frontdesk.store import store as opening
from frontdesk.store.store import Store
from frontdesk.sync.live import Live
from tests.helpers.desks import NOW

OFFICES = (
    Office("reg", "REG", "Registro", hours="Mo-Su 00:00-24:00"),
    Office("caj", "CAJ", "Caja", hours="Mo-Su 00:00-24:00"),
)
PATIENCE_S = 120.0
BUSY_MS = 120_000  # so long a thread waits for its turn to write, on a machine that is busy

T = TypeVar("T")


class Counter:
    """A desk with its live queue. All of a process wait for the news of any of them."""

    _news = threading.Condition()

    def __init__(self, store: Store, address: str) -> None:
        self.store = store
        self.live = Live(store, address, self._changed, now=lambda: NOW)

    def start(self) -> Counter:
        """Go on line, and wait until the hub has answered."""
        self.live.start()
        self.until(lambda: self.live.is_up and self.live.is_level)
        return self

    @property
    def is_told(self) -> bool:
        """Whether the hub has all that this desk shares."""
        (told,) = self.store.read().execute("SELECT min(pending) = 0 FROM shared_ticket").fetchone()
        return bool(told) and not sharing.pending(self.store.read())

    def send(self, *places: str, visitor: str = "", stays: bool = False) -> queue.Ticket:
        """Give a visitor a slip for offices; with `stays` the visitor is still at this desk."""
        with self.store.write() as tx:
            if visitor:
                contacts.name_visitor(tx, visitor, now=NOW)
            for place in places:
                slip = routing.issue_slip(tx, "", place, now=NOW)
                ticket = queue.enter(tx, slip.id, now=NOW)
            if not stays:
                contacts.close(tx, now=NOW)
        self.live.wake()
        return ticket

    def call(self, office_id: str) -> queue.Ticket:
        """Call the next one, as far as the hub grants it."""
        with self.store.write() as tx:
            ticket = queue.call_next(tx, office_id, grant=self.live.grant, now=NOW)
        self.live.wake()
        return ticket

    def do(self, deed: Callable[..., T], *words: str) -> T:
        """Do anything with a ticket."""
        with self.store.write() as tx:
            done = deed(tx, *words, now=NOW)
        self.live.wake()
        return done

    def sees(self, office_id: str) -> list[tuple[str, str]]:
        """The numbers at an office and the state of each."""
        db = self.store.read()
        rows = [*queue.at_office(db, office_id, now=NOW), *queue.waiting(db, office_id, now=NOW)]
        return [(row.number, row.state) for row in rows]

    def until(self, asked: Callable[[], T]) -> T:
        """Return the answer as soon as it is true; each change of the live queue asks again."""
        with self._news:
            answer = self._news.wait_for(asked, PATIENCE_S)
        assert answer, "waited in vain for the live queue"
        return answer

    def _changed(self, _tables: frozenset[str]) -> None:
        with self._news:
            self._news.notify_all()


def furnish(*stores: Store) -> None:
    """Give desks their offices, as a release does."""
    for store in stores:
        with store.write() as tx:
            offices.put_many(tx, OFFICES, now=NOW)


def main(folder: str, address: str, office_id: str) -> None:
    """Call until nobody waits; print the numbers called."""
    opening.BUSY_MS = BUSY_MS
    store = Store(Path(folder))
    counter = Counter(store, address).start()
    counter.until(lambda: counter.sees(office_id))
    called = [counter.call(office_id).number]
    _say("called")
    sys.stdin.readline()
    while True:
        try:
            called.append(counter.call(office_id).number)
        except UserError as error:
            if error.code != "queue.empty":
                raise
            break
    counter.live.stop()
    store.close()
    _say(json.dumps(called))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
