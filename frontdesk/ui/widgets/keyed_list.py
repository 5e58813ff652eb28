"""A list as high as its lines, each with its digit before it, and a box where it can be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from frontdesk.ui.theme import Theme
from frontdesk.ui.tokens import LEAST_TARGET

Index = QModelIndex | QPersistentModelIndex
KEYED_ROWS = 9
NO_PARENT = QModelIndex()
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
PADDING = 7


class LinesModel(QAbstractListModel):
    """Lines that a digit chooses; the first nine have one."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[str] = ()

    def set_rows(self, lines: Sequence[str]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line; for screen readers with its digit."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{index.row() + 1}. {line}" if index.row() < KEYED_ROWS else line
        return None


class KeyedList(QListView):
    """Lines broken to the width there is; the pane around it scrolls.

    Space or a click picks a line; other keys than arrows are left to who holds the list.
    """

    picked = Signal(int)

    def __init__(
        self, model: QAbstractItemModel, theme: Theme, parent: QWidget | None = None, *,
        digits: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(KeyedDelegate(theme, self, digits=digits))
        self.setModel(model)
        self.clicked.connect(lambda index: self.picked.emit(index.row()))
        model.modelReset.connect(self._fit)
        theme.changed.connect(self._fit)

    def start(self) -> None:
        """Put the focus on the first line, unless one has it already."""
        if not self.currentIndex().isValid():
            self.go_to(0)
        self.setFocus()

    def go_to(self, row: int) -> None:
        """Make a line the current one, if it is there."""
        if 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, pick with Space, leave the rest."""
        if event.key() in MOVES:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex().row())
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def event(self, event: QEvent) -> bool:
        """Paint the ring around the current line when the focus comes or goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.viewport().update()
        return super().event(event)

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        rows = range(self.model().rowCount())
        self.setFixedHeight(
            sum(self.sizeHintForIndex(self.model().index(r, 0)).height() for r in rows)
        )


class KeyedDelegate(QStyledItemDelegate):
    """Digit, box and words of a line."""

    def __init__(self, theme: Theme, view: QListView, *, digits: bool = True) -> None:
        super().__init__(view)
        self._theme, self._view, self._digits = theme, view, digits

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need in the width of the list."""
        width = self._view.viewport().width()
        words = self._broken(index, width - self._indent(index))
        height = max(words.boundingRect().height(), self._theme.px(20))
        around = self._theme.px(PADDING * self._theme.density.share)
        return QSize(width, max(round(height) + 2 * around, LEAST_TARGET))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Leave clicks to the list: Qt would tick where it thinks the box is, and twice."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line; the one in focus has a ring around it."""
        area = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        left = area.left() + self._theme.px(8)
        if self._digits and index.row() < KEYED_ROWS:
            self._paint_digit(painter, left, area, str(index.row() + 1))
        left += self._theme.px(28) if self._digits else 0
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            self._paint_box(
                painter, left, area, ticked=Qt.CheckState(ticked) is Qt.CheckState.Checked
            )
        painter.setPen(self._theme.colour("text"))
        words = self._broken(index, area.width() - self._indent(index))
        spare = area.height() - words.boundingRect().height()
        words.draw(painter, QPointF(area.left() + self._indent(index), area.top() + spare / 2))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tile = QRectF(option.rect).adjusted(1, 1, -1, -1)
        state = option.state
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(tile, 8, 8)
        if self._view.hasFocus() and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(tile, 8, 8)

    def _paint_digit(self, painter: QPainter, left: int, area: QRect, digit: str) -> None:
        side = self._theme.px(20)
        cap = QRectF(left, area.center().y() - side / 2 + 1, side, side)
        painter.setPen(self._theme.colour("border"))
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(cap, 5, 5)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, digit)

    def _paint_box(self, painter: QPainter, left: int, area: QRect, *, ticked: bool) -> None:
        side = self._theme.px(17)
        box = QRectF(left, area.center().y() - side / 2 + 1, side, side)
        painter.setPen(QPen(self._theme.colour("accent" if ticked else "border_strong"), 1.4))
        painter.setBrush(self._theme.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(self._theme.colour("on_accent"), side / 8))
            corners = ((0.24, 0.52), (0.43, 0.72), (0.77, 0.30))
            painter.drawPolyline([box.topLeft() + QPointF(x, y) * side for x, y in corners])

    def _indent(self, index: Index) -> int:
        boxed = index.data(Qt.ItemDataRole.CheckStateRole) is not None
        return self._theme.px((66 if boxed else 40) if self._digits else 12)

    def _broken(self, index: Index, width: int) -> QTextLayout:
        layout = QTextLayout(index.data() or "", self._theme.font("body"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - self._theme.px(10), 40))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout
