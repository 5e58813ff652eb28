"""The files of a complaint that is being typed: kept with its draft, they come along when filed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.core import attachments
from frontdesk.core.attachments import Attachment
from frontdesk.ui.attaching import Attaching, bringing
from frontdesk.ui.screens.complaint import form
from frontdesk.ui.screens.complaint.form import Typed
from frontdesk.ui.widgets.files_row import FilesRow
from frontdesk.ui.workplace import Workplace


class Files(QWidget):
    """The row of files. `typed` says what stands in the form now; `changed` comes with each file
    that was added or taken off, `late` with one that was read when its case was filed already.
    """

    changed = Signal()
    late = Signal(object)

    def __init__(self, place: Workplace, typed: Callable[[], Typed]) -> None:
        super().__init__()
        self._place, self._typed = place, typed
        self._files: tuple[Attachment, ...] = ()
        self.row = FilesRow(place.icons)
        self.attaching = Attaching(place, lambda: typed().case_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        column.addWidget(self.attaching)
        self.row.asked.connect(self.attaching.choose)
        self.row.saved.connect(self._save)
        self.row.taken_off.connect(self._take_off)
        self.attaching.came.connect(self._keep)
        place.theme.changed.connect(self.row.draw)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._files)

    def take_mime(self, mime: QMimeData) -> bool:
        """Take what was pasted into the text, where it is a file or a picture."""
        return bringing(mime) and self.attaching.take_mime(mime)

    def load(self, case_id: str) -> None:
        """Show the files of a draft."""
        jobs = self._place.jobs
        jobs.read(self, attachments.of, attachments.DRAFT, case_id, done=self.show_files)

    def show_files(self, files: tuple[Attachment, ...]) -> None:
        """Show other files."""
        self._files = files
        size = self._place.wording.size
        self.row.show_files([(f.sha256, f"{f.name} · {size(f.bytes)}") for f in files])

    def _keep(self, case_id: str, name: str, content: bytes) -> None:
        typed = self._typed()
        if case_id == typed.case_id:
            self._place.jobs.write(self, form.bring, typed, name, content, done=self._changed)
        else:
            self._place.jobs.write(
                self, form.bring_late, case_id, name, content, done=self.late.emit
            )

    def _take_off(self, sha256: str) -> None:
        file = next(f for f in self._files if f.sha256 == sha256)
        done = partial(self._taken_off, file.name)
        self._place.jobs.write(self, form.take_off, self._typed(), sha256, done=done)

    def _taken_off(self, name: str, left: tuple[tuple[Attachment, ...], bytes]) -> None:
        files, content = left
        self._changed(files)
        undo = partial(self._keep, self._typed().case_id, name, content)
        self._place.messages.say(self.tr("{name} is taken off").format(name=name), "ok", undo)

    def _changed(self, files: tuple[Attachment, ...]) -> None:
        self.show_files(files)
        self.changed.emit()

    def _save(self, sha256: str) -> None:
        name = next(f.name for f in self._files if f.sha256 == sha256)
        self.attaching.save_copy(sha256, name)
