"""The log file of a data folder."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from frontdesk.base import logs


def test_a_warning_is_written(tmp_path: Path, expect_log: Callable[[str], None]) -> None:
    """What went wrong stands in the file, with its time and where it was said."""
    expect_log("the disk is slow")
    file = logs.start(tmp_path)
    logging.getLogger("frontdesk.test").warning("the disk is slow")
    assert file is not None
    assert "WARNING frontdesk.test the disk is slow" in file.read_text("utf-8")


def test_a_folder_that_cannot_be_written_does_not_stop_the_desk(tmp_path: Path) -> None:
    """Without a place for the log there is none."""
    (tmp_path / "logs").write_text("a file where the folder should be")
    assert logs.start(tmp_path) is None
