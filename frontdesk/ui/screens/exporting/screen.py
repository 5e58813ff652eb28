"""Export: what, in which format, to which file; all of it by keys, nothing is kept back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.base.progress import Progress
from frontdesk.exchange import exporting
from frontdesk.exchange.exporting import Format
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.exporting import words
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.filter_field import FilterField
from frontdesk.ui.widgets.finder import Finder
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.foot import foot
from frontdesk.ui.widgets.room import fill
from frontdesk.ui.workplace import Workplace

LOOK_MS = 100


class ExportScreen(Screen):
    """The formats, then the path; the work goes on in the slow lane."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.formats = {each.id: each for each in exporting.formats()}
        self.finder, self.path = Finder(place.theme), FilterField()
        self.field = Field(self.path)
        self.pages, self._asking = QStackedWidget(), QWidget()
        self._title, self._how = QLabel(), QLabel()
        self._choose, self._write = QPushButton(), QPushButton()
        self._chosen: Format | None = None
        self._progress: Progress | None = None
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._tell_progress)
        self._lay_out()
        self.finder.found.connect(self._choose_format)
        self.path.textEdited.connect(self.field.accept)
        self.path.entered.connect(self.write)
        self._write.clicked.connect(self.write)
        self._choose.clicked.connect(self.choose_file)
        self.retranslate()

    def read(self) -> None:
        """Nothing of the database is shown."""

    def back(self) -> bool:
        """Stop the work, or go back to the formats."""
        if self._progress is not None:
            self._progress.stop()
            return True
        if self.pages.currentWidget() is self._asking:
            self._show(self.finder)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+O, which asks where the file is to lie."""
        if event.matches(QKeySequence.StandardKey.Open) and self._chosen:
            self.choose_file()
        else:
            super().keyPressEvent(event)

    def choose_file(self) -> None:
        """Ask for a place with the system's own dialog."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(
            self.window(), self.tr("Export to"), self.path.text()
        )
        if chosen:
            self.path.setText(chosen)
            self.write()

    def write(self) -> None:
        """Write what was chosen to the path."""
        chosen, file = self._chosen, Path(self.path.text().strip()).expanduser()
        if chosen is None or self._progress is not None:
            return
        if chosen.ending and file.suffix.lower() != chosen.ending:
            file = file.with_name(f"{file.name}{chosen.ending}")
        self._progress = Progress()
        self._write.setEnabled(False)
        self._clock.start()
        self.place.jobs.slow(
            self, _write, chosen, file, now=self.place.jobs.now(), progress=self._progress,
            done=partial(self._written, file), failed=self._refused,
        )  # fmt: skip

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Export"))
        self._ask_format()
        self.finder.hint(self.tr("A few letters: articles excel, word, calendar"))
        self.field.set_label(self.tr("&File"))
        self._choose.setText(self.tr("Choose the place (Ctrl+O)"))
        self._write.setText(self.tr("Export (Enter)"))
        self._how.setText(self.tr("A file that is there already is replaced. Esc: another format"))
        self._name_title()

    def _ask_format(self) -> None:
        self.finder.ask(
            self.tr("What do you want to take along?"),
            [(key, words.named(each)) for key, each in self.formats.items()],
        )

    def _choose_format(self, key: str) -> None:
        self._chosen = chosen = self.formats[key]
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        day = clock.day(self.place.jobs.now(), self.place.here.zone).isoformat()
        self.path.setText(str(Path(folder) / f"{words.file_name(chosen)}-{day}{chosen.ending}"))
        self.field.accept()
        self._name_title()
        self._show(self._asking)
        self.path.setFocus()

    def _name_title(self) -> None:
        if self._chosen:
            self._title.setText(words.named(self._chosen))

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.setFocusProxy(self.finder if page is self.finder else self.path)
        page.setFocus()

    def _written(self, file: Path, count: int) -> None:
        self._end()
        text = self.tr("{count} rows are in {file}")
        self.place.messages.say(
            text.format(count=self.place.wording.locale.toString(count), file=file)
        )
        self._show(self.finder)

    def _refused(self, error: UserError) -> None:
        self._end()
        if error.code == "work.stopped":
            self.place.messages.say(self.tr("Stopped; the file was not written."), "info")
        else:
            self.field.refuse(self.place.messages.sentence(error))

    def _end(self) -> None:
        self._progress = None
        self._clock.stop()
        self._write.setEnabled(True)
        self.retranslate()

    def _tell_progress(self) -> None:
        if self._progress:
            rows = self.place.wording.locale.toString(self._progress.done)
            self._how.setText(self.tr("{rows} rows written… Esc stops").format(rows=rows))

    def _lay_out(self) -> None:
        space = self.place.theme.space("s")
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        page = QVBoxLayout(self._asking)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(space)
        buttons = FlowLayout(space)
        buttons.addWidget(self._choose)
        page.addWidget(self._title)
        page.addWidget(self.field)
        page.addLayout(buttons)
        page.addLayout(foot(self._write, self._how, space))
        page.addStretch(1)
        for widget in (self.finder, self._asking):
            self.pages.addWidget(widget)
        fill(self, Card(self.place.theme, self.pages))
        self.setFocusProxy(self.finder)


def _write(store: Any, chosen: Format, file: Path, **named: Any) -> int:
    """Write a format; where the file cannot lie is told at its field."""
    exporting.check_place(file)
    return exporting.write(store.read(), chosen.what, file, form=chosen.form, **named)
