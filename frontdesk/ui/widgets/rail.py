"""The rail at the left: a sign and a word for each place; a tile and bold words mark the used one.

Dressed by the style sheet and not painted by hand: the first call of a painter's pen makes PySide
build all of Qt's enumerations, a sixth of what the first paint costs.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from frontdesk.ui.commands.command import printed
from frontdesk.ui.icons import Icons
from frontdesk.ui.theme import Theme

MIN_WIDTH = 72
AROUND_WORD = 20
SIGN = 22
WRAPPED = 0x1000  # Qt.TextFlag.TextWordWrap, which the call takes as a number


class Rail(QFrame):
    """Buttons from top to bottom, each doing what its action does; as wide as the longest word."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._theme, self._icons = theme, icons
        self._buttons: list[RailButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self._high = 0
        theme.changed.connect(self._fit)

    def add(self, action: QAction, icon: str, *, low: bool = False) -> None:
        """Add a place; low ones stand at the foot."""
        button = RailButton(action, icon, self._theme, self._icons)
        self._buttons.append(button)
        if low:
            self._column.addWidget(button)
        else:
            self._column.insertWidget(self._high, button)
            self._high += 1
        action.changed.connect(self._fit)
        self._fit()

    def offer(self, may: Callable[[QAction], bool]) -> None:
        """Show the places that somebody may go to, no others."""
        for button in self._buttons:
            button.setVisible(may(button.action))

    def mark(self, action: QAction) -> None:
        """Mark the place in use."""
        for button in self._buttons:
            button.mark(in_use=button.action is action)

    def _fit(self) -> None:
        metrics = QFontMetrics(self._theme.font("small", bold=True))
        words = [word for button in self._buttons for word in button.action.text().split()]
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        width = max(MIN_WIDTH, longest + AROUND_WORD)
        self.setFixedWidth(width + 16)
        for button in self._buttons:
            button.fit(metrics, width)


class RailButton(QPushButton):
    """One place."""

    def __init__(self, action: QAction, icon: str, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.action = action
        self._name, self._theme, self._icons = icon, theme, icons
        self._sign, self._word = QLabel(), QLabel()
        self._in_use = False
        self._word.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 9, 4, 8)
        column.setSpacing(4)
        column.addWidget(self._sign)
        column.addWidget(self._word)
        for widget in (self, self._word):
            widget.setProperty("place", "idle")
        self._sign.setProperty("place", "sign")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._read_action)
        theme.changed.connect(self._draw)
        self._read_action()
        self._draw()

    def mark(self, *, in_use: bool) -> None:
        """Show whether this is the place in use."""
        if in_use == self._in_use:
            return
        self._in_use = in_use
        self.setProperty("place", "used" if in_use else "idle")
        self._word.setProperty("place", self.property("place"))
        if self.isVisible():
            for widget in (self, self._word):
                widget.style().polish(widget)
        self._draw()

    def fit(self, metrics: QFontMetrics, width: int) -> None:
        """Be as high as sign and words need."""
        words = metrics.boundingRect(0, 0, width - 8, 1000, WRAPPED, self._word.text())
        self.setFixedHeight(words.height() + self._theme.px(SIGN) + 26)

    def _draw(self) -> None:
        ink = "on_accent_soft" if self._in_use else "muted"
        size = self._theme.px(SIGN)
        self._sign.setPixmap(self._icons.pixmap(self._name, ink, size, self.devicePixelRatioF()))

    def _read_action(self) -> None:
        keys = printed(self.action.shortcut().toString())
        self._word.setText(self.action.text())
        self.setToolTip(f"{self.action.text()} ({keys})" if keys else self.action.text())
        self.setAccessibleName(self.action.text())
        self.setAccessibleDescription(keys)
