"""Some of very many: those that belong, and a field that finds more by a few words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from frontdesk.ui.language import Translated
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.finder import FinderField
from frontdesk.ui.widgets.keyed_list import KeyedList, LinesModel

Pairs = Sequence[tuple[str, str]]


class Members(Translated, QWidget):
    """`asked` carries the words typed, `offer` answers them; Del takes a member out."""

    asked = Signal(str)
    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: Pairs = ()
        self._names: dict[str, str] = {}
        self.field = FinderField()
        self._offers, self._lines = LinesModel(), LinesModel()
        self.offers = KeyedList(self._offers, theme)
        self.list = KeyedList(self._lines, theme, digits=False)
        self._how = QLabel()
        self._how.setProperty("role", "small")
        self._how.setWordWrap(True)
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space("xs"))
        for widget in (self.field, self.offers, self._how, self.list):
            column.addWidget(widget)
        self.field.textEdited.connect(self._ask)
        self.field.stepped.connect(
            lambda by: self.offers.go_to(self.offers.currentIndex().row() + by)
        )
        self.field.taken.connect(self._take)
        self.offers.picked.connect(self._take)
        self.setFocusProxy(self.field)
        self.retranslate()

    def value(self) -> list[str]:
        """Return the keys of those that belong, in the order shown."""
        return list(self._names)

    def set_value(self, keys: Sequence[str], names: dict[str, str]) -> None:
        """Show those that belong, by name."""
        self._names = dict(
            sorted(((key, names.get(key, key)) for key in keys), key=lambda pair: pair[1])
        )
        self.field.clear()
        self.offer(())
        self._show()

    def offer(self, found: Pairs) -> None:
        """Show what fits the words; those that belong already are left out."""
        self._offered = [pair for pair in found if pair[0] not in self._names]
        self._offers.set_rows([name for _, name in self._offered])
        self.offers.setVisible(bool(self._offered))
        self.offers.go_to(0)

    def retranslate(self) -> None:
        """Set the words."""
        self.field.setPlaceholderText(
            self.tr("Add: a few words find it, Enter or a digit takes it")
        )
        self._show()

    def setAccessibleName(self, name: str) -> None:
        """Name the parts that take the focus."""
        super().setAccessibleName(name)
        for widget in (self.field, self.list, self.offers):
            widget.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current member out."""
        row = self.list.currentIndex().row()
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and row >= 0:
            del self._names[list(self._names)[row]]
            self._show()
            self.list.go_to(min(row, len(self._names) - 1))
            self.edited.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self, text: str) -> None:
        if text.strip():
            self.asked.emit(text)
        else:
            self.offer(())

    def _take(self, row: int) -> None:
        row = max(self.offers.currentIndex().row(), 0) if row < 0 else row
        if 0 <= row < len(self._offered):
            key, name = self._offered[row]
            self._names[key] = name
            self.field.clear()
            self.offer(())
            self._show()
            self.edited.emit()

    def _show(self) -> None:
        self._lines.set_rows(list(self._names.values()))
        self.list.setVisible(bool(self._names))
        count = len(self._names)
        text = self.tr("{count} in all; Tab goes there, Del takes one out")
        self._how.setText(text.format(count=count) if count else self.tr("None yet"))
