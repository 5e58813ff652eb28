"""One window for each data folder: a second start brings the first one to the front.

It asks by a file in the user's state folder, and the first answers by removing it: Qt's sockets
would cost every desk a library and megabytes of memory for what happens once in a while.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher
from PySide6.QtWidgets import QWidget

from frontdesk.base import paths

PATIENCE_S = 1.0
LOOK_S = 0.02


def raise_first(folder: Path, patience_s: float = PATIENCE_S) -> bool:
    """Ask the window that has the folder to come to the front; tell whether it heard."""
    call = _call(folder)
    try:
        call.parent.mkdir(parents=True, exist_ok=True)
        call.touch()
    except OSError:
        return False
    end = time.monotonic() + patience_s
    while (waits := call.exists()) and time.monotonic() < end:
        time.sleep(LOOK_S)
    call.unlink(missing_ok=True)
    return not waits


def listen(window: QWidget, folder: Path, told: Callable[[], object]) -> QFileSystemWatcher:
    """Come to the front whenever a second start asks for it; `told` then says why."""
    call = _call(folder)
    with suppress(OSError):  # where no state can be kept, a second start is refused
        call.parent.mkdir(parents=True, exist_ok=True)
        call.unlink(missing_ok=True)
    watcher = QFileSystemWatcher([str(call.parent)], window)

    def come() -> None:
        if not call.exists():
            return
        call.unlink(missing_ok=True)
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        told()

    watcher.directoryChanged.connect(come)
    return watcher


def _call(folder: Path) -> Path:
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return paths.state_dir() / f"{name}.raise"
