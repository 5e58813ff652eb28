"""People and PINs: the list at the left, role, letters and PIN of one of them at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget

from frontdesk.base.errors import UserError
from frontdesk.core import accounts
from frontdesk.core.accounts import Account
from frontdesk.ui.commands.own import OwnKey
from frontdesk.ui.keys import is_plain
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.accounts import form
from frontdesk.ui.screens.accounts.code_page import CodePage
from frontdesk.ui.screens.accounts.form import House
from frontdesk.ui.screens.accounts.model import AccountsModel
from frontdesk.ui.screens.accounts.page import AccountPage
from frontdesk.ui.widgets.card import Card, framed
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.one_line import OneLine
from frontdesk.ui.widgets.room import fill, side_by_side
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.ui.printing import Press


class AccountsScreen(Screen):
    """The screen. Digits are for the whole house: a new code, the idle minutes."""

    tables = frozenset({"account", "person", "setting"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._house = House((), 0)
        self._is_new = False
        self.list = Table(AccountsModel(place.theme, place.icons))
        self.page, self.code, self.line = AccountPage(place), CodePage(place), OneLine(place.icons)
        self._title, self._take = QLabel(), QPushButton()
        self._code, self._idle = QPushButton(), QPushButton()
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def read(self) -> None:
        """Read who is there."""
        self.place.jobs.read(self, form.house, done=self._take_house)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where one types; that is known once it is read who is there."""
        self._is_new = True
        super().showEvent(event)

    def back(self) -> bool:
        """Leave the question, then the form; a code on show stays until it is on paper."""
        if self.line.isVisible():
            self._leave_line()
        elif self.code.code:
            self.code.setFocus()
        elif self._house.has_pins and not self.list.hasFocus():
            self.list.setFocus()
        else:
            return False
        return True

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return what is done here with the one in the list, and for the whole house."""
        if not self._house.has_pins:
            return ()
        return (
            OwnKey(self.tr("Enter"), self.tr("Role, letters and PIN"), self.page.focus_first),
            OwnKey(self.tr("Del"), self.tr("Take the PIN away"), self._take.click),
            OwnKey("1", self.tr("New recovery code"), self._renew_code, icon="key-round"),
            OwnKey("2", self.tr("Idle minutes until the desk locks"), self._ask_idle, icon="lock"),
        )

    def print_paper(self, press: Press) -> bool:
        """Print the code on show; never keep it as a file."""
        if not self.code.code:
            return False
        if press.has_printer():
            from frontdesk.exchange.recovery_paper import recovery_paper

            here, lang = self.place.here, self.place.language.code
            press.print(recovery_paper(self.code.code, here, lang, now=self.place.jobs.now()))
        else:
            self.place.messages.say(self.tr("There is no printer: write the code down"), "warn")
        return True

    def retranslate(self) -> None:
        """Set the words."""
        name = self.tr("People and PINs")
        self.setAccessibleName(name)
        self._title.setText(name)
        self.list.setAccessibleName(name)
        self.list.setAccessibleDescription(self.tr("Enter changes role, letters and PIN"))
        self.list.say_when_empty(
            self.tr("Nobody is entered yet. Enter saves the first one, at the right.")
        )
        self._take.setText(self.tr("Take the PIN away (Del)"))
        self._code.setText(self.tr("New recovery code (1)"))
        self._name_idle()
        self.list.repaint_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the two digits."""
        plain = is_plain(event)
        if plain and event.text() == "1" and self._house.has_pins:
            self._renew_code()
        elif plain and event.text() == "2" and self._house.has_pins:
            self._ask_idle()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        theme = self.place.theme
        self.list.set_widths(1, {0: 84, 2: 130})
        buttons = FlowLayout(theme.space("s"))
        for button in (self._take, self._code, self._idle):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        self._right.addWidget(self.page)
        self._right.addWidget(self.code)
        left = Card(theme, buttons, self.line, self.list, title=self._title)
        fill(self, side_by_side(theme, (left, 56), (framed(self._right), 52)))
        self.line.hide()

    def _connect(self) -> None:
        self.list.moved.connect(lambda _row: self._show_current())
        self.list.chosen.connect(lambda _row: self.page.focus_first())
        self.list.struck.connect(self._take_away)
        self.page.saved.connect(self._saved)
        self.code.kept.connect(self._kept)
        self.line.asked.connect(self._set_idle)
        self.line.closed.connect(self._leave_line)
        self._take.clicked.connect(lambda: self._take_away(self.list.current()))
        self._code.clicked.connect(self._renew_code)
        self._idle.clicked.connect(self._ask_idle)

    def _take_house(self, house: House) -> None:
        self._house = house
        self.setFocusProxy(self.list if house.has_pins else self.page.name)
        self.list.set_rows(house.people)
        for button in (self._take, self._code, self._idle):
            button.setVisible(house.has_pins)
        self._name_idle()
        self._show_current()
        if self._is_new:
            self._is_new = False
            self.setFocus()

    def _show_current(self) -> None:
        current: Account | None = self.list.current()
        self._take.setEnabled(bool(current and current.initials))
        self.page.show_one(current if self._house.has_pins else None, self._house)

    def _name_idle(self) -> None:
        minutes = self._house.idle_min
        text = self.tr("Locks after %n min (2)", "", minutes)
        self._idle.setText(text if minutes else self.tr("Does not lock by itself (2)"))

    # ------------------------------------------------------------------ deeds

    def _saved(self, account: Account, code: str) -> None:
        session = self.place.session
        if code or account.person_id == session.person_id:
            session.enter(accounts.entered_as(account))
        if code:
            self._show_code(code)
            return
        text = self.tr("{name} signs in as {initials}")
        self.place.messages.say(text.format(name=account.name, initials=account.initials))
        self.list.setFocus()

    def _take_away(self, account: Account | None) -> None:
        if account and account.initials:
            self.place.jobs.write(
                self, accounts.remove, account.person_id, done=partial(self._taken, account)
            )

    def _taken(self, account: Account, kept: str) -> None:
        if not any(p.initials and p != account for p in self._house.people):
            self.place.session.open_house()
        self.place.messages.say(
            self.tr("{name} has no PIN any more").format(name=account.name), "ok",
            partial(self._give_back, account.person_id, kept),
        )  # fmt: skip

    def _give_back(self, person_id: str, kept: str) -> None:
        self.place.jobs.write(
            self, accounts.give_back, person_id, kept, done=lambda _: self._given_back()
        )

    def _given_back(self) -> None:
        if not self.place.session.has_user:  # the last PIN was gone, and is there again
            self.place.session.lock()

    def _renew_code(self) -> None:
        self.place.jobs.write(self, accounts.renew_code, done=self._show_code)

    def _show_code(self, code: str) -> None:
        self.code.show_code(code)
        self._right.setCurrentWidget(self.code)
        self.code.setFocus()

    def _kept(self) -> None:
        self.code.show_code("")
        self._right.setCurrentWidget(self.page)
        self.list.setFocus()

    def _ask_idle(self) -> None:
        question = self.tr("After how many idle minutes does the desk lock itself? 0 is never.")
        self.line.open("lock", question, str(self._house.idle_min))

    def _set_idle(self, text: str) -> None:
        minutes = int(text) if text.strip().isdecimal() else -1
        self.place.jobs.write(
            self, accounts.set_idle_min, minutes, done=lambda _: self._leave_line(),
            failed=self._refuse_idle,
        )  # fmt: skip

    def _refuse_idle(self, error: UserError) -> None:
        self.place.messages.refuse(error, self.line)

    def _leave_line(self) -> None:
        self.line.hide()
        self.list.setFocus()
