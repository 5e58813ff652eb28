"""The files that go with what is typed: a button that asks for more, and one for each file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcutEvent
from PySide6.QtWidgets import QPushButton, QWidget

from frontdesk.ui.icons import Icons
from frontdesk.ui.language import Translated
from frontdesk.ui.widgets.flow import FlowLayout

SPACE = 8


class FileButton(QPushButton):
    """One file. Enter saves a copy, Delete takes it off."""

    taken_off = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the two keys; Qt presses a button with the space bar alone."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.taken_off.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


class MoreButton(QPushButton):
    """Pressed at once by Alt and its letter: Qt's own waits a tenth of a second to show it."""

    def event(self, event: QEvent) -> bool:
        """Press without delay; the focus stays where one writes."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)


class FilesRow(Translated, QWidget):
    """Buttons in a row that breaks. `asked` wants another file; `saved` and `taken_off` carry the
    key of one.
    """

    asked = Signal()
    saved = Signal(str)
    taken_off = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._more = MoreButton()
        self._more.setProperty("flat", True)
        self._more.clicked.connect(self.asked)
        self._files: list[FileButton] = []
        self._row = FlowLayout(SPACE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._more)
        self.draw()
        self.retranslate()

    def show_files(self, files: Sequence[tuple[str, str]]) -> None:
        """Show files as (key, words), in their order; the focus does not get lost with one."""
        had = next((n for n, button in enumerate(self._files) if button.hasFocus()), -1)
        for button in self._files:
            self._row.removeWidget(button)
            button.deleteLater()
        self._files = [self._button(key, words) for key, words in files]
        self.retranslate()
        if had >= 0:
            (self._files[min(had, len(files) - 1)] if files else self._more).setFocus()

    def focus_on(self, place: int) -> None:
        """Put the focus on one of the files."""
        self._files[place].setFocus()

    def shown(self) -> list[str]:
        """Return the words of the files on show."""
        return [button.text() for button in self._files]

    def draw(self) -> None:
        """Draw the signs in the colours in use."""
        self._more.setIcon(self._icons.icon("paperclip", "accent"))
        for button in (self._more, *self._files):
            button.setIconSize(self._icons.size())
        for button in self._files:
            button.setIcon(self._icons.icon("file-text", "muted"))

    def retranslate(self) -> None:
        """Set the words."""
        self._more.setText(self.tr("Attach a &file"))
        self._more.setToolTip(self.tr("Or drop it here, or paste a picture into the text"))
        for button in self._files:
            button.setAccessibleDescription(self.tr("Enter saves a copy, Delete takes it off"))
            button.setToolTip(button.accessibleDescription())

    def _button(self, key: str, words: str) -> FileButton:
        button = FileButton(words.replace("&", "&&"))
        button.setAccessibleName(words)
        button.clicked.connect(partial(self.saved.emit, key))
        button.taken_off.connect(partial(self.taken_off.emit, key))
        button.setIcon(self._icons.icon("file-text", "muted"))
        button.setIconSize(self._icons.size())
        self._row.addWidget(button)
        button.show()
        return button
