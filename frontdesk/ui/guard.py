"""Locks the window: by a key, after idle minutes, at the start; and lets another user in quickly.

While it is locked the window is covered and hidden, no key of it does anything, and what is asked
of the database is asked by nobody. Drafts stay where they are.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from frontdesk.base.errors import UserError
from frontdesk.core.roles import refusal
from frontdesk.ui.commands import Command

if TYPE_CHECKING:
    from frontdesk.core.accounts import Entered
    from frontdesk.ui.lock import Lock
    from frontdesk.ui.window import MainWindow

TICK_MS = 10_000
IS_WORK = {
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}  # fmt: skip


class Guard(QObject):
    """The lock of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._place = window, window.place
        self._lock: Lock | None = None
        self._focus: QWidget | None = None
        self._idle_min = 0
        self._worked_at = self._place.jobs.now()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.look)
        self._place.session.changed.connect(self._changed)
        window.commands.refused.connect(self._refuse)
        window.commands.bind("window.lock", self.lock)
        window.commands.bind("window.user", self.change_user)
        window.strip.user.clicked.connect(self.change_user)

    @property
    def covers(self) -> Lock | None:
        """The lock while it covers the window."""
        return self._lock if self._lock and not self._lock.isHidden() else None

    def lock(self) -> None:
        """Lock the desk; what is typed is kept."""
        if self._asks_for_pins():
            self._window.save_drafts()
            self._place.session.lock()

    def change_user(self) -> None:
        """Ask for the next user's letters and PIN; until then the one before is signed in."""
        if self._asks_for_pins():
            self._window.save_drafts()
            self.cover(change=True)

    def back(self) -> bool:
        """Take one step of the Esc ladder while the window is covered."""
        if cover := self.covers:
            cover.back()
        return cover is not None

    def look(self) -> None:
        """Lock the desk if nobody has touched it for so long; also after the PC has slept."""
        idle = self._place.jobs.now() - self._worked_at
        may = self._place.session.has_user and self._idle_min
        if may and idle >= timedelta(minutes=self._idle_min):
            self.lock()

    def worked(self, at: datetime) -> None:
        """Note that somebody is at the desk."""
        self._worked_at = at

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note keys and the mouse on their way to the window."""
        if event.type() in IS_WORK:
            self.worked(self._place.jobs.now())
        return super().eventFilter(watched, event)

    def _asks_for_pins(self) -> bool:
        has_pins = self._place.session.has_user or self._place.session.is_locked
        if not has_pins:
            self._place.messages.refuse(UserError("account.none"))
        return has_pins

    def cover(self, *, change: bool) -> None:
        """Cover the window and ask who is there."""
        if self.covers:
            return
        self._focus = QApplication.focusWidget()
        _close_others(self._window)
        self._window.commands.is_frozen = True
        self._window.whole.hide()
        if self._lock is None:
            from frontdesk.ui.lock import Lock

            self._lock = Lock(self._place, self._window)
            self._lock.entered.connect(self._enter)
            self._lock.left.connect(self.uncover)
        self._lock.ask(change=change)

    def _enter(self, entered: Entered) -> None:
        self.uncover()
        self._place.session.enter(entered)
        self._window.fill()
        name = self._place.session.name
        self._place.messages.say(self.tr("{name} is at the desk").format(name=name), "info")

    def uncover(self) -> None:
        """Show the window as it was left."""
        if not self.covers:
            return
        if self._lock:
            self._lock.hide()
        self._window.commands.is_frozen = False
        self._window.whole.show()
        if self._focus and shiboken6.isValid(self._focus) and self._focus.isVisible():
            self._focus.setFocus()
        else:
            self._window.box.setFocus()

    def _changed(self) -> None:
        """Show who is signed in and what is theirs to do."""
        session, window = self._place.session, self._window
        if session.is_locked:
            self.cover(change=False)
            return
        window.commands.role = session.role
        window.rail.offer(lambda action: window.commands.may(action.objectName()))
        window.strip.show_user()
        shown = window.screen_id()
        if shown and not window.commands.may(shown):
            window.show_desk()
        self.worked(self._place.jobs.now())
        if session.has_user:
            self._watch()

    def _watch(self) -> None:
        from frontdesk.core import accounts

        if (handle := self._window.windowHandle()) is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)
        self._place.jobs.read(self, accounts.idle_min, done=self._take_idle)
        self._tick.start()

    def _take_idle(self, minutes: int) -> None:
        self._idle_min = minutes

    def _refuse(self, command: Command) -> None:
        self._place.messages.refuse(refusal(command.roles))


def _close_others(window: QWidget) -> None:
    """Close what stands over the window: palette, sheets, dialogs. The call screen stays."""
    while popup := QApplication.activePopupWidget():
        popup.close()
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible() and isinstance(other, QDialog):
            other.close()
