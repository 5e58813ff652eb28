"""What the office has already comes in by keys: file, columns, dry run, import, undo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.modeltest import ModelTester

from frontdesk.core import imports, offices
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.store.store import Store
from frontdesk.ui.screens.importing.model import (
    ColumnsModel,
    DifferencesModel,
    FirstRowsModel,
    PastModel,
    ReportModel,
)
from frontdesk.ui.screens.importing.screen import ImportScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.inline_jobs import HeldJobs
from tests.helpers.receptionist import Receptionist
from tests.helpers.workbooks import xlsx

HEADER = ("Código", "Trámite", "Importe", "Observaciones")
TABLE = [
    ("Listado de trámites", "", "", ""), HEADER,
    ("P-1", "Passport", 30, "bring the old one"), ("P-2", "Visa", 60, ""),
]  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workbook as an office has it: a title, then the header, then two rows."""
    return xlsx(tmp_path / "tramites.xlsx", TABLE)


def screen(window: MainWindow) -> ImportScreen:
    """The wizard, opened as from the palette."""
    window.commands.run("screen.importing")
    shown = window.stack.currentWidget()
    assert isinstance(shown, ImportScreen)
    return shown


def opened(receptionist: Receptionist, file: Path) -> ImportScreen:
    """The wizard with a file, whose path was typed."""
    wizard = screen(receptionist.window)
    receptionist.types(str(file)).press("Return")
    assert wizard.pages.currentWidget() is wizard.shape
    return wizard


