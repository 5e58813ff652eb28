"""The command palette: every command by a few letters of its name, those of the screen first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from frontdesk.base.text import fold
from frontdesk.ui.commands import Command, Commands
from frontdesk.ui.commands.own import OwnKey
from frontdesk.ui.language import Translated
from frontdesk.ui.messages import announce
from frontdesk.ui.workplace import Workplace

WIDTH, HEIGHT = 900, 520
ID = Qt.ItemDataRole.UserRole
OWN = "own."  # before the place of a key that the screen has for itself
Worded = TypeVar("Worded", Command, OwnKey)


def matching(commands: Iterable[Worded], text: str) -> list[Worded]:
    """Return the commands in whose words every typed word begins one; all of them for no text."""
    typed = fold(text).split()
    return [c for c in commands if all(_begins(part, c) for part in typed)]


def _begins(part: str, command: Command | OwnKey) -> bool:
    words = fold(f"{command.title} {command.sentence}").split()
    return any(word.startswith(part) for word in words)


class Palette(Translated, QDialog):
    """A box over the window; arrows choose, Enter does it, Esc leaves."""

    def __init__(self, commands: Commands, place: Workplace, own: Sequence[OwnKey] = ()) -> None:
        super().__init__(commands.window)
        self._commands, self._place, self._own = commands, place, own
        # A popup has the keys at once; a dialog has to wait for the window manager, and what is
        # typed meanwhile is lost.
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = commands.window.size()
        width, height = place.theme.px(WIDTH), place.theme.px(HEIGHT)
        self.resize(min(width, room.width() - 48), min(height, room.height() - 48))
        self.box, self.list = QLineEdit(), QTreeWidget()
        self.box.setObjectName("box")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        column.addWidget(self.box)
        column.addWidget(self.list)
        self._dress_list()
        self.box.setFocus()
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
            count = self.list.topLevelItemCount()
            if step and count:
                self._choose((self.list.currentIndex().row() + step) % count)
                return True
        return super().eventFilter(watched, event)

    def shown(self) -> Sequence[str]:
        """The ids of the commands on show."""
        rows = self.list.model()
        return [rows.index(n, 0).data(ID) for n in range(rows.rowCount())]

    def _dress_list(self) -> None:
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setRootIsDecorated(False)
        self.list.setHeaderHidden(True)
        self.list.setColumnCount(3)
        self.list.setIconSize(self._place.icons.size())
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        if self._place.theme.is_large:  # of the sentences only the first words would be read
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            self.list.setColumnHidden(1, True)

    def _show(self, text: str) -> None:
        self.list.clear()
        for own in matching(self._own, text):
            self._add(own, f"{OWN}{self._own.index(own)}", own.key)
        for command in matching(self._commands.bound(), text):
            self._add(command, command.id, command.key_text)
        self._choose(0)

    def _add(self, command: Command | OwnKey, command_id: str, key: str) -> None:
        item = QTreeWidgetItem([command.title, command.sentence, key])
        item.setIcon(0, self._place.icons.icon(command.icon or "command", "muted"))
        item.setData(0, ID, command_id)
        for column in (1, 2):
            item.setForeground(column, self._place.theme.colour("muted"))
        self.list.addTopLevelItem(item)

    def _choose(self, place: int) -> None:
        if self.list.topLevelItemCount():
            self.list.setCurrentIndex(self.list.model().index(place, 0))
            announce(self.list, self.list.currentIndex().siblingAtColumn(0).data())

    def _do(self) -> None:
        index = self.list.currentIndex()
        chosen = index.siblingAtColumn(0).data(ID) if index.isValid() else ""
        self.accept()
        if chosen.startswith(OWN):
            self._own[int(chosen.removeprefix(OWN))].do()
        elif chosen:
            self._commands.run(chosen)
