"""What the program does by itself beside the work: copies, looks for damage, reminders.

It begins after the first paint, in the slow lane, and comes round every few minutes: so the copy of
a day is made at midnight too, and the long looks while nobody is at the desk.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from frontdesk.base.errors import UserError
from frontdesk.core import copies, health
from frontdesk.core.copies import Day
from frontdesk.store import settings
from frontdesk.sync import branches, identity, restoring

if TYPE_CHECKING:
    import sqlite3

    from frontdesk.store.store import Tx
    from frontdesk.ui.window import MainWindow

TURN_MS = 600_000
SETTLE_MS = 5_000  # so far what is remembered outside the database stays behind it
REST = timedelta(minutes=10)


class Care(QObject):
    """One for a window; its findings stand on the first page until they no longer hold."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._place = window, window.place
        self._worked_at = self._place.jobs.now()
        self._fault = self._refused = self._late = ""
        self._clock = QTimer(self, interval=TURN_MS)
        self._clock.timeout.connect(self.turn)
        self._settling = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self._settle)
        self._place.jobs.changed.connect(self._settle_soon)
        window.box.textEdited.connect(self._work)
        window.commands.done.connect(self._work)

    def start(self) -> None:
        """Look once at what a start asks for, then come round."""
        self._place.jobs.slow(self, health.after_start, done=self._found)
        self._place.jobs.read(self, _restored, done=self._tell_restored)
        self.turn()
        self._clock.start()

    def turn(self) -> None:
        """Make the day's copy if there is none, look for damage at rest, see what is late."""
        jobs, now = self._place.jobs, self._place.jobs.now()
        if not self._fault:  # a copy of a damaged database is none
            jobs.slow(self, copies.daily, now=now, done=self._copied, failed=self._not_copied)
        if now - self._worked_at >= REST:
            jobs.slow(self, health.at_rest, now=now, done=self._found)
        jobs.read(self, branches.late_days_of, now=now, done=self._tell_late)

    def _settle_soon(self) -> None:
        if not self._settling.isActive():
            self._settling.start()

    def _settle(self) -> None:
        self._place.jobs.slow(self, identity.keep_up)

    def _work(self) -> None:
        self._worked_at = self._place.jobs.now()

    def _found(self, fault: str) -> None:
        if fault:
            self._fault = self.tr(
                "The database is damaged. Bring a copy back: Ctrl+Shift+P, “Copies”."
            )
            self._place.messages.say(f"{self._fault} ({fault})", "danger")
            self._remind()

    def _copied(self, day: Day) -> None:
        self._refused = ""
        if day.refused:
            self._refused = self._place.messages.sentence(day.refused)
        elif copies.free_bytes(day.file.parent) < copies.LOW_BYTES:
            self._refused = self.tr("The disk is nearly full: make room, or nothing can be saved.")
        self._remind()

    def _not_copied(self, error: UserError) -> None:
        self._refused = self._place.messages.sentence(error)
        self._remind()

    def _tell_late(self, days: int) -> None:
        self._late = ""
        if days:
            self._late = self.tr("No exchange for {days} days: Ctrl+Shift+S").format(days=days)
        self._remind()

    def _tell_restored(self, name: str) -> None:
        if name:
            told = self.tr(
                "Brought back from {file}; the database before it lies among the copies."
            )
            self._place.messages.say(told.format(file=name))
            self._place.jobs.write(self, _forget_restored)

    def _remind(self) -> None:
        self._window.desk.right.remind(self._fault or self._refused or self._late)


def _restored(db: sqlite3.Connection) -> str:
    return settings.get(db, restoring.RESTORED)


def _forget_restored(tx: Tx, **_now: object) -> None:
    settings.put(tx, restoring.RESTORED, "")
