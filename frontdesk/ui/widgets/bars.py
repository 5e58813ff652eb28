"""A small chart of bars in two groups, painted by hand: filled before, hatched after.

The groups differ by pattern and by a line between them with words, never by colour alone. Whoever
shows it puts the same numbers in a table beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.theme import Theme

HEIGHT = 110
GAP = 3


class Bars(QWidget):
    """Numbers as bars, each with its number above; from `turn` on they are of the second group."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: tuple[int, ...] = ()
        self._turn = 0
        self._words = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_values(self, values: Sequence[int], turn: int, words: tuple[str, str]) -> None:
        """Show other numbers; `words` name the two groups."""
        self._values, self._turn, self._words = tuple(values), turn, words
        self.setVisible(bool(values))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height that grows with the text."""
        return QSize(240, self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars, the line between the groups and their words."""
        if not self._values:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        line = painter.fontMetrics().height()
        floor, highest = self.height() - line - 4, max(*self._values, 1)
        width = self.width() / len(self._values)
        for n, value in enumerate(self._values):
            tall = (floor - line) * value / highest
            bar = QRectF(n * width + GAP, floor - tall, max(width - 2 * GAP, 2), tall)
            self._paint_bar(painter, bar, is_after=n >= self._turn)
            painter.setPen(self._theme.colour("text"))
            above = QRectF(n * width, bar.top() - line, width, line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(value))
        painter.setPen(QPen(self._theme.colour("border_strong"), 1))
        painter.drawLine(0, floor, self.width(), floor)
        self._paint_words(painter, floor + 2, width * self._turn, line)
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: QRectF, *, is_after: bool) -> None:
        colour = self._theme.colour("ok" if is_after else "accent")
        pattern = Qt.BrushStyle.BDiagPattern if is_after else Qt.BrushStyle.SolidPattern
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(QBrush(colour, pattern))
        painter.drawRect(bar)

    def _paint_words(self, painter: QPainter, top: int, turn: float, line: int) -> None:
        painter.setPen(self._theme.colour("muted"))
        before, after = self._words
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self._turn > 0:
            painter.drawText(QRectF(0, top, self.width(), line), left, before)
        if self._turn < len(self._values):
            painter.drawText(QRectF(0, top, self.width(), line), right, after)
            painter.setPen(QPen(self._theme.colour("text"), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(round(turn), 0, round(turn), top + line)
