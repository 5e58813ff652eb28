"""What a filed complaint shows: the folio, large enough to read out, and by when it is answered.

Below it what the law still asks for, and by when: it never kept the complaint from being filed.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout

from frontdesk.base import clock
from frontdesk.core.complaints.legal import Missing
from frontdesk.ui import due
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.complaint.form import Outcome
from frontdesk.ui.workplace import Workplace


class Filed(Translated, QFrame):
    """The result. It has the focus, so that what is typed next goes to the box."""

    printing = Signal()
    joining = Signal()
    another = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._outcome: Outcome | None = None
        self._can_join = False
        self.setProperty("plain", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._chip, self._folio, self._due = QLabel(), QLabel(), QLabel()
        self._left, self._how = QLabel(), QLabel()
        self._cause, self._missing, self._files = QLabel(), QLabel(), QLabel()
        self._print, self._join, self._again = QPushButton(), QPushButton(), QPushButton()
        self._chip.setProperty("chip", True)
        self._print.setProperty("primary", True)
        for label, role in (
            (self._due, "lead"), (self._left, "strong"), (self._how, "muted"),
            (self._cause, "strong"),
        ):  # fmt: skip
            label.setProperty("role", role)
        self._folio.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._folio.setMinimumWidth(1)
        for label in (self._due, self._how, self._cause, self._missing, self._files):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._print.clicked.connect(self.printing)
        self._join.clicked.connect(self.joining)
        self._again.clicked.connect(self.another)
        place.theme.changed.connect(self._draw)
        self.retranslate()

    def show_outcome(self, outcome: Outcome | None, *, can_join: bool = False) -> None:
        """Show what was just filed; None while it is being written. `can_join` offers to join it
        with those that were told to be alike.
        """
        self._outcome, self._can_join = outcome, can_join
        self.retranslate()

    def told_missing(self) -> str:
        """Return what is said to be missing, empty for nothing."""
        return "" if self._missing.isHidden() else self._missing.text()

    def retranslate(self) -> None:
        """Set the words."""
        outcome, wording = self._outcome, self._place.wording
        case = outcome.case if outcome else None
        self._join.setText(self.tr("Join with those alike (Ctrl+J)"))
        self._print.setText(self.tr("Print the receipt (Ctrl+P)"))
        self._again.setText(self.tr("Another complaint (F4)"))
        self._how.setText(self.tr("Ctrl+Z takes it back. Type on for the next question."))
        self._chip.setText(self.tr("On record") if case else self.tr("Being put on record…"))
        self._chip.setProperty("tone", "ok" if case else "")
        self._folio.setText(case.folio if case else "")
        due_on = date.fromisoformat(case.due_on) if case and case.due_on else None
        self._due.setText(
            self.tr("Answer at the latest on {day}").format(day=wording.long_day(due_on))
            if due_on
            else ""
        )
        today = clock.day(self._place.jobs.now(), wording.zone)
        self._left.setText(due.countdown(case.due_on, today)[0] if case and due_on else "")
        for widget in (self._print, self._again, self._how):
            widget.setVisible(case is not None)
        self._join.setVisible(self._can_join)
        cause = outcome.cause.title if outcome and outcome.cause else ""
        self._cause.setText(self.tr("Joined: {cause}").format(cause=cause))
        self._cause.setVisible(bool(cause))
        names = ", ".join(file.name for file in outcome.files) if outcome else ""
        self._files.setText(self.tr("Attached: {names}").format(names=names))
        self._files.setVisible(bool(names))
        self._missing.setText(self._lacking(outcome.missing if outcome else ()))
        self._missing.setVisible(bool(self._missing.text()))
        self._draw()

    def _lacking(self, missing: tuple[Missing, ...]) -> str:
        """Return a line for each day: which legal fields are needed by then."""
        lang, words = self._place.language.code, self._place.wording
        days: dict[str, list[str]] = {}
        for one in missing:
            if one.field.needed != "answer":
                days.setdefault(one.by_on, []).append(one.field.name.in_language(lang))
        text = self.tr("The law still asks, by {day}: {fields}")
        lines = [
            text.format(day=words.day_text(day), fields="; ".join(names))
            for day, names in days.items()
        ]
        return "\n".join(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the folio on one line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make the folio as large as the room lets it be, and stack what does not fit beside."""
        theme = self._place.theme
        font, room = theme.font("figure"), self.width() - 2 * theme.space("xl")
        while (
            QFontMetrics(font).horizontalAdvance(self._folio.text()) > room
            and font.pixelSize() > 16
        ):
            font.setPixelSize(font.pixelSize() - 2)
        self._folio.setFont(font)
        wide = sum(button.sizeHint().width() for button in self._pressed()) < room
        way = QBoxLayout.Direction
        self._buttons.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _pressed(self) -> list[QPushButton]:
        return [b for b in (self._print, self._join, self._again) if not b.isHidden()]

    def _lay_out(self) -> None:
        space = self._place.theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space("xl"), space("xl"), space("xl"), space("l"))
        column.setSpacing(space("m"))
        column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (
            self._folio, self._due, self._left, self._cause, self._files, self._missing
        ):  # fmt: skip
            column.addWidget(label)
        column.addSpacing(space("s"))
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in (self._print, self._join, self._again):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        column.addWidget(self._how)
        column.addStretch(1)

    def _draw(self) -> None:
        self._fit()
        for button, icon, colour in (
            (self._print, "printer", "on_accent"),
            (self._join, "history", "text"),
            (self._again, "message-square-warning", "text"),
        ):
            button.setIcon(self._place.icons.icon(icon, colour))
            button.setIconSize(self._place.icons.size())
        self._chip.style().polish(self._chip)
