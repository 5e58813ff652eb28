"""The queue of one office: who is at the counter and who waits, each step one key.

The office is chosen once and remembered for this desk; the reception changes it to call on behalf
of another one. Digits are the deeds, Enter the one that comes next; letters go into the box.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from frontdesk.base.errors import UserError
from frontdesk.core import queue
from frontdesk.core.queue import Row, Ticket
from frontdesk.core.rules.packs import Choice
from frontdesk.ui.keys import CONTROL, ENTER, is_plain
from frontdesk.ui.live import twice
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.queue import form, own
from frontdesk.ui.screens.queue.away import Away
from frontdesk.ui.screens.queue.form import AtOffice, Branch, Change
from frontdesk.ui.screens.queue.model import QueueModel, did
from frontdesk.ui.screens.queue.sending import SendOn
from frontdesk.ui.screens.queue.side import Side
from frontdesk.ui.widgets.card import Card, framed
from frontdesk.ui.widgets.finder import Finder
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.one_line import OneLine
from frontdesk.ui.widgets.room import fill, side_by_side
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Workplace

SETTING = "queue/office"
TICK_MS = 20_000


class QueueScreen(Screen):
    """The list, the ticket in hand, and the pages that ask for an office or a reason."""

    tables = frozenset({"ticket", "errand", "ticket_call", "contact", "office", "double_call"})
    own_keys = own.own_keys

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._office_id = str(place.settings.value(SETTING, "", type=str))
        self._shown: AtOffice | None = None
        self._wanted = self._asks_for = ""
        self._waits = False
        self.model = QueueModel(place.theme, place.icons, place.wording, place.jobs.now)
        self.list = Table(self.model)
        self.side, self.sending = Side(place), SendOn(place)
        self.finder, self.slip = Finder(place.theme), OneLine(place.icons)
        self._title, self._change, self._let_in = QLabel(), QPushButton(), QPushButton()
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._go_by)
        self._tick.start()
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def read(self) -> None:
        """Read the tickets of the office; without one, ask which it is."""
        jobs, now = self.place.jobs, self.place.jobs.now()
        if self._office_id:
            jobs.read(self, form.look, self._office_id, now=now, done=self._take, failed=self._lost)
        elif not self._asks_for:
            self.ask_office()

    def showEvent(self, event: Any) -> None:
        """Learn the priorities of the law with the tickets."""
        self._read_priorities()
        super().showEvent(event)

    def back(self) -> bool:
        """Leave what is being asked, one page at a time."""
        if self.slip.isVisible():
            self._leave_slip()
        elif self._right.currentWidget() is self.sending:
            self.sending.step_back()
        elif self._right.currentWidget() is self.finder and self._office_id:
            self._leave_page()
        else:
            return False
        return True

    def save_draft(self) -> None:
        """Save the story that is being typed."""
        if self._right.currentWidget() is self.sending:
            self.sending.save_draft()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Queue"))
        self.list.setAccessibleName(self.tr("Who is here"))
        self.list.setAccessibleDescription(
            self.tr("Enter does what comes next, digits do the rest")
        )
        self._change.setText(self.tr("Another office (Ctrl+O)"))
        self._let_in.setText(self.tr("Let in with a slip (+)"))
        self.finder.hint(self.tr("A few letters of the office"))
        self.list.say_when_empty(
            self.tr("Nobody waits here. Who is given a slip with F3 appears by themselves.")
        )
        self.list.repaint_rows()
        if self.isVisible():
            self._read_priorities()
        self._name()

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the digits, Enter and +; letters go on to the box."""
        control = event.modifiers() == CONTROL
        plain = is_plain(event)
        if event.isAutoRepeat() and event.key() in ENTER:
            return
        if control and event.key() == Qt.Key.Key_O:
            self.ask_office()
        elif event.text() == "+" and not control:
            self.ask_slip()
        elif plain and event.text() in form.DIGITS.values() and self._is_idle():
            self.do(form.meant(event.text(), self._state()))
        elif plain and event.key() in ENTER and self._is_idle():
            self.do(self.side.next_deed)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ deeds

    def do(self, deed: str) -> None:
        """Do what a key or a button means for the ticket in hand; what is under way comes first."""
        row: Row | None = self.list.current()
        if self._waits or not self._office_id:
            return
        if deed == "call":
            grant, done = self.place.live.grant, partial(self._did, deed)
            self._write(form.do, deed, self._office_id, grant=grant, done=done)
        elif row is None:
            said = self.tr("There is no ticket in hand; 1 calls the next.")
            self.place.messages.say(said, "info")
        elif deed in ("wrong", "transfer"):
            self._ask_where(row, is_wrong=deed == "wrong")
        elif deed == "priority":
            self._ask_priority(row)
        else:
            self._write(form.do, deed, row.contact_id, done=partial(self._did, deed))

    def ask_office(self) -> None:
        """Ask whose queue it is; those at which somebody waits stand first."""
        now = self.place.jobs.now()
        self.place.jobs.read(self, form.branches, now=now, done=self._take_branches)

    def ask_slip(self) -> None:
        """Ask for the number on a slip: of who comes again, or with a slip of another day."""
        self.slip.open("ticket", self.tr("Which number is on the slip?"))

    def _write(self, operation: Any, *fields: Any, **named: Any) -> None:
        self._waits = True
        self.place.jobs.write(self, operation, *fields, failed=self._refused, **named)

    def _did(self, deed: str, change: Change) -> None:
        self._waits = False
        if deed == "call":
            self._select(change.ticket.contact_id)
        undo = partial(self._write, queue.put_back, change.before, done=self._back)
        self.place.messages.say(
            did(deed, change.ticket), form.TONES.get(deed, "ok"), undo if change.before else None
        )

    def _back(self, ticket: Ticket) -> None:
        self._waits = False
        self.place.messages.say(self.tr("{number} is back").format(number=ticket.number), "info")

    def _refused(self, error: UserError) -> None:
        self._waits = False
        self.place.messages.refuse(error)

    # ------------------------------------------------------------------ pages

    def _ask_where(self, row: Row, *, is_wrong: bool) -> None:
        try:
            form.check("wrong" if is_wrong else "transfer", row)
        except UserError as error:
            self.place.messages.refuse(error)
            return
        self.place.jobs.read(
            self, form.doors, self._office_id, row.article_id,
            done=lambda doors: self._show_sending(row, doors, is_wrong=is_wrong),
        )  # fmt: skip

    def _show_sending(self, row: Row, doors: list[Any], *, is_wrong: bool) -> None:
        self._open_page(self.sending)
        self.sending.begin(row, doors, is_wrong=is_wrong)

    def _sent(self, ticket: Ticket) -> None:
        self._leave_page()
        text = self.tr("{number} goes back to the desk")
        if ticket.state == "waiting":
            text = self.tr("{number} waits for {office}")
        self.place.messages.say(text.format(number=ticket.number, office=ticket.office_name))

    def _ask_priority(self, row: Row) -> None:
        if not self.model.priorities:
            self.place.messages.say(self.tr("The law here knows no priority"), "info")
            return
        choices = [*self.model.priorities.items(), ("", self.tr("No priority"))]
        self._ask(f"priority {row.contact_id}", self.tr("Which priority has {number}?").format(
            number=row.number), choices)  # fmt: skip

    def _take_branches(self, branches: list[Branch]) -> None:
        choices = [(branch.office.id, self._named(branch)) for branch in branches]
        self._ask("office", self.tr("Whose queue is it?"), choices)

    def _ask(self, about: str, question: str, choices: list[tuple[str, str]]) -> None:
        self._asks_for = about
        self.finder.ask(question, choices)
        self._open_page(self.finder)

    def _found(self, key: str) -> None:
        about, _, contact_id = self._asks_for.partition(" ")
        self._leave_page()
        if about == "office":
            self._office_id = key
            self.place.settings.setValue(SETTING, key)
            self.read()
        else:
            self._write(queue.give_priority, contact_id, key, done=self._prioritised)

    def _prioritised(self, ticket: Ticket) -> None:
        self._waits = False
        law = self.model.priorities.get(ticket.priority, self.tr("no priority"))
        self.place.messages.say(f"{ticket.number}: {law}")

    def _open_page(self, page: QWidget) -> None:
        """Show a page at the right; the focus is there, or in the list beside the ticket."""
        self._right.setCurrentWidget(page)
        self.setFocusProxy(self.list if page is self.side else page)
        self.setFocus()

    def _leave_page(self) -> None:
        self._asks_for = ""
        self._open_page(self.side)

    def _leave_slip(self) -> None:
        self.slip.hide()
        self.list.setFocus()

    def _let_in_with(self, number: str) -> None:
        self.place.jobs.write(
            self, form.let_in, number, done=self._entered, failed=self._slip_refused
        )

    def _entered(self, ticket: Ticket) -> None:
        self._leave_slip()
        self.place.messages.say(
            self.tr("{number} waits for {office}").format(
                number=ticket.number, office=ticket.office_name
            )
        )

    def _slip_refused(self, error: UserError) -> None:
        self.place.messages.refuse(error, self.slip)

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        space = self.place.theme.space
        self.list.set_widths(3, {0: 104, 1: 142, 2: 80, 4: 140})
        self._show_columns()
        buttons = FlowLayout(space("s"))
        for button in (self._change, self._let_in):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        self.finder.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        for page in (self.side, self.finder, self.sending):
            self._right.addWidget(page)
        theme = self.place.theme
        away = Away(self.place.live)
        left = Card(theme, buttons, self.slip, away, self.list, title=self._title)
        fill(self, side_by_side(theme, (left, 66), (framed(self._right), 38)))
        self.setFocusProxy(self.list)

    def _show_columns(self) -> None:
        """Leave out what nobody has; with large text, what the ticket in hand tells as well."""
        rows = self._shown.rows if self._shown else ()
        self.list.show_column(2, shown=not self.place.theme.is_large)
        self.list.show_column(4, shown=any(row.priority for row in rows))

    def _connect(self) -> None:
        self.place.theme.changed.connect(self._show_columns)
        self.list.moved.connect(self._show_row)
        self.list.chosen.connect(lambda _row: self.do(self.side.next_deed))
        self.side.asked.connect(self.do)
        self.finder.found.connect(self._found)
        self.sending.sent.connect(self._sent)
        self.sending.closed.connect(self._leave_page)
        self.slip.asked.connect(self._let_in_with)
        self.slip.closed.connect(self._leave_slip)
        self._change.clicked.connect(self.ask_office)
        self._let_in.clicked.connect(self.ask_slip)

    def _take(self, shown: AtOffice) -> None:
        self._shown = shown
        before = self.list.current()
        self.list.set_rows(shown.rows)
        if before is None or self.model.place_of(before.id) < 0:
            self.list.selectRow(form.next_in_hand(shown.rows))
        if self._wanted:
            self._select(self._wanted)
        self._show_columns()
        self._name()

    def _select(self, contact_id: str) -> None:
        """Take a ticket in hand, once it is in the list."""
        place = self.model.place_of(contact_id)
        row = self.model.row(place)
        if row is not None and row.state == "called":
            self.list.selectRow(place)
            contact_id = ""
        self._wanted = contact_id

    def _lost(self, _error: UserError) -> None:
        """Ask again for the office where the remembered one is gone."""
        self._office_id = ""
        self.ask_office()

    def _read_priorities(self) -> None:
        now = self.place.jobs.now()
        self.place.jobs.read(self, queue.priorities, now, done=self._take_priorities)

    def _take_priorities(self, choices: tuple[Choice, ...]) -> None:
        lang = self.place.language.code
        self.model.priorities = {choice.code: choice.name.in_language(lang) for choice in choices}
        self.model.repaint()

    def _go_by(self) -> None:
        """Show that time goes by."""
        if self.isVisible():
            self.model.repaint()
            self._show_row(self.list.current())

    def _show_row(self, row: Row | None) -> None:
        law = self.model.priorities.get(row.priority, row.priority) if row else ""
        self.side.show_row(row, law, self.model.lasting(row) if row else "")

    def _state(self) -> str:
        return str(getattr(self.list.current(), "state", ""))

    def _is_idle(self) -> bool:
        """Tell whether nothing is being asked."""
        return self._right.currentWidget() is self.side and not self.slip.isVisible()

    def _name(self) -> None:
        if self._shown is None:
            self._title.setText(self.tr("Queue"))
            return
        shown, text = self._shown, self.tr("{office} · waiting: {count}")
        text = text.format(office=shown.office.name, count=shown.waiting)
        self._title.setText("\n".join((text, *map(twice, self._shown.doubles))))

    def _named(self, branch: Branch) -> str:
        if branch.counter is None or not branch.counter.waiting:
            return branch.office.name
        return self.tr("{office} · waiting: {count}, longest {lasting}").format(
            office=branch.office.name, count=branch.counter.waiting,
            lasting=self.place.wording.lasting(branch.counter.longest_s),
        )  # fmt: skip
