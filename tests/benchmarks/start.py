"""What a start costs: CPU until the first painted desk that takes a key, beside a bare window.

`python tests/benchmarks/start.py [ARTICLES.jsonl]` starts both in turn, so that a busy machine
slows both alike, and prints medians and their ratio: on the demo office, and on those articles.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT.parent / "shared" / "data" / "search" / "articles.jsonl"
RUNS = 9
MOST = 1.8

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
edit = QLineEdit()
window.setCentralWidget(edit)
watched = edit
"""

DESK = """
import sys, time
import gc
from pathlib import Path
gc.disable()  # as the program's entry does
from frontdesk import app as program
gc.freeze()
gc.enable()
app = program.application()
store = program.open_store(Path(sys.argv[1]))
window = program.build_window(store)
watched = window.box
"""

FIRST_PAINT = """
from PySide6.QtCore import QEvent, QObject, QTimer

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self):
        print(time.process_time())
        app.exit()

first = FirstPaint()
watched.installEventFilter(first)
window.start() if hasattr(window, "start") else window.show()
watched.setFocus()
app.exec()
sys.stdout.flush()
import os
os._exit(0)
"""


def cpu_s(program: str, *arguments: str) -> float:
    """Return the CPU seconds that a program used until its first paint."""
    command = [sys.executable, "-c", program + FIRST_PAINT, *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=ROOT, env=environment
    )
    return float(done.stdout.split()[0])


def compare(folder: str) -> tuple[float, float, float]:
    """Return the median CPU seconds of the bare window and of the desk, started in turn, and the
    median of their ratios: the two starts of a pair meet the same load.
    """
    cpu_s(BARE)
    cpu_s(DESK, folder)
    pairs = [(cpu_s(BARE), cpu_s(DESK, folder)) for _ in range(RUNS)]
    bare, desk = zip(*pairs, strict=True)
    ratio = statistics.median(mine / theirs for theirs, mine in pairs)
    return statistics.median(bare), statistics.median(desk), ratio


def articles(file: Path) -> Iterator[dict[str, str]]:
    """Yield the articles of a JSONL file as dictionaries."""
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def make_demo(folder: Path) -> None:
    """Set up the demo office."""
    from frontdesk import app

    app.open_store(folder, demo=True).close()


def make_real(folder: Path, file: Path) -> None:
    """Set up an office with the articles of a file."""
    from frontdesk import app
    from frontdesk.base import clock
    from frontdesk.core.knowledge.articles import Article, checked, put_many

    store = app.open_store(folder)
    known = Article.__dataclass_fields__
    rows = [
        checked(Article(**{name: row[name] for name in row if name in known}))
        for row in islice(articles(file), None)
    ]
    with store.write() as tx:
        put_many(tx, rows, now=clock.now())
    store.close()


def main() -> int:
    """Print one line for each office; fail above the budget."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    worst = 0.0
    with tempfile.TemporaryDirectory() as made:
        offices = {"demo office": Path(made) / "demo"}
        make_demo(offices["demo office"])
        if file.is_file():
            offices[file.name] = Path(made) / "real"
            make_real(offices[file.name], file)
        for name, folder in offices.items():
            bare, desk, ratio = compare(str(folder))
            worst = max(worst, ratio)
            print(f"{name}: bare {bare:.3f} s, desk {desk:.3f} s, ratio {ratio:.2f}")
    return 0 if worst <= MOST else 1


if __name__ == "__main__":
    raise SystemExit(main())
