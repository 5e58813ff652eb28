"""A database that cannot be opened at all: the last good copy is offered before the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from frontdesk import app
from frontdesk.core import checking, complaints, copies
from frontdesk.store import backup
from frontdesk.store.store import Store
from frontdesk.ui.language import Language
from frontdesk.ui.rescue import Look, Rescue
from frontdesk.ui.theme import Theme
from tests.helpers.desks import NOW


@pytest.fixture
def damaged(store: Store) -> Path:
    """A desk with a copy of the day and a complaint since, whose file has lost its first page."""
    with store.write() as tx:
        complaints.file(tx, "before", now=NOW)
    copies.daily(store, now=NOW)
    with store.write() as tx:
        complaints.file(tx, "after", now=NOW)
    store.close()
    data = store.file.read_bytes()
    store.file.write_bytes(b"x" * 4096 + data[4096:])
    return store.folder


def shown(folder: Path, qtbot: QtBot, lang: str = "en") -> Rescue:
    """The dialog."""
    language = Language()
    language.use(lang)
    dialog = Rescue(folder, Look(language, Theme()))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def words(dialog: Rescue) -> str:
    """All that it says."""
    labels = dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not label.isHidden())


def test_enter_brings_the_last_good_copy_back(damaged: Path, qtbot: QtBot) -> None:
    """What it holds is said before; the damaged file is kept."""
    dialog = shown(damaged, qtbot)
    assert "Complaints: 1" in words(dialog)
    assert "23 Nov 2026" in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == Rescue.DialogCode.Accepted
    store = Store(damaged)
    assert [case.text for case in complaints.every(store.read())] == ["before"]
    assert checking.faults(store) == []
    store.close()
    assert len(list((damaged / backup.FOLDER).glob("replaced-*"))) == 1


def test_without_a_copy_one_can_be_chosen(
    damaged: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a stick; what is no copy is said, and nothing is touched."""
    (day,) = (damaged / backup.FOLDER).iterdir()
    stick = day.rename(tmp_path / "stick.db")
    dialog = shown(damaged, qtbot)
    assert dialog.restoring.isHidden()
    for file in (tmp_path / "nothing.db", stick):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, f=file: (str(f), ""))
        QTest.keyClick(dialog.choosing, Qt.Key.Key_Space)
        assert dialog.restoring.isHidden() == (file != stick)
    assert "nothing.db" not in words(dialog)
    QTest.keyClick(dialog.restoring, Qt.Key.Key_Space)
    assert dialog.result() == Rescue.DialogCode.Accepted
    Store(damaged).close()


def test_only_damage_is_offered_a_copy(
    damaged: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not a folder that is locked or read-only, where nothing is lost."""
    asked: list[Path] = []
    monkeypatch.setattr("frontdesk.ui.rescue.offered", lambda folder, _: not asked.append(folder))
    error = app.UserError("store.locked", folder=damaged)
    assert not app.was_rescued(error, damaged)
    assert asked == []
    assert app.was_rescued(app.UserError("store.damaged", folder=damaged), damaged)
    assert asked == [damaged]
