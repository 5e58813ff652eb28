"""The answer with which a case is closed; kept as a draft of its own case until then."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from frontdesk.base.errors import UserError
from frontdesk.core import complaints
from frontdesk.core.complaints import Complaint
from frontdesk.ui.panel import Panel
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.workplace import Matter, Workplace


class AnswerPanel(Panel):
    """A text and Ctrl+Enter."""

    free_text = "text"
    answered = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._case: Complaint | None = None
        self._text, self._save, self._leave = QPlainTextEdit(), QPushButton(), QPushButton()
        self._field = Field(self._text)
        self._save.setProperty("primary", True)
        self._leave.setProperty("flat", True)
        self._text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.addWidget(self._field, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._save)
        foot.addWidget(self._leave)
        foot.addStretch(1)
        column.addLayout(foot)
        self._save.clicked.connect(self.submit)
        self._leave.clicked.connect(self.leave)
        self._text.textChanged.connect(self._edited)
        self.retranslate()
        self.hide()

    def answer(self, case: Complaint) -> None:
        """Begin, or go on with, the answer to a case."""
        if self._case is None or self._case.id != case.id:
            self._case = case
            self._text.clear()
            self.draft_key = f"answer.{case.id}"
            self.open(Matter())
        self.retranslate()
        self.show()
        self._text.setFocus()

    def typed(self) -> dict[str, Any]:
        """Return the answer as a draft."""
        text = self._text.toPlainText()
        return {"text": text} if text.strip() else {}

    def restore(self, typed: dict[str, Any]) -> None:
        """Put the draft back."""
        self._text.setPlainText(str(typed.get("text", "")))
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)

    def submit(self) -> None:
        """Close the case with the answer."""
        if self._case:
            self.hand_in(
                complaints.close, self._case.id, self._text.toPlainText(),
                done=self._closed, failed=self._refused,
            )  # fmt: skip

    def retranslate(self) -> None:
        """Set the words."""
        folio = self._case.folio if self._case else ""
        self._field.set_label(self.tr("&Answer to {folio}").format(folio=folio))
        self._text.setPlaceholderText(self.tr("What was answered; it closes the case"))
        self._save.setText(self.tr("Close the case (Ctrl+Enter)"))
        self._leave.setText(self.tr("Leave (Esc)"))

    def _edited(self) -> None:
        self._field.accept()
        self.touch()

    def _closed(self, case: Complaint) -> None:
        self._case = None
        self._text.clear()
        self._unsaved.stop()
        self.answered.emit(case)

    def _refused(self, error: UserError) -> None:
        self._field.refuse(self.place.messages.sentence(error))
