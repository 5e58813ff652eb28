"""What a key costs the window: its thread's time from the key event to the painted list.

`python -m tests.benchmarks.keystroke [ARTICLES.jsonl QUERIES.jsonl]` types real questions letter by
letter into the real window, with its worker threads, and prints percentiles beside the time that
the same keys cost a line edit alone.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from frontdesk import app
from frontdesk.base import clock
from frontdesk.core.knowledge.articles import Article, checked, put_many
from frontdesk.store.store import Store
from frontdesk.ui.window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data" / "search"
QUESTIONS = 40
BUDGET_MS = 16.0
SETTLE_MS = 700


class Painted(QObject):
    """Ends a loop when the list shows the rows of the last key."""

    def __init__(self, window: MainWindow, loop: QEventLoop) -> None:
        super().__init__(window)
        self._loop, self.is_set = loop, False
        window.desk.model.modelReset.connect(self._set)
        window.desk.list.viewport().installEventFilter(self)

    def _set(self) -> None:
        self.is_set = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """End the loop after the first paint of new rows."""
        if event.type() == QEvent.Type.Paint and self.is_set:
            self.is_set = False
            QTimer.singleShot(0, self._loop.quit)
        return False


def fill(store: Store, file: Path) -> None:
    """Put the articles of a file into the office."""
    known = Article.__dataclass_fields__
    with file.open(encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        articles = [checked(Article(**{k: r[k] for k in r if k in known})) for r in rows]
    with store.write() as tx:
        put_many(tx, articles, now=clock.now())


def wait(ms: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def press(field: QLineEdit, letter: str) -> None:
    """Press and release a key; QTest knows no letters with accents."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field, event)


def type_all(window: MainWindow, questions: list[str]) -> Iterator[tuple[float, float]]:
    """Type questions; yield the thread's and the clock's milliseconds of each key."""
    loop = QEventLoop()
    painted = Painted(window, loop)
    for question in questions:
        window.box.clear()
        wait(60)
        for letter in question:
            painted.is_set = False
            thread, wall = time.thread_time(), time.perf_counter()
            press(window.box, letter)
            loop.exec()
            yield (time.thread_time() - thread) * 1000, (time.perf_counter() - wall) * 1000


def bare(questions: list[str]) -> Iterator[float]:
    """Type the same into a line edit alone; yield the thread's milliseconds of each key."""
    edit = QLineEdit()
    edit.show()
    wait(100)
    for question in questions:
        edit.clear()
        for letter in question:
            thread = time.thread_time()
            press(edit, letter)
            yield (time.thread_time() - thread) * 1000


def line(name: str, values: list[float]) -> str:
    """Return percentiles as one line."""
    ordered = sorted(values)
    p50, p95, p99 = (ordered[int((len(ordered) - 1) * share)] for share in (0.5, 0.95, 0.99))
    return f"{name:<28} p50 {p50:6.2f}  p95 {p95:6.2f}  p99 {p99:6.2f}  max {ordered[-1]:6.2f} ms"


def main() -> int:
    """Print the table; fail above the budget."""
    articles, queries = (
        (Path(sys.argv[1]), Path(sys.argv[2]))
        if len(sys.argv) > 2
        else (DATA / "articles.jsonl", DATA / "queries_dev.jsonl")
    )
    if not articles.is_file():
        print(f"skipped: {articles} is not there")
        return 0
    with queries.open(encoding="utf-8") as lines:
        every = [json.loads(text)["query"] for text in lines]
    questions = list(islice(random.Random(5).sample(every, len(every)), QUESTIONS))
    app.application()
    with tempfile.TemporaryDirectory() as folder:
        store = app.open_store(Path(folder))
        fill(store, articles)
        window = app.build_window(store)
        window.start()
        wait(SETTLE_MS)
        keys = list(type_all(window, questions))
        window.place.jobs.stop()
        store.close()
    gui = [thread for thread, _ in keys]
    print(f"{len(keys)} keys")
    print(line("a line edit alone, thread", list(bare(questions))))
    print(line("key to painted list, thread", gui))
    print(line("key to painted list, clock", [wall for _, wall in keys]))
    return 0 if sorted(gui)[int(len(gui) * 0.95)] <= BUDGET_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
