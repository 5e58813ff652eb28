"""Whether the window stays fluid while 50,000 articles come in: gaps between ticks of its loop.

`python -m tests.benchmarks.import_window [ROWS]` imports through the wizard of the real window and
prints, for the idle window and for each step, how long its loop was away: median, 99th percentile
and longest. What is longer than a tenth of a second is felt.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from frontdesk import app
from frontdesk.ui.screens.importing.screen import ImportScreen

ROWS = 50_000
TICK_MS = 5
IDLE_S = 2.0


def ticks(until: Callable[[], bool]) -> list[float]:
    """Let the window work until something is so; return the gaps between its ticks, in ms."""
    loop, clock, gaps = QEventLoop(), QTimer(interval=TICK_MS), list[float]()
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000)
        last = now
        if until():
            loop.quit()

    clock.timeout.connect(tick)
    clock.start()
    loop.exec()
    clock.stop()
    return gaps


def tell(name: str, gaps: list[float]) -> None:
    """Print what the loop did in one step."""
    ordered = sorted(gaps)
    late = ordered[int(len(ordered) * 0.99)]
    print(
        f"{name:9} median {statistics.median(gaps):6.1f} ms, 99 % {late:6.1f} ms, "
        f"longest {ordered[-1]:6.1f} ms, over 100 ms: {sum(gap > 100 for gap in gaps)}"
    )


def main(rows: int) -> None:
    """Import through the window, and tell how it went."""
    app.application()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        with file.open("w") as stream:
            for n in range(rows):
                row = {"code": f"A-{n}", "title": f"Permit {n % 977} of kind {n}",
                       "say": f"Bring paper {n}", "body": "What it is for. " * 12}  # fmt: skip
                stream.write(json.dumps(row) + "\n")
        store = app.open_store(Path(folder) / "desk", demo=True)
        window = app.build_window(store)
        window.start()
        window.fill()
        window.commands.run("screen.importing")
        wizard = window.stack.currentWidget()
        assert isinstance(wizard, ImportScreen)
        begun = time.perf_counter()
        tell("idle", ticks(lambda: time.perf_counter() - begun > IDLE_S))
        for name, step, page in (
            ("reading", lambda: wizard.open_file(file), wizard.shape),
            ("judging", wizard.try_it, wizard.report),
            ("writing", wizard.take_in, wizard.start),
        ):
            step()
            tell(name, ticks(lambda page=page: wizard.pages.currentWidget() is page))
        window.place.jobs.stop()
        store.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
