"""A line to the hub on a thread of its own, which comes back by itself.

Others ask it for a piece of work and wait as long as they choose; it knows no database of ours, so
whoever holds a transaction can ask. psycopg is met on this thread alone.
"""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing, suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from frontdesk.base.errors import UserError
from frontdesk.sync import hub

if TYPE_CHECKING:
    from psycopg import Connection, Notify

PING_S = 15.0
AGAIN_S = (0.5, 1.0, 2.0, 5.0, 15.0)  # pauses before the line is tried again, the last one for good

T = TypeVar("T")
Work = Callable[["Connection[tuple[Any, ...]]"], T]


class AwayError(Exception):
    """The hub does not answer now; work goes on without it."""


class Line:
    """One connection that listens on a channel. `heard` is called, on the line's thread, when
    something was told there, and when the line is up again.
    """

    def __init__(self, address: str, channel: str, heard: Callable[[], object]) -> None:
        """Keep the address; nothing is connected before `start`."""
        self._address, self._channel, self._heard = address, channel, heard
        self._asked: SimpleQueue[tuple[Work[Any], Future[Any]]] = SimpleQueue()
        self._up, self._ends = threading.Event(), threading.Event()
        self._ear, self._bell = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="hub-line", daemon=True)
        self.trouble = ""  # the code of the last failure, '' while the line is up

    def start(self) -> None:
        """Connect, and connect again whenever it breaks."""
        self._thread.start()

    def stop(self) -> None:
        """Hang up; who still waits is told that the hub is away."""
        self._ends.set()
        self._ring()
        if self._thread.is_alive():
            self._thread.join(timeout=hub.CONNECT_S)
        self._let_go()
        for end in (self._ear, self._bell):
            end.close()

    @property
    def is_up(self) -> bool:
        """Whether the hub answered the last time."""
        return self._up.is_set()

    def ask(self, work: Work[T], wait_s: float) -> T:
        """Do work on the line's thread. Raises AwayError where no answer comes in that time.

        After one answer that did not come the line counts as down, so that nobody waits twice.
        """
        if not self.is_up:
            raise AwayError
        asked: Future[T] = Future()
        self._asked.put((work, asked))
        self._ring()
        try:
            return asked.result(timeout=wait_s)
        except TimeoutError:
            asked.cancel()
            self._up.clear()
            raise AwayError from None

    def _run(self) -> None:
        failures = 0
        while not self._ends.is_set():
            try:
                with closing(hub.connect(self._address, watchful=True)) as db:
                    db.add_notify_handler(self._hear)
                    with hub.said():
                        db.execute(f'LISTEN "{self._channel}"'.encode())
                    failures, self.trouble = 0, ""
                    self._up.set()
                    self._heard()
                    self._serve(db)
            except UserError as error:
                self.trouble = error.code
            self._up.clear()
            self._let_go()
            pause = AGAIN_S[min(failures, len(AGAIN_S) - 1)]
            failures += 1
            self._ends.wait(pause)

    def _serve(self, db: Connection[tuple[Any, ...]]) -> None:
        """Answer what is asked and hear what is told. Raises UserError when the line breaks."""
        while not self._ends.is_set():
            ear = self._ear.fileno()
            readable, _, _ = select.select([db.fileno(), ear], [], [], PING_S)
            if ear in readable:
                self._ear.recv(4096)
            with suppress(Empty):
                while True:
                    self._answer(db, *self._asked.get_nowait())
            if ear not in readable:
                with hub.said():
                    db.execute("SELECT 1")  # lets psycopg read what was told, and proves the line
            self._up.set()

    def _answer(self, db: Connection[tuple[Any, ...]], work: Work[Any], asked: Future[Any]) -> None:
        if not asked.set_running_or_notify_cancel():
            return
        try:
            with hub.said():
                result = work(db)
        except Exception as error:
            asked.set_exception(AwayError() if isinstance(error, UserError) else error)
            if isinstance(error, UserError):
                raise
            return
        asked.set_result(result)

    def _hear(self, _notice: Notify) -> None:
        self._heard()

    def _let_go(self) -> None:
        """Tell all who wait that the hub is away."""
        with suppress(Empty):
            while True:
                _, asked = self._asked.get_nowait()
                if asked.set_running_or_notify_cancel():
                    asked.set_exception(AwayError())

    def _ring(self) -> None:
        with suppress(OSError):
            self._bell.send(b"!")
