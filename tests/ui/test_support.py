"""The file for support: read before it is saved."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from frontdesk.ui.screens.support.screen import SupportScreen
from tests.helpers.receptionist import Receptionist


def test_it_is_shown_before_it_is_saved(
    receptionist: Receptionist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One key shows the parts, arrows walk through them, Enter saves just these."""
    file = tmp_path / "support.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    receptionist.press("Ctrl+F1")
    screen = receptionist.window.stack.currentWidget()
    assert isinstance(screen, SupportScreen)
    assert "SQLite" in screen.text.toPlainText()
    receptionist.press("Down")
    shown = screen.text.toPlainText()
    assert "quick check: ok" in shown
    receptionist.press("Return")
    with zipfile.ZipFile(file) as archive:
        assert archive.read("database.txt").decode() == shown
    assert "support.zip" in receptionist.said()


def test_nothing_is_saved_when_no_file_is_named(
    receptionist: Receptionist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing the dialog leaves everything as it was."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    receptionist.press("Ctrl+F1", "Return")
    assert list(tmp_path.glob("*.zip")) == []
