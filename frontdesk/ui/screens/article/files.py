"""The files kept with an article: forms to fill in, a map, the decree itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from frontdesk.core.attachments import Attachment
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.article import form, words
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.keyed_list import KeyedList, LinesModel
from frontdesk.ui.workplace import Workplace

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Files(Translated, QWidget):
    """The list with its button. Enter saves a file elsewhere, Shift+Del takes it off."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self._article_id, self._is_new = "", False
        self._papers: tuple[Attachment, ...] = ()
        self._lines = LinesModel()
        self.list, self.keep = FileList(self._lines, place.theme), QPushButton()
        self.keep.setProperty("flat", True)
        self.field = Field(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addWidget(self.field)
        self.keep.clicked.connect(self._choose)
        self.list.taken.connect(self._save)
        self.list.struck.connect(self._detach)
        self.retranslate()

    def show_papers(self, papers: tuple[Attachment, ...]) -> None:
        """Show the files that are kept."""
        self._papers = papers
        told = self.place.wording.locale.formattedDataSize
        self._lines.set_rows([f"{paper.name} · {told(paper.bytes, 0)}" for paper in papers])
        self.list.setVisible(bool(papers))
        self.field.accept()

    def belong_to(self, article_id: str, *, is_new: bool) -> None:
        """Keep what comes next with an article, or with one that is still being written."""
        self._article_id, self._is_new = article_id, is_new

    def keep_file(self, file: Path) -> None:
        """Read a file and keep it."""
        self.place.jobs.slow(
            self, form.read_paper, file, done=self._keep,
            failed=lambda error: self.field.refuse(self.place.messages.sentence(error)),
        )  # fmt: skip

    def retranslate(self) -> None:
        """Set the words."""
        self.field.set_label(words.say(words.FIELDS["papers"]))
        self.keep.setText(self.tr("Keep a file…"))
        self.list.setAccessibleName(words.say(words.FIELDS["papers"]))
        self.list.setAccessibleDescription(self.tr("Enter saves it elsewhere, Del takes it off"))

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Keep a file with the article"))
        if chosen:
            self.keep_file(Path(chosen))

    def _keep(self, paper: tuple[str, bytes]) -> None:
        self.place.jobs.write(
            self, form.attach, self._article_id, paper, is_new=self._is_new, done=self.show_papers,
            failed=lambda error: self.field.refuse(self.place.messages.sentence(error)),
        )  # fmt: skip

    def _save(self, row: int) -> None:
        paper = self._papers[row]
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Save the file"), paper.name)
        if chosen:
            self.place.jobs.slow(self, form.save_paper, paper.sha256, Path(chosen))

    def _detach(self, row: int) -> None:
        self.place.jobs.write(
            self, form.detach, self._article_id, self._papers[row].sha256, is_new=self._is_new,
            done=self.show_papers,
        )  # fmt: skip


class FileList(KeyedList):
    """The names: Enter takes one, Del strikes it off."""

    taken = Signal(int)
    struck = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Del; leave the rest."""
        row = self.currentIndex().row()
        if row >= 0 and event.key() in ENTER:
            self.taken.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.struck.emit(row)
        else:
            super().keyPressEvent(event)
