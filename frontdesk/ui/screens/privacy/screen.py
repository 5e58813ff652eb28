"""A person asks what is held on them, or to be forgotten: found by name, phone, e-mail or folio.

Ctrl+S saves it to be handed over; Del asks once more and erases, which cannot be undone, and the
list then says what became of each record. Below, the rule by which names go by themselves.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
)

from frontdesk.base.errors import UserError
from frontdesk.core import privacy
from frontdesk.core.privacy import Held, Outcome
from frontdesk.exchange import holdings
from frontdesk.ui.commands.own import OwnKey
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.privacy.model import HeldModel, Row
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.number import Number
from frontdesk.ui.widgets.room import fill
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Workplace

SAVE = "Ctrl+S"
LIST_PX = 140


def save(_store: Any, file: Path, held: list[Held]) -> Path:
    """Write what is held into a file."""
    holdings.write(file, held)
    return file


class PrivacyScreen(Screen):
    """One field, the list, and the rule."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._held: list[Held] = []
        self._asks_again = False
        self.asked, self.days = QLineEdit(), Number(privacy.retention.MOST_DAYS)
        self.asked.setProperty("private", True)
        self._asked, self._days = Field(self.asked), Field(self.days)
        self.list = Table(HeldModel(place.theme, place.icons, place.wording))
        self.list.setProperty("private", True)
        self._title, self._found = QLabel(), QLabel()
        self.saving, self.erasing = QPushButton(), QPushButton()
        self._lay_out()
        self.asked.returnPressed.connect(self._ask)
        self.list.struck.connect(lambda _row: self._erase())
        self.saving.clicked.connect(self._save)
        self.erasing.clicked.connect(self._erase)
        self.days.editingFinished.connect(self._keep_rule)
        self.setFocusProxy(self.asked)
        self.retranslate()
        self._count()

    def read(self) -> None:
        """Read the rule; a person is read when they are asked for."""
        self.place.jobs.read(self, privacy.days, done=self._show_rule)

    def back(self) -> bool:
        """Leave the question; nobody's data stays on screen once one has left."""
        was_shown = bool(self._held) or bool(self.asked.text())
        self._asks_again = False
        self.asked.clear()
        self._show([])
        self.asked.setFocus()
        return was_shown

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return the keys of this screen."""
        return (
            OwnKey(self.tr("Del"), self.tr("Erase what was found"), self._erase, icon="x"),
            OwnKey(SAVE, self.tr("Save what was found"), self._save, icon="file-text"),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+S."""
        if event.key() == Qt.Key.Key_S and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._save()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("What is held on a person"))
        self._title.setText(self.tr("What is held on a person"))
        self._asked.set_label(self.tr("&Name, phone, e-mail or folio"))
        self._asked.note(self.tr("Enter finds all that tells of them, at this site."))
        self.list.setAccessibleName(self.tr("What is held"))
        self.list.say_when_empty(
            self.tr("Nothing is shown. Type above and press Enter; nothing held is a good answer.")
        )
        self.saving.setText(self.tr("Save to hand over (Ctrl+S)"))
        self._days.set_label(self.tr("Visitors' names are erased after &days (0: never)"))
        self._days.note(
            self.tr("Complaints go when their law lets them. Counts, times and outcomes stay.")
        )
        self.list.repaint_rows()
        self._count()

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        self._found.setWordWrap(True)
        self.list.set_widths(2, {0: 190, 1: 100, 3: 220})
        self.place.theme.changed.connect(self._measure)
        self._measure()
        buttons = FlowLayout(self.place.theme.space("s"))
        buttons.addWidget(self.saving)
        buttons.addWidget(self.erasing)
        rule = QHBoxLayout()
        rule.addWidget(self._days, 1)
        rule.addStretch(1)
        parts = self._asked, self._found, buttons, self.list, rule
        fill(self, scrolled(Card(self.place.theme, *parts, title=self._title)))

    def _measure(self) -> None:
        self.list.setMinimumHeight(self.place.theme.px(LIST_PX))

    def _ask(self) -> None:
        self._asked.accept()
        self.place.jobs.read(
            self, privacy.find, self.asked.text(), done=self._show, failed=self._refused
        )

    def _refused(self, error: UserError) -> None:
        self._asked.refuse(self.place.messages.sentence(error))

    def _show(self, held: list[Held]) -> None:
        self._held, self._asks_again = held, False
        self.list.set_rows([Row(one) for one in held])
        self._count()
        if held:
            self.list.setFocus()

    def _count(self) -> None:
        count = len(self._held)
        self._found.setVisible(count > 0)
        self._found.setText(
            self.tr("{count} records tell of this person.").format(count=count) if count else ""
        )
        for button in (self.saving, self.erasing):
            button.setEnabled(count > 0)
        self.erasing.setText(
            self.tr("Erase {count} records for good: press again").format(count=count)
            if self._asks_again
            else self.tr("Erase (Del)")
        )

    def _erase(self) -> None:
        if not self._held:
            return
        if not self._asks_again:
            self._asks_again = True
            self._count()
            told = self.tr(
                "Erasing cannot be undone. Del again erases {count} records; Esc leaves."
            )
            self.place.messages.say(told.format(count=len(self._held)), "warn")
            return
        jobs = self.place.jobs
        jobs.slow(self, privacy.on_request, self._held, now=jobs.now(), done=self._erased)

    def _erased(self, outcomes: list[Outcome]) -> None:
        kept = sum(bool(one.kept) for one in outcomes)
        self._held, self._asks_again = [], False
        self.list.set_rows([Row(one.held, one) for one in outcomes])
        self._count()
        told = self.tr("{erased} records are erased, {kept} are kept; the list says why.")
        self.place.messages.say(told.format(erased=len(outcomes) - kept, kept=kept), "ok")

    def _save(self) -> None:
        if not self._held:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save what was found"), "", "XLSX (*.xlsx);;CSV (*.csv)"
        )
        if chosen:
            file = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".xlsx")
            self.place.jobs.slow(self, save, file, self._held, done=self._saved)

    def _saved(self, _file: Path) -> None:
        self.place.messages.say(self.tr("Saved. The file holds personal data: hand it over only to "
                                        "whom it is about."), "ok")  # fmt: skip

    def _show_rule(self, count: int) -> None:
        if not self.days.hasFocus():
            self.days.setValue(count)

    def _keep_rule(self) -> None:
        self.place.jobs.write(self, privacy.set_days, self.days.value())
