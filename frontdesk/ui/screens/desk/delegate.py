"""How a result is painted: its sign, the title with what matched marked, and a second line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from frontdesk.ui.icons import Icons
from frontdesk.ui.screens.desk.model import ROW, Row
from frontdesk.ui.theme import Theme

AROUND = 21
TILE = 36
KEYED_ROWS = 9
ROOM_FOR_SIGN = 230


class ResultDelegate(QStyledItemDelegate):
    """Rows of one height, so that long lists cost nothing."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        theme.changed.connect(self._measure)
        self._measure()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the one height of all rows."""
        return QSize(100, self._height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row; the chosen one is a tile with a bar, so it is not told by colour alone."""
        row = index.data(ROW)
        area = option.rect.adjusted(6, 2, -6, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, chosen=chosen, hovered=hovered)
        words = self._paint_sign(painter, area, row, chosen=chosen)
        if index.row() < KEYED_ROWS:
            words.setRight(self._paint_key(painter, area, str(index.row() + 1)))
        self._paint_title(painter, words, row)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("muted"))
        under = self._small_metrics.elidedText(
            row.under, Qt.TextElideMode.ElideRight, words.width()
        )
        line = QRect(words.left(), words.top() + self._line + 2, words.width(), self._line)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, under)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, *, chosen: bool, hovered: bool) -> None:
        if not (chosen or hovered):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft" if chosen else "hover"))
        painter.drawRoundedRect(area, 8, 8)
        if chosen:
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(
                QRectF(area.left(), area.top() + 10, 3, area.height() - 20), 1.5, 1.5
            )

    def _paint_sign(self, painter: QPainter, area: QRect, row: Row, *, chosen: bool) -> QRect:
        if area.width() < self._theme.px(ROOM_FOR_SIGN):  # the second line says the kind in words
            top = area.center().y() - self._line
            return QRect(area.left() + 12, top, area.width() - 24, self._line * 2)
        side = self._theme.px(TILE)
        tile = QRect(area.left() + 12, area.center().y() - side // 2 + 1, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface" if chosen else "sunken"))
        painter.drawRoundedRect(tile, 8, 8)
        size = self._theme.px(18)
        ratio = painter.device().devicePixelRatioF()
        sign = self._icons.pixmap(row.icon, "accent" if chosen else "muted", size, ratio)
        shift = (side - size) // 2
        painter.drawPixmap(tile.left() + shift, tile.top() + shift, sign)
        top = area.center().y() - self._line
        left = tile.right() + 13
        return QRect(left, top, area.right() - left - 12, self._line * 2)

    def _paint_key(self, painter: QPainter, area: QRect, digit: str) -> int:
        side = self._theme.px(18)
        cap = QRectF(area.right() - side - 9, area.center().y() - side / 2 + 1, side, side)
        painter.setPen(self._theme.colour("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, digit)
        return round(cap.left()) - 8

    def _paint_title(self, painter: QPainter, words: QRect, row: Row) -> None:
        title = self._title_metrics.elidedText(
            row.title, Qt.TextElideMode.ElideRight, words.width()
        )
        kept = len(title) if title == row.title else len(title) - 1
        layout = QTextLayout(title, self._title)
        layout.setFormats(self._marks(row, kept))
        layout.beginLayout()
        layout.createLine().setLineWidth(words.width())
        layout.endLayout()
        painter.setPen(self._theme.colour("text"))
        layout.draw(painter, QPointF(words.left(), words.top()))

    def _marks(self, row: Row, kept: int) -> list[QTextLayout.FormatRange]:
        marks = []
        for start, length in row.runs:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = start, min(length, kept - start)
            mark.format = self._marked
            if mark.length > 0:
                marks.append(mark)
        return marks

    def _measure(self) -> None:
        self._title, self._small = self._theme.font("strong", bold=True), self._theme.font("small")
        self._title_metrics = QFontMetrics(self._title)
        self._small_metrics = QFontMetrics(self._small)
        self._line = self._title_metrics.height()
        around = round(AROUND * self._theme.density.share)
        self._height = max(self._line * 2 + around, TILE + around)
        self._marked = QTextCharFormat()
        self._marked.setBackground(self._theme.colour("mark"))
        self._marked.setForeground(self._theme.colour("on_mark"))
        self.sizeHintChanged.emit(QModelIndex())
