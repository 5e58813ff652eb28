"""The files that go with what is written: their row, and the line of the one on its way in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.core.attachments import Attachment
from frontdesk.ui.attaching import Attaching, bringing
from frontdesk.ui.widgets.files_row import FilesRow
from frontdesk.ui.workplace import Workplace


class Attached(QWidget):
    """A subclass keeps a file that came, and takes one off. `whom` says to what they belong now."""

    def __init__(self, place: Workplace, whom: Callable[[], str]) -> None:
        super().__init__()
        self.place = place
        self._files: tuple[Attachment, ...] = ()
        self.row, self.attaching = FilesRow(place.icons), Attaching(place, whom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        column.addWidget(self.attaching)
        self.row.asked.connect(self.attaching.choose)
        self.row.saved.connect(self._save)
        self.row.taken_off.connect(lambda sha256: self.take_off(self._of(sha256)))
        self.attaching.came.connect(self.keep)
        place.theme.changed.connect(self.row.draw)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._files)

    def keep(self, whom: str, name: str, content: bytes) -> None:
        """Keep a file that was read for what is named."""
        raise NotImplementedError  # each subclass has its own

    def take_off(self, file: Attachment) -> None:
        """Take one off; `taken_off` then tells."""
        raise NotImplementedError  # each subclass has its own

    def take_mime(self, mime: QMimeData) -> bool:
        """Take what was pasted into the text, where it is a file or a picture."""
        return bringing(mime) and self.attaching.take_mime(mime)

    def show_files(self, files: tuple[Attachment, ...]) -> None:
        """Show other files."""
        self._files = files
        size = self.place.wording.size
        self.row.show_files([(f.sha256, f"{f.name} · {size(f.bytes)}") for f in files])

    def taken_off(self, whom: str, name: str, left: tuple[tuple[Attachment, ...], bytes]) -> None:
        """Show those that are left; undo brings the content of the other one back."""
        files, content = left
        self.show_files(files)
        told = QCoreApplication.translate("Attached", "{name} is taken off").format(name=name)
        self.place.messages.say(told, "ok", partial(self.keep, whom, name, content))

    def _of(self, sha256: str) -> Attachment:
        return next(file for file in self._files if file.sha256 == sha256)

    def _save(self, sha256: str) -> None:
        self.attaching.save_copy(sha256, self._of(sha256).name)
