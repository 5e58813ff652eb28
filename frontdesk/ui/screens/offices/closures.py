"""The closures of one office: a line in words adds one, Del takes one back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core import closures
from frontdesk.core.closures import Announced
from frontdesk.core.offices import Closure
from frontdesk.core.opening.closing import MAX_CHARS, understand
from frontdesk.ui.closing import in_words, row_in_words
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.offices import form
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.keyed_list import KeyedList, LinesModel
from frontdesk.ui.workplace import Workplace


class OfficeClosures(Translated, QWidget):
    """What is to come, of this office and of all; either can be taken back."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.setObjectName("closures")
        self._place, self._office_id = place, ""
        self._rows: list[Closure] = []
        self.line = QLineEdit()
        self.line.setMaxLength(MAX_CHARS)
        self.field = Field(self.line)
        self._lines = LinesModel()
        self.list = KeyedList(self._lines, place.theme, digits=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.line.textEdited.connect(self._echo)
        self.line.returnPressed.connect(self._add)
        self.retranslate()

    def show_office(self, office_id: str) -> None:
        """Show the closures of another office; '' of none."""
        if office_id != self._office_id:
            self.line.clear()
            self._echo("")
        self._office_id = office_id
        self.setVisible(bool(office_id))
        if office_id:
            self._place.jobs.read(self, form.closures, office_id, self._today(), done=self._take)

    def retranslate(self) -> None:
        """Set the words."""
        self.field.set_label(self.tr("C&losures of this office"))
        self.line.setPlaceholderText(self.tr("tomorrow we close at 12 (Enter)"))
        self.list.setAccessibleName(self.tr("Closures to come; Del takes one back"))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current closure back."""
        place = self.list.currentIndex().row()
        at_list = self.list.hasFocus() and 0 <= place < len(self._rows)
        if event.key() == Qt.Key.Key_Delete and at_list:
            self._withdraw(self._rows[place])
        else:
            super().keyPressEvent(event)

    def _today(self) -> object:
        return clock.day(self._place.jobs.now(), self._place.here.zone)

    def _take(self, rows: list[Closure]) -> None:
        self._rows = rows
        self._show()

    def _show(self) -> None:
        everybody = self.tr("{closure} (all offices)")
        lines = []
        for row in self._rows:
            text = row_in_words(row, self._place.wording)
            lines.append(text if row.office_id else everybody.format(closure=text))
        self._lines.set_rows(lines)
        self.list.setVisible(bool(lines))

    def _echo(self, text: str) -> None:
        self.field.accept()
        found = understand(text, clock.day(self._place.jobs.now(), self._place.here.zone))
        if found:
            said = in_words(
                found.days, found.hours, shortens=found.shortens, wording=self._place.wording
            )
            self.field.note(said, "ok")
        else:
            self.field.note(self.tr("Not understood yet") if text.strip() else "")

    def _add(self) -> None:
        self._place.jobs.write(
            self, closures.announce, self.line.text(), office_id=self._office_id,
            done=self._added, failed=self._refused,
        )  # fmt: skip

    def _added(self, announced: Announced) -> None:
        self.line.clear()
        self._echo("")
        self._place.messages.say(
            self.tr("The closure is recorded"), "ok",
            lambda: self._place.jobs.write(
                self, closures.withdraw, [row.id for row in announced.rows]
            ),
        )  # fmt: skip

    def _withdraw(self, row: Closure) -> None:
        self._place.jobs.write(
            self, closures.withdraw, [row.id], done=self._withdrawn,
            failed=self._place.messages.refuse,
        )  # fmt: skip

    def _withdrawn(self, gone: list[Closure]) -> None:
        self._place.messages.say(
            self.tr("The closure is taken back"), "ok",
            lambda: self._place.jobs.write(self, closures.put_back, gone),
        )  # fmt: skip

    def _refused(self, error: UserError) -> None:
        self.field.refuse(self._place.messages.sentence(error))
