"""The rail at the left: a sign and a word for each place; a bar and a tile mark the one in use."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from frontdesk.ui.icons import Icons
from frontdesk.ui.theme import Theme

MIN_WIDTH = 76
MAX_WIDTH = 132
SIGN = 22


class Rail(QFrame):
    """Buttons from top to bottom, each doing what its action does."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._theme, self._icons = theme, icons
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self._high = 0
        theme.changed.connect(self.updateGeometry)

    def add(self, action: QAction, icon: str, *, low: bool = False) -> RailButton:
        """Add a place; low ones stand at the foot."""
        button = RailButton(action, icon, self._theme, self._icons, self)
        if low:
            self._column.addWidget(button)
        else:
            self._column.insertWidget(self._high, button)
            self._high += 1
        return button

    def mark(self, action: QAction) -> None:
        """Mark the place in use."""
        for button in self.findChildren(RailButton):
            button.setChecked(button.action is action)


class RailButton(QAbstractButton):
    """One place. It paints itself: a long word must break and not widen the rail for all."""

    def __init__(
        self, action: QAction, icon: str, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.action = action
        self._sign, self._theme, self._icons = icon, theme, icons
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._read_action)
        theme.changed.connect(self.updateGeometry)
        self._read_action()

    def sizeHint(self) -> QSize:
        """Be as wide as the longest word needs, within bounds, and as high as sign and words."""
        longest = max(
            (self._metrics().horizontalAdvance(word) for word in self.text().split()), default=0
        )
        width = min(max(MIN_WIDTH, longest + 16), self._theme.px(MAX_WIDTH))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
        words = self._metrics().boundingRect(0, 0, width - 12, 1000, flags, self.text())
        return QSize(width, words.height() + self._theme.px(SIGN) + 24)

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a soft tile when in use, a ring when focused, the sign above the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_ground(painter)
        size = self._theme.px(SIGN)
        sign = self._icons.pixmap(self._sign, ink, size, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - size) // 2, 9, sign)
        painter.setFont(self._theme.font("small", bold=self.isChecked()))
        painter.setPen(self._theme.colour(ink))
        words = self.rect().adjusted(4, size + 13, -4, -4)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(words, flags, self.text())

    def _paint_ground(self, painter: QPainter) -> str:
        tile = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(self._theme.colour("accent_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(tile, 10, 10)
        if self.isChecked():
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(0, self.height() // 2 - 12, 3, 24, 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._theme.colour("focus"))
            painter.drawRoundedRect(tile, 10, 10)
        return "on_accent_soft" if self.isChecked() else "muted"

    def _metrics(self):  # type: ignore[no-untyped-def] # noqa: ANN202 - QFontMetrics
        from PySide6.QtGui import QFontMetrics

        return QFontMetrics(self._theme.font("small", bold=True))

    def _read_action(self) -> None:
        keys = self.action.shortcut().toString()
        self.setText(self.action.text())
        self.setToolTip(f"{self.action.text()} ({keys})" if keys else self.action.text())
        self.setAccessibleName(self.action.text())
        self.setAccessibleDescription(keys)
        self.updateGeometry()
        self.update()
