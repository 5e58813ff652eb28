"""Where a desk's data lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk.base import paths


def test_a_chosen_folder_wins_over_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """--data first, then FRONTDESK_DATA, then the system's own place."""
    monkeypatch.setenv("FRONTDESK_DATA", str(tmp_path / "environment"))
    assert paths.data_dir(tmp_path / "chosen") == tmp_path / "chosen"
    assert paths.data_dir() == tmp_path / "environment"
    monkeypatch.delenv("FRONTDESK_DATA")
    assert "frontdesk" in str(paths.data_dir()).lower()


def test_a_folder_is_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A later change of the working folder does not move the data."""
    monkeypatch.chdir(tmp_path)
    assert paths.data_dir("here") == tmp_path / "here"


def test_the_resources_are_there() -> None:
    """The sentences come with the program, wherever it lies."""
    assert (paths.resources() / "sentences" / "en.toml").is_file()
