"""The files kept with an article: forms to fill in, a map, the decree itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QVBoxLayout

from frontdesk.core.attachments import Attachment
from frontdesk.ui.attaching import Attaching, bringing
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.article import form, words
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.files_row import FilesRow
from frontdesk.ui.workplace import Workplace


class Files(Translated, Field):
    """The row of files under its word."""

    def __init__(self, place: Workplace) -> None:
        self.row = FilesRow(place.icons)
        super().__init__(self.row)
        self.place = place
        self._article_id, self._is_new = "", False
        self._files: tuple[Attachment, ...] = ()
        self.attaching = Attaching(place, lambda: self._article_id)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addWidget(self.attaching)
        self.row.asked.connect(self.attaching.choose)
        self.row.saved.connect(self._save)
        self.row.taken_off.connect(self._take_off)
        self.attaching.came.connect(self._keep)
        place.theme.changed.connect(self.row.draw)
        self.retranslate()

    def belong_to(self, article_id: str, *, is_new: bool) -> None:
        """Keep what comes next with an article, or with one that is still being written."""
        self._article_id, self._is_new = article_id, is_new

    def take_mime(self, mime: QMimeData) -> bool:
        """Take what was pasted into the text, where it is a file or a picture."""
        return bringing(mime) and self.attaching.take_mime(mime)

    def show_files(self, files: tuple[Attachment, ...]) -> None:
        """Show the files that are kept."""
        self._files = files
        size = self.place.wording.size
        self.row.show_files([(f.sha256, f"{f.name} · {size(f.bytes)}") for f in files])

    def retranslate(self) -> None:
        """Set the words."""
        self.set_label(words.say(words.FIELDS["papers"]))

    def _keep(self, article_id: str, name: str, content: bytes) -> None:
        is_new = self._is_new and article_id == self._article_id
        done = self.show_files if article_id == self._article_id else None
        self.place.jobs.write(
            self, form.attach, article_id, name, content, is_new=is_new, done=done
        )

    def _take_off(self, sha256: str) -> None:
        file = next(f for f in self._files if f.sha256 == sha256)
        self.place.jobs.write(
            self, form.detach, self._article_id, sha256, is_new=self._is_new,
            done=partial(self._taken_off, self._article_id, file.name),
        )  # fmt: skip

    def _taken_off(
        self, article_id: str, name: str, left: tuple[tuple[Attachment, ...], bytes]
    ) -> None:
        files, content = left
        self.show_files(files)
        undo = partial(self._keep, article_id, name, content)
        self.place.messages.say(self.tr("{name} is taken off").format(name=name), "ok", undo)

    def _save(self, sha256: str) -> None:
        name = next(f.name for f in self._files if f.sha256 == sha256)
        self.attaching.save_copy(sha256, name)
