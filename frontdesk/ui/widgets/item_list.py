"""A short list of things to bring or to do, painted as one widget: hanging lines, boxes or numbers.

One widget instead of a label for each item: a card is filled at every key.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Item:
    """A line and, muted under it, what belongs to it."""

    text: str
    under: str = ""


class ItemList(QWidget):
    """Items with a box (papers) or a number (steps) before each."""

    def __init__(
        self, theme: Theme, *, numbered: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._numbered = theme, numbered
        self._items: tuple[Item, ...] = ()
        self._laid_out: (
            tuple[int, list[tuple[float, QTextLayout, QTextLayout | None]], int] | None
        ) = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._forget)

    def set_items(self, items: tuple[Item, ...]) -> None:
        """Show other items."""
        if items != self._items:
            self._items = items
            self.setAccessibleName(". ".join(f"{item.text} {item.under}".strip() for item in items))
            self._forget()

    def hasHeightForWidth(self) -> bool:
        """Say that lines break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the lines need."""
        return self._layout(width)[1]

    def sizeHint(self) -> QSize:
        """Return a size for a usual width."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def changeEvent(self, event: QEvent) -> None:
        """Break lines anew for another font."""
        if event.type() == QEvent.Type.FontChange:
            self._forget()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines; a box is drawn, so it has the colour of the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (top, text, under) in enumerate(self._layout(self.width())[0], 1):
            self._paint_sign(painter, top, number)
            painter.setPen(self._theme.colour("text"))
            text.draw(painter, QPointF(self._indent(), top))
            if under:
                painter.setPen(self._theme.colour("muted"))
                under.draw(painter, QPointF(self._indent(), top + text.boundingRect().height()))

    def _paint_sign(self, painter: QPainter, top: float, number: int) -> None:
        px = self._theme.px
        if self._numbered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_soft"))
            disc = QRectF(0, top - px(1), px(20), px(20))
            painter.drawEllipse(disc)
            painter.setPen(self._theme.colour("on_accent_soft"))
            painter.setFont(self._theme.font("small", bold=True))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))
        else:
            painter.setPen(self._theme.colour("border_strong"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(1, top + px(2), px(13), px(13)), 3, 3)

    def _indent(self) -> int:
        return self._theme.px(28 if self._numbered else 23)

    def _layout(
        self, width: int
    ) -> tuple[list[tuple[float, QTextLayout, QTextLayout | None]], int]:
        if self._laid_out is None or self._laid_out[0] != width:
            lines, top = [], 0.0
            for item in self._items:
                text = self._broken(item.text, "body", width)
                under = self._broken(item.under, "small", width) if item.under else None
                lines.append((top, text, under))
                top += text.boundingRect().height() + self._theme.px(7)
                top += under.boundingRect().height() if under else 0
            self._laid_out = (width, lines, max(0, round(top) - self._theme.px(4)))
        return self._laid_out[1], self._laid_out[2]

    def _broken(self, text: str, role: str, width: int) -> QTextLayout:
        layout = QTextLayout(text, self._theme.font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - self._indent(), 40))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _forget(self) -> None:
        self._laid_out = None
        self.updateGeometry()
        self.update()
