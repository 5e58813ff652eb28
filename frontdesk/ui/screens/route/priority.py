"""The legal priority with which a visitor enters the queue: one key takes the next that the law of
the country knows, and there is no other. Where it knows none, there is nothing to see.
"""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from frontdesk.core import queue
from frontdesk.core.rules.packs import Choice
from frontdesk.ui.language import Translated
from frontdesk.ui.messages import announce
from frontdesk.ui.workplace import Workplace


class PriorityButton(Translated, QPushButton):
    """Says the priority in its words; a press takes the next one, after the last one none."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._known: tuple[Choice, ...] = ()
        self._at = 0  # 0 is none
        self.setProperty("flat", True)
        self.clicked.connect(self.take_next)
        self.retranslate()

    @property
    def code(self) -> str:
        """The code of the priority, '' for none."""
        return self._known[self._at - 1].code if self._at else ""

    def start(self) -> None:
        """Begin with none, for another visitor, and learn what the law knows today."""
        self._at = 0
        self.retranslate()
        jobs = self._place.jobs
        jobs.read(self, queue.priorities, jobs.now(), done=self._take)

    def take_next(self) -> None:
        """Take the next priority, and say which it is."""
        self._at = (self._at + 1) % (len(self._known) + 1)
        self.retranslate()
        if self._known:
            announce(self, self.text())

    def retranslate(self) -> None:
        """Set the words."""
        lang = self._place.language.code
        named = self._known[self._at - 1].name.in_language(lang) if self._at else self.tr("none")
        self.setText(self.tr("Priority: {law} (Ctrl+0)").format(law=named))
        self.setVisible(bool(self._known))

    def _take(self, known: tuple[Choice, ...]) -> None:
        self._known = known
        self.retranslate()
