"""Today: what was promised and is due, on top; below it everybody who was at this desk.

Enter keeps a promise, Del breaks it with a reason; both can be undone.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core import contacts, promises
from frontdesk.core.promises import Promise
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.today.model import PromisesModel, VisitsModel
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.one_line import OneLine
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Workplace


class TodayScreen(Screen):
    """The day at this desk."""

    tables = frozenset({"contact", "contact_entry", "promise"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._breaking: Promise | None = None
        theme, icons, wording = place.theme, place.icons, place.wording
        self.promises = Table(PromisesModel(theme, icons, wording, place.jobs.now))
        self.promises.setProperty("private", True)
        self.visits = Table(VisitsModel(theme, icons, wording))
        self._due, self._day = QLabel(), QLabel()
        self._kept, self._broken = QPushButton(), QPushButton()
        self.reason = OneLine(icons)
        self._lay_out()
        self._connect()
        self.retranslate()

    def read(self) -> None:
        """Read the day."""
        jobs, zone = self.place.jobs, self.place.here.zone
        jobs.read(self, promises.still_open, done=self.promises.set_rows)
        today = clock.day(jobs.now(), zone)
        jobs.read(self, contacts.visits, today, zone, done=self.visits.set_rows)

    def back(self) -> bool:
        """Leave the question why a promise was not kept."""
        asked = self.reason.isVisible()
        self._leave_reason()
        return asked

    def retranslate(self) -> None:
        """Set the words."""
        today = clock.day(self.place.jobs.now(), self.place.here.zone)
        self._due.setText(self.tr("Promises"))
        self._day.setText(
            self.tr("At this desk · {day}").format(day=self.place.wording.long_day(today))
        )
        self.promises.say_when_empty(self.tr("No promise is open. F5 writes one down."))
        self.visits.say_when_empty(self.tr("Nobody has been here today. F2 goes to the desk."))
        self._kept.setText(self.tr("Kept (Enter)"))
        self._broken.setText(self.tr("Not kept (Del)"))
        self.promises.setAccessibleName(self.tr("Promises"))
        self.visits.setAccessibleName(self.tr("Contacts of today"))
        self.setAccessibleName(self.tr("Today"))
        for table in (self.promises, self.visits):
            table.repaint_rows()

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        theme = self.place.theme
        self.promises.set_widths(1)
        self.visits.set_widths(2)
        deeds = self._kept, self._broken
        self._below = Card(theme, self.visits, title=self._day)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.space("m"))
        whole.addWidget(Card(theme, self.promises, self.reason, title=self._due, beside=deeds), 1)
        whole.addWidget(self._below, 1)
        self.setFocusProxy(self.promises)

    def _connect(self) -> None:
        self.promises.chosen.connect(self._keep)
        self.promises.struck.connect(self._ask_reason)
        self._kept.clicked.connect(lambda: self._keep(self.promises.current()))
        self._broken.clicked.connect(lambda: self._ask_reason(self.promises.current()))
        self.reason.asked.connect(self._break)
        self.reason.closed.connect(self._leave_reason)

    def _keep(self, promise: Promise | None) -> None:
        if promise:
            self.place.jobs.write(self, promises.settle, promise.id, "kept", done=self._settled)

    def _ask_reason(self, promise: Promise | None) -> None:
        if promise:
            self._breaking = promise
            question = self.tr("Why was “{what}” not kept?").format(what=promise.what)
            self._below.setVisible(not self.place.theme.is_large)  # or there is no room
            self.reason.open("frown", question)

    def _break(self, reason: str) -> None:
        if self._breaking:
            self.place.jobs.write(
                self, promises.settle, self._breaking.id, "broken", reason=reason,
                done=self._settled, failed=self._refused,
            )  # fmt: skip

    def _refused(self, error: UserError) -> None:
        self.place.messages.refuse(error, self.reason)

    def _leave_reason(self) -> None:
        self._breaking = None
        if self.reason.isVisible():
            self.reason.hide()
            self._below.show()
            self.setFocus()

    def _settled(self, promise: Promise) -> None:
        self._leave_reason()
        words = {
            "kept": self.tr("Kept: {what}"),
            "broken": self.tr("Not kept: {what}"),
        }
        self.place.messages.say(
            words[promise.state].format(what=promise.what),
            "ok" if promise.state == "kept" else "info",
            lambda: self.place.jobs.write(self, promises.reopen, promise.id),
        )
