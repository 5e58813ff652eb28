"""Who is expected today: a few letters find the visitor, Enter lets them in and tells the host.

The first Enter notes the arrival and shows how to reach the host, the next one that the host knows.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from frontdesk.base import clock
from frontdesk.base.text import fold
from frontdesk.core import expected
from frontdesk.core.expected import Expected
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.expected import form
from frontdesk.ui.screens.expected.form import Line
from frontdesk.ui.screens.expected.model import ExpectedModel
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.filter_field import FilterField
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.room import fill
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Workplace


class ExpectedScreen(Screen):
    """The list of the day with its field."""

    tables = frozenset({"expected"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._lines: list[Line] = []
        self.model = ExpectedModel(place.theme, place.icons, place.wording, place.jobs.now)
        self.list, self.field = Table(self.model), FilterField()
        self.list.setProperty("private", True)
        self._title, self._here, self._cancel = QLabel(), QPushButton(), QPushButton()
        self._lay_out()
        self.field.textChanged.connect(self._narrow)
        self.field.stepped.connect(self._step)
        self.field.entered.connect(lambda: self._go_on(self.list.current()))
        self.field.struck.connect(lambda: self._call_off(self.list.current()))
        self.list.chosen.connect(self._go_on)
        self.list.struck.connect(self._call_off)
        self.list.moved.connect(self._name_deeds)
        self._here.clicked.connect(lambda: self._go_on(self.list.current()))
        self._cancel.clicked.connect(lambda: self._call_off(self.list.current()))
        self.setFocusProxy(self.field)
        self.retranslate()

    def read(self) -> None:
        """Read who is expected today."""
        zone = self.place.here.zone
        today = clock.day(self.place.jobs.now(), zone)
        self.place.jobs.read(self, form.of_day, today, zone, done=self._take)

    def back(self) -> bool:
        """Empty the field first."""
        typed = bool(self.field.text())
        self.field.clear()
        return typed

    def retranslate(self) -> None:
        """Set the words."""
        today = clock.day(self.place.jobs.now(), self.place.here.zone)
        self.setAccessibleName(self.tr("Expected visitors"))
        self.list.setAccessibleName(self.tr("Expected visitors"))
        self.field.setAccessibleName(self.tr("Who is it?"))
        self.field.setPlaceholderText(self.tr("A few letters of visitor, company or host"))
        self._title.setText(
            self.tr("Expected · {day}").format(day=self.place.wording.long_day(today))
        )
        self._say_when_empty()
        self._cancel.setText(self.tr("Does not come (Del)"))
        self._name_deeds(self.list.current())
        self.list.repaint_rows()

    def _lay_out(self) -> None:
        self._here.setProperty("primary", True)
        self.list.set_widths(1, {0: 84, 2: 220, 3: 220})
        buttons = FlowLayout(self.place.theme.space("s"))
        for button in (self._here, self._cancel):
            buttons.addWidget(button)
        fill(self, Card(self.place.theme, self.field, self.list, buttons, title=self._title))

    def _take(self, lines: list[Line]) -> None:
        is_first = not self._lines
        self._lines = lines
        self._say_when_empty()
        self._narrow()
        if is_first:
            self.list.selectRow(self._next_one())

    def _narrow(self) -> None:
        words = fold(self.field.text()).split()
        before = self.list.current()
        shown = [line for line in self._lines if line.has(words)]
        self.list.set_rows(shown)
        if before is None or before.id not in {line.id for line in shown}:
            self.list.selectRow(self._next_one())

    def _say_when_empty(self) -> None:
        nobody = self.tr("Nobody is expected today. Ctrl+I announces a visitor.")
        no_such = self.tr("Nobody is expected with these words. Ctrl+I announces a visitor.")
        self.list.say_when_empty(no_such if self._lines else nobody)

    def _next_one(self) -> int:
        """Return the place of the first who is still expected, else the first."""
        rows = (self.model.row(place) for place in range(self.model.rowCount()))
        return next((n for n, row in enumerate(rows) if row and not row.visitor.arrived_at), 0)

    def _step(self, by: int) -> None:
        place = self.list.currentIndex().row() + by
        if 0 <= place < self.model.rowCount():
            self.list.selectRow(place)

    def _name_deeds(self, line: Line | None) -> None:
        arrived = bool(line and line.visitor.arrived_at)
        self._here.setText(
            self.tr("The host knows (Enter)") if arrived else self.tr("Is here (Enter)")
        )
        self._here.setEnabled(bool(line and not line.visitor.told_at))
        self._cancel.setEnabled(bool(line) and not arrived)

    def _go_on(self, line: Line | None) -> None:
        if line is None or line.visitor.told_at:
            return
        if line.visitor.arrived_at:
            self.place.jobs.write(self, expected.host_told, line.id, done=self._told)
        else:
            self.place.jobs.write(self, form.check_in, line.id, done=self._arrived)

    def _arrived(self, line: Line) -> None:
        text = self.tr("{visitor} is here. Tell {host}, Enter when they know.")
        if line.phone:
            text = self.tr("{visitor} is here. Ring {host}: {phone}, Enter when they know.")
        self.place.messages.say(
            text.format(visitor=line.visitor.visitor, host=line.visitor.host_name, phone=line.phone)
        )

    def _told(self, visitor: Expected) -> None:
        self.field.clear()
        self.place.messages.say(self.tr("{host} knows").format(host=visitor.host_name))

    def _call_off(self, line: Line | None) -> None:
        if line and not line.visitor.arrived_at:
            self.place.jobs.write(self, expected.cancel, line.id, done=self._called_off)

    def _called_off(self, visitor: Expected) -> None:
        self.place.messages.say(
            self.tr("{visitor} is not expected any more").format(visitor=visitor.visitor), "info"
        )
