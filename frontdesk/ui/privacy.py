"""The key that hides personal data while somebody looks over one's shoulder.

A widget that shows names, telephones or what people complain of says so with the property
`private`; while the key is down each of them lies under a veil. What is typed goes on underneath.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget

from frontdesk.ui.language import Translated

if TYPE_CHECKING:
    from frontdesk.ui.window import MainWindow


class Privacy(QObject):
    """The veils of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._veils: list[Veil] = []
        self.is_on = False
        window.commands.bind("window.privacy", self.toggle)
        window.commands.done.connect(self._renew)
        window.stack.currentChanged.connect(self._renew)

    def toggle(self) -> None:
        """Hide personal data, or show it again."""
        self.is_on = not self.is_on
        if not self.is_on:
            for veil in self._veils:
                veil.deleteLater()
            self._veils.clear()
        self._renew()
        say = self._window.place.messages.say
        if self.is_on:
            say(self.tr("Personal data is hidden; F12 shows it again"), "info")
        else:
            say(self.tr("Personal data is on show again"), "info")

    def hides(self, widget: QWidget) -> bool:
        """Tell whether a widget lies under a veil."""
        return any(veil.parent() is widget for veil in self._veils)

    def _renew(self) -> None:
        """Hide also what has come on screen since."""
        if not self.is_on:
            return
        for widget in self._window.findChildren(QWidget):
            if widget.property("private") and not self.hides(widget):
                self._veils.append(Veil(widget))


class Veil(Translated, QLabel):
    """It covers the whole of one widget, as long as that lives."""

    def __init__(self, private: QWidget) -> None:
        super().__init__(private)
        from PySide6.QtCore import Qt  # many enumerations, which the first paint does not need

        self._private = private
        self.setProperty("veil", True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        private.installEventFilter(self)
        self.retranslate()
        self.setGeometry(private.rect())
        self.show()
        self.raise_()

    def retranslate(self) -> None:
        """Say which key shows what is under it."""
        self.setText(self.tr("Hidden · F12"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what is hidden, and over what is added to it."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.ChildAdded}:
            self.setGeometry(self._private.rect())
            self.raise_()
        return super().eventFilter(watched, event)
