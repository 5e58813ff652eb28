"""The recovery code, shown once: to be printed or written down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from frontdesk.ui.keys import ENTER
from frontdesk.ui.language import Translated
from frontdesk.ui.widgets.foot import foot
from frontdesk.ui.workplace import Workplace


class CodePage(Translated, QFrame):
    """The code. `kept` comes once somebody says that it is on paper."""

    kept = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.code = ""
        self._title, self._code, self._why = QLabel(), QLabel(), QLabel()
        self._kept, self._how = QPushButton(), QLabel()
        self._title.setProperty("role", "title")
        self._code.setProperty("role", "say")
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        space = place.theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space("xl"), space("l"), space("xl"), space("l"))
        column.setSpacing(space("m"))
        for label in (self._title, self._code, self._why):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addLayout(foot(self._kept, self._how, space("m")))
        column.addStretch(1)
        self._kept.clicked.connect(self.kept)
        self.setFocusProxy(self._kept)
        self.retranslate()

    def show_code(self, code: str) -> None:
        """Show a code; none forgets the one on show."""
        self.code = code
        self._code.setText(code)
        self._kept.setAccessibleDescription(code)

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("The recovery code"))
        self._why.setText(
            self.tr(
                "With it a lost password is replaced, once. Print it or write it down now and keep "
                "it away from the desk: it is not shown again, and nobody can look it up."
            )
        )
        self._kept.setText(self.tr("It is on paper (Enter)"))
        self._how.setText(self.tr("Ctrl+P prints it"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter."""
        if event.key() in ENTER:
            self.kept.emit()
        else:
            super().keyPressEvent(event)
