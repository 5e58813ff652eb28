"""Files on their way in and out: chosen, dropped or pasted, read beside the window one by one.

No file is ever opened by us: what is kept can be saved as a copy, where the person says.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.base.progress import Progress
from frontdesk.core import attachments
from frontdesk.ui.language import Translated
from frontdesk.ui.workplace import Workplace

LOOK_MS = 150  # between two looks at how far a reading is; what is faster shows no line
DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Attaching(Translated, QFrame):
    """The line that tells which file is being read, and what stands behind it.

    `whom` says to what a file belongs that is chosen now; `came` carries that, its name and its
    content. A file that cannot be taken is told in a sentence, and the next one is read.
    """

    came = Signal(str, str, object)

    def __init__(self, place: Workplace, whom: Callable[[], str]) -> None:
        super().__init__()
        self._place, self._whom = place, whom
        self._waiting: deque[tuple[str, Path | QImage]] = deque()
        self._reading: Progress | None = None
        self._name = ""
        self._text, self._bar, self._stop = QLabel(), QProgressBar(), QPushButton()
        self._text.setWordWrap(True)
        self._bar.setTextVisible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self._text, 1), (self._bar, 1), (self._stop, 0)):
            row.addWidget(widget, stretch)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._stop.clicked.connect(self.stop)
        self.retranslate()
        self.hide()

    # ------------------------------------------------------------------ in

    def choose(self) -> None:
        """Ask for files, with keys as in any dialog."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileNames(self.window(), self.tr("Attach files"))
        self._take(map(Path, chosen))

    def paste(self) -> bool:
        """Take the files or the picture of the clipboard; False where there are none."""
        mime = QGuiApplication.clipboard().mimeData()
        return bringing(mime) and self.take_mime(mime)

    def take_mime(self, mime: QMimeData) -> bool:
        """Take what was pasted or dropped; False where it is neither a file nor a picture."""
        if files := _files(mime):
            self._take(files)
        elif isinstance(image := mime.imageData(), QImage) and not image.isNull():
            self._take([image])
        else:
            return False
        return True

    def accept_drops_on(self, widget: QWidget) -> None:
        """Take files that are dropped on a widget."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped; what else is dropped is the widget's own."""
        if event.type() not in DROPS or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        if not self._whom() or not bringing(event.mimeData()):
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        return event.type() != QEvent.Type.Drop or self.take_mime(event.mimeData())

    def stop(self) -> bool:
        """Stop what is being read, and forget what waits; False where nothing is."""
        self._waiting.clear()
        if self._reading is None:
            return False
        self._reading.stop()
        return True

    # ------------------------------------------------------------------ out

    def save_copy(self, sha256: str, name: str) -> None:
        """Ask where a copy of an attached file is to lie, and write it."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(self.window(), self.tr("Save the file"), name)
        if chosen:
            self._place.jobs.slow(self, save_copy, sha256, Path(chosen), done=self._tell_saved)

    def retranslate(self) -> None:
        """Set the words."""
        self._stop.setText(self.tr("Stop (Esc)"))
        self._text.setText(self.tr("Reading {name}…").format(name=self._name))
        self._bar.setAccessibleName(self._text.text())

    # ------------------------------------------------------------------ inside

    def _take(self, what: Iterable[Path | QImage]) -> None:
        self._waiting.extend((self._whom(), one) for one in what)
        if self._reading is None:
            self._read_next()

    def _read_next(self) -> None:
        self._clock.stop()
        self.hide()
        self._reading = None
        if not self._waiting:
            return
        whom, what = self._waiting.popleft()
        self._reading = progress = Progress()
        self._name = what.name if isinstance(what, Path) else self.tr("the picture")
        self.retranslate()
        self._clock.start()
        done, slow = partial(self._read, whom), self._place.jobs.slow
        if isinstance(what, Path):
            slow(self, read_file, what, progress, done=done, failed=self._failed)
        else:
            at = self._place.jobs.now().astimezone(clock.zone(self._place.here.zone))
            name = self.tr("picture {time}").format(time=f"{at:%Y-%m-%d %H.%M.%S}")
            slow(self, read_picture, what, f"{name}.png", done=done, failed=self._failed)

    def _read(self, whom: str, found: tuple[str, bytes]) -> None:
        self.came.emit(whom, *found)
        self._read_next()

    def _failed(self, error: UserError) -> None:
        self._place.messages.refuse(error)
        self._read_next()

    def _look(self) -> None:
        if self._reading is not None:
            self._bar.setRange(0, self._reading.total)
            self._bar.setValue(self._reading.done)
            self.show()

    def _tell_saved(self, file: Path) -> None:
        self._place.messages.say(self.tr("Saved: {file}").format(file=file))


def bringing(mime: QMimeData) -> bool:
    """Tell whether files or a picture come; a table of a workbook is text, though it has one."""
    return bool(_files(mime)) or (mime.hasImage() and not mime.hasText())


def read_file(_store: Any, file: Path, progress: Progress) -> tuple[str, bytes]:
    """Return the name and the content of a file that is to be attached."""
    return file.name, attachments.read_file(file, progress.at)


def read_picture(_store: Any, image: QImage, name: str) -> tuple[str, bytes]:
    """Return a picture as a file that every program shows."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return name, bytes(held.data())


def save_copy(store: Any, sha256: str, file: Path) -> Path:
    """Write an attached file's content into another."""
    return attachments.save_as(store.read(), sha256, file)


def _files(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
