"""A complaint that the box found by its folio: how it stands, and never who complains of what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from frontdesk.base import clock
from frontdesk.core.complaints.board import Line
from frontdesk.core.complaints.course import UNANSWERED
from frontdesk.ui import due
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.desk.facts import Fact
from frontdesk.ui.workplace import Workplace


class CasePane(Translated, QFrame):
    """Folio, state, how long there is, office; one key opens it among the complaints."""

    opened = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._line: Line | None = None
        self._chip, self._folio, self._open = QLabel(), QLabel(), QPushButton()
        self._chip.setProperty("chip", True)
        self._folio.setProperty("role", "title")
        self._state = Fact("scale", place)
        self._due, self._office = Fact("clock", place), Fact("building-2", place)
        self._open.setProperty("primary", True)
        self._open.clicked.connect(lambda: self.opened.emit(self._folio.text()))
        column = QVBoxLayout(self)
        space = place.theme.space
        column.setContentsMargins(space("xl"), space("xl"), space("xl"), space("l"))
        column.setSpacing(space("m"))
        column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._folio, self._state, self._due, self._office):
            column.addWidget(widget)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.retranslate()

    def show_case(self, line: Line) -> None:
        """Show a case."""
        self._line = line
        today = clock.day(self._place.jobs.now(), self._place.here.zone)
        self._folio.setText(line.folio)
        # The words of the states are those of the screen of complaints.
        self._state.show_fact(QCoreApplication.translate("Cases", line.state.capitalize()))
        left = due.countdown(line.due_on, today)[0] if line.state in UNANSWERED else ""
        if line.suspended_on:
            left = QCoreApplication.translate("Cases", "clock stopped")
        self._due.show_fact(left)
        self._office.show_fact(line.owner_name or line.office_name)

    def retranslate(self) -> None:
        """Set the words."""
        self._chip.setText(self._place.wording.kind("complaint"))
        self._state.set_title(self.tr("State"))
        self._due.set_title(self.tr("Term"))
        self._office.set_title(self.tr("Office"))
        self._open.setText(self.tr("Open (Enter)"))
        self.setAccessibleName(self.tr("Complaint"))
        if self._line:
            self.show_case(self._line)
