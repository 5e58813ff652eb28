"""A table over very many rows, of which only a window around those on screen is held.

The scroll bar knows all rows; a row that is not held is asked for when it is to be painted. So a
list of a hundred thousand costs the memory of a few hundred.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from frontdesk.ui.icons import Icons
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.table import NO_PARENT, Identified, Index, RowsModel, Table


class WindowedModel(RowsModel):
    """Rows from `start` of `total`. `wanted` carries the place of a row that is not held, `asked`
    is the last such place.
    """

    wanted = Signal(int)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__(theme, icons)
        self._total = self._start = self.asked = 0
        self._asks = False

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show rows that are all there are."""
        self.show_window(len(rows), 0, rows)

    def show_window(self, total: int, start: int, rows: Sequence[Any]) -> None:
        """Hold other rows; the table begins anew only where their number changed."""
        self._asks = False
        if total == self._total:
            self._start, self._rows = start, rows
            self.repaint()
            return
        self.beginResetModel()
        self._total, self._start, self._rows = total, start, rows
        self.endResetModel()

    def repaint(self) -> None:
        """Show the same rows anew."""
        if self._rows:
            last = self.index(self._start + len(self._rows) - 1, len(self.headings()) - 1)
            self.dataChanged.emit(self.index(self._start, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.headings()) - 1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many rows there are, held or not."""
        return 0 if parent.isValid() else self._total

    def row(self, place: int) -> Any | None:
        """Return the row at a place; None where there is none, or not yet."""
        held = place - self._start
        if 0 <= held < len(self._rows):
            return self._rows[held]
        if 0 <= place < self._total:
            self.asked = place
            if not self._asks:
                self._asks = True
                self.wanted.emit(place)
        return None

    def place_of(self, row_id: str) -> int:
        """Return the place of the held row with an id, -1 where it is not held."""
        held = next((n for n, row in enumerate(self._rows) if row.id == row_id), -1)
        return held + self._start if held >= 0 else -1


class WindowedTable(Table):
    """The table. `wanted` is a place around which rows are to be read."""

    wanted = Signal(int)

    def __init__(self, model: WindowedModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._window = model
        self.horizontalHeader().setResizeContentsPrecision(0)  # or a thousand rows are measured
        # Later: a row is missed while it is painted, and painting must not change the rows.
        model.wanted.connect(self._want, Qt.ConnectionType.QueuedConnection)

    def show_window(self, total: int, start: int, rows: Sequence[Identified]) -> None:
        """Hold other rows; the current one stays current where it is among them."""
        before = self.current()
        place = max(self.currentIndex().row(), 0)
        self._window.show_window(total, start, rows)
        if before is not None and (found := self._window.place_of(before.id)) >= 0:
            place = found
        if not total:
            self.moved.emit(None)
        elif self.currentIndex().row() != min(place, total - 1):
            self.selectRow(min(place, total - 1))
        elif (row := self.current()) is not None:
            self.moved.emit(row)

    def _want(self) -> None:
        self.wanted.emit(self._window.asked)
