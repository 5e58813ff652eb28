"""The papers of a need as a list to tick, and the reasons for sending somebody all the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from frontdesk.ui.widgets.keyed_list import LinesModel

Index = QModelIndex | QPersistentModelIndex


class PapersModel(LinesModel):
    """Papers, each at hand or not."""

    def __init__(self) -> None:
        super().__init__()
        self._ticked: frozenset[int] = frozenset()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The papers at hand, in their order."""
        return tuple(line for row, line in enumerate(self._lines) if row in self._ticked)

    @property
    def missing(self) -> tuple[str, ...]:
        """The papers that are not at hand, in their order."""
        return tuple(line for row, line in enumerate(self._lines) if row not in self._ticked)

    def set_rows(self, lines: Sequence[str]) -> None:
        """Show other papers, none of them ticked."""
        self._ticked = frozenset()
        super().set_rows(lines)

    def tick(self, rows: frozenset[int]) -> None:
        """Tick these rows and no others."""
        self._ticked = frozenset(row for row in rows if 0 <= row < len(self._lines))
        if self._lines:
            ends = self.index(0), self.index(len(self._lines) - 1)
            self.dataChanged.emit(*ends, [Qt.ItemDataRole.CheckStateRole])

    def toggle(self, row: int) -> None:
        """Tick a row, or take the tick away."""
        self.tick(self._ticked ^ {row})

    def toggle_all(self) -> None:
        """Tick every row; where all are, none."""
        every = frozenset(range(len(self._lines)))
        self.tick(frozenset() if self._ticked == every else every)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the lines are, and whether each is ticked."""
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            ticked = index.row() in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick from a screen reader or a click on the box."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if (Qt.CheckState(value) == Qt.CheckState.Checked) != (index.row() in self._ticked):
            self.toggle(index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let each line be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags
