"""The main screens still look as they were last looked at: small grey pictures, kept beside this.

A change of looks that is meant is looked at in the gallery, then kept by
`FRONTDESK_RENEW_PICTURES=1 pytest tests/ui/test_pictures.py`. Letters are drawn differently from
system to system, so the pictures hold for one: Linux without a screen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from frontdesk.core import complaints
from frontdesk.store.store import Store
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW

KEPT = Path(__file__).parent / "pictures"
RENEWS = "FRONTDESK_RENEW_PICTURES"
AREA, SMALL = QSize(1280, 720), QSize(320, 180)
BLOCK = 20  # pixels of the small picture: a button or a line of a card
MOST_BLOCK, MOST_MEAN = 26.0, 2.5  # of 255; a folio or a caret that differs stays below
SCREENS = {
    "desk": ("", ""),
    "answer": ("burst pipe", ""),
    "route": ("burst pipe", "desk.route"),
    "complaint": ("burst pipe", "desk.complaint"),
    "board": ("", "screen.cases"),
    "queue": ("", "screen.queue"),
    "editor": ("burst pipe", "article.edit"),
}

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM") != "offscreen",
    reason="letters are drawn otherwise here: the pictures are of Linux without a screen",
)


@pytest.fixture
def still(stocked: Store, window: MainWindow) -> Iterator[MainWindow]:
    """The window at one size, its caret at rest, with a case on record."""
    with stocked.write() as tx:
        complaints.file(tx, "Nobody answered the telephone", now=NOW - timedelta(days=9))
    flashes = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    window.resize(AREA)
    yield window
    QApplication.setCursorFlashTime(flashes)
    window.place.theme.apply("light", 1.0)


def small(window: MainWindow, asked: str, command: str) -> QImage:
    """What a command shows over a question, small and grey."""
    window.box.setText(asked)
    if command:
        window.commands.run(command)
    for _ in range(5):
        QApplication.processEvents()
    picture = window.grab().toImage().scaled(
        SMALL, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )  # fmt: skip
    return picture.convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one: QImage, other: QImage) -> tuple[float, float]:
    """How far two pictures differ: the mean of the worst block, and of all."""
    means = []
    for top in range(0, SMALL.height(), BLOCK):
        for left in range(0, SMALL.width(), BLOCK):
            mine, theirs = (_block(picture, left, top) for picture in (one, other))
            means.append(sum(abs(a - b) for a, b in zip(mine, theirs, strict=True)) / len(mine))
    return max(means), sum(means) / len(means)


def _block(picture: QImage, left: int, top: int) -> bytes:
    part = picture.copy(left, top, BLOCK, BLOCK)
    return b"".join(bytes(part.constScanLine(row))[:BLOCK] for row in range(part.height()))


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("name", SCREENS)
def test_a_main_screen_looks_as_it_did(still: MainWindow, name: str, palette: str) -> None:
    """No part of the picture is darker, lighter or elsewhere."""
    still.place.theme.apply(palette, 1.0)
    shown, file = small(still, *SCREENS[name]), KEPT / f"{name}-{palette}.png"
    if os.environ.get(RENEWS):
        KEPT.mkdir(exist_ok=True)
        shown.save(str(file))
    kept = QImage(str(file)).convertToFormat(QImage.Format.Format_Grayscale8)
    worst, mean = difference(shown, kept)
    assert (worst <= MOST_BLOCK, mean <= MOST_MEAN) == (True, True), (worst, mean)


def test_a_part_that_is_gone_is_noticed(still: MainWindow) -> None:
    """Without the strip the picture of an answer differs by more than is let pass."""
    whole = small(still, *SCREENS["answer"])
    still.strip.hide()
    worst, _ = difference(whole, small(still, *SCREENS["answer"]))
    assert worst > MOST_BLOCK


def test_the_kept_pictures_are_small() -> None:
    """All of them together stay below 300 kB."""
    assert 0 < sum(file.stat().st_size for file in KEPT.glob("*.png")) < 300_000
