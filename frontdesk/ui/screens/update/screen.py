"""A new version: what the chosen file holds, then a copy of the database, then the installer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QProcess, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from frontdesk import __version__
from frontdesk.base.errors import UserError
from frontdesk.sync import updates
from frontdesk.sync.updates import Ready, Update
from frontdesk.ui.keys import ENTER
from frontdesk.ui.screen import Screen
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.room import fill
from frontdesk.ui.workplace import Workplace


def look(_store: Any, file: Path) -> Update:
    """Return what a file holds. Raises UserError where it is not ours, or not newer."""
    return updates.read(file, updates.publisher())


class UpdateScreen(Screen):
    """One file, one button."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._update: Update | None = None
        self._title, self._words, self._notes = QLabel(), QLabel(), QLabel()
        self.choosing, self.installing = QPushButton(), QPushButton()
        self._lay_out()
        self.choosing.clicked.connect(self._choose)
        self.installing.clicked.connect(self._install)
        self.setFocusProxy(self.choosing)
        self.retranslate()

    def read(self) -> None:
        """Nothing is shown before a file is chosen."""

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Update the program"))
        self._title.setText(self.tr("Update the program"))
        self.choosing.setText(self.tr("Choose the update file (Enter)"))
        self.installing.setText(self.tr("Save the database and install"))
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the button in focus says."""
        if event.key() in ENTER and not event.modifiers():
            (self._install if self.installing.hasFocus() else self._choose)()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        for label in (self._words, self._notes):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        buttons = FlowLayout(self.place.theme.space("s"))
        self.installing.setProperty("primary", True)
        buttons.addWidget(self.choosing)
        buttons.addWidget(self.installing)
        parts = self._words, self._notes, buttons
        fill(self, Card(self.place.theme, *parts, title=self._title))

    def _tell(self) -> None:
        self.installing.setVisible(self._update is not None)
        if self._update is None:
            self._words.setText(
                self.tr(
                    "This is version {version}. A new one comes as one signed file; the database "
                    "is copied before, and the way back is kept."
                ).format(version=__version__)
            )
            self._notes.clear()
            return
        self._words.setText(
            self.tr("Version {version} is signed and fits this computer.").format(
                version=self._update.version
            )
        )
        notes = self._update.notes
        self._notes.setText(notes.get(self.place.language.code) or notes.get("en", ""))

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the update file (Enter)"))
        if chosen:
            self.place.jobs.slow(self, look, Path(chosen), done=self._found, failed=self._refused)

    def _found(self, update: Update) -> None:
        self._update = update
        self._tell()
        self.installing.setFocus()

    def _refused(self, error: UserError) -> None:
        self._update = None
        self._tell()
        self.place.messages.refuse(error)

    def _install(self) -> None:
        if self._update is not None:
            self.place.messages.say(self.tr("Copying the database…"), "info")
            self.place.jobs.slow(self, updates.prepare, self._update, done=self._start)

    def _start(self, ready: Ready) -> None:
        command = updates.command(ready.installer)
        if command and QProcess.startDetached(command[0], command[1:])[0]:
            told = self.tr("The installer has started; close Frontdesk when it asks.")
        else:
            told = self.tr("Open {file} to install it.").format(file=ready.installer)
        self.place.messages.say(told, "ok")
