"""What is being done against what many complain of: each action with its owner and its day.

1 says that it is done, 2 that it is dropped and why; Enter goes to the cases and opens one there.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core.complaints import causes
from frontdesk.core.complaints.board import Line
from frontdesk.core.complaints.causes import Action
from frontdesk.ui.commands.own import OwnKey
from frontdesk.ui.keys import is_plain
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.causes import form
from frontdesk.ui.screens.causes.form import Row
from frontdesk.ui.screens.causes.model import CasesModel, CausesModel
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.one_line import OneLine
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Workplace

CAUSE, COUNT = 3, 4  # columns of the upper list
RECEIVED, OFFICE = 1, 3  # columns of the lower one


class CausesScreen(Screen):
    """The actions and causes, and below them the cases of the one in hand."""

    tables = frozenset({"cause", "action", "complaint"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        theme, icons = place.theme, place.icons
        self.list = Table(
            CausesModel(theme, icons, lambda: clock.day(place.jobs.now(), place.here.zone))
        )
        self.cases = Table(CasesModel(theme, icons, place.wording))
        self.line = OneLine(icons)
        self._title, self._of = QLabel(), QLabel()
        self._done, self._drop = QPushButton(), QPushButton()
        self._lay_out()
        self.list.moved.connect(self._show_cases)
        self.list.chosen.connect(self._to_cases)
        self.cases.chosen.connect(self._open)
        self._done.clicked.connect(self.settle)
        self._drop.clicked.connect(self.ask_why_dropped)
        self.line.asked.connect(self._dropped)
        self.line.closed.connect(self._leave_line)
        self.setFocusProxy(self.list)
        place.theme.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def read(self) -> None:
        """Read the actions that are open and the causes."""
        self.place.jobs.read(self, form.rows, done=self.list.set_rows)

    def back(self) -> bool:
        """Leave the question, then the cases."""
        if self.line.isVisible():
            self._leave_line()
        elif self.cases.hasFocus():
            self.list.setFocus()
        else:
            return False
        return True

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return what can be done with an action."""
        return (
            OwnKey("1", self.tr("The action is done"), self.settle, icon="circle-check"),
            OwnKey("2", self.tr("The action is dropped…"), self.ask_why_dropped, icon="x"),
            OwnKey(self.tr("Enter"), self.tr("To the cases"), self.cases.setFocus),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the two digits; letters go on to the box."""
        deeds = {"1": self.settle, "2": self.ask_why_dropped}
        if is_plain(event) and event.text() in deeds and not self.line.isVisible():
            deeds[event.text()]()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        name = self.tr("Causes and what is done about them")
        self.setAccessibleName(name)
        self.list.setAccessibleName(name)
        self.list.setAccessibleDescription(self.tr("1 done, 2 dropped, Enter goes to the cases"))
        self._title.setText(name)
        self.cases.setAccessibleName(self.tr("The cases of this cause"))
        self._done.setText(self.tr("1  Done"))
        self._drop.setText(self.tr("2  Dropped…"))
        self.list.say_when_empty(self.tr("No cause is known yet; 9 on a case names one."))
        self.cases.say_when_empty(self.tr("No case is under this cause. Ctrl+L shows them all."))
        for table in (self.list, self.cases):
            table.repaint_rows()
        self._show_cause(self.list.current())

    # ------------------------------------------------------------------ deeds

    def settle(self) -> None:
        """Say that the action in hand is done."""
        if action := self._action():
            self.place.jobs.write(self, causes.settle, action.id, done=self._settled)

    def ask_why_dropped(self) -> None:
        """Ask why the action in hand is dropped."""
        if self._action():
            self.line.open("x", self.tr("Why is it dropped?"))

    def _dropped(self, why: str) -> None:
        if action := self._action():
            self.place.jobs.write(
                self, causes.settle, action.id, "dropped", outcome=why, done=self._settled,
                failed=self._refused,
            )  # fmt: skip

    def _settled(self, action: Action) -> None:
        self._leave_line()
        done, dropped = self.tr("Done: {what}"), self.tr("Dropped: {what}")
        said = done if action.state == "done" else dropped
        undo = partial(self.place.jobs.write, self, causes.take_up, action.id)
        self.place.messages.say(said.format(what=action.what), "ok", undo)

    def _refused(self, error: UserError) -> None:
        self.place.messages.refuse(error, self.line)

    def _action(self) -> Action | None:
        row: Row | None = self.list.current()
        if row is not None and row.action is None:
            said = self.tr("Nothing is being done about it yet; 9 on one of its cases sets it.")
            self.place.messages.say(said, "info")
        return row.action if row else None

    # ------------------------------------------------------------------ inside

    def _show_cause(self, row: Row | None) -> None:
        said = self.tr("The cases of: {cause}")
        self._of.setText(said.format(cause=row.cause.title) if row else self.tr("The cases"))

    def _draw(self) -> None:
        """Leave out what stands elsewhere as well where large print has no room for it."""
        is_small = not self.place.theme.is_large
        for table, columns in ((self.list, (CAUSE, COUNT)), (self.cases, (RECEIVED, OFFICE))):
            for column in columns:
                table.show_column(column, shown=is_small)

    def _show_cases(self, row: Row | None) -> None:
        self._show_cause(row)
        acts = row is not None and row.action is not None
        for button in (self._done, self._drop):
            button.setEnabled(acts)
        if row is None:
            self.cases.set_rows([])
            return
        today = clock.day(self.place.jobs.now(), self.place.here.zone)
        self.place.jobs.read(
            self, form.cases_of, row.cause.id, today=today, done=self.cases.set_rows
        )

    def _to_cases(self, _row: Row) -> None:
        self.cases.setFocus()

    def _open(self, case: Line) -> None:
        self.asks.emit(case.folio)

    def _leave_line(self) -> None:
        self.line.hide()
        self.list.setFocus()

    def _lay_out(self) -> None:
        theme = self.place.theme
        self.list.set_widths(1, {2: 150, 3: 260})
        self.cases.set_widths(2, {3: 200})
        deeds = self._done, self._drop
        for button in deeds:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.space("m"))
        whole.addWidget(Card(theme, self.line, self.list, title=self._title, beside=deeds), 3)
        whole.addWidget(Card(theme, self.cases, title=self._of), 2)
