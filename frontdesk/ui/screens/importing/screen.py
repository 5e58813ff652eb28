"""Import: choose a file, see what its columns become, try it, bring it in; take it back.

Reading and judging go to the slow lane. Writing goes to the write lane, so that what the desk files
meanwhile waits its turn and is not refused; the window itself never waits.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QKeyCombination, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from frontdesk.base.errors import UserError
from frontdesk.base.progress import Progress
from frontdesk.core import copies, imports
from frontdesk.core.imports import Batch, Undone
from frontdesk.exchange import previews
from frontdesk.exchange.importing import Done
from frontdesk.exchange.previews import PACKAGE, Look, Preview
from frontdesk.ui.keys import CONTROL, SHIFT, KeepsKeys, hands_in
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.importing import form
from frontdesk.ui.screens.importing.form import Report
from frontdesk.ui.screens.importing.report_page import ReportPage
from frontdesk.ui.screens.importing.shape_page import ShapePage
from frontdesk.ui.screens.importing.start_page import StartPage
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.room import fill
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.workplace import Workplace

LOOK_MS = 100
FOLDER_KEY = QKeyCombination(CONTROL | SHIFT, Qt.Key.Key_O)
STOPPED = "work.stopped"


class ImportScreen(KeepsKeys, Screen):
    """Three pages, and the line that tells how far a long piece of work is."""

    tables = frozenset({"import_batch"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.start, self.shape, self.report = StartPage(place), ShapePage(place), ReportPage(place)
        self.pages, self.work = QStackedWidget(), QWidget()
        self._telling, self._bar, self._stop = QLabel(), QProgressBar(), QPushButton()
        self._look: Look | None = None
        self._kind = ""
        self._mapping: dict[str, str] | None = None
        self._progress: Progress | None = None
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._tell_progress)
        self._lay_out()
        self._connect()
        self.retranslate()

    def read(self) -> None:
        """Read which imports there were."""
        self.place.jobs.read(self, imports.batches, done=self.start.past.set_rows)

    def show_one(self, name: str) -> None:
        """Open a file that was dropped on the window."""
        self.open_file(Path(name))

    def open_file(self, file: Path, sheet: str = "") -> None:
        """Take a first look at a file or folder; it may be dropped on the window."""
        if self._progress is None:
            self._begin(self.tr("Reading {file}…").format(file=file.name))
            self.place.jobs.slow(
                self, previews.look, file, sheet, done=self._looked, failed=self._unreadable
            )

    def back(self) -> bool:
        """Stop the work, close the question, or go back one page."""
        if self._progress is not None:
            self._progress.stop()
            return True
        if self.pages.currentWidget() is self.report:
            self._show(self.shape if self._look else self.start)
            return True
        if self.pages.currentWidget() is self.shape:
            if not self.shape.close_finder():
                self._show(self.start)
            return True
        return False

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Import"))
        self._stop.setText(self.tr("Stop (Esc)"))

    # ------------------------------------------------------------------ keys

    def keeps(self, event: QKeyEvent) -> bool:
        """Keep Ctrl+Enter on the pages where it means to go on."""
        return hands_in(event) and self.pages.currentWidget() is not self.start

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Enter, Ctrl+O and, on the report, digits and letters."""
        page = self.pages.currentWidget()
        if hands_in(event) and page is self.shape:
            self.try_it()
        elif hands_in(event) and page is self.report:
            self.take_in()
        elif page is self.start and event.matches(QKeySequence.StandardKey.Open):
            self.start.choose_file()
        elif page is self.start and event.keyCombination() == FOLDER_KEY:
            self.start.choose_folder()
        elif page is not self.report or not self.report.press(event.text()):
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ steps

    def try_it(self) -> None:
        """Judge every row of the file; nothing is written."""
        if self._look is None or self._progress is not None:
            return
        progress = self._begin(self.tr("Judging each row of {file}…").format(
            file=self._look.file.name))  # fmt: skip
        self.place.jobs.slow(
            self, form.dry_run, self._kind, self._look.file, mapping=self._mapping,
            sheet=self._look.layout.sheet if len(self._look.layout.sheets) > 1 else "",
            now=self.place.jobs.now(), progress=progress, done=self._judged, failed=self._refused,
        )  # fmt: skip

    def take_in(self) -> None:
        """Import what the report says."""
        report = self.report.report
        if report is None or self._progress is not None or not self.report.may_import:
            return
        self._begin(self.tr("Importing…"))
        self.place.jobs.slow(
            self, copies.before_import, now=self.place.jobs.now(),
            done=lambda _: self._write(report), failed=self._refused,
        )  # fmt: skip

    def undo(self, batch: Batch) -> None:
        """Take an import back."""
        self._undo(batch.id)

    # ------------------------------------------------------------------ what comes of it

    def _write(self, report: Report) -> None:
        """Write what the report says; the database as it was is kept by now."""
        self.place.jobs.write(
            self, form.write, report.plan, leave_out=self.report.leave_out.isChecked(),
            overwrite=self.report.overwrites, progress=self._progress, done=self._imported,
            failed=self._refused,
        )  # fmt: skip

    def _looked(self, look: Look) -> None:
        self._end()
        self._look, self._mapping = look, None
        self._choose_kind(look.kind_name)
        self._show(self.shape)

    def _choose_kind(self, kind: str) -> None:
        if self._look is None:
            return
        self._kind, self._mapping = kind, None
        self.shape.show_file(self._look, kind)
        self._read_preview()

    def _map(self, column: str, field: str) -> None:
        """Let a column become a field, which no other column is then."""
        if self._mapping is not None:
            kept = {n: "" if f == field else f for n, f in self._mapping.items()}
            self._mapping = kept | {column: field}
            self._read_preview()

    def _read_preview(self) -> None:
        if self._look is None or self._kind == PACKAGE:
            self.shape.show_preview(Preview({}, (), ()))
            return
        self.place.jobs.read(
            self, previews.preview, self._look, self._kind, self._mapping, done=self._previewed
        )

    def _previewed(self, preview: Preview) -> None:
        self._mapping = dict(preview.mapping)
        self.shape.show_preview(preview)

    def _judged(self, report: Report) -> None:
        self._end()
        self.report.show_report(report)
        self._show(self.report)

    def _imported(self, done: Done) -> None:
        self._end()
        counts = done.counts
        text = self.tr("Imported: {new} new, {changed} changed, {same} the same").format(
            new=counts.new, changed=counts.changed, same=counts.same
        )
        if done.edited:
            text += self.tr(", {edited} kept as edited here").format(edited=done.edited)
        self.start.tell_done(text)
        self._look = self._mapping = None
        self._show(self.start)
        undo = (lambda: self._undo(done.batch)) if done.batch else None
        self.place.messages.say(text, "ok", undo)

    def _undo(self, batch_id: str) -> None:
        if self._progress is None:
            self._begin(self.tr("Taking back…"))
            self.place.jobs.write(
                self, form.undo, batch_id, done=self._taken_back, failed=self._refused
            )

    def _taken_back(self, undone: Undone) -> None:
        self._end()
        text = self.tr("Taken back: {removed} removed, {restored} as before").format(
            removed=undone.removed, restored=undone.restored
        )
        if undone.retired:
            text += self.tr(", {retired} retired because they were used").format(
                retired=undone.retired
            )
        if undone.kept:
            text += self.tr(", {kept} kept because they were edited here since").format(
                kept=len(undone.kept)
            )
        self.start.tell_done(text)
        self.place.messages.say(text)

    def _refused(self, error: UserError) -> None:
        self._end()
        if error.code == STOPPED:
            self.place.messages.say(self.tr("Stopped; nothing was written."), "info")
        else:
            self.place.messages.refuse(error)

    def _unreadable(self, error: UserError) -> None:
        self._end()
        self._show(self.start)
        self.start.refuse(error)

    # ------------------------------------------------------------------ inside

    def _begin(self, text: str) -> Progress:
        self._progress = Progress()
        self._telling.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, 0)
        self.work.show()
        self.pages.setEnabled(False)
        self._stop.setFocus()
        self._clock.start()
        return self._progress

    def _end(self) -> None:
        self._progress = None
        self._clock.stop()
        self.work.hide()
        self.pages.setEnabled(True)
        if page := self.pages.currentWidget():
            page.setFocus()

    def _tell_progress(self) -> None:
        if self._progress and self._progress.total:
            self._bar.setRange(0, self._progress.total)
            self._bar.setValue(self._progress.done)
        elif self._progress and self._progress.done:
            rows = self.place.wording.locale.toString(self._progress.done)
            self._bar.setFormat(rows)

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()

    def _connect(self) -> None:
        self.start.opened.connect(self.open_file)
        self.start.undone.connect(self.undo)
        self.shape.kind_chosen.connect(self._choose_kind)
        self.shape.sheet_chosen.connect(self._choose_sheet)
        self.shape.mapped.connect(self._map)
        self.shape.tried.connect(self.try_it)
        self.report.confirmed.connect(self.take_in)
        self._stop.clicked.connect(self.back)

    def _choose_sheet(self, sheet: str) -> None:
        if self._look:
            self.open_file(self._look.file, sheet)

    def _lay_out(self) -> None:
        space = self.place.theme.space("s")
        self._bar.setTextVisible(False)
        for page in (self.start, self.shape, self.report):
            self.pages.addWidget(page)
        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space)
        for widget, stretch in ((self._telling, 1), (self._bar, 2), (self._stop, 0)):
            row.addWidget(widget, stretch)
        self.work.hide()
        self.pages.setProperty("plain", True)
        fill(self, Card(self.place.theme, scrolled(self.pages), self.work))
        self.setFocusProxy(self.start)
