"""One of very many articles by what the box finds for a few words, a digit or Enter takes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from frontdesk.ui.language import Translated
from frontdesk.ui.screens.gaps.form import Named
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.finder import FinderField
from frontdesk.ui.widgets.keyed_list import KeyedList, LinesModel
from frontdesk.ui.widgets.scrolled import scrolled


class Linking(Translated, QWidget):
    """A question, a field and what is found. `asked` carries the words, `taken` the article."""

    asked = Signal(str)
    taken = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._found: list[Named] = []
        self._question, self.field = QLabel(), FinderField()
        self._lines = LinesModel()
        self.list = KeyedList(self._lines, theme)
        self.list.setFocusPolicy(self.list.focusPolicy().NoFocus)
        self._question.setProperty("role", "strong")
        self._question.setWordWrap(True)
        self._question.setBuddy(self.field)
        page = QWidget()
        page.setProperty("plain", True)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.list)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        space = theme.space
        column.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        column.setSpacing(space("s"))
        column.addWidget(self._question)
        column.addWidget(self.field)
        column.addWidget(scrolled(page), 1)
        self.field.textEdited.connect(self.asked)
        self.field.stepped.connect(self._step)
        self.field.taken.connect(self._take)
        self.list.picked.connect(self._take)
        self.setFocusProxy(self.field)
        self.retranslate()

    def begin(self, words: str) -> None:
        """Ask for the article that answers the words of a gap."""
        self._words = words
        self.retranslate()
        self.field.setText("")
        self.show_found([])
        self.field.setFocus()

    def show_found(self, found: list[Named]) -> None:
        """Show other articles."""
        self._found = found
        self._lines.set_rows([title for _, title in found])
        self.list.go_to(0)

    def retranslate(self) -> None:
        """Set the words."""
        question = self.tr("Which article answers “{words}”?").format(words=self._words)
        self._question.setText(question)
        self.field.setAccessibleName(question)
        self.list.setAccessibleName(question)
        self.field.setPlaceholderText(self.tr("Other words of its title"))

    _words = ""

    def _step(self, by: int) -> None:
        self.list.go_to(self.list.currentIndex().row() + by)

    def _take(self, row: int) -> None:
        row = self.list.currentIndex().row() if row < 0 else row
        if 0 <= row < len(self._found):
            self.taken.emit(self._found[row][0])
