"""One window for each data folder: a second start brings the first one to the front."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

ANSWER_MS = 1_000


def raise_first(folder: Path) -> bool:
    """Ask the window that has the folder to come to the front; tell whether it heard."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    heard = socket.waitForConnected(ANSWER_MS)
    if heard:
        socket.write(b"raise")
        socket.waitForBytesWritten(ANSWER_MS)
        socket.disconnectFromServer()
    return heard


def listen(window: QWidget, folder: Path, told: Callable[[], object]) -> QLocalServer:
    """Come to the front whenever a second start asks for it; `told` then says why."""
    server = QLocalServer(window)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    QLocalServer.removeServer(_name(folder))
    server.listen(_name(folder))

    def come() -> None:
        server.nextPendingConnection().deleteLater()
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        told()

    server.newConnection.connect(come)
    return server


def _name(folder: Path) -> str:
    return "frontdesk-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
