"""A table of rows read by one line each: chosen by arrows, acted on by Enter and Del.

Whatever else is typed goes on to the window, whose box takes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from frontdesk.ui.icons import Icons
from frontdesk.ui.theme import Theme
from frontdesk.ui.wording import Wording

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ROW_HEIGHT = 38
ROWS_WANTED = 3
SIGN = 18
MAX_FIXED = 0.7  # of the width, for the columns of a fixed width together


class Identified(Protocol):
    """A row of a query: it has an id by which it is found again."""

    @property
    def id(self) -> str:
        """The id."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows: words, the sign before them, and a tone (ok, warn, danger, muted)."""

    text: str
    icon: str = ""
    tone: str = "text"


class RowsModel(QAbstractTableModel):
    """Rows of one kind. A subclass names the columns and turns a row into cells."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.theme, self.icons = theme, icons
        self._rows: Sequence[Any] = ()
        theme.changed.connect(self.repaint)

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        raise NotImplementedError

    def cells(self, row: Any) -> tuple[Cell, ...]:
        """Return what a row shows, one cell a column."""
        raise NotImplementedError

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, place: int) -> Any | None:
        """Return the row at a place; None where there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, row_id: str) -> int:
        """Return the place of the row with an id, -1 where it is gone."""
        return next((n for n, row in enumerate(self._rows) if row.id == row_id), -1)

    def repaint(self) -> None:
        """Show the same rows anew, after a change of language, look or day."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.headings()) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.headings()) - 1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.headings())

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the word above a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.headings()):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self.headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return words, sign and colour of a cell."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        cell = self.cells(row)[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings()[index.column()]}: {cell.text}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return self.theme.colour(cell.tone)
        if role == Qt.ItemDataRole.DecorationRole and cell.icon:
            return self.icons.icon(cell.icon, cell.tone, SIGN)
        return None


class WordedModel(RowsModel):
    """Rows with days, times or sums, which `_wording` says as the language and the country do."""

    def __init__(self, theme: Theme, icons: Icons, wording: Wording) -> None:
        super().__init__(theme, icons)
        self._wording = wording


class Table(QTableView):
    """The table. `chosen` is Enter or a double click, `struck` Del, `moved` another current row."""

    chosen = Signal(object)
    struck = Signal(object)
    moved = Signal(object)

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._empty = model, ""
        self._fixed: dict[int, int] = {}
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda index: self.chosen.emit(model.row(index.row())))
        self.selectionModel().currentRowChanged.connect(
            lambda index: self.moved.emit(model.row(index.row()))
        )
        model.theme.changed.connect(self._measure)
        self._measure()

    def set_widths(self, stretched: int, fixed: dict[int, int] | None = None) -> None:
        """Make the columns as wide as their words, one as wide as what is left, and some as wide
        as many pixels at 100 % text.
        """
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        self._fixed = fixed or {}
        for column in self._fixed:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self._measure()

    def set_rows(self, rows: Sequence[Identified]) -> None:
        """Show other rows; the current one stays current where it is still there."""
        before = self.current()
        place = max(self.currentIndex().row(), 0)
        self._rows.set_rows(rows)
        if before is not None and (found := self._rows.place_of(before.id)) >= 0:
            place = found
        if rows:
            self.selectRow(min(place, len(rows) - 1))
        else:
            self.moved.emit(None)

    def say_when_empty(self, text: str) -> None:
        """Set what stands in place of rows while there are none."""
        self._empty = text
        self.viewport().update()

    def empty_words(self) -> str:
        """Return what stands in place of rows while there are none."""
        return self._empty

    def repaint_rows(self) -> None:
        """Show the same rows anew, after a change of language."""
        self._rows.repaint()

    def current(self) -> Any | None:
        """Return the current row."""
        return self._rows.row(self.currentIndex().row())

    def sizeHint(self) -> QSize:
        """Return room for a few rows: it grows where there is more, and no page scrolls for it."""
        usual, row = super().sizeHint(), self.verticalHeader().defaultSectionSize()
        return QSize(usual.width(), min(usual.height(), ROWS_WANTED * row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the current row; leave letters and digits to the window."""
        row = self.current()
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # which hands in the form around the table
        elif row is not None and is_enter:
            if not event.isAutoRepeat():  # a key held down is one wish
                self.chosen.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.struck.emit(row)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns."""
        super().resizeEvent(event)
        self._fit()

    def show_column(self, column: int, *, shown: bool) -> None:
        """Show or hide a column; the others share its room."""
        if shown == self.isColumnHidden(column):
            self.setColumnHidden(column, not shown)
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the sentence for none."""
        super().paintEvent(event)
        if self._rows.rowCount() == 0 and self._empty:
            painter = QPainter(self.viewport())
            painter.setPen(self._rows.theme.colour("muted"))
            room = self.viewport().rect().adjusted(10, 10, -10, -10)
            flags = (
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            )
            painter.drawText(room, flags, self._empty)

    def _measure(self) -> None:
        self.horizontalHeader().setMinimumSectionSize(self._rows.theme.px(48))
        self.verticalHeader().setDefaultSectionSize(self._rows.theme.row(ROW_HEIGHT))
        self.setIconSize(self._rows.icons.size(SIGN))
        self._fit()

    def _fit(self) -> None:
        """Give the fixed columns what they want, narrower together where little would be left; a
        word above a column is always read in full.
        """
        head = self.horizontalHeader()
        px = self._rows.theme.px
        wanted = {n: px(w) for n, w in self._fixed.items() if not self.isColumnHidden(n)}
        words = sum(
            head.sectionSizeHint(n) for n in range(head.count())
            if n not in self._fixed and not self.isColumnHidden(n)
        )  # fmt: skip
        width = self.viewport().width()
        room = max(min(MAX_FIXED * width, width - words), 1)
        share = min(1.0, room / sum(wanted.values())) if wanted and room else 1.0
        for column, pixels in wanted.items():
            head.resizeSection(column, max(round(pixels * share), head.sectionSizeHint(column)))
