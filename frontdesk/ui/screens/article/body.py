"""The field for the text: Markdown, with articles to link to offered after `[[`.

The offer hangs below the caret and never takes the focus: arrows choose, Enter or Tab writes the
link, Esc closes it, and whoever types on narrows it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QVBoxLayout, QWidget

from frontdesk.core.knowledge import links
from frontdesk.core.knowledge.links import Target
from frontdesk.ui.keys import CONTROL, KeepsKeys
from frontdesk.ui.language import Translated
from frontdesk.ui.messages import announce
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.writing import Writing

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
OFFER_WIDTH = 420


class BodyEdit(KeepsKeys, Writing):
    """The text. `linking` carries the letters after `[[`, for which the screen finds articles."""

    linking = Signal(str)

    def __init__(self, theme: Theme, takes: Callable[[QMimeData], bool]) -> None:
        super().__init__(takes)
        self.offer = LinkOffer(theme, self)
        self._letters: str | None = None
        self.cursorPositionChanged.connect(self._look)
        self.offer.list.itemClicked.connect(lambda _item: self._write_link())

    def show_targets(self, letters: str, targets: Sequence[Target]) -> None:
        """Offer articles for letters that still stand before the caret."""
        if letters == self._letters:
            self.offer.show_targets(targets, letters)
            self._place_offer()

    def close_offer(self) -> bool:
        """Close the offer; False where none is open."""
        was_open = self.offer.isVisible()
        self.offer.hide()
        self._letters = None
        return was_open

    def go_to_line(self, number: int) -> None:
        """Put the caret at the beginning of a line and show it."""
        block = self.document().findBlockByNumber(number - 1)
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()
        self.setFocus()

    def keeps(self, event: QKeyEvent) -> bool:
        """Keep Ctrl+B, and Esc while articles are offered."""
        closes = event.key() == Qt.Key.Key_Escape and self.offer.isVisible()
        return closes or (event.modifiers() == CONTROL and event.key() == Qt.Key.Key_B)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose among what is offered, make bold, or write."""
        if event.modifiers() == CONTROL and event.key() == Qt.Key.Key_B:
            self._make_bold()
        elif not self.offer.isVisible():
            super().keyPressEvent(event)
        elif event.key() in STEPS:
            self.offer.step(STEPS[Qt.Key(event.key())])
        elif event.key() in TAKES and self.offer.chosen():
            self._write_link()
        elif event.key() == Qt.Key.Key_Escape:
            self.offer.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the offer with the focus."""
        super().focusOutEvent(event)
        self.offer.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the offer beside the caret."""
        super().resizeEvent(event)
        if self.offer.isVisible():
            self._place_offer()

    def _look(self) -> None:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        letters = None if cursor.hasSelection() else links.being_typed(before)
        if letters == self._letters:
            return
        self._letters = letters
        if letters is None:
            self.offer.hide()
        else:
            self.linking.emit(letters)

    def _write_link(self) -> None:
        target, letters = self.offer.chosen(), self._letters
        if target is None or letters is None:
            return
        cursor = self.textCursor()
        back = len(letters) + len("[[")
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, back)
        cursor.insertText(links.written(target))
        self.close_offer()

    def _make_bold(self) -> None:
        cursor = self.textCursor()
        cursor.insertText(f"**{cursor.selectedText()}**")
        if not self.textCursor().hasSelection():
            cursor.movePosition(QTextCursor.MoveOperation.Left, n=2)
            self.setTextCursor(cursor)

    def _place_offer(self) -> None:
        caret = self.cursorRect()
        offer, room = self.offer, self.viewport().rect()
        offer.adjustSize()
        offer.resize(min(offer.width(), room.width()), min(offer.height(), room.height()))
        below = caret.bottom() + 4
        fits = below + offer.height() <= room.bottom() or caret.top() < offer.height()
        top = below if fits else caret.top() - offer.height() - 4
        left = max(0, min(caret.left(), room.width() - offer.width()))
        offer.move(self.viewport().mapTo(self, QPoint(left, top)))


class LinkOffer(Translated, QFrame):
    """The articles that are offered, and a line on what to do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._targets: Sequence[Target] = ()
        self.setProperty("offer", True)
        self.list, self._how = QListWidget(), QLabel()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._how.setProperty("role", "small")
        self._how.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.list)
        column.addWidget(self._how)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set the words."""
        self.list.setAccessibleName(self.tr("Articles to link to"))
        self._say_how("")

    def show_targets(self, targets: Sequence[Target], letters: str) -> None:
        """Offer articles; the first one is chosen."""
        self._targets = targets
        self.list.clear()
        for target in targets:
            self.list.addItem(" · ".join(filter(None, (target.title, target.code))))
        self.list.setVisible(bool(targets))
        row = self.list.sizeHintForRow(0) if targets else 0
        self.list.setFixedHeight(row * len(targets) + 4)
        self.setFixedWidth(self._theme.px(OFFER_WIDTH))
        self._say_how(letters)
        self.show()
        self.raise_()
        self.list.setCurrentRow(0)
        if targets:
            announce(self.list, self.list.item(0).text())

    def step(self, by: int) -> None:
        """Choose the next one or the one before."""
        if self._targets:
            row = (self.list.currentRow() + by) % len(self._targets)
            self.list.setCurrentRow(row)
            announce(self.list, self.list.item(row).text())

    def chosen(self) -> Target | None:
        """Return the article that is chosen."""
        row = self.list.currentRow()
        return self._targets[row] if 0 <= row < len(self._targets) else None

    def _say_how(self, letters: str) -> None:
        if self._targets:
            self._how.setText(self.tr("Arrows choose, Enter writes the link, Esc closes"))
        elif letters:
            self._how.setText(self.tr("No article with these letters"))
        else:
            self._how.setText(self.tr("Type some letters of the article's title or its code"))
