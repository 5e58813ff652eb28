"""One of some hundred names, typed or chosen; accents and capitals do not matter while typing.

Qt's own completer compares letters as they are, so it is handed folded ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from frontdesk.base.text import fold, line

KEY = Qt.ItemDataRole.UserRole
FOLDED = Qt.ItemDataRole.UserRole + 1


class FoldedCompleter(QCompleter):
    """Completes whatever part of a name is typed, with or without its accents."""

    def splitPath(self, path: str) -> list[str]:
        """Return what is compared: the folded text."""
        return [fold(line(path))]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return what is written into the field: the name itself."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class Choice(QComboBox):
    """An editable list of (key, name). What is typed need not be one of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(0, 1, self)
        self.setModel(self._rows)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        completer = FoldedCompleter(self._rows, self)
        completer.setCompletionRole(FOLDED)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other names; what is typed stays."""
        typed = self.currentText()
        self._rows.clear()
        for key, name in choices:
            item = QStandardItem(name)
            item.setData(key, KEY)
            item.setData(fold(name), FOLDED)
            self._rows.appendRow(item)
        self.setEditText(typed)

    def choose(self, key: str) -> None:
        """Put the name of a key into the field; what is no key stands there as it is."""
        place = self.findData(key, KEY)
        self.setCurrentIndex(place)
        self.setEditText(self.itemText(place) if place >= 0 else key)

    def chosen(self) -> str:
        """Return the key of the name that is typed, or of the only one that contains what is
        typed; else the text as it was typed.
        """
        typed = line(self.currentText())
        rows = range(self._rows.rowCount())
        same = [n for n in rows if self.itemData(n, FOLDED) == fold(typed)]
        near = [n for n in rows if typed and fold(typed) in self.itemData(n, FOLDED)]
        found = same[:1] or near
        return str(self.itemData(found[0], KEY)) if len(found) == 1 else typed
