"""The live queue behind the window: it starts where an admin has set a hub, and wakes the screens.

Nothing of it is imported before it starts, and nothing of it waits on the window's own thread.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from frontdesk.ui.jobs import Jobs
from frontdesk.ui.messages import Messages

if TYPE_CHECKING:
    from frontdesk.core.queue import DoubleCall
    from frontdesk.core.queue.service import Grant
    from frontdesk.store.store import Store
    from frontdesk.sync.live import Live

LOOK_MS = 2_000


class LiveQueue(QObject):
    """The queue that the desks of a branch share, as long as the hub is there. `turned` tells that
    it went away or is back.
    """

    turned = Signal()
    _news = Signal(object)  # from the thread of the live queue

    def __init__(self, jobs: Jobs, messages: Messages) -> None:
        super().__init__()
        self._jobs, self._messages = jobs, messages
        self._live: Live | None = None
        self._is_telling = self.is_away = False
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self._told: set[tuple[str, str]] = set()
        self._news.connect(self._tell)
        jobs.changed.connect(self._wake)

    @property
    def grant(self) -> Grant | None:
        """What `queue.call_next` asks; None where the queue is this desk's alone."""
        return self._live.grant if self._live else None

    def start(self) -> None:
        """Begin where a hub is set and this desk has joined; else the queue stays its own."""
        if self._live is None:
            self._jobs.slow(self, _made, self._news.emit, self._jobs.now, done=self._begin)

    def look(self) -> None:
        """See whether the hub is there; without one that is set, none is away."""
        is_away = self._live is not None and not self._live.is_up
        if is_away != self.is_away:
            self.is_away = is_away
            self.turned.emit()

    def stop(self) -> None:
        """Tell what is still to be told and end."""
        self._look.stop()
        if self._live:
            self._live.stop()
        self._live = None

    def _begin(self, live: Live | None) -> None:
        self._live = live
        if live:
            live.start()
            self._look.start()

    def _wake(self, tables: frozenset[str]) -> None:
        if self._live and not self._is_telling:
            from frontdesk.sync.live import LOCAL

            if tables & LOCAL:
                self._live.wake()

    def _tell(self, tables: frozenset[str]) -> None:
        """Tell the screens what came in."""
        self._is_telling = True
        self._jobs.changed.emit(tables)
        self._is_telling = False
        if "double_call" in tables:
            from frontdesk.core import queue

            self._jobs.read(self, queue.doubles, done=self._warn)

    def _warn(self, doubles: list[Any]) -> None:
        for double in doubles:
            if (double.contact_id, double.other) not in self._told:
                self._told.add((double.contact_id, double.other))
                self._messages.say(twice(double), "warn")


def _made(
    store: Store, changed: Callable[[frozenset[str]], object], now: Callable[[], datetime]
) -> Live | None:
    """Return the live queue of the hub that is set; None where none is."""
    from frontdesk.sync import places

    address = places.hub_of(store.read())
    if not address:
        return None
    from frontdesk.sync.live import Live

    return Live(store, address, changed, now)


def twice(double: DoubleCall) -> str:
    """Return the sentence that tells of a ticket that two counters called."""
    text = QCoreApplication.translate(
        "Queue", "{number} was called at two counters; it stays with desk {desk}."
    )
    return text.format(number=double.number, desk=double.kept)
