"""A file that is dropped anywhere on the window goes to the import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

MOVES = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class Dropping(QObject):
    """Watches a window for one file or folder; what its screens take themselves is theirs."""

    def __init__(self, window: QWidget, take: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a file come in, and hand it on when it is dropped."""
        if not isinstance(event, QDropEvent):  # of which the other two are kinds
            return super().eventFilter(watched, event)
        file = dropped(event.mimeData())
        if file is None or event.type() not in (*MOVES, QEvent.Type.Drop):
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._take(file)
        return True


def dropped(mime: QMimeData) -> Path | None:
    """Return the one file or folder of this machine that is dragged, None for anything else."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].exists() else None
