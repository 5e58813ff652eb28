"""What stands at the right while nothing is found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from frontdesk.ui.language import Translated
from frontdesk.ui.widgets.label import words
from frontdesk.ui.workplace import Workplace


class NothingFound(Translated, QFrame):
    """No hit: what was understood, and the one key that turns it into work for somebody."""

    noting = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._asked, self._understood, self._meant = "", "", ""
        self._title, self._words, self._hint = words("title"), words("muted"), words("lead")
        self._near = words("body")
        column = QVBoxLayout(self)
        space = place.theme.space
        column.setContentsMargins(space("xl"), space("xl"), space("xl"), space("l"))
        column.setSpacing(space("m"))
        self._note = QPushButton()
        self._note.setProperty("primary", True)
        self._note.clicked.connect(self.noting)
        for label in (self._title, self._words, self._near, self._hint):
            column.addWidget(label)
        column.addWidget(self._note, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.retranslate()

    def show_nothing(self, asked: str, understood: str, near: Sequence[str]) -> None:
        """Say what was asked, how it was read, and which words are near: the keys of the list
        choose one.
        """
        self._asked, self._understood = asked, understood
        self._meant = "   ".join(
            f"Alt+{n}\N{NO-BREAK SPACE}{word}" for n, word in enumerate(near, 1)
        )
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Nothing found for “{asked}”").format(asked=self._asked))
        self._words.setText(self.tr("Looked for: {words}").format(words=self._understood))
        self._words.setVisible(bool(self._understood))
        self._near.setText(self.tr("Perhaps: {words}").format(words=self._meant))
        self._near.setVisible(bool(self._meant))
        self._hint.setText(
            self.tr("Note it, and whoever keeps the articles sees what was missing.")
        )
        self._note.setText(self.tr("Note it (F8)"))