def cells(table: object) -> list[list[str]]:
    """What a table shows."""
    model = table.model()  # type: ignore[attr-defined]
    return [
        [str(model.index(row, n).data()) for n in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_workbook_comes_in_by_keys_and_goes_by_one(
    receptionist: Receptionist, stocked: Store, file: Path
) -> None:
    """Path, Enter, try it, import: three control keys behind the palette; Ctrl+Z takes it back."""
    opened(receptionist, file)
    before = receptionist.control_keys
    receptionist.press("Ctrl+Return", "Ctrl+Return")
    assert receptionist.control_keys - before == 2
    assert articles.by_code(stocked.read(), "P-2")
    assert "2 new" in receptionist.said()
    receptionist.press("Ctrl+Z")
    assert articles.by_code(stocked.read(), "P-2") is None
    assert imports.batches(stocked.read())[0].undone_at


def test_the_wizard_shows_what_it_found(receptionist: Receptionist, file: Path) -> None:
    """Kind and columns are guessed, the header row is named, the first rows are as they will be."""
    wizard = opened(receptionist, file)
    assert wizard.shape.kind.currentData() == "articles"
    assert "header in row 2" in wizard.shape.title.text()
    assert cells(wizard.shape.columns)[1] == ["Trámite", "Title", "Passport · Visa"]
    assert cells(wizard.shape.first)[0][:3] == ["3", "Passport", "P-1"]
    assert cells(wizard.shape.columns)[3][1] == "Left out"


def test_a_column_is_given_another_field_and_remembered(
    receptionist: Receptionist, stocked: Store, file: Path
) -> None:
    """Enter, a few letters, Enter; the next file with these columns needs no word, nor does the
    command line.
    """
    wizard = opened(receptionist, file)
    receptionist.press("Down", "Down", "Down", "Return").types("what to").press("Return")
    assert cells(wizard.shape.columns)[3][1] == "What to say"
    receptionist.press("Ctrl+Return", "Ctrl+Return")
    found = articles.by_code(stocked.read(), "P-1")
    assert found
    assert found.say == "bring the old one"
    wizard = opened(receptionist, file)
    assert cells(wizard.shape.columns)[3][1] == "What to say"
    assert "as the last time" in wizard.shape.title.text()


def test_what_differs_is_told_field_by_field(
    receptionist: Receptionist, stocked: Store, file: Path
) -> None:
    """The report has a line a row; of a changed one each field with both values."""
    with stocked.write() as tx:
        old = Article(id="p1", code="P-1", title="Passport", cost="25")
        articles.put_many(tx, [articles.checked(old)], now=NOW)
    wizard = opened(receptionist, file)
    receptionist.press("Ctrl+Return")
    assert [row[:3] for row in cells(wizard.report.list)] == [
        ["3", "Changed", "Passport"], ["4", "New", "Visa"],
    ]  # fmt: skip
    assert cells(wizard.report.differences) == [["Cost", "25", "30"]]
    receptionist.types("2")
    assert [row[2] for row in cells(wizard.report.list)] == ["Visa"]
    receptionist.types("1")
    assert len(cells(wizard.report.list)) == 2


def test_a_refused_row_stops_the_import_until_it_is_left_out(
    receptionist: Receptionist, stocked: Store, tmp_path: Path
) -> None:
    """All rows or none; the refused ones are shown first with the reason, L leaves them out."""
    bad = xlsx(tmp_path / "bad.xlsx", [HEADER, ("P-1", "", 1, ""), ("P-2", "Visa", 1, "")])
    wizard = opened(receptionist, bad)
    receptionist.press("Ctrl+Return")
    assert [row[:2] for row in cells(wizard.report.list)] == [["2", "Refused"]]
    receptionist.press("Ctrl+Return")
    assert articles.by_code(stocked.read(), "P-2") is None
    receptionist.types("l").press("Ctrl+Return")
    assert articles.by_code(stocked.read(), "P-2")


@pytest.mark.parametrize(("key", "cost"), [("", "35"), ("o", "30"), ("O", "30"), ("ok", "35")])
def test_what_was_edited_here_is_asked_for(
    receptionist: Receptionist, stocked: Store, file: Path, key: str, cost: str
) -> None:
    """It is kept; O takes the file's, of one row or of all, and K keeps it after all."""
    opened(receptionist, file)
    receptionist.press("Ctrl+Return", "Ctrl+Return")
    with stocked.write() as tx:
        here = articles.by_code(tx.db, "P-1")
        assert here
        articles.save(tx, replace(here, cost="35"), now=NOW)
    wizard = opened(receptionist, file)
    receptionist.press("Ctrl+Return")
    assert [row[1] for row in cells(wizard.report.list)] == ["Edited here: kept"]
    receptionist.types(key).press("Ctrl+Return")
    found = articles.by_code(stocked.read(), "P-1")
    assert found
    assert found.cost == cost


def test_a_past_import_is_taken_back_from_the_list(
    receptionist: Receptionist, stocked: Store, file: Path
) -> None:
    """Del on the empty field undoes the import in hand; it stays in the list as taken back."""
    opened(receptionist, file)
    receptionist.press("Ctrl+Return", "Ctrl+Return")
    wizard = screen(receptionist.window)
    assert cells(wizard.start.past)[0][1:] == ["tramites.xlsx", "Articles", "2 new, 0 changed"]
    receptionist.press("Del")
    assert articles.by_code(stocked.read(), "P-1") is None
    assert cells(wizard.start.past)[0][3] == "Taken back"


def test_a_wrong_path_and_a_bad_file_are_said_at_the_field(
    receptionist: Receptionist, tmp_path: Path
) -> None:
    """Nothing opens a dialog, and what was typed stays."""
    wizard = screen(receptionist.window)
    receptionist.types("/nowhere/at all.xlsx").press("Return")
    assert wizard.start.field.refusal()
    wizard.start.path.clear()
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    receptionist.types(str(tmp_path / "a.xlsx")).press("Return")
    assert "no workbook" in wizard.start.field.refusal()


def test_a_file_dropped_on_the_window_is_opened(window: MainWindow, file: Path) -> None:
    """Wherever it falls; the screen comes by itself."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    how = (
        Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), *how))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *how))
    wizard = window.stack.currentWidget()
    assert isinstance(wizard, ImportScreen)
    assert wizard.pages.currentWidget() is wizard.shape


def test_a_folder_of_texts_and_a_package_come_in_too(
    receptionist: Receptionist, stocked: Store, tmp_path: Path
) -> None:
    """The same keys: a folder of Markdown, then tables of a directory."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.md").write_text("# Parking permit\n\nBring the papers of the car.")
    opened(receptionist, texts)
    receptionist.press("Ctrl+Return", "Ctrl+Return")
    assert [a.title for a in articles.every(stocked.read())][-1] == "Parking permit"
    package = tmp_path / "package"
    package.mkdir()
    (package / "services.csv").write_text("id,name\ns1,Legal advice\n")
    (package / "locations.csv").write_text("id,name\nl1,Town hall\n")
    wizard = opened(receptionist, package)
    assert wizard.shape.kind.currentData() == "hsds"
    receptionist.press("Ctrl+Return", "Ctrl+Return")
    assert offices.get(stocked.read(), "l1")


def test_stopping_leaves_nothing_behind(stocked: Store, file: Path) -> None:
    """Esc while rows are written: the transaction is rolled back, and the wizard says so."""
    from frontdesk import app

    jobs = HeldJobs(stocked, lambda: NOW)
    window = app.build_window(stocked, jobs)
    window.start()
    window.fill()
    wizard = screen(window)
    wizard.open_file(file)
    wizard.try_it()
    jobs.holds = True
    wizard.take_in()
    assert wizard.work.isVisibleTo(wizard)
    window.back()
    jobs.release()
    assert articles.by_code(stocked.read(), "P-1") is None
    assert "nothing was written" in window.message_line.text()
    window.close()
    jobs.stop()
    window.deleteLater()


def test_the_models_and_the_targets(
    receptionist: Receptionist, file: Path, qtmodeltester: ModelTester
) -> None:
    """Qt's contract is kept, and whatever is pressed is large and named at twice the text."""
    window, place = receptionist.window, receptionist.window.place
    for model in (
        ColumnsModel(place.theme, place.icons), DifferencesModel(place.theme, place.icons),
        FirstRowsModel(place.theme, place.icons, place.messages.sentence),
        ReportModel(place.theme, place.icons, place.messages.sentence),
        PastModel(place.theme, place.icons, place.wording),
    ):  # fmt: skip
        qtmodeltester.check(model)
    place.theme.apply("light", 2.0)
    wizard = opened(receptionist, file)
    qtmodeltester.check(wizard.shape.first.model())
    for go_on in (lambda: None, wizard.try_it, wizard.take_in):
        go_on()
        targets = [
            widget
            for kind in (QAbstractButton, QComboBox, QLineEdit)
            for widget in wizard.findChildren(kind)
            if widget.isVisible() and not isinstance(widget.parent(), QComboBox)
        ]
        assert targets
        assert [w for w in targets if w.height() < 24] == []
    place.theme.apply("light", 1.0)
    assert window.isVisible()
