"""A window that is killed while somebody types: what was typed two seconds before is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from frontdesk.core import drafts
from frontdesk.store.store import Store

ROOT = Path(__file__).resolve().parents[2]
TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from frontdesk import app
from frontdesk.store.store import Store

qt = app.application()
window = app.build_window(Store(Path(sys.argv[1])))
window.start()
def types():
    window.commands.run(sys.argv[2])
    QTest.keyClicks(window.focusWidget(), sys.argv[3])
    QTimer.singleShot(2_000, lambda: print("two seconds later", flush=True))
QTimer.singleShot(0, types)
qt.exec()
"""


@pytest.mark.parametrize(
    ("command", "key", "field"),
    [
        ("desk.complaint", "complaint", "text"),
        ("desk.promise", "promise", "what"),
        ("article.new", "article.new", "title"),
    ],
)
def test_two_seconds_after_the_last_key_nothing_is_lost(
    folder: Path, command: str, key: str, field: str
) -> None:
    """The window is killed without warning; its draft holds every letter."""
    text = "Nobody answers the phone"
    typist = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(folder), command, text],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        text=True,
    )
    assert typist.stdout
    said = typist.stdout.readline()
    typist.kill()
    typist.wait()
    typist.stdout.close()
    assert said == "two seconds later\n"
    store = Store(folder)
    assert drafts.load(store.read(), key)[field] == text
    store.close()
