"""Where an import begins: a file or folder, typed, pasted, chosen or dropped; and those before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from frontdesk.base.errors import UserError
from frontdesk.core.imports import Batch
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.importing import form
from frontdesk.ui.screens.importing.model import PastModel
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.filter_field import FilterField
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Workplace


class StartPage(Translated, QWidget):
    """The path, and the imports there were. `opened` carries the file or folder to be read."""

    opened = Signal(object)
    undone = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.path = FilterField()
        self.field = Field(self.path)
        self.past = Table(PastModel(place.theme, place.icons, place.wording))
        self._title, self._before = QLabel(), QLabel()
        self._file, self._folder, self._undo = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self.path.textEdited.connect(self.field.accept)
        self.path.entered.connect(self._enter)
        self.path.stepped.connect(self._step)
        self.path.struck.connect(self._strike)
        self.past.struck.connect(self._ask_undo)
        self.past.moved.connect(self._name_undo)
        self._file.clicked.connect(self.choose_file)
        self._folder.clicked.connect(self.choose_folder)
        self._undo.clicked.connect(self._strike)
        self.setFocusProxy(self.path)
        self.retranslate()
        self._name_undo(None)

    def choose_file(self) -> None:
        """Ask for a file, with keys as in any dialog."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(self.window(), self.tr("Choose a file"))
        if chosen:
            self.opened.emit(Path(chosen))

    def choose_folder(self) -> None:
        """Ask for a folder of texts or of a package."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self.window(), self.tr("Choose a folder"))
        if chosen:
            self.opened.emit(Path(chosen))

    def tell_done(self, text: str) -> None:
        """Say what the last import did, above those before; the next file is asked for."""
        self._title.setText(text)
        self.path.clear()

    def refuse(self, error: UserError) -> None:
        """Say at the path why a file was not taken."""
        self.field.refuse(self._place.messages.sentence(error))

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Import what the office has already"))
        self.field.set_label(self.tr("&File or folder"))
        self.path.setPlaceholderText(self.tr("Type or paste a path, or drop a file on the window"))
        kinds = self.tr(
            "Excel, ODS, CSV, Word, Markdown, HTML, JSON Lines, a folder of texts, an HSDS package."
            " Nothing is written before you have seen what each row would do."
        )
        self.field.note(kinds)
        self._file.setText(self.tr("Choose a file (Ctrl+O)"))
        self._folder.setText(self.tr("Choose a folder (Ctrl+Shift+O)"))
        self._undo.setText(self.tr("Undo this import (Del)"))
        self._before.setText(self.tr("Imports there were"))
        self.past.setAccessibleName(self.tr("Imports there were"))
        self.past.say_when_empty(self.tr("Nothing was imported yet. Ctrl+O chooses a file."))
        self.past.repaint_rows()

    def _lay_out(self) -> None:
        space = self._place.theme.space
        for label in (self._title, self._before):
            label.setProperty("role", "strong")
            label.setWordWrap(True)
        self.past.set_widths(1, {0: 160, 2: 190, 3: 210})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space("s"))
        column.addWidget(self._title)
        column.addWidget(self.field)
        buttons = FlowLayout(space("s"))
        for button in (self._file, self._folder, self._undo):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(self._before)
        column.addWidget(self.past, 1)

    def _enter(self) -> None:
        try:
            self.opened.emit(form.path_of(self.path.text()))
        except UserError as error:
            self.refuse(error)

    def _step(self, by: int) -> None:
        row = self.past.currentIndex().row() + by
        if 0 <= row < self.past.model().rowCount():
            self.past.selectRow(row)

    def _strike(self) -> None:
        self._ask_undo(self.past.current())

    def _ask_undo(self, batch: Batch | None) -> None:
        if batch and not batch.undone_at:
            self.undone.emit(batch)

    def _name_undo(self, batch: Batch | None) -> None:
        self._undo.setEnabled(bool(batch and not batch.undone_at))
