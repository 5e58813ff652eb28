"""Who did what, when, to which record, the latest first; letters narrow it, Enter opens the record.

Ctrl+H on a record shows its own history here. Ctrl+R looks whether anything was edited past the
program, and names the first record.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
)

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core.audit import LIMIT, Wish
from frontdesk.core.roles import LEADS
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.audit import form
from frontdesk.ui.screens.audit.filters import TrailFilters
from frontdesk.ui.screens.audit.form import Faults, Told
from frontdesk.ui.screens.audit.model import RECORD, WHEN, WHO, TrailModel, moment
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.label import dress
from frontdesk.ui.widgets.room import fill, side_by_side
from frontdesk.ui.widgets.scrolled import bare_page, scrolled
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Matter, Workplace

if TYPE_CHECKING:
    from frontdesk.ui.commands.own import OwnKey

CHECK = "Ctrl+R"


class AuditScreen(Screen):
    """The fields, the list, the details of the row in hand."""

    tables = frozenset({"event"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._record: tuple[str, str, str] | None = None
        self._rows: list[Told] = []
        self._is_end = False
        theme, icons = place.theme, place.icons
        self.filters = TrailFilters(place, lambda: clock.day(place.jobs.now(), place.here.zone))
        self.list = Table(TrailModel(theme, icons, place.wording))
        self._title, self._said, self._under, self.details = QLabel(), QLabel(), QLabel(), QLabel()
        self.checking, self.result, self._busy = QPushButton(), QLabel(), QProgressBar()
        for private in (self.list, self.details, self._said):
            private.setProperty("private", True)
        self._busy.setRange(0, 0)
        self._busy.hide()
        self.result.hide()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.filters.words)
        self._fit()
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def open(self, matter: Matter) -> None:
        """Show the whole trail."""
        del matter
        self._record = None
        self.filters.clear()
        self._name()

    def show_record(self, noun: str, entity: str, title: str) -> None:
        """Show the history of one record."""
        self._record = (noun, entity, title)
        self._name()
        self.read()
        self.list.setFocus()

    def read(self) -> None:
        """Read the newest page."""
        self._ask(None)

    def back(self) -> bool:
        """Ask for all again first."""
        if not self.filters.clear():
            if self._record is None or self.place.session.role not in {"", *LEADS}:
                return False
            self._record = None
        self._name()
        self.read()
        return True

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Audit trail"))
        self.list.setAccessibleName(self.tr("What was done"))
        self.list.setAccessibleDescription(self.tr("Letters narrow it, Enter opens the record"))
        self.list.say_when_empty(self.tr("Nothing was done that fits. Esc shows all again."))
        self.checking.setText(self.tr("Is everything whole? (Ctrl+R)"))
        self._busy.setAccessibleName(self.tr("Checking"))
        self._name()
        self._show(self.list.current())
        if self.isVisible():
            self.read()

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return what can be done here."""
        from frontdesk.ui.commands.own import OwnKey

        enter = QCoreApplication.translate("Commands", "Enter")
        return (
            OwnKey(enter, self.tr("Open the record"), self.open_record),
            OwnKey(CHECK, self.tr("Check that nothing was edited by hand"), self.check),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Check with Ctrl+R; letters narrow the list."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_R:
            self.check()
        elif event.text().isprintable() and event.text() and not control:
            self.filters.words.setFocus()
            QCoreApplication.sendEvent(self.filters.words, event)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ deeds

    def open_record(self) -> None:
        """Ask the box for the record in hand."""
        self.filters.ask_now()
        row: Told | None = self.list.current()
        if row and row.entry.noun in form.IN_THE_BOX and row.entry.title:
            self.asks.emit(row.entry.title)
        elif row:
            self.place.messages.say(self.tr("This record has no page of its own."), "info")

    def check(self) -> None:
        """Look whether anything was edited past the program."""
        if not self.checking.isEnabled():
            return
        self.checking.setEnabled(False)
        self._busy.show()
        self.result.hide()
        place = self.place
        place.jobs.slow(
            self, form.check, self._tongue(), done=self._checked, failed=self._not_checked
        )

    def _checked(self, faults: Faults) -> None:
        text = self.tr("All is whole: nothing was edited, removed or added by hand.")
        if faults.count:
            text = self.tr("Faults: {count}. The first: {first}")
        self._say(text.format(count=faults.count, first=faults.first), is_whole=faults.count == 0)

    def _not_checked(self, error: UserError) -> None:
        self._say(self.place.messages.sentence(error), is_whole=False)

    def _say(self, text: str, *, is_whole: bool) -> None:
        self.checking.setEnabled(True)
        self._busy.hide()
        self.result.setText(text)
        self.result.setProperty("tone", "ok" if is_whole else "danger")
        self.result.style().polish(self.result)
        self.result.show()
        self.place.messages.say(text, "ok" if is_whole else "danger")

    # ------------------------------------------------------------------ inside

    def _ask(self, last: Told | None) -> None:
        place = self.place
        try:
            wish = self.filters.wish()
        except UserError as error:
            self.filters.mark(error.field)
            place.messages.refuse(error)
            return
        self.filters.mark("")
        if self._record:
            wish = replace(wish, noun=self._record[0], entity=self._record[1])
        place.jobs.read(
            self, form.page, wish, place.jobs.actor, self._tongue(), last.entry if last else None,
            done=partial(self._take, wish, last),
        )  # fmt: skip

    def _take(self, _wish: Wish, last: Told | None, rows: list[Told]) -> None:
        self._is_end = len(rows) < LIMIT
        self._rows = [*self._rows, *rows] if last else rows
        self.list.set_rows(self._rows)

    def _tongue(self) -> form.Tongue:
        return self.place.language.code, self.place.here.zone

    def _moved(self, row: Told | None) -> None:
        self._show(row)
        if row is None:
            return
        if row.entry.kind == "article.changed":
            self.place.jobs.read(self, form.whole, row.entry, self._tongue(), done=self._show_whole)
        if not self._is_end and self._rows and row.id == self._rows[-1].id:
            self._ask(row)

    def _show_whole(self, told: Told) -> None:
        current: Told | None = self.list.current()
        if current and current.id == told.id:
            self._show(told)

    def _show(self, row: Told | None) -> None:
        self._said.setText(f"{row.who} {row.said}" if row else "")
        parts = (moment(self.place.wording, row.entry.at), row.entry.title) if row else ()
        self._under.setText(" · ".join(filter(None, parts)))
        self.details.setText("\n".join(_line(*one) for one in row.details) if row else "")

    def _name(self) -> None:
        title = self.tr("Audit trail: who did what, and when")
        if self._record:
            title = self.tr("History of {record} · Esc shows all").format(record=self._record[2])
        self._title.setText(title)

    def _step(self, step: int) -> None:
        place = self.list.currentIndex().row() + step
        if 0 <= place < len(self._rows):
            self.list.selectRow(place)

    def _fit(self) -> None:
        """Leave what was done its room in large print."""
        large = self.place.theme.is_large
        for column in (WHEN, RECORD):
            self.list.show_column(column, shown=not large)

    def _connect(self) -> None:
        self.filters.changed.connect(self.read)
        self.filters.words.stepped.connect(self._step)
        self.filters.words.entered.connect(self.open_record)
        self.list.chosen.connect(lambda _row: self.open_record())
        self.list.moved.connect(self._moved)
        self.checking.clicked.connect(self.check)
        self.place.theme.changed.connect(self._fit)

    def _lay_out(self) -> None:
        theme = self.place.theme
        self.list.set_widths(3, {WHEN: 160, WHO: 130, RECORD: 180})
        for label, role in (
            (self._title, "strong"), (self._said, "strong"), (self._under, "muted"),
            (self.details, "body"), (self.result, "body"),
        ):  # fmt: skip
            dress(label, role)
        self.checking.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        foot = QHBoxLayout()
        for widget, share in ((self.checking, 0), (self._busy, 1), (self.result, 1)):
            foot.addWidget(widget, share)
        foot.addStretch(0)
        side, told = bare_page(theme, "m", "s", "s", between="s")
        for part in (self._said, self._under, self.details):
            told.addWidget(part)
        told.addStretch(1)
        split = side_by_side(theme, (self.list, 68), (scrolled(side), 32))
        fill(self, Card(theme, self.filters, split, foot, title=self._title))


def _line(field: str, old: str, new: str) -> str:
    return f"{field}: {old} → {new}" if old else f"{field}: {new}"
