"""Announcing a visitor: who, to whom, at what time; Enter writes it down."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from frontdesk.base import clock
from frontdesk.core import expected
from frontdesk.core.expected import Expected
from frontdesk.core.when import MAX_CHARS, understand
from frontdesk.ui import due
from frontdesk.ui.panel import ShortForm
from frontdesk.ui.screens.expected import form
from frontdesk.ui.widgets.choice import Choice
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.foot import foot, stand
from frontdesk.ui.widgets.scrolled import bare_page
from frontdesk.ui.workplace import Matter, Workplace


class AnnouncePanel(ShortForm):
    """The form; it closes once the visitor is announced."""

    draft_key, free_text = "expected", "visitor"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._title, self._save, self._how = QLabel(), QPushButton(), QLabel()
        self._visitor, self._company, self._when = QLineEdit(), QLineEdit(), QLineEdit()
        self._host = Choice()
        self.fields = {
            "visitor": Field(self._visitor), "host": Field(self._host), "at": Field(self._when),
            "company": Field(self._company),
        }  # fmt: skip
        for entry in (self._visitor, self._company):
            entry.setProperty("private", True)
        self._lay_out()
        self._save.clicked.connect(self.submit)
        for entry in (self._visitor, self._company, self._when):
            entry.textEdited.connect(self._edited)
        self._host.editTextChanged.connect(self._edited)
        self._when.textChanged.connect(self._echo)
        self.retranslate()

    def open(self, matter: Matter) -> None:
        """Start, or go on with what was typed before."""
        super().open(matter)
        self.place.jobs.read(self, form.hosts, done=self._host.set_choices)

    def focus_first(self) -> None:
        """Put the caret into the visitor's name."""
        self._visitor.setFocus()

    def typed(self) -> dict[str, Any]:
        """Return the form as a draft."""
        typed = {
            "visitor": self._visitor.text(), "host": self._host.currentText(),
            "when": self._when.text(), "company": self._company.text(),
        }  # fmt: skip
        return typed if any(typed.values()) else {}

    def restore(self, typed: dict[str, Any]) -> None:
        """Put a draft back into the form."""
        self._visitor.setText(str(typed.get("visitor", "")))
        self._host.setEditText(str(typed.get("host", "")))
        self._when.setText(str(typed.get("when", "")))
        self._company.setText(str(typed.get("company", "")))

    def submit(self) -> None:
        """Announce the visitor."""
        if self._is_sent:
            return
        self._is_sent = True
        self.hand_in(
            form.announce, self._visitor.text(), self._host.chosen(), self._when.text(),
            company=self._company.text(), zone_name=self.place.here.zone,
            done=self._announced, failed=self._refused,
        )  # fmt: skip

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Announce a visitor"))
        self._title.setText(self.tr("Announce a visitor"))
        self.fields["visitor"].set_label(self.tr("&Who comes"))
        self.fields["host"].set_label(self.tr("&To whom: somebody of the house, or an office"))
        self.fields["at"].set_label(self.tr("&At what time"))
        self._when.setPlaceholderText(self.tr("today 11:30, tomorrow 10, 25/11 14:30"))
        self.fields["company"].set_label(self.tr("&From (optional)"))
        self._save.setText(self.tr("Announce (Enter)"))
        self._how.setText(self.tr("Esc leaves; what is typed is kept"))
        self._echo()

    def _lay_out(self) -> None:
        page, column = bare_page(self.place.theme, "xl", "l", "xs", between="m")
        self._title.setProperty("role", "title")
        self._when.setMaxLength(MAX_CHARS)
        for entry in (self._visitor, self._company):
            entry.setMaxLength(expected.MAX_CHARS)
        for widget in (self._title, *self.fields.values()):
            column.addWidget(widget)
        row = foot(self._save, self._how, self.place.theme.space("m"))
        stand(self, self.place.theme, page, row, grows=False)

    def _echo(self) -> None:
        """Say which day and hour was understood."""
        now, text = self.place.jobs.now(), self._when.text()
        moment = understand(text, now, self.place.here.zone)
        field = self.fields["at"]
        if moment is None:
            field.note(self.tr("Not understood yet") if text.strip() else "")
        else:
            said = due.in_full(moment.at, self.place.wording)
            field.note(said, "warn" if moment.at < now else "ok")

    def _announced(self, visitor: Expected) -> None:
        self._is_sent = False
        self.restore({})
        self._unsaved.stop()
        self.closed.emit()
        at = clock.parse(visitor.expected_at)
        when = due.by_when(at, self.place.wording, self.place.jobs.now())
        self.place.messages.say(
            self.tr("{visitor} is expected: {when}, {host}").format(
                visitor=visitor.visitor, when=when, host=visitor.host_name
            ),
            "ok",
            lambda: self.place.jobs.write(self, expected.cancel, visitor.id),
        )
