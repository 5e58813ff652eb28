"""The binding to Qt itself: faults of a release that would end the program within a day."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 500


def test_calls_that_return_nothing_keep_the_references_to_none(qtbot: QtBot) -> None:
    """After 500 calls of `setText` there are as many references to None as before."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - CALLS / 2
