"""Every screen in every look, as pictures to be looked at: `python tests/gallery.py FOLDER`.

Pictures are made of the real window on a real database; nothing is compared, somebody looks.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSize, QTimer

from frontdesk import app
from frontdesk.ui.window import MainWindow

WAIT_MS = 400
SIZES = {"1280x720": (QSize(1280, 720), 1.0), "200": (QSize(1280, 720), 2.0)}
QUESTION = "empadronamiento"


def wait() -> None:
    """Let the window work. QTest.qWait would hold Python's lock and starve the lanes."""
    loop = QEventLoop()
    QTimer.singleShot(WAIT_MS, loop.quit)
    loop.exec()


def home(window: MainWindow) -> None:
    """The first page."""
    window.box.clear()


def answer(window: MainWindow) -> None:
    """A question with its answer."""
    window.box.setText(QUESTION)


def nothing(window: MainWindow) -> None:
    """A question without an answer."""
    window.box.setText("xyzzy plugh")


def office(window: MainWindow) -> None:
    """An office found by its name."""
    window.box.setText("Tesorería y Caja")


def told(window: MainWindow) -> None:
    """F7 over an answer."""
    window.box.setText(QUESTION)
    window.commands.run("voice.told")


STATES: dict[str, Callable[[MainWindow], None]] = {
    "home": home,
    "answer": answer,
    "nothing": nothing,
    "office": office,
    "told": told,
}


def pictures(window: MainWindow, only: str) -> Iterator[tuple[str, Callable[[], bool]]]:
    """Yield a name and what saves the picture, with the window in that state."""
    looks = product(("light", "dark", "contrast"), ("es", "en"), SIZES)
    for palette, language, size in looks:
        area, scale = SIZES[size]
        wanted = [s for s in STATES if only in f"{s}-{palette}-{language}-{size}"]
        if wanted:
            window.place.theme.apply(palette, scale)
            window.place.language.use(language, window.place.here.country)
            window.resize(area)
        for state in wanted:
            name = f"{state}-{palette}-{language}-{size}"
            STATES[state](window)
            wait()
            yield name, lambda name=name: window.grab().save(str(folder / f"{name}.png"))
            window.back()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, help="a data folder; by default a fresh demo office")
    parser.add_argument("--only", default="", help="a part of the picture's name")
    wish = parser.parse_args()
    folder = wish.folder
    folder.mkdir(parents=True, exist_ok=True)
    app.application()
    with tempfile.TemporaryDirectory() as fresh:
        store = app.open_store(wish.data or Path(fresh), demo=True)
        window = app.build_window(store)
        window.start()
        wait()
        for _, save in pictures(window, wish.only):
            save()
        window.place.jobs.stop()
        store.close()
