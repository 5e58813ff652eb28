"""A new version from a file: told what it is, the database copied, the installer started."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QFileDialog

from frontdesk.store import backup
from frontdesk.store.store import Store
from frontdesk.sync import updates
from frontdesk.ui.screens.update.screen import UpdateScreen
from tests.helpers.receptionist import Receptionist
from tests.sync.test_updates import PUBLIC, update_file


def opened(receptionist: Receptionist) -> UpdateScreen:
    """The screen, by its command."""
    receptionist.window.commands.run("screen.update")
    screen = receptionist.window.stack.currentWidget()
    assert isinstance(screen, UpdateScreen)
    return screen


def test_two_enters_save_the_database_and_start_the_installer(
    receptionist: Receptionist, stocked: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first shows what is new, the second copies and starts."""
    started: list[str] = []
    file = update_file(tmp_path)
    monkeypatch.setattr(updates, "publisher", lambda: PUBLIC)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QProcess, "startDetached", lambda *told: (started.extend(told[1]), 1))
    screen = opened(receptionist)
    receptionist.press("Return")
    assert screen.installing.isVisible()
    receptionist.press("Return")
    assert started[-1].endswith("frontdesk.deb")
    backup.verify(stocked.folder / backup.FOLDER / "before-9.0.db")


def test_a_foreign_file_is_refused_in_a_sentence(
    receptionist: Receptionist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing can be installed."""
    file = tmp_path / "strange.update"
    file.write_bytes(b"not ours")
    monkeypatch.setattr(updates, "publisher", lambda: PUBLIC)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    screen = opened(receptionist)
    receptionist.press("Return")
    assert "strange.update" in receptionist.said()
    assert not screen.installing.isVisible()
