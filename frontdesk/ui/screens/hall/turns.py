"""Which call is shown large: each has its turn, in the order of the calls; none hides another.

Without Qt and without a clock: whoever shows it says when a turn is over.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from frontdesk.core.queue import Call


class Turns:
    """The calls still to be shown large, and the one that is."""

    def __init__(self) -> None:
        self._pending: deque[Call] = deque()
        self._known: dict[tuple[str, str], str] = {}
        self._is_first = True
        self.calls: Sequence[Call] = ()
        self.shown: Call | None = None

    def take(self, calls: Sequence[Call]) -> None:
        """Take the last calls, the latest first; what was called before the start has had its turn.

        A number that is called again has another turn, or the one that it is waiting for.
        """
        fresh = [call for call in reversed(calls) if self._known.get(_whom(call)) != call.at]
        self._known = {_whom(call): call.at for call in calls}
        self.calls = calls
        if self._is_first:
            self._is_first = False
            self.shown = calls[0] if calls else None
            return
        for call in fresh:
            self._pending = deque(c for c in self._pending if _whom(c) != _whom(call))
            self._pending.append(call)
        if not calls:
            self.shown = None

    def next(self) -> bool:
        """Show the next call large; False where none is waiting for its turn."""
        if not self._pending:
            return False
        self.shown = self._pending.popleft()
        return True

    def below(self, count: int) -> list[Call]:
        """Return the other last calls, the latest first."""
        shown = _whom(self.shown) if self.shown else None
        return [call for call in self.calls if _whom(call) != shown][:count]


def _whom(call: Call) -> tuple[str, str]:
    return call.number, call.office_name
