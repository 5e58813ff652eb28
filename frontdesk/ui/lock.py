"""What covers the window while nobody is signed in, or another one is about to: two letters, a PIN.

By keys alone: the second letter moves on to the PIN, Enter goes in. Who has lost the password comes
in by the recovery code and chooses a new one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from frontdesk.base.errors import UserError
from frontdesk.ui.keys import ENTER
from frontdesk.ui.language import Translated
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.core.accounts import Entered

WIDTH = 460
SIGN = 30
LETTERS = 2


class Lock(Translated, QFrame):
    """The cover. `entered` tells who came in, `left` that somebody went back to what was there."""

    entered = Signal(object)
    left = Signal()

    def __init__(self, place: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self.place, self._window = place, window
        self._is_change = self._is_recovery = self._is_sent = False
        self._new: Entered | None = None
        self.letters, self.pin, self.code = QLineEdit(), QLineEdit(), QLineEdit()
        self.fields = {
            "code": Field(self.code), "initials": Field(self.letters), "secret": Field(self.pin)
        }  # fmt: skip
        self._sign, self._title, self._how = QLabel(), QLabel(), QLabel()
        self._told, self._enter, self._lost = QLabel(), QPushButton(), QPushButton()
        self._lay_out()
        self.setFocusProxy(self.letters)
        window.installEventFilter(self)
        self.letters.textEdited.connect(self._letters_typed)
        for entry in (self.letters, self.pin, self.code):
            entry.textEdited.connect(self._edited)
        self._enter.clicked.connect(self.submit)
        self._lost.clicked.connect(self._lose)
        place.theme.changed.connect(self._draw)
        self.retranslate()

    def ask(self, *, change: bool) -> None:
        """Cover the window and ask who is there; a change of user can be left with Esc."""
        self._is_change, self._is_recovery, self._new = change, False, None
        for entry in (self.letters, self.pin, self.code):
            entry.clear()
        self._edited()
        self._dress()
        self._cover()
        self.show()
        self.raise_()
        self.letters.setFocus()

    def back(self) -> None:
        """Take one step back: from the recovery code, then from a change of user."""
        if self._is_recovery and self._new is None:
            self._is_recovery = False
            self._edited()
            self._dress()
            self.letters.setFocus()
        elif self._is_change:
            self.left.emit()

    def submit(self) -> None:
        """Try what is typed; or go on, once the new code is written down."""
        from frontdesk.core import accounts  # brings the search along, after the first paint

        if self._new:
            self.entered.emit(self._new)
            return
        if self._is_sent:
            return
        self._is_sent = True
        write, typed = self.place.jobs.write, (self.letters.text(), self.pin.text())
        if self._is_recovery:
            write(
                self, accounts.recover, self.code.text(), *typed,
                done=self._answered, failed=self._refuse,
            )  # fmt: skip
        else:
            write(self, accounts.sign_in, *typed, done=self._answered, failed=self._refuse)

    def retranslate(self) -> None:
        """Set the words."""
        self.fields["initials"].set_label(self.tr("&Your two letters"))
        self.fields["code"].set_label(self.tr("Recovery &code, from the paper of the set-up"))
        self._lost.setText(self.tr("I have &lost the password"))
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; let no other key through to what is covered."""
        if event.key() in ENTER:
            self.submit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())

    def _letters_typed(self, text: str) -> None:
        if len(text) == LETTERS and self.letters.cursorPosition() == LETTERS:
            self.pin.setFocus()
            self.pin.selectAll()

    def _edited(self) -> None:
        for field in self.fields.values():
            field.accept()

    def _lose(self) -> None:
        self._is_recovery = True
        self._edited()
        self._dress()
        self.code.setFocus()

    def _answered(self, entered: Entered) -> None:
        if entered.problem:
            self._refuse(entered.problem)
            return
        self._is_sent = False
        self.pin.clear()
        if entered.code:
            self._new = entered
            self._dress()
            self._enter.setFocus()
        else:
            self.entered.emit(entered)

    def _refuse(self, error: UserError) -> None:
        self._is_sent = False
        field = self.fields.get(error.field, self.fields["secret"])
        if field.isHidden():
            field = self.fields["secret"]
        field.refuse(self.place.messages.sentence(error))
        self.pin.selectAll()

    def _dress(self) -> None:
        """Show what is asked now."""
        is_told = self._new is not None
        for name, field in self.fields.items():
            field.setVisible(not is_told and (name != "code" or self._is_recovery))
        self._lost.setVisible(not is_told and not self._is_recovery)
        self._told.setVisible(is_told)
        self._title.setText(self._heading())
        name = self.tr("New &password, at least 10 characters")
        self.fields["secret"].set_label(name if self._is_recovery else self.tr("&PIN or password"))
        self._told.setText(self._new.code if self._new else "")
        self._enter.setText(self.tr("Go on (Enter)") if is_told else self.tr("Sign in (Enter)"))
        self._how.setText(self._words())
        self.setAccessibleName(self._title.text())
        self._draw()

    def _heading(self) -> str:
        if self._new:
            return self.tr("The new recovery code")
        if self._is_recovery:
            return self.tr("A new password")
        return self.tr("Change user") if self._is_change else self.tr("The desk is locked")

    def _words(self) -> str:
        if self._new:
            return self.tr("Write it down and keep it away from the desk. The old one is used up.")
        if self._is_recovery:
            return self.tr("Whoever has the code becomes an administrator. Esc goes back.")
        if self._is_change:
            return self.tr("Esc goes back; what is typed stays as it is.")
        return self.tr("What was typed here is kept.")

    def _draw(self) -> None:
        px, icons = self.place.theme.px, self.place.icons
        name = "key-round" if self._is_recovery else "user" if self._is_change else "lock"
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icons.pixmap(name, "accent", px(SIGN), ratio))
        self._card.setMaximumWidth(px(WIDTH))

    def _lay_out(self) -> None:
        space = self.place.theme.space
        self.setProperty("cover", True)
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._how.setProperty("role", "muted")
        self._how.setWordWrap(True)
        self._told.setProperty("role", "title")
        self._told.setWordWrap(True)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._enter.setProperty("primary", True)
        self._lost.setProperty("flat", True)
        self.letters.setMaxLength(LETTERS)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._card = QFrame()
        self._card.setProperty("card", True)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(space("xl"), space("l"), space("xl"), space("l"))
        column.setSpacing(space("m"))
        for widget in (
            self._sign, self._title, *self.fields.values(), self._told, self._enter, self._how,
            self._lost,
        ):  # fmt: skip
            column.addWidget(widget)
        page = QWidget()
        page.setProperty("plain", True)
        middle = QVBoxLayout(page)
        middle.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card, 4)
        row.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page))
