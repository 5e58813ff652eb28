"""One quiet line while the hub is away: the queue is this desk's alone, and work goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from frontdesk.ui.language import Translated
from frontdesk.ui.live import LiveQueue
from frontdesk.ui.messages import announce


class Away(Translated, QLabel):
    """It is hidden where no hub is set, and as long as that answers."""

    def __init__(self, live: LiveQueue) -> None:
        super().__init__()
        self._live = live
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("tone", "warn")
        self.retranslate()
        self.setVisible(live.is_away)
        live.turned.connect(self._turn)

    def retranslate(self) -> None:
        """Set the words."""
        self.setText(
            self.tr(
                "The hub is away: other desks do not see these tickets, and you do not see theirs."
            )
        )

    def _turn(self) -> None:
        self.setVisible(self._live.is_away)
        back = self.tr("The hub is back: the desks have one queue again.")
        announce(self, self.text() if self._live.is_away else back)
