"""How far a long piece of work is: told by who does it, looked at by who waits and may stop it."""

from __future__ import annotations

from frontdesk.base.errors import UserError


class Progress:
    """Shared by two threads: one writes `done` and `total`, the other reads them, or stops it."""

    def __init__(self) -> None:
        """Begin with nothing done of nothing known."""
        self.done = self.total = 0
        self.is_stopped = False

    def stop(self) -> None:
        """Ask the work to end; what it wrote is rolled back with its transaction."""
        self.is_stopped = True

    def at(self, done: int, total: int = 0) -> None:
        """Tell how far the work is. Raises UserError("work.stopped") once somebody stopped it."""
        self.done, self.total = done, total or self.total
        if self.is_stopped:
            raise UserError("work.stopped")
