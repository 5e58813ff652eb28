"""The open complaints, the chosen one at the right; Enter answers and closes, Del annuls."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core import complaints, rules
from frontdesk.core.complaints import Complaint
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.cases.answer import AnswerPanel
from frontdesk.ui.screens.cases.details import Details
from frontdesk.ui.screens.cases.model import CasesModel
from frontdesk.ui.widgets.one_line import OneLine
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Workplace


class CasesScreen(Screen):
    """The list and one case of it."""

    tables = frozenset({"complaint"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._annulling: Complaint | None = None
        self.list = Table(
            CasesModel(
                place.theme, place.icons, lambda: clock.day(place.jobs.now(), place.here.zone)
            )
        )
        self.details, self.answer = Details(place), AnswerPanel(place)
        self.reason = OneLine(place.icons)
        self._title = QLabel()
        self._answer, self._annul = QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    def read(self) -> None:
        """Read the open cases."""
        self.place.jobs.read(self, complaints.still_open, done=self._take_cases)

    def back(self) -> bool:
        """Leave the answer or the reason that is being typed."""
        if self.answer.isVisible():
            self.answer.leave()
        elif self.reason.isVisible():
            self._leave_reason()
        else:
            return False
        return True

    def save_draft(self) -> None:
        """Save the answer that is being typed."""
        if self.answer.isVisible():
            self.answer.save_draft()

    def retranslate(self) -> None:
        """Set the words."""
        self._answer.setText(self.tr("Answer and close (Enter)"))
        self._annul.setText(self.tr("Annul (Del)"))
        self.list.setAccessibleName(self.tr("Open complaints"))
        self.list.say_when_empty(self.tr("No complaint is open. F4 puts one on record."))
        self.setAccessibleName(self.tr("Open complaints"))
        self.list.repaint_rows()
        self._count()

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        space = self.place.theme.space
        self._title.setProperty("role", "strong")
        self.list.set_widths(2, {3: 140})
        left, right = QFrame(), QFrame()
        for card in (left, right):
            card.setProperty("card", True)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self._title)
        column.addWidget(self.list)
        side = QVBoxLayout(right)
        side.setContentsMargins(1, 1, 1, 10)
        side.addWidget(self.details, 3)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(14, 0, 14, 0)
        buttons.addWidget(self._answer)
        buttons.addWidget(self._annul)
        buttons.addStretch(1)
        side.addWidget(self._buttons)
        side.addWidget(self.answer, 2)
        side.addWidget(self.reason)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(space("m"))
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([640, 400])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self._answer.setProperty("primary", True)
        self.list.moved.connect(self._show_case)
        self.list.chosen.connect(self._begin_answer)
        self.list.struck.connect(self._ask_reason)
        self._answer.clicked.connect(lambda: self._begin_answer(self.list.current()))
        self._annul.clicked.connect(lambda: self._ask_reason(self.list.current()))
        self.answer.closed.connect(self._leave_answer)
        self.answer.answered.connect(self._answered)
        self.reason.asked.connect(self._annul_case)
        self.reason.closed.connect(self._leave_reason)

    def _take_cases(self, cases: list[Complaint]) -> None:
        self.list.set_rows(cases)
        self._count()

    def _count(self) -> None:
        count = self.list.model().rowCount()
        self._title.setText(self.tr("Open complaints · {count}").format(count=count))

    def _show_case(self, case: Complaint | None) -> None:
        self.details.show_case(case)
        self._show_buttons()
        if case:
            self.place.jobs.read(
                self, rules.of_case, case.pack, done=self.details.show_pack, failed=self._no_pack
            )

    def _show_buttons(self) -> None:
        writing = self.answer.isVisible() or self.reason.isVisible()
        self._buttons.setVisible(bool(self.list.current()) and not writing)

    def _no_pack(self, error: UserError) -> None:
        """Show the case without the words of rules that another site keeps."""

    def _begin_answer(self, case: Complaint | None) -> None:
        if case:
            self._leave_reason()
            self.answer.answer(case)
            self._show_buttons()

    def _leave_answer(self) -> None:
        self.answer.hide()
        self._show_buttons()
        self.setFocus()

    def _answered(self, case: Complaint) -> None:
        self._leave_answer()
        self._told(self.tr("{folio} is answered and closed.").format(folio=case.folio), case)

    def _ask_reason(self, case: Complaint | None) -> None:
        if case:
            self.answer.leave()
            self._annulling = case
            question = self.tr("Why is {folio} annulled? Its number stays taken.")
            self.reason.open("circle-alert", question.format(folio=case.folio))
            self._show_buttons()

    def _annul_case(self, reason: str) -> None:
        if self._annulling:
            self.place.jobs.write(
                self, complaints.annul, self._annulling.id, reason,
                done=self._annulled, failed=self._refused,
            )  # fmt: skip

    def _annulled(self, case: Complaint) -> None:
        self._leave_reason()
        self._told(self.tr("{folio} is annulled.").format(folio=case.folio), case)

    def _told(self, text: str, case: Complaint) -> None:
        reopen = partial(self.place.jobs.write, self, complaints.reopen, case.id)
        self.place.messages.say(text, "ok", reopen)

    def _refused(self, error: UserError) -> None:
        self.reason.error.refuse(self.reason.field, self.place.messages.sentence(error))

    def _leave_reason(self) -> None:
        self._annulling = None
        if self.reason.isVisible():
            self.reason.hide()
            self._show_buttons()
            self.setFocus()
