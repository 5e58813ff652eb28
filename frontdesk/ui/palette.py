"""The command palette: every command by a few letters of its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from frontdesk.base.text import fold
from frontdesk.ui.commands import Command, Commands
from frontdesk.ui.language import Translated
from frontdesk.ui.workplace import Workplace

WIDTH, HEIGHT = 560, 420
ID = Qt.ItemDataRole.UserRole


def matching(commands: Iterable[Command], text: str) -> list[Command]:
    """Return the commands in whose words every typed word begins one; all of them for no text."""
    typed = fold(text).split()
    return [c for c in commands if all(_begins(part, c) for part in typed)]


def _begins(part: str, command: Command) -> bool:
    words = fold(f"{command.title} {command.sentence}").split()
    return any(word.startswith(part) for word in words)


class Palette(Translated, QDialog):
    """A box over the window; arrows choose, Enter does it, Esc leaves."""

    def __init__(self, commands: Commands, place: Workplace) -> None:
        super().__init__(commands.window)
        self._commands, self._place = commands, place
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.resize(place.theme.px(WIDTH), place.theme.px(HEIGHT))
        self.box, self.list = QLineEdit(), QListWidget()
        self.box.setObjectName("box")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.box)
        column.addWidget(self.list)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.box.installEventFilter(self)
        self.box.textChanged.connect(self._show)
        self.box.returnPressed.connect(self._do)
        self.list.itemClicked.connect(self._do)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(self.tr("All commands"))
        self.box.setPlaceholderText(self.tr("What do you want to do?"))
        self.box.setAccessibleName(self.tr("Command"))
        self.list.setAccessibleName(self.tr("Commands"))
        self._show(self.box.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move the choice while the caret stays in the box."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
        return super().eventFilter(watched, event)

    def shown(self) -> Sequence[str]:
        """The ids of the commands on show."""
        return [self.list.item(n).data(ID) for n in range(self.list.count())]

    def _show(self, text: str) -> None:
        self.list.clear()
        icons = self._place.icons
        for command in matching(self._commands.bound(), text):
            words = f"{command.title}   {command.key_text}".rstrip()
            item = QListWidgetItem(icons.icon(command.icon or "command", "muted"), words)
            item.setData(ID, command.id)
            item.setToolTip(command.sentence)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _do(self) -> None:
        index = self.list.currentIndex()
        chosen = index.data(ID) if index.isValid() else ""
        self.accept()
        if chosen:
            self._commands.run(chosen)
