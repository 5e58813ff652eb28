"""The files of a complaint that is being typed: kept with its draft, they come along when filed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from frontdesk.core import attachments
from frontdesk.core.attachments import Attachment
from frontdesk.ui.attached import Attached
from frontdesk.ui.screens.complaint import form
from frontdesk.ui.screens.complaint.form import Typed
from frontdesk.ui.workplace import Workplace


class Files(Attached):
    """The files of the draft. `typed` says what stands in the form now; `changed` comes with each
    that was added or taken off, `late` with one that was read when its case was filed already.
    """

    changed = Signal()
    late = Signal(object)

    def __init__(self, place: Workplace, typed: Callable[[], Typed]) -> None:
        super().__init__(place, lambda: typed().case_id)
        self._typed = typed

    def load(self, case_id: str) -> None:
        """Show the files of a draft."""
        jobs = self.place.jobs
        jobs.read(self, attachments.of, attachments.DRAFT, case_id, done=self.show_files)

    def keep(self, whom: str, name: str, content: bytes) -> None:
        """Keep a file with the draft, or with its case once that is filed."""
        typed, write = self._typed(), self.place.jobs.write
        if whom == typed.case_id:
            write(self, form.bring, typed, name, content, done=self._brought)
        else:
            write(self, form.bring_late, whom, name, content, done=self.late.emit)

    def take_off(self, file: Attachment) -> None:
        """Take a file off the draft."""
        typed = self._typed()
        done = partial(self.taken_off, typed.case_id, file.name)
        self.place.jobs.write(self, form.take_off, typed, file.sha256, done=done)

    def taken_off(self, whom: str, name: str, left: tuple[tuple[Attachment, ...], bytes]) -> None:
        """Show those that are left."""
        super().taken_off(whom, name, left)
        self.changed.emit()

    def _brought(self, files: tuple[Attachment, ...]) -> None:
        self.show_files(files)
        self.changed.emit()
