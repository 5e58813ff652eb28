"""Sending a visitor on: where, then why it was the wrong office or the story to go along.

The story is kept as a draft of its own visitor until it is sent: a visitor tells it once.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QStackedWidget, QVBoxLayout

from frontdesk.base.errors import UserError
from frontdesk.core.bounces import WHYS
from frontdesk.core.offices import Office
from frontdesk.core.queue import Row, Ticket
from frontdesk.core.routing import REASONS
from frontdesk.ui import reasons
from frontdesk.ui.keys import ENTER, is_plain
from frontdesk.ui.panel import Panel
from frontdesk.ui.screens.queue import form
from frontdesk.ui.screens.queue.model import WHYS as WHY_WORDS
from frontdesk.ui.screens.queue.model import say
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.finder import Finder
from frontdesk.ui.widgets.keyed_list import KEYED_ROWS, KeyedList, LinesModel
from frontdesk.ui.workplace import Matter, Workplace

NOTED = "other"  # the only reason that asks for words


class SendOn(Panel):
    """Pages that ask for one thing each. `sent` carries the ticket, `closed` comes when left."""

    sent = Signal(object)
    free_text = "text"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._row: Row | None = None
        self._is_wrong = self._waits = False
        self._to: str | None = None
        self._why = self._reason = ""
        self._where = Finder(place.theme)
        self._lines, self._question = LinesModel(), QLabel()
        self._list = KeyedList(self._lines, place.theme)
        self._text, self._send, self._leave = QPlainTextEdit(), QPushButton(), QPushButton()
        self._field = Field(self._text)
        self._pages = QStackedWidget()
        self._lay_out()
        self._where.found.connect(self._take_place)
        self._list.picked.connect(self._take_line)
        self._send.clicked.connect(self.submit)
        self._leave.clicked.connect(self.step_back)
        self._text.textChanged.connect(self._edited)
        self.retranslate()
        self.hide()

    def begin(self, row: Row, doors: list[Office], *, is_wrong: bool) -> None:
        """Ask where a visitor goes; `doors` are the likeliest offices first."""
        if self._row is None or self._row.id != row.id:
            self._text.clear()
        self._row, self._is_wrong, self._to, self._why, self._reason = row, is_wrong, None, "", ""
        self.draft_key = f"queue.{row.contact_id}"
        self.open(Matter())
        choices = [(office.id, _named(office)) for office in doors]
        if is_wrong:
            choices.insert(0, (form.DESK, self.tr("Back to the desk")))
        question = (
            self.tr("Where should {number} have gone?") if is_wrong
            else self.tr("Where does {number} go now?")
        )  # fmt: skip
        self._where.ask(question.format(number=row.number), choices)
        self.retranslate()
        self.show()
        self._show(self._where)

    def typed(self) -> dict[str, Any]:
        """Return the story as a draft."""
        text = self._text.toPlainText()
        return {"text": text} if text.strip() else {}

    def restore(self, typed: dict[str, Any]) -> None:
        """Put the draft back."""
        self._text.setPlainText(str(typed.get("text", "")))
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)

    def submit(self) -> None:
        """Send, from the page with the words."""
        if self._pages.currentWidget() is self._field:
            self._go()

    def step_back(self) -> None:
        """Go back one page; from the first, leave."""
        if self._pages.currentWidget() is self._where:
            self.leave()
        else:
            self._why = self._reason = ""
            self._show(self._where)

    def retranslate(self) -> None:
        """Set the words."""
        self._where.hint(self.tr("A few letters of the office"))
        self._leave.setText(self.tr("Back (Esc)"))
        self._send.setText(self.tr("Send (Ctrl+Enter)"))
        self._field.set_label(
            self.tr("&What was wrong?") if self._is_wrong
            else self.tr("&What the next office should know")
        )  # fmt: skip
        self._text.setPlaceholderText(
            self.tr("What the visitor told you, so that they need not tell it again")
        )
        self.setAccessibleName(self.tr("Send on"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a digit or Enter take a line."""
        digit, is_list = event.key() - Qt.Key.Key_1, self._list.isVisible()
        plain = is_plain(event)
        if is_list and plain and 0 <= digit < KEYED_ROWS:
            self._take_line(digit)
        elif is_list and plain and event.key() in ENTER:
            self._take_line(self._list.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        space = self.place.theme.space
        self._question.setProperty("role", "strong")
        self._question.setWordWrap(True)
        self._text.setTabChangesFocus(True)
        self._send.setProperty("primary", True)
        self._leave.setProperty("flat", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        column.setSpacing(space("s"))
        column.addWidget(self._question)
        for page in (self._where, self._list, self._field):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        column.addWidget(self._send)
        column.addWidget(self._leave)

    def _show(self, page: Any) -> None:
        self._pages.setCurrentWidget(page)
        self._question.setVisible(page is self._list)
        self._send.setVisible(page is self._field)
        if page is self._list:
            self._list.go_to(0)
        self.setFocusProxy(self._text if page is self._field else page)
        self.setFocus()

    def _take_place(self, office_id: str) -> None:
        self._to = office_id
        if self._is_wrong:
            self._ask(self.tr("Why was it the wrong office?"), [say(WHY_WORDS[w]) for w in WHYS])
        else:
            self._show(self._field)

    def _take_line(self, place: int) -> None:
        if not 0 <= place < self._lines.rowCount():
            return
        if self._is_wrong and not self._why:
            self._why = WHYS[place]
            if self._why == NOTED:
                self._show(self._field)
                return
        else:
            self._reason = REASONS[place]
        self._go()

    def _ask(self, question: str, lines: list[str]) -> None:
        self._question.setText(question)
        self._list.setAccessibleName(question)
        self._lines.set_rows(lines)
        self._show(self._list)

    def _go(self) -> None:
        if self._row is None or self._to is None or self._waits:
            return
        self._waits = True
        has_text = not self._is_wrong or self._why == NOTED
        self.hand_in(
            form.send_on, self._row, self._to, why=self._why, reason=self._reason,
            text=self._text.toPlainText() if has_text else "",
            done=self._done, failed=self._refused,
        )  # fmt: skip

    def _done(self, ticket: Ticket) -> None:
        self._waits, self._row = False, None
        self._text.clear()
        self._unsaved.stop()
        self.sent.emit(ticket)

    def _refused(self, error: UserError) -> None:
        """Ask why all the same where the door is shut; else say what is wrong, and begin again."""
        self._waits = False
        sentence = self.place.messages.sentence(error)
        asks = error.code.startswith("route.") and error.field == "reason"
        if asks and not self._reason:
            self._ask(self.tr("{refusal} Send all the same?").format(refusal=sentence),
                      reasons.in_words())  # fmt: skip
        else:
            self.place.messages.refuse(error)
            self.step_back()

    def _edited(self) -> None:
        self._field.accept()
        self.touch()


def _named(office: Office) -> str:
    where = ", ".join(filter(None, (office.floor, office.room)))
    return f"{office.name} · {where}" if where else office.name
