"""How a result is painted: its sign, the title with what matched marked, and a second line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frontdesk.ui.icons import Icons
from frontdesk.ui.screens.desk.model import ROW, Row
from frontdesk.ui.theme import Theme

AROUND = 21
TILE = 36
MARGIN = 6
KEYED_ROWS = 9
ROOM_FOR_SIGN = 230


class ResultDelegate(QStyledItemDelegate):
    """Rows of one height, so that long lists cost nothing.

    Where there is no room for the sign, the title has two lines: in large print the first words of
    many titles are the same.
    """

    def __init__(self, theme: Theme, icons: Icons, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._icons, self._view = theme, icons, view
        theme.changed.connect(self._measure)
        self._measure()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the one height of all rows in the width that the list has."""
        room = self._view.viewport().width() - 2 * MARGIN
        return QSize(100, self._height if self._has_sign(room) else self._height + self._line)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row; the chosen one is a tile with a bar, so it is not told by colour alone."""
        row = index.data(ROW)
        area = option.rect.adjusted(MARGIN, 2, -MARGIN, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, chosen=chosen, hovered=hovered)
        words = self._paint_sign(painter, area, row, chosen=chosen)
        if index.row() < KEYED_ROWS:
            words.setRight(self._paint_key(painter, area, str(index.row() + 1)))
        words.setTop(self._paint_title(painter, words, row))
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("muted"))
        under = self._small_metrics.elidedText(
            row.under, Qt.TextElideMode.ElideRight, words.width()
        )
        words.translate(0, 2)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, under)
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
        if not self._has_sign(area.width()):  # the line under the title says the kind in words
            return area.adjusted(12, 0, -12, 0)
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
        return area.adjusted(tile.right() + 13 - area.left(), 0, -12, 0)

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

    def _paint_title(self, painter: QPainter, words: QRect, row: Row) -> int:
        """Paint the title so that it and the line under it stand in the middle; return its end."""
        lines = self._lines(row.title, words.width())
        top = words.center().y() - self._line * (len(lines) + 1) // 2
        painter.setPen(self._theme.colour("text"))
        for begin, said in lines:
            shown = self._title_metrics.elidedText(said, Qt.TextElideMode.ElideRight, words.width())
            kept = len(shown) if shown == said else len(shown) - 1
            layout = QTextLayout(shown, self._title)
            layout.setFormats(self._marks(row, begin, kept))
            layout.beginLayout()
            layout.createLine().setLineWidth(words.width())
            layout.endLayout()
            layout.draw(painter, QPointF(words.left(), top))
            top += self._line
        return top

    def _lines(self, title: str, width: int) -> list[tuple[int, str]]:
        """Return the lines of a title, each with where it begins; the last one has all the rest."""
        if self._has_sign(self._view.viewport().width() - 2 * MARGIN):
            return [(0, title)]
        layout = QTextLayout(title, self._title)
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(width)
        layout.endLayout()
        end = first.textLength()
        return [(0, title[:end].rstrip()), (end, title[end:])] if end < len(title) else [(0, title)]

    def _marks(self, row: Row, begin: int, kept: int) -> list[QTextLayout.FormatRange]:
        """Return what matched, of a line that begins there and shows so many letters."""
        marks = []
        for start, length in row.runs:
            first, last = max(start - begin, 0), min(start + length - begin, kept)
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = first, last - first
            mark.format = self._marked
            if mark.length > 0:
                marks.append(mark)
        return marks

    def _has_sign(self, width: int) -> bool:
        return width >= self._theme.px(ROOM_FOR_SIGN)

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
