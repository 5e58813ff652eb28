"""Before the window: a database that cannot be opened, and the copy that can take its place.

One dialog with one button; what is lost is said before. What of the damaged file can still be read
is taken along by the restore, and the next exchange brings what was given to others.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.base.sentences import sentence
from frontdesk.core import copies
from frontdesk.core.copies import Copy, Difference
from frontdesk.sync import restoring
from frontdesk.ui.language import Language, Translated
from frontdesk.ui.screens.copies.model import NOUNS, say
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.wording import Wording

DAMAGED = "store.damaged"
WIDTH_PX = 620


@dataclass(frozen=True, slots=True)
class Look:
    """In which language and colours a dialog before the window speaks."""

    language: Language
    theme: Theme


class Rescue(Translated, QDialog):
    """What happened, which copy there is, and what bringing it back means."""

    def __init__(self, folder: Path, look: Look) -> None:
        super().__init__()
        self._folder, self._language = folder, look.language
        self._found: Copy | None = copies.newest_sound(folder)
        self._difference: Difference | None = (
            copies.compare(folder, self._found) if self._found else None
        )
        self._title, self._words, self._holds, self._refused = (QLabel() for _ in range(4))
        self.restoring, self.choosing, self.leaving = (QPushButton() for _ in range(3))
        self._lay_out(look.theme)
        self.restoring.clicked.connect(self._restore)
        self.choosing.clicked.connect(self._choose)
        self.leaving.clicked.connect(self.reject)
        self.retranslate()
        width = self.minimumWidth()  # what Qt guesses for words that break is half as high again
        self.resize(width, self.heightForWidth(width))
        (self.restoring if self._found else self.choosing).setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle("Frontdesk")
        self._title.setText(self.tr("The database cannot be opened"))
        self.restoring.setText(self.tr("Bring it back (Enter)"))
        self.choosing.setText(self.tr("Another &copy…"))
        self.leaving.setText(self.tr("Close (Esc)"))
        self.restoring.setVisible(self._difference is not None)
        if self._difference is None:
            self._words.setText(self.tr(
                "The file of this desk is damaged, and no whole copy lies beside it. Choose a copy "
                "from a stick or from another disk."))  # fmt: skip
            self._holds.clear()
            return
        made = self._difference.copy.made_at
        words = Wording(self._language, clock.local_zone())
        self._words.setText(self.tr(
            "The file of this desk is damaged. The last whole copy is of {day}, {time}. What came "
            "after it is taken from the damaged file as far as it can be read, and from the next "
            "exchange; the rest is lost. The damaged file is kept."
        ).format(day=words.day(clock.day(made, words.zone)), time=words.time(made)))  # fmt: skip
        counts = (f"{say(NOUNS[one.noun])}: {one.then}" for one in self._difference.counts)
        self._holds.setText(self.tr("In the copy: {counts}").format(counts=" · ".join(counts)))

    def _choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("A copy of the database"), "", "Frontdesk (*.db)"
        )
        if not chosen:
            return
        try:
            self._difference = copies.compare(self._folder, copies.named(Path(chosen)))
        except UserError as error:
            self._refuse(error)
            return
        self._refused.hide()
        self.retranslate()
        self.restoring.setFocus()

    def _restore(self) -> None:
        if self._difference is None:
            return
        try:
            restoring.restore(self._folder, self._difference.copy.file, now=clock.now())
        except UserError as error:
            self._refuse(error)
            return
        self.accept()

    def _refuse(self, error: UserError) -> None:
        self._refused.setText(sentence(error, self._language.code))
        self._refused.show()

    def _lay_out(self, theme: Theme) -> None:
        self.setMinimumWidth(theme.px(WIDTH_PX))
        column = QVBoxLayout(self)
        side = theme.space("l")
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.space("m"))
        self._title.setProperty("role", "title")
        self._refused.setProperty("tone", "danger")
        self._refused.hide()
        for label in (self._title, self._words, self._holds, self._refused):
            label.setWordWrap(True)
            column.addWidget(label)
        self.restoring.setProperty("primary", True)
        self.restoring.setDefault(True)
        buttons = FlowLayout(theme.space("s"))
        for button in (self.restoring, self.choosing, self.leaving):
            buttons.addWidget(button)
        column.addStretch(1)
        column.addLayout(buttons)


def offered(folder: Path, look: Look) -> bool:
    """Offer the last good copy of a folder; return whether it was brought back."""
    return Rescue(folder, look).exec() == QDialog.DialogCode.Accepted
