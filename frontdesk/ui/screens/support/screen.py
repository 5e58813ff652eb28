"""For support: every text that would go into the zip, to be read first; Enter saves it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
)

from frontdesk.base.text import line
from frontdesk.exchange import support
from frontdesk.exchange.support import Parts
from frontdesk.ui.screen import Screen
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.room import fill
from frontdesk.ui.widgets.table import Cell, RowsModel, Table
from frontdesk.ui.workplace import Workplace

LIST_PX = 200
NAME = "frontdesk-support.zip"


class Part(NamedTuple):
    """One text of the zip."""

    id: str
    text: str


class PartsModel(RowsModel):
    """The files of the zip."""

    def headings(self) -> tuple[str, ...]:
        """Return the word above the column."""
        return (QCoreApplication.translate("SupportScreen", "In the file"),)

    def cells(self, row: Part) -> tuple[Cell, ...]:
        """Return a file's name."""
        return (Cell(row.id, "file-text"),)


def save(_store: Any, file: Path, texts: Parts) -> Path:
    """Write the zip."""
    return support.write(file, texts)


class SupportScreen(Screen):
    """The files on the left, the chosen one's text on the right."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._texts: Parts = {}
        self.files = Table(PartsModel(place.theme, place.icons))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self._title, self._words, self.saving = QLabel(), QLabel(), QPushButton()
        self._lay_out()
        self.files.moved.connect(lambda part: self.text.setPlainText(part.text if part else ""))
        self.saving.clicked.connect(self._save)
        self.files.chosen.connect(lambda _part: self._save())
        self.setFocusProxy(self.files)
        self.retranslate()

    def read(self) -> None:
        """Gather the texts."""
        jobs = self.place.jobs
        jobs.slow(self, support.parts, now=jobs.now(), done=self._show)

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("For support"))
        self._title.setText(self.tr("For support"))
        self._words.setText(
            self.tr(
                "This is all that the file will hold: no names, no phones, nothing of what was "
                "typed. Read it, save it, and send it to whoever looks after the program."
            )
        )
        self.files.setAccessibleName(self.tr("In the file"))
        self.text.setAccessibleName(self.tr("Text of the chosen part"))
        self.saving.setText(self.tr("Save as zip (Enter)"))
        self.files.repaint_rows()

    def _show(self, texts: Parts) -> None:
        self._texts = texts
        self.files.set_rows([Part(name, text) for name, text in texts.items()])

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(self.place.theme.space("m"))
        self.files.set_widths(0)
        self.place.theme.changed.connect(self._measure)
        self._measure()
        row.addWidget(self.files)
        row.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.saving.setProperty("primary", True)
        foot.addWidget(self.saving)
        fill(self, Card(self.place.theme, self._words, row, foot, title=self._title))

    def _measure(self) -> None:
        self.files.setFixedWidth(self.place.theme.px(LIST_PX))

    def _save(self) -> None:
        if not self._texts:
            return
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as zip"), NAME, "ZIP (*.zip)")
        if chosen:
            self.place.jobs.slow(self, save, Path(chosen), self._texts, done=self._saved)

    def _saved(self, file: Path) -> None:
        told = self.tr("Saved as {file}. Nothing was sent.").format(file=line(str(file)))
        self.place.messages.say(told, "ok")
