"""What the queue's screen costs the window: its CPU to show a call, with few and with many waiting.

`python -m tests.benchmarks.queue_screen [WAITING]` prints both and their ratio, which is to stay
near 1: rows are worded when they are painted, so a full hall is no slower than an empty one.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication

from frontdesk import app
from frontdesk.core import contacts, offices, queue
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from frontdesk.ui.screens.queue import form
from frontdesk.ui.screens.queue.screen import SETTING, QueueScreen
from tests.helpers.desks import NOW, set_up
from tests.helpers.inline_jobs import InlineJobs

WAITING, FEW = 500, 20
CALLS = 20
BUDGET = 2.0


def waiting(folder: Path, count: int) -> Store:
    """Return a desk where so many wait for one office."""
    store = Store(set_up(folder))
    with store.write() as tx:
        offices.put_many(tx, [Office("reg", "REG", "Registry", hours="24/7")], now=NOW)
        for n in range(count):
            at = NOW - timedelta(seconds=count - n)
            queue.send(tx, "", "reg", now=at)
            contacts.close(tx, now=at)
    return store


def costs_ms(folder: Path, count: int) -> Iterator[float]:
    """Yield what each call costs the window: the new rows put in, and painted."""
    store = waiting(folder, count)
    window = app.build_window(store, InlineJobs(store, lambda: NOW))
    window.place.settings.setValue(SETTING, "reg")
    window.start()
    window.commands.run("screen.queue")
    screen = window.stack.currentWidget()
    assert isinstance(screen, QueueScreen)
    for _ in range(CALLS):
        with store.write() as tx:
            queue.call_next(tx, "reg", now=NOW)
        shown = form.look(store.read(), "reg", now=NOW)
        start = time.process_time()
        screen.list.set_rows(shown.rows)
        screen.list.viewport().repaint()
        QCoreApplication.processEvents()
        yield 1_000 * (time.process_time() - start)
    window.close()
    store.close()


def main() -> int:
    """Measure, print, and fail where many cost much more than few."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else WAITING
    app.application()
    with tempfile.TemporaryDirectory() as place:
        few = statistics.median(costs_ms(Path(place) / "few", FEW))
        many = statistics.median(costs_ms(Path(place) / "many", count))
    print(f"{FEW} waiting: {few:.1f} ms a call; {count} waiting: {many:.1f} ms; {many / few:.2f} x")
    return int(many > BUDGET * few)


if __name__ == "__main__":
    sys.exit(main())
