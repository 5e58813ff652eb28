"""The promise panel: what, by when, to whom; Enter writes it down.

By when is typed as people say it, and the day that was understood stands beside it at once.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
)

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core import contacts, promises
from frontdesk.core.contacts import Contact
from frontdesk.core.promises import Promise
from frontdesk.core.when import MAX_CHARS, understand
from frontdesk.ui import due
from frontdesk.ui.panel import ShortForm
from frontdesk.ui.screens.promise.form import due_at
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.foot import foot, stand
from frontdesk.ui.widgets.scrolled import bare_page
from frontdesk.ui.workplace import Matter, Workplace


class PromisePanel(ShortForm):
    """The form. It closes once the promise is written down: the next visitor waits."""

    draft_key, free_text = "promise", "what"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._visitor = ""
        self._title, self._about = QLabel(), QLabel()
        self._what, self._when, self._whom = QLineEdit(), QLineEdit(), QLineEdit()
        self.fields = {
            "what": Field(self._what),
            "due_at": Field(self._when),
            "to_whom": Field(self._whom),
        }
        self._save, self._how = QPushButton(), QLabel()
        for entry in (self._what, self._whom):
            entry.setProperty("private", True)
        self._lay_out()
        self._save.clicked.connect(self.submit)
        for entry in (self._what, self._when, self._whom):
            entry.textEdited.connect(self._edited)
        self._when.textChanged.connect(self._echo)
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def open(self, matter: Matter) -> None:
        """Start on a matter, or go on with what was typed before."""
        super().open(matter)
        self.retranslate()
        self.place.jobs.read(self, contacts.current, done=self._take_contact)

    def focus_first(self) -> None:
        """Put the caret into what is promised."""
        self._what.setFocus()

    def typed(self) -> dict[str, Any]:
        """Return the form as a draft."""
        what, when, whom = self._what.text(), self._when.text(), self._whom.text()
        if not (what or when or whom != self._visitor):
            return {}
        return {"what": what, "when": when, "to_whom": whom}

    def restore(self, typed: dict[str, Any]) -> None:
        """Put a draft back into the form."""
        self._what.setText(str(typed.get("what", "")))
        self._when.setText(str(typed.get("when", "")))
        self._whom.setText(str(typed.get("to_whom", "")))

    def submit(self) -> None:
        """Write the promise down."""
        if self._is_sent:
            return
        what, now = self._what.text(), self.place.jobs.now()
        try:
            by = due_at(what, self._when.text(), now, self.place.wording.zone)
        except UserError as error:
            self._refused(error)
            return
        self._is_sent = True
        self.hand_in(
            promises.make, what, due_at=by, to_whom=self._whom.text(),
            at_desk=True, done=self._take_promise, failed=self._refused,
        )  # fmt: skip

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Promise"))
        self._about.setText(self.matter.title)
        self._about.setVisible(bool(self.matter.title))
        self.fields["what"].set_label(self.tr("&What is promised"))
        self.fields["due_at"].set_label(self.tr("&By when"))
        self._when.setPlaceholderText(self.tr("Thursday, +3, tomorrow 10, 25/11 14:30"))
        self.fields["to_whom"].set_label(self.tr("&To whom (optional)"))
        self._save.setText(self.tr("Write it down (Enter)"))
        self._how.setText(self.tr("Esc leaves; what is typed is kept"))
        self.setAccessibleName(self.tr("Promise"))
        self._echo()

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        page, column = bare_page(self.place.theme, "xl", "l", "xs", between="m")
        self._title.setProperty("role", "title")
        self._about.setProperty("role", "muted")
        self._about.setWordWrap(True)
        self._what.setMaxLength(promises.MAX_CHARS)
        self._when.setMaxLength(MAX_CHARS)
        self._whom.setMaxLength(promises.MAX_CHARS)
        for widget in (self._title, self._about, *self.fields.values()):
            column.addWidget(widget)
        row = foot(self._save, self._how, self.place.theme.space("m"))
        stand(self, self.place.theme, page, row, grows=False)

    def _echo(self) -> None:
        """Say which day and hour was understood."""
        now = self.place.jobs.now()
        text = self._when.text()
        moment = understand(text, now, self.place.wording.zone)
        field = self.fields["due_at"]
        if moment is None:
            field.note(self.tr("Not understood yet") if text.strip() else "")
        elif moment.at < now:
            passed = due.in_full(moment.at, self.place.wording)
            field.note(self.tr("{when} has passed").format(when=passed), "warn")
        else:
            field.note(due.in_full(moment.at, self.place.wording), "ok")

    def _take_contact(self, contact: Contact | None) -> None:
        visitor = contact.visitor if contact else ""
        if self._whom.text() == self._visitor:
            self._whom.setText(visitor)
        self._visitor = visitor

    def _take_promise(self, promise: Promise) -> None:
        self._is_sent = False
        by = due.by_when(clock.parse(promise.due_at), self.place.wording, self.place.jobs.now())
        for field in (self._what, self._when):
            field.clear()
        self._whom.setText(self._visitor)
        self._unsaved.stop()
        self.closed.emit()
        self.place.messages.say(
            self.tr("Promised by {when}: {what}").format(when=by, what=promise.what),
            "ok",
            lambda: self._take_back(promise),
        )

    def _take_back(self, promise: Promise) -> None:
        self.place.jobs.write(self, promises.settle, promise.id, "withdrawn", done=self._taken_back)

    def _taken_back(self, promise: Promise) -> None:
        self.place.messages.say(self.tr("Taken back: {what}").format(what=promise.what), "info")
