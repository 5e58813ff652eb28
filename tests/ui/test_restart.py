"""The running program lets go of its database, and opens again on what was put in its place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from frontdesk.core import checking, complaints, copies, sites
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

# Opens the window with real lanes, waits until Care has made the day's copy, and brings it back.
BRING_BACK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from frontdesk import app
from frontdesk.ui.window import MainWindow

app.start_again = lambda folder: 77
application = app.application()
LOOK_MS, PATIENCE_MS = 50, 60_000

def window():
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))

def act():
    shown = window()
    screen = shown.stack.currentWidget()
    if type(screen).__name__ != "CopiesScreen":
        shown.commands.run("screen.copies")
    elif screen.list.model().rowCount() and screen.restoring.isEnabled():
        ticks.stop()
        screen.bring_back()
    else:
        screen.read()

ticks = QTimer(interval=LOOK_MS)
ticks.timeout.connect(act)
QTimer.singleShot(500, ticks.start)
QTimer.singleShot(PATIENCE_MS, lambda: application.exit(9))
sys.exit(app.main(sys.argv[1]))
"""


def test_the_window_closes_and_opens_on_the_copy(store: Store) -> None:
    """With real threads and a real event loop: what was filed is there, under a new desk code."""
    with store.write() as tx:
        complaints.file(tx, "No llega el recibo", now=NOW)
    desk = sites.here(store.read()).desk
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", BRING_BACK, str(store.folder)],
        capture_output=True, text=True, check=False, timeout=120,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 77, done.stderr
    assert sites.here(store.read()).desk != desk
    assert [case.text for case in complaints.every(store.read())] == ["No llega el recibo"]
    assert {"day", "replaced"} <= {one.occasion for one in copies.kept(store.folder)}
    assert checking.faults(store) == []
