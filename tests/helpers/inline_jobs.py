"""Jobs on the spot: the interface of `ui.jobs.Jobs` without threads, for tests of screens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.store.store import Store
from frontdesk.ui.jobs import Jobs, Ticket, run


class InlineJobs(Jobs):
    """Every piece of work is done, and its slot called, before the call returns."""

    def _put(self, _lane: str, ticket: Ticket) -> None:
        try:
            self._deliver(ticket, run(self._store, ticket), None)
        except UserError as error:
            self._deliver(ticket, None, error)


class HeldJobs(InlineJobs):
    """Jobs that take their time: while `holds`, work waits for `release`."""

    holds = False

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        super().__init__(store, now)
        self._held: list[tuple[str, Ticket]] = []

    def release(self) -> None:
        """Do what waits, and what comes of it, in order; hold no longer."""
        self.holds = False
        while self._held:
            super()._put(*self._held.pop(0))

    def _put(self, lane: str, ticket: Ticket) -> None:
        if self.holds:
            self._held.append((lane, ticket))
        else:
            super()._put(lane, ticket)
