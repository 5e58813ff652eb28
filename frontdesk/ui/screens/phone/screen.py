"""The calls of today as they were noted with F10; Del takes one back that was noted by mistake."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton

from frontdesk.base import clock
from frontdesk.core import phone
from frontdesk.core.phone import PhoneCall
from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.screen import Screen
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.room import fill
from frontdesk.ui.widgets.table import Cell, Table, WordedModel
from frontdesk.ui.workplace import Workplace

OUTCOMES = {
    "answered": (QT_TRANSLATE_NOOP("Phone", "Answered"), "circle-check", "ok"),
    "busy": (QT_TRANSLATE_NOOP("Phone", "Busy"), "hourglass", "warn"),
    "no_answer": (QT_TRANSLATE_NOOP("Phone", "No answer"), "x", "warn"),
}


class CallsModel(WordedModel):
    """When, what became of it, and the note."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Phone", "Time"),
            QCoreApplication.translate("Phone", "Call"),
            QCoreApplication.translate("Phone", "Note"),
        )

    def cells(self, row: PhoneCall) -> tuple[Cell, ...]:
        """Return a call, its outcome by sign and word."""
        text, icon, tone = OUTCOMES[row.outcome]
        return (
            Cell(self._wording.time(clock.parse(row.at))),
            Cell(QCoreApplication.translate("Phone", text), icon, tone),
            Cell(row.note),
        )


class PhoneScreen(Screen):
    """The list, and how many ended how."""

    tables = frozenset({"phone_call"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._calls: list[PhoneCall] = []
        self._title, self._withdraw = QLabel(), QPushButton()
        self.list = Table(CallsModel(place.theme, place.icons, place.wording))
        self.list.setProperty("private", True)
        self.list.set_widths(2)
        buttons = FlowLayout(place.theme.space("s"))
        buttons.addWidget(self._withdraw)
        fill(self, Card(place.theme, buttons, self.list, title=self._title))
        self.list.struck.connect(self._take_back)
        self._withdraw.clicked.connect(lambda: self._take_back(self.list.current()))
        self.setFocusProxy(self.list)
        self.retranslate()

    def read(self) -> None:
        """Read the calls of today."""
        zone = self.place.here.zone
        today = clock.day(self.place.jobs.now(), zone)
        self.place.jobs.read(self, phone.on_day, today, zone, done=self._take)

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Calls of today"))
        self.list.setAccessibleName(self.tr("Calls of today"))
        self.list.say_when_empty(self.tr("No call has been noted today. F10 notes one."))
        self._withdraw.setText(self.tr("Noted by mistake (Del)"))
        self._count()
        self.list.repaint_rows()

    def _take(self, calls: list[PhoneCall]) -> None:
        self._calls = calls
        self.list.set_rows(calls)
        self._count()

    def _count(self) -> None:
        counts = {o: sum(call.outcome == o for call in self._calls) for o in phone.OUTCOMES}
        self._title.setText(
            self.tr("Calls of today · answered: {answered}, busy: {busy}, no answer: {no_answer}")
            .format(**counts)
        )  # fmt: skip

    def _take_back(self, call: PhoneCall | None) -> None:
        if call:
            self.place.jobs.write(self, phone.withdraw, call.id, done=self._taken_back)

    def _taken_back(self, call: PhoneCall) -> None:
        text, *_ = OUTCOMES[call.outcome]
        word = QCoreApplication.translate("Phone", text)
        self.place.messages.say(self.tr("Taken back: {call}").format(call=word), "info")
