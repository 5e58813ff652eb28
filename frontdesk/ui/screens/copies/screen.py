"""The copies there are, and what bringing the one in hand back would change.

Enter asks for it and Enter does it: the window closes, the copy takes the place of the database,
which is kept, and a fresh window opens.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton

from frontdesk.base.errors import UserError
from frontdesk.core import copies
from frontdesk.core.copies import Copy, Difference
from frontdesk.ui.keys import ENTER, is_plain
from frontdesk.ui.leaving import Work
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.copies import form
from frontdesk.ui.screens.copies.form import Kept
from frontdesk.ui.screens.copies.model import CopiesModel, CountsModel, made, rows, sentences
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.room import fill
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.widgets.two_cards import TwoCards
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.ui.commands.own import OwnKey


class CopiesScreen(Screen):
    """The list on the left, the comparison on the right."""

    tables = frozenset({"setting"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._kept: Kept | None = None
        self._difference: Difference | None = None
        self._comparing: Copy | None = None
        theme, icons = place.theme, place.icons
        self.list = Table(CopiesModel(theme, icons, place.wording))
        self.counts = Table(CountsModel(theme, icons))
        self._title, self._room, self._where = QLabel(), QLabel(), QLabel()
        self._chosen, self._change = QLabel(), QLabel()
        self.restoring, self._make, self._second = QPushButton(), QPushButton(), QPushButton()
        self._open, self._check, self._repair = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def read(self) -> None:
        """Read which copies there are."""
        self.place.jobs.slow(self, form.kept, done=self._take)

    def back(self) -> bool:
        """Leave the button first."""
        if self.restoring.hasFocus():
            self.list.setFocus()
            self._cards.show_part(self.list)
            return True
        return False

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Copies"))
        self._title.setText(self.tr("Copies of the database"))
        self.list.setAccessibleName(self.tr("Copies"))
        self.list.setAccessibleDescription(self.tr("Enter asks for the copy in hand, N makes one"))
        self.list.say_when_empty(self.tr("There is no copy yet. Press N to make one."))
        self.counts.setAccessibleName(self.tr("What would change"))
        self.counts.say_when_empty(self.tr("Choose a copy to see what it would change."))
        self.restoring.setText(self.tr("Bring this copy back (Enter)"))
        self._make.setText(self.tr("Make a copy now (N)"))
        self._second.setText(self.tr("Second place… (S)"))
        self._open.setText(self.tr("A file from elsewhere… (Ctrl+O)"))
        self._check.setText(self.tr("Check the database (K)"))
        self._repair.setText(self.tr("Repair index and lists (R)"))
        self._tell()
        for table in (self.list, self.counts):
            table.repaint_rows()

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return what can be done here alone."""
        from frontdesk.ui.commands.own import OwnKey

        return (
            OwnKey(self.tr("Enter"), self.tr("Bring the copy in hand back"), self.ask),
            OwnKey("N", self.tr("Make a copy now"), self.make),
            OwnKey("S", self.tr("Second place…"), self.choose_second),
            OwnKey("Ctrl+O", self.tr("A file from elsewhere…"), self.choose_file),
            OwnKey("K", self.tr("Check the database"), self.check),
            OwnKey("R", self.tr("Repair index and lists"), self.repair),
        )

    # ------------------------------------------------------------------ deeds

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters of the screen and Enter on its button; the rest goes on to the box."""
        plain = is_plain(event)
        deeds = {"n": self.make, "s": self.choose_second, "k": self.check, "r": self.repair}
        if plain and event.key() in ENTER and self.restoring.hasFocus():
            self.bring_back()
        elif plain and (deed := deeds.get(event.text().lower())):
            if not event.isAutoRepeat():
                deed()
        elif event.matches(QKeySequence.StandardKey.Open):
            self.choose_file()
        else:
            super().keyPressEvent(event)

    def ask(self) -> None:
        """Put the button in hand that brings the copy back."""
        if self._difference:
            self.restoring.setFocus()
            self._cards.show_part(self.restoring)

    def bring_back(self) -> None:
        """Bring the copy in hand back; the window starts again."""
        if self._difference:
            file = self._difference.copy.file
            self.place.jobs.slow(self, form.back, file, done=self._leave)

    def make(self) -> None:
        """Make a copy now."""
        jobs = self.place.jobs
        self.place.messages.say(self.tr("Copying…"), "info")
        jobs.slow(self, form.make, now=jobs.now(), done=self._made)

    def choose_second(self) -> None:
        """Ask for the folder to which each day's copy goes too."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(
            self.window(), self.tr("Where each day's copy goes too: a stick, a share")
        )
        if chosen:
            self.place.jobs.write(self, form.take_to, chosen, done=lambda _: self.make())

    def choose_file(self) -> None:
        """Ask for a copy that lies elsewhere."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            self.window(), self.tr("A copy of the database"), "", "Frontdesk (*.db)"
        )
        if chosen:
            self.place.jobs.slow(self, form.named, Path(chosen), done=self._found)

    def check(self) -> None:
        """Look through the whole database."""
        self.place.messages.say(self.tr("Checking…"), "info")
        self.place.jobs.slow(self, form.faults, done=self._checked)

    def repair(self) -> None:
        """Make anew what can be made: the search index and what is told by events."""
        self.place.messages.say(self.tr("Repairing…"), "info")
        self.place.jobs.slow(self, form.repair, done=self._checked)

    # ------------------------------------------------------------------ what comes of it

    def _take(self, kept: Kept) -> None:
        self._kept = kept
        self.list.set_rows(kept.copies)
        self._compare(self.list.current())
        self._tell()

    def _compare(self, copy: Copy | None) -> None:
        if copy is None:
            self._show(None)
        elif self._difference is None or self._difference.copy != copy:
            self._show(None)  # what stands there is never of another copy than the one in hand
            if self._comparing is None:
                self._begin(copy)

    def _begin(self, copy: Copy) -> None:
        """Compare one copy; who walks down the list asks for the one where they stop."""
        self._comparing = copy
        self.place.jobs.slow(self, form.compare, copy, done=self._compared, failed=self._unread)

    def _is_wanted(self) -> bool:
        """Tell whether what was compared is still in hand; else compare what is."""
        done, self._comparing = self._comparing, None
        current: Copy | None = self.list.current()
        if current and current != done:
            self._begin(current)
        return current == done

    def _compared(self, difference: Difference) -> None:
        if self._is_wanted():
            self._show(difference)

    def _show(self, difference: Difference | None) -> None:
        self._difference = difference
        self.counts.set_rows(rows(difference) if difference else [])
        self._tell()

    def _unread(self, error: UserError) -> None:
        if self._is_wanted():
            self._show(None)
            self._change.setText(self.place.messages.sentence(error))

    def _found(self, difference: Difference) -> None:
        self._show(difference)
        self.ask()

    def _leave(self, work: Work) -> None:
        self.place.messages.say(self.tr("Frontdesk starts again with the copy…"), "info")
        self.place.leaving.ask(work)

    def _made(self, _file: Path) -> None:
        self.place.messages.say(self.tr("Copied and verified."))
        self.read()

    def _checked(self, faults: list[str]) -> None:
        if faults:
            text = self.tr("Faults: {count}. The first: {first}").format(
                count=len(faults), first=faults[0]
            )
            self.place.messages.say(text, "danger")
        else:
            self.place.messages.say(self.tr("The database is whole."))

    # ------------------------------------------------------------------ words and places

    def _tell(self) -> None:
        size, kept, difference = self.place.wording.size, self._kept, self._difference
        self.restoring.setEnabled(difference is not None)
        self._chosen.setText(
            self.tr("What the copy of {when} would change").format(
                when=made(difference.copy, self.place.wording)
            )
            if difference else self.tr("What would change")
        )  # fmt: skip
        self._change.setText("\n".join(sentences(difference)) if difference else "")
        if kept is None:
            return
        low = kept.free_bytes < copies.LOW_BYTES
        words = (
            self.tr("Only {room} are free on this disk: make room, or nothing can be saved soon.")
            if low else self.tr("{room} are free on this disk.")
        )  # fmt: skip
        self._room.setText(words.format(room=size(kept.free_bytes)))
        self._mark(self._room, "warn" if low else "")
        where = self.tr("Each day's copy lies on this disk only. S names a second place")
        if kept.second:
            where = self.tr("Each day's copy goes to {folder} too.").format(folder=kept.second)
        if kept.second and kept.failed:
            where = self.tr("The last copy did not go to {folder}: is it there and writable?")
            where = where.format(folder=kept.second)
        self._where.setText(where)
        self._mark(self._where, "warn" if kept.failed or not kept.second else "")

    def _mark(self, label: QLabel, tone: str) -> None:
        label.setProperty("tone", tone)
        label.style().polish(label)

    def _fit(self) -> None:
        self._title.setVisible(not self._cards.is_large)

    def _connect(self) -> None:
        self.list.moved.connect(self._compare)
        self.list.chosen.connect(lambda _copy: self.ask())
        for button, deed in (
            (self.restoring, self.bring_back), (self._make, self.make),
            (self._second, self.choose_second), (self._open, self.choose_file),
            (self._check, self.check), (self._repair, self.repair),
        ):  # fmt: skip
            button.clicked.connect(deed)
        self.setFocusProxy(self.list)
        self.place.theme.changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        space = self.place.theme.space
        self.list.set_widths(1, {0: 190, 2: 90})
        self.counts.set_widths(0, {1: 70, 2: 70, 3: 76})
        self.restoring.setProperty("primary", True)
        for label in (self._title, self._chosen):
            label.setProperty("role", "strong")
        for label in (self._title, self._room, self._where, self._chosen, self._change):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        making, deeds = FlowLayout(space("s")), FlowLayout(space("s"))
        for button in (self._make, self._second, self._open):
            making.addWidget(button)
        for button in (self.restoring, self._check, self._repair):
            deeds.addWidget(button)
        self._cards = TwoCards(
            self.place.theme,
            (self._title, self.list, self._room, self._where, making),
            (self._chosen, self.counts, self._change, deeds),
        )
        fill(self, self._cards)
