"""A box to tick whose letter ticks it at once: Qt's own waits a tenth of a second to show it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShortcutEvent
from PySide6.QtWidgets import QCheckBox


class Tick(QCheckBox):
    """What is ticked by Alt and a letter counts for the very next key."""

    def event(self, event: QEvent) -> bool:
        """Tick without delay."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.setFocus()
            self.click()
            return True
        return super().event(event)
