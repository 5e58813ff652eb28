"""The zip for support: everything that helps, nothing that anybody typed."""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from frontdesk.base import logs
from frontdesk.base.errors import UserError
from frontdesk.core import complaints
from frontdesk.exchange import support
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_it_tells_versions_sizes_and_counts(store: Store) -> None:
    """The parts are texts with one thing a line."""
    with store.write() as tx:
        complaints.file(tx, "No llega el recibo", now=NOW)
    texts = support.parts(store, now=NOW)
    assert "quick check: ok" in texts["database.txt"]
    assert "rows of complaint: 1\n" in texts["database.txt"]
    assert "SQLite: " in texts["program.txt"]


def test_nothing_that_was_typed_is_in_it(
    store: Store, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    """Neither from the database, nor from the log, nor from the settings of the window."""
    expect_log("failed")
    file = logs.start(store.folder)
    assert file is not None
    with store.write() as tx:
        complaints.file(tx, "Me gritó Genaro", name="Rosa Vidal", phone="600111222", now=NOW)
    (store.folder / "window.ini").write_text(
        "[General]\nlanguage=es\n[paper]\nfolder=/casa/genaro\n", encoding="utf-8"
    )
    try:
        int("Rosa Vidal")
    except ValueError:
        logging.getLogger("frontdesk.test").exception("a reading failed")
    zipped = support.write(tmp_path / "s.zip", support.parts(store, now=NOW))
    with zipfile.ZipFile(zipped) as archive:
        told = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "builtins.ValueError" in told
    assert "test_support.py" in told
    assert "language: es" in told
    assert not [word for word in ("Rosa", "Vidal", "600111222", "enaro") if word in told]


def test_a_settings_file_that_is_broken_is_told(store: Store) -> None:
    """The rest is there all the same."""
    (store.folder / "window.ini").write_bytes(b"\xff\xfe no section")
    assert "cannot be read" in support.parts(store, now=NOW)["choices.txt"]


def test_a_folder_that_is_not_there_is_refused(store: Store, tmp_path: Path) -> None:
    """With a sentence."""
    with pytest.raises(UserError) as refused:
        support.write(tmp_path / "nowhere" / "s.zip", support.parts(store, now=NOW))
    assert refused.value.code == "backup.unwritable"
