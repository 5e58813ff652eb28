"""Jobs on the spot: the interface of `ui.jobs.Jobs` without threads, for tests of screens."""

from __future__ import annotations

from frontdesk.base.errors import UserError
from frontdesk.ui.jobs import Jobs, Ticket, run


class InlineJobs(Jobs):
    """Every piece of work is done, and its slot called, before the call returns."""

    def _put(self, _lane: str, ticket: Ticket) -> None:
        try:
            self._deliver(ticket, run(self._store, ticket, lambda _db: None), None)
        except UserError as error:
            self._deliver(ticket, None, error)
