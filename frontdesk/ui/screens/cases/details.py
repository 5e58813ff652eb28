"""One case at the right: its text, its term, how to reach the person; and its answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from frontdesk.base import clock
from frontdesk.core.complaints import Complaint
from frontdesk.core.rules import Pack
from frontdesk.ui import due
from frontdesk.ui.language import Translated
from frontdesk.ui.workplace import Workplace

TONES = {"danger": "danger", "warn": "warn"}


class Details(Translated, QScrollArea):
    """What is known of a case. The name and the phone stand here alone."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._case: Complaint | None = None
        self._pack: Pack | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._chip, self._folio, self._text = QLabel(), QLabel(), QLabel()
        self._names = [QLabel() for _ in range(6)]
        self._values = [QLabel() for _ in range(6)]
        self._lay_out()
        self.retranslate()

    @property
    def case(self) -> Complaint | None:
        """The case on show."""
        return self._case

    def show_case(self, case: Complaint | None) -> None:
        """Show another case; nothing for None."""
        if self._case is None or case is None or self._case.id != case.id:
            self.verticalScrollBar().setValue(0)
        self._case, self._pack = case, None
        self.retranslate()

    def show_pack(self, pack: Pack) -> None:
        """Show the words of the rules under which the case was received."""
        if self._case and pack.identity == self._case.pack:
            self._pack = pack
            self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Case"))
        case = self._case
        self._page.setVisible(case is not None)
        if case is None:
            return
        self._folio.setText(case.folio)
        self._text.setText(case.text)
        today = clock.day(self._place.jobs.now(), self._place.here.zone)
        words, tone = due.countdown(case.due_on, today)
        self._chip.setText(words)
        self._chip.setProperty("tone", TONES.get(tone, ""))
        self._chip.style().polish(self._chip)
        for (name, value), label, shown in zip(
            self._facts(case), self._names, self._values, strict=True
        ):
            label.setText(name)
            shown.setText(value)
            label.setVisible(bool(value))
            shown.setVisible(bool(value))

    def _facts(self, case: Complaint) -> list[tuple[str, str]]:
        words = self._place.wording
        received_at = clock.parse(case.received_at)
        kind = ""
        if self._pack:
            kind = self._pack.kind(case.kind).name.in_language(self._place.language.code)
        return [
            (self.tr("Received"), due.by_when(received_at, words, self._place.jobs.now())),
            (self.tr("Answer by"), words.day_text(case.due_on)),
            (self.tr("Kind"), kind),
            (self.tr("Office"), case.office_name),
            (self.tr("Name"), case.name),
            (self.tr("Phone"), case.phone),
        ]

    def _lay_out(self) -> None:
        space = self._place.theme.space
        page = self._page = QWidget()
        page.setProperty("plain", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(space("l"), space("l"), space("l"), space("m"))
        column.setSpacing(space("s"))
        self._chip.setProperty("chip", True)
        self._folio.setProperty("role", "title")
        self._text.setProperty("role", "lead")
        for label in (self._folio, self._text, *self._values):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._folio)
        column.addWidget(self._text)
        column.addSpacing(space("s"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(space("m"))
        grid.setVerticalSpacing(4)
        for line, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            name.setProperty("role", "muted")
            grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(page)
