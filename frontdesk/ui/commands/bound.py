"""The commands that do something, as actions of one window with their keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from frontdesk.ui.commands.command import Command

WHILE_LOCKED = ("look.", "language.", "window.back", "window.quit")


class Commands(QObject):
    """The commands that do something, as actions of one window.

    `role` is whose commands they are, '' everybody's; `refused` comes where a key is pressed that
    is not theirs, `done` after each one that did its work. While `is_frozen` only what stands in
    WHILE_LOCKED is done.
    """

    refused = Signal(object)
    done = Signal()

    def __init__(self, window: QWidget, table: tuple[Command, ...]) -> None:
        super().__init__(window)
        self.window = window
        self._table = {command.id: command for command in table}
        self._actions: dict[str, QAction] = {}
        self.role = ""
        self.is_frozen = False

    def bind(self, command_id: str, slot: Callable[..., object]) -> None:
        """Say what a command does, and put its keys and its action on the window."""
        command = self._table[command_id]
        self._actions[command_id] = action = self._action(command, slot, 0)
        if len(command.keys) > 1:
            action.setShortcuts([])
            for place, key in enumerate(command.keys):
                self._action(command, slot, place).setShortcut(QKeySequence(key))

    def run(self, command_id: str) -> None:
        """Do it, as if its key had been pressed."""
        self._actions[command_id].trigger()

    def action(self, command_id: str) -> QAction:
        """Return the action of a command, for a menu or a button."""
        return self._actions[command_id]

    def of(self, command_id: str) -> Command:
        """Return a command of the table."""
        return self._table[command_id]

    def knows(self, command_id: str) -> bool:
        """Tell whether a command does something in this window."""
        return command_id in self._actions

    def bound(self) -> Iterator[Command]:
        """The commands that do something for who is signed in, in the table's order."""
        for command in self._table.values():
            if command.id in self._actions and self.may(command.id):
                yield command

    def may(self, command_id: str) -> bool:
        """Tell whether a command is for who is signed in."""
        return not self.role or self.role in self._table[command_id].roles

    def retranslate(self) -> None:
        """Put the words of the language in use on every action."""
        for command_id, action in self._actions.items():
            action.setText(self._table[command_id].title)

    def _action(self, command: Command, slot: Callable[..., object], place: int) -> QAction:
        action = QAction(command.title, self.window)
        action.setObjectName(command.id)
        if len(command.keys) > 1:
            slot = partial(slot, place)
        else:
            action.setShortcuts([QKeySequence(key) for key in _spellings(command.keys)])
        action.triggered.connect(lambda _checked=False: self._do(command, slot))
        self.window.addAction(action)
        return action

    def _do(self, command: Command, slot: Callable[..., object]) -> None:
        if self.is_frozen and not command.id.startswith(WHILE_LOCKED):
            return
        if self.may(command.id):
            slot()
            self.done.emit()
        else:
            self.refused.emit(command)


def _spellings(keys: tuple[str, ...]) -> Iterator[str]:
    """The keys with their twins on other keyboards: Enter of the number pad, plus without Shift."""
    for key in keys:
        yield key
        if "Return" in key:
            yield key.replace("Return", "Enter")
        if key == "Ctrl++":
            yield "Ctrl+="
