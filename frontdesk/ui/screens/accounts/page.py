"""The form of one person's role, letters and PIN; or of the first administrator of the house."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
)

from frontdesk.base.errors import UserError
from frontdesk.core import accounts
from frontdesk.core.accounts import Account
from frontdesk.ui.keys import ENTER, KeepsKeys
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.accounts import form
from frontdesk.ui.screens.accounts.form import House
from frontdesk.ui.screens.accounts.model import ROLES, role_word
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.foot import foot, stand
from frontdesk.ui.widgets.scrolled import bare_page
from frontdesk.ui.workplace import Workplace


class AccountPage(KeepsKeys, Translated, QFrame):
    """The form. `saved` carries the account, and the recovery code of a first administrator."""

    saved = Signal(object, str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self._account: Account | None = None
        self._house = House((), 0)
        self._is_sent = False
        self.name, self.letters, self.pin = QLineEdit(), QLineEdit(), QLineEdit()
        self.role = QComboBox()
        self.fields = {
            "name": Field(self.name), "role": Field(self.role), "initials": Field(self.letters),
            "secret": Field(self.pin),
        }  # fmt: skip
        self._title, self._why, self._save = QLabel(), QLabel(), QPushButton()
        self._how = QLabel()
        for role in ROLES:
            self.role.addItem("", role)
        self._lay_out()
        self._save.clicked.connect(self.submit)
        self.name.textEdited.connect(self._propose)
        self.role.activated.connect(self._edited)
        for entry in (self.name, self.letters, self.pin):
            entry.textEdited.connect(self._edited)
        self.retranslate()

    @property
    def is_first(self) -> bool:
        """Whether the first administrator is being made."""
        return not self._house.has_pins

    def show_one(self, account: Account | None, house: House) -> None:
        """Show somebody, or ask for the first administrator; what is being typed stays."""
        is_same = (
            account == self._account and house.has_pins == self._house.has_pins
        )  # fmt: skip
        self._account, self._house = account, house
        if not is_same:
            self._fill()
        self._dress()

    def focus_first(self) -> None:
        """Put the caret where typing begins."""
        entry = self.name if self.is_first else self.letters if self._lacks_pin() else self.role
        entry.setFocus()

    def submit(self) -> None:
        """Save what is typed."""
        if self._is_sent or (self._account is None and not self.is_first):
            return
        self._is_sent = True
        write, letters, secret = self.place.jobs.write, self.letters.text(), self.pin.text()
        if self.is_first:
            write(
                self, accounts.first_admin, self.name.text(), initials=letters, secret=secret,
                done=lambda told: self._done(*told), failed=self._refuse,
            )  # fmt: skip
        elif self._account:
            write(
                self, accounts.put, self._account.person_id, role=str(self.role.currentData()),
                initials=letters, secret=secret, done=self._done, failed=self._refuse,
            )  # fmt: skip

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Role, letters and PIN"))
        for place, role in enumerate(ROLES):
            self.role.setItemText(place, role_word(role))
        self.fields["name"].set_label(self.tr("&Name"))
        self.fields["role"].set_label(self.tr("&Role"))
        self.fields["initials"].set_label(self.tr("&Two letters to sign in with"))
        self._save.setText(self.tr("Save (Enter)"))
        self._why.setText(
            self.tr(
                "So far everybody may do everything here. With a first administrator the desk "
                "asks who is there: two letters and a PIN. Without, all stays as it is."
            )
        )
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter from any of the fields."""
        if event.key() in ENTER:
            self.submit()
        else:
            super().keyPressEvent(event)

    def keeps(self, event: QKeyEvent) -> bool:
        """Keep Ctrl+Enter, with which elsewhere the visitor goes."""
        return event.key() in ENTER

    def _lacks_pin(self) -> bool:
        return self._account is not None and not self._account.initials

    def _fill(self) -> None:
        account = self._account
        self.name.clear()
        self.pin.clear()
        self.role.setCurrentIndex(max(self.role.findData(account.role if account else ""), 0))
        letters = account.initials if account else ""
        if account and not letters:
            letters = form.proposed(account.name, self._house.people)
        self.letters.setText(letters)
        self._edited()

    def _propose(self, name: str) -> None:
        self.letters.setText(form.proposed(name, self._house.people))

    def _edited(self) -> None:
        for field in self.fields.values():
            field.accept()
        self._dress()

    def _dress(self) -> None:
        """Show the fields that this person or the first administrator needs."""
        first, account = self.is_first, self._account
        self.fields["name"].setVisible(first)
        self.fields["role"].setVisible(not first)
        self._why.setVisible(first)
        self._title.setText(
            self.tr("The first administrator") if first else account.name if account else ""
        )
        self.setEnabled(first or account is not None)
        admin = first or self.role.currentData() == "admin"
        if first or self._lacks_pin():
            word = self.tr("&Password") if admin else self.tr("&PIN")
        else:
            word = self.tr("New &password") if admin else self.tr("New &PIN")
        self.fields["secret"].set_label(word)
        self.fields["secret"].note(self._needs(admin=admin))
        self._how.setText(self.tr("Esc goes back"))

    def _needs(self, *, admin: bool) -> str:
        least = self.tr("At least 10 characters; some words in a row are easy to keep in mind.")
        short = self.tr("At least 4 digits.")
        words = least if admin else short
        account = self._account
        is_new_admin = admin and account is not None and account.role != "admin"
        if self.is_first or self._lacks_pin() or is_new_admin:
            return words
        return f"{words} {self.tr('Left empty, the one there stays.')}"

    def _done(self, account: Account, code: str = "") -> None:
        self._is_sent = False
        self.pin.clear()
        self.saved.emit(account, code)

    def _refuse(self, error: UserError) -> None:
        self._is_sent = False
        self.place.messages.refuse(error, self.fields.get(error.field))

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        for label in (self._title, self._why):
            label.setWordWrap(True)
        self.letters.setMaxLength(2)
        self.pin.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        page, column = bare_page(self.place.theme, "xl", "l", "xs", between="m")
        for widget in (self._title, self._why, *self.fields.values()):
            column.addWidget(widget)
        row = foot(self._save, self._how, self.place.theme.space("m"))
        stand(self, self.place.theme, page, row, grows=False)
