"""A start loads what the first paint needs, one window a folder, and errors in one sentence."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from frontdesk import app
from frontdesk.core import accounts
from frontdesk.store.store import Store
from frontdesk.ui import single
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW

HEAVY = {
    "sqlite_utils", "holidays", "segno", "rapidfuzz", "Stemmer", "opening_hours", "click",
    "tomllib", "decimal", "logging.handlers", "PySide6.QtPrintSupport",
    "argon2", "frontdesk.core.search", "frontdesk.core.opening", "frontdesk.ui.screens.desk.screen",
}  # fmt: skip

FIRST_PAINT = """
import sys
import threading
from pathlib import Path
from frontdesk import app
application = app.application()
window = app.build_window(app.open_store(Path(sys.argv[1])))
(window.start if window.place.session.is_locked else window.show)()
application.processEvents()
late = {f"{name}.Qt" for name, known in sys.modules.items() if "Qt" in vars(known)}
print(*sys.modules, *late)
"""

RESTS = """
import sys
from frontdesk import app
from frontdesk.core import desk
from frontdesk.exchange import paper
from frontdesk.ui import care, desk_deeds, single
from frontdesk.ui.screens.desk import screen
print(*sys.modules)
"""

OPENED = """
import linecache, sys, types
stand_in = types.ModuleType("frontdesk.app")
def opened(*_, **__):
    import PySide6.QtCore, frontdesk.core.desk
    print([name for name in linecache.cache if "frontdesk" in name])
    return 0
stand_in.main = opened
sys.modules["frontdesk.app"] = stand_in
from frontdesk.__main__ import main
main(["--demo"])
"""


def put_a_pin(folder: Path) -> None:
    """Make a house with PINs, which opens locked."""
    store = Store(folder)
    with store.write() as tx:
        accounts.first_admin(tx, "Ana", initials="AN", secret="un gato verde", now=NOW)  # noqa: S106
    store.close()


@pytest.mark.parametrize("is_locked", [False, True])
def test_the_first_paint_needs_nothing_heavy(folder: Path, *, is_locked: bool) -> None:
    """What searching, printing, hours, migrations and PINs need is loaded after the first paint."""
    if is_locked:
        put_a_pin(folder)
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert "frontdesk.ui.window" in done.stdout.split()
    assert HEAVY.intersection(done.stdout.split()) == set()
    if not is_locked:  # of the hundred enumerations of this class
        named = [name for name in done.stdout.split() if re.fullmatch(r"frontdesk.*\.Qt", name)]
        assert named == []


def test_a_desk_that_rests_has_loaded_nothing_for_rare_work() -> None:
    """What adds up costs, compares versions or prints brings its libraries when it is asked for."""
    told = subprocess.run(
        [sys.executable, "-c", RESTS], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "frontdesk.core.queue.lists" in told
    assert {"html.entities", "decimal", "statistics", "difflib", "PySide6.QtNetwork"} & {
        *told
    } == set()


def test_no_source_is_read_at_the_start() -> None:
    """The hook of Qt for Python, which reads the source of each module, is gone by then."""
    told = subprocess.run(
        [sys.executable, "-c", OPENED], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


def test_a_second_start_raises_the_first(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """The first window comes to the front and says why; a folder nobody has open is no answer."""
    told: list[str] = []
    single.listen(window, tmp_path, lambda: told.append("each desk needs its own"))
    window.hide()
    heard: list[bool] = []
    second = threading.Thread(target=lambda: heard.append(single.raise_first(tmp_path, 600)))
    second.start()
    qtbot.waitUntil(window.isVisible, timeout=60_000)
    second.join()
    assert heard == [True]
    assert told == ["each desk needs its own"]
    assert not single.raise_first(tmp_path / "another", 0)


def test_a_second_start_ends_as_a_refusal(qapp, tmp_path: Path, monkeypatch, capsys) -> None:
    """It says in one sentence that a window is open there, and opens none."""
    lock = QLockFile(str(tmp_path / "desk.lock"))
    assert lock.lock()
    monkeypatch.setattr(single, "raise_first", lambda folder: folder == tmp_path)
    assert app.main(tmp_path) == app.REFUSED
    assert capsys.readouterr().err.count("\n") == 1


def test_no_screen_is_one_sentence(monkeypatch, capsys) -> None:
    """Where no window can open the program says so and ends, instead of aborting."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert app.main(None) == app.REFUSED
    assert capsys.readouterr().err.count("\n") == 1
