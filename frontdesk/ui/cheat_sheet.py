"""F1: every key on one sheet, made from the command table; those of the screen come first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from frontdesk.ui.commands import GROUPS, Command, Commands
from frontdesk.ui.commands.own import OwnKey
from frontdesk.ui.language import Translated
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.core.manual import Section

WIDTH, HEIGHT = 1200, 680
TWO_COLUMNS_PX, THREE_COLUMNS_PX = 680, 1100


class CheatSheet(Translated, QDialog):
    """The keys by group, each with its word and a hint. `manual_asked` is F1 again, where there is
    a section about what is on screen.
    """

    manual_asked = Signal()

    def __init__(
        self,
        commands: Commands,
        place: Workplace,
        own: Sequence[OwnKey] = (),
        section: Section | None = None,
    ) -> None:
        super().__init__(commands.window)
        self._commands, self._place = commands, place
        self._own = [key for key in own if key.key]
        self._section, self.manual = section, QPushButton()
        room = commands.window.size()
        self.resize(
            min(place.theme.px(WIDTH), room.width() - 40),
            min(place.theme.px(HEIGHT), room.height() - 40),
        )
        self._area = area = QScrollArea()
        area.setProperty("ringed", True)
        area.setWidgetResizable(True)
        self._page = QWidget()
        self._page.setProperty("plain", True)
        self._columns = QHBoxLayout(self._page)
        self._columns.setContentsMargins(24, 16, 24, 16)
        self._columns.setSpacing(36)
        area.setWidget(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        whole.addLayout(self._foot())
        self.retranslate()

    def retranslate(self) -> None:
        """Write the sheet in the language in use."""
        self.setWindowTitle(self.tr("Keys"))
        self._area.setAccessibleName(self.tr("Keys"))
        if self._section:
            words = self.tr("Manual: {section} (F1)")
            self.manual.setText(words.format(section=self._section.title))
        while item := self._columns.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        keyed = [command for command in self._commands.bound() if command.keys]
        own = [(self.tr("On this screen"), self._own)] if self._own else []
        for side in self._sides():
            groups = [
                (QCoreApplication.translate("Commands", GROUPS[name]),
                 [c for c in keyed if c.group == name])
                for name in side
            ]  # fmt: skip
            self._columns.addWidget(self._column([*own, *groups]), 1, Qt.AlignmentFlag.AlignTop)
            own = []

    def _sides(self) -> tuple[tuple[str, ...], ...]:
        """Return the groups of each column, so that the columns are about as long."""
        px = self._place.theme.px
        if self.width() < px(TWO_COLUMNS_PX):
            return (("answer", "visitor", "knowledge", "house", "window"),)
        if self.width() < px(THREE_COLUMNS_PX):
            return ("answer", "visitor"), ("knowledge", "house", "window")
        if self._own:
            return ("knowledge", "house"), ("answer", "visitor"), ("window",)
        return ("answer", "knowledge"), ("visitor", "house"), ("window",)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the manual with the key that opened the sheet."""
        if event.key() == Qt.Key.Key_F1 and not event.modifiers():
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        if self._section:
            self.accept()
            self.manual_asked.emit()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addStretch(1)
        foot.addWidget(self.manual)
        self.manual.setProperty("primary", True)
        self.manual.setVisible(self._section is not None)
        self.manual.clicked.connect(self._go_on)
        return foot

    def _column(self, groups: Sequence[tuple[str, Sequence[Command | OwnKey]]]) -> QWidget:
        column = QWidget()
        grid = QGridLayout(column)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for name, commands in groups:
            if not commands:
                continue
            heading = QLabel(name)
            heading.setProperty("role", "strong")
            heading.setContentsMargins(0, 10, 0, 2)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for command in commands:
                self._add(grid, command)
        grid.setColumnStretch(1, 1)
        return column

    def _add(self, grid: QGridLayout, command: Command | OwnKey) -> None:
        key = command.key if isinstance(command, OwnKey) else command.key_text
        cap, words = QLabel(key), QLabel(command.title)
        cap.setProperty("keycap", True)
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line = grid.rowCount()
        grid.addWidget(cap, line, 0, Qt.AlignmentFlag.AlignTop)
        cell = QVBoxLayout()
        cell.setSpacing(0)
        cell.addWidget(words)
        if command.sentence:
            hint = QLabel(command.sentence)
            hint.setProperty("role", "small")
            hint.setWordWrap(True)
            cell.addWidget(hint)
        grid.addLayout(cell, line, 1)
