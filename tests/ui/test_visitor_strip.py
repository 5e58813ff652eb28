"""The strip says since when somebody is at the desk, in the room that there is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist


def since(window: MainWindow) -> str:
    """What the strip says about the time."""
    texts = [label.text() for label in window.strip.findChildren(QLabel)]
    (told,) = [text for text in texts if " min" in text]
    return told


def test_a_clock_set_back_makes_nobody_wait_less_than_no_time(
    receptionist: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten minutes before the visitor came, the strip says 0 min."""
    window = receptionist.window
    receptionist.press("F4").types("x").press("Ctrl+Return")
    monkeypatch.setattr(window.place.jobs, "now", lambda: NOW - timedelta(minutes=10))
    window.strip.retranslate()
    assert since(window).endswith("0 min")
    assert "-" not in since(window)


def test_in_large_print_the_window_gets_no_wider(receptionist: Receptionist) -> None:
    """Where there is no room for the hour, how long it lasts is enough."""
    window = receptionist.window
    window.resize(1280, 720)
    receptionist.press("F4").types("x").press("Ctrl+Return")
    assert since(window) != "0 min"
    window.place.theme.apply("light", 2.0)
    window.resize(1280, 720)
    window.strip.resize(700, window.strip.height())
    assert window.minimumSizeHint().width() <= 1280
    window.strip.retranslate()
    assert since(window) == "0 min"
