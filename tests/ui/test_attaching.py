"""Files come along with a complaint: chosen, dropped or pasted, by keys alone, never lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from frontdesk import app
from frontdesk.core import attachments, complaints, drafts
from frontdesk.core.complaints import life
from frontdesk.store.store import Store
from frontdesk.ui.screens.cases.screen import CasesScreen
from frontdesk.ui.screens.complaint.screen import ComplaintPanel
from frontdesk.ui.window import MainWindow
from frontdesk.ui.workplace import Matter
from tests.helpers.desks import NOW
from tests.helpers.inline_jobs import HeldJobs
from tests.helpers.receptionist import Receptionist

TEXT = "Three weeks without an answer"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A file worth attaching."""
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"picture of the meter")
    return file


@pytest.fixture
def held(stocked: Store, qapp: QApplication) -> Iterator[Receptionist]:
    """Somebody at a window whose work can be held back."""
    app.application()
    window = app.build_window(stocked, HeldJobs(stocked, lambda: NOW))
    window.start()
    window.fill()
    window.activateWindow()
    qapp.processEvents()
    yield Receptionist(window)
    window.close()
    window.place.jobs.stop()
    window.deleteLater()  # at once, or its timers would write in another test
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def choosing(patch: pytest.MonkeyPatch, *files: Path) -> None:
    """Let the dialog give these files."""
    patch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(f) for f in files], ""))


def panel(window: MainWindow) -> ComplaintPanel:
    """The form that is open."""
    assert isinstance(window.desk.panel, ComplaintPanel)
    return window.desk.panel


def shown(window: MainWindow) -> list[str]:
    """The files that stand in the form."""
    return panel(window).files.row.shown()


def names(store: Store) -> list[list[str]]:
    """The names of the files of each case on record."""
    every = complaints.every(store.read())
    return [[paper.name for paper in life.file_of(store.read(), case.id).papers] for case in every]


def drop(on: QWidget, mime: QMimeData) -> None:
    """Drag something over a widget and let it fall."""
    how = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(on, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(on, QDropEvent(QPointF(5, 5), *how))


def carrying(*files: Path) -> QMimeData:
    """What a file manager hands over."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def test_a_file_goes_on_record_with_the_complaint(
    receptionist: Receptionist, stocked: Store, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One key more than without; the result names it."""
    choosing(monkeypatch, photo)
    receptionist.press("F4").types(TEXT).press("Alt+F", "Ctrl+Return")
    assert names(stocked) == [["photo.jpg"]]
    assert receptionist.control_keys == 3
    (case,) = complaints.every(stocked.read())
    (paper,) = life.file_of(stocked.read(), case.id).papers
    assert attachments.content(stocked.read(), paper.sha256) == b"picture of the meter"
    assert attachments.of(stocked.read(), attachments.DRAFT, case.id) == ()
    receptionist.press("F4")
    assert shown(receptionist.window) == []


def test_a_picture_is_pasted_into_the_text_and_text_stays_text(
    receptionist: Receptionist, stocked: Store
) -> None:
    """A copied table brings its picture along; there the words are meant."""
    clipboard = QGuiApplication.clipboard()
    receptionist.press("F4").types("x")
    clipboard.setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    receptionist.press("Ctrl+V")
    (words,) = shown(receptionist.window)
    assert words.startswith("picture 2026-")
    table = QMimeData()
    table.setText("from a table")
    table.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    clipboard.setMimeData(table)
    receptionist.press("Ctrl+V", "Ctrl+Return")
    (case,) = complaints.every(stocked.read())
    assert case.text == "xfrom a table"
    (paper,) = life.file_of(stocked.read(), case.id).papers
    kept = attachments.content(stocked.read(), paper.sha256)
    assert (paper.name[-4:], kept and kept[1:4]) == (".png", b"PNG")


@pytest.mark.parametrize("on_text", [True, False])
def test_a_file_is_dropped(
    receptionist: Receptionist, photo: Path, tmp_path: Path, *, on_text: bool
) -> None:
    """On the text or beside it; a folder is refused in a sentence."""
    receptionist.press("F4")
    form = panel(receptionist.window)
    drop(receptionist.focus().viewport() if on_text else form, carrying(photo))  # type: ignore[attr-defined]
    assert [words.partition(" ")[0] for words in shown(receptionist.window)] == ["photo.jpg"]
    assert form.typed()["text"] == ""
    drop(form, carrying(tmp_path))
    assert len(shown(receptionist.window)) == 1
    assert tmp_path.name in receptionist.said()


def test_files_are_kept_with_the_draft(
    receptionist: Receptionist, stocked: Store, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once, and they are there when the form opens again, even without a text."""
    choosing(monkeypatch, photo)
    receptionist.press("F4", "Alt+F")
    kept = drafts.load(stocked.read(), "complaint")
    assert [p.name for p in attachments.of(stocked.read(), "draft", kept["case_id"])] == [
        "photo.jpg"
    ]
    after_a_crash = ComplaintPanel(receptionist.window.place)
    after_a_crash.open(Matter())
    assert len(after_a_crash.files.row.shown()) == 1
    after_a_crash.deleteLater()  # at once, or it would save its draft in another test
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    receptionist.press("Esc", "F4").types(TEXT).press("Ctrl+Return")
    assert names(stocked) == [["photo.jpg"]]


def test_a_file_is_taken_off_by_a_key_and_comes_back(
    receptionist: Receptionist, stocked: Store, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Delete on its button; its content goes too, and Ctrl+Z brings both back."""
    choosing(monkeypatch, photo)
    receptionist.press("F4").types(TEXT).press("Alt+F")
    form = panel(receptionist.window)
    form.files.row.focus_on(0)
    receptionist.press("Delete")
    assert shown(receptionist.window) == []
    assert stocked.read().execute("SELECT count(*) FROM attachment_content").fetchone() == (0,)
    receptionist.window.place.messages.undo()
    receptionist.window.to_box()
    receptionist.press("F4", "Ctrl+Return")
    assert names(stocked) == [["photo.jpg"]]


def test_enter_on_a_file_saves_a_copy(
    receptionist: Receptionist, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the person says; nothing is opened."""
    copy = tmp_path / "copy.jpg"
    choosing(monkeypatch, photo)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    receptionist.press("F4", "Alt+F")
    panel(receptionist.window).files.row.focus_on(0)
    receptionist.press("Return")
    assert copy.read_bytes() == b"picture of the meter"


def test_undo_brings_the_files_back_with_the_text(
    receptionist: Receptionist, stocked: Store, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The annulled case keeps them, the one filed again has them too."""
    choosing(monkeypatch, photo)
    receptionist.press("F4").types(TEXT).press("Alt+F", "Ctrl+Return", "Ctrl+Z")
    receptionist.press("F4", "Ctrl+Return")
    assert names(stocked) == [["photo.jpg"], ["photo.jpg"]]


def test_what_cannot_be_attached_is_told(
    receptionist: Receptionist, stocked: Store, tmp_path: Path, photo: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """No bytes, two gigabytes (which are not read), a name that leads elsewhere; the rest comes."""
    empty, huge, odd = tmp_path / "empty.pdf", tmp_path / "video.mp4", tmp_path / "..\\..\\x.txt"
    empty.touch()
    with huge.open("wb") as stream:
        stream.truncate(2 << 30)
    odd.write_bytes(b"odd")
    receptionist.press("F4").types(TEXT)
    for file, said in ((empty, "empty.pdf"), (huge, "20 MB")):
        choosing(monkeypatch, file)
        receptionist.press("Alt+F")
        assert said in receptionist.said()
    choosing(monkeypatch, empty, odd, photo)
    receptionist.press("Alt+F", "Ctrl+Return")
    assert names(stocked) == [["x.txt", "photo.jpg"]]


def test_esc_stops_the_reading_and_stays_in_the_form(
    held: Receptionist, stocked: Store, photo: Path, monkeypatch: pytest.MonkeyPatch, qtbot: object
) -> None:
    """The line says what is being read; stopped, the file does not come, and a sentence says so."""
    jobs = held.window.place.jobs
    assert isinstance(jobs, HeldJobs)
    choosing(monkeypatch, photo, photo)
    held.press("F4").types(TEXT)
    jobs.holds = True
    held.press("Alt+F")
    attaching = panel(held.window).files.attaching
    qtbot.waitUntil(attaching.isVisible)  # type: ignore[attr-defined]
    held.window.back()
    assert panel(held.window).isVisible()
    jobs.release()
    assert attaching.isHidden()
    assert shown(held.window) == []
    assert held.said()
    held.press("Ctrl+Return")
    assert names(stocked) == [[]]


def test_a_file_that_was_still_being_read_comes_after_the_case(
    held: Receptionist, stocked: Store, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+Enter waits for no file: it is attached to the case that was filed meanwhile."""
    jobs = held.window.place.jobs
    assert isinstance(jobs, HeldJobs)
    choosing(monkeypatch, photo)
    held.press("F4").types(TEXT)
    jobs.holds = True
    held.press("Alt+F")
    jobs.holds = False  # what is asked from here on comes at once
    held.press("Ctrl+Return")
    assert names(stocked) == [[]]
    jobs.release()
    assert names(stocked) == [["photo.jpg"]]
    assert shown(held.window) == []


def test_on_the_board_a_file_is_pasted_dropped_and_taken_off(
    receptionist: Receptionist, stocked: Store, photo: Path, tmp_path: Path
) -> None:
    """On the case in hand; each can be undone, and the story tells it."""
    receptionist.press("F4").types(TEXT).press("Ctrl+Return", "Ctrl+L")
    QGuiApplication.clipboard().setMimeData(carrying(photo))
    receptionist.press("Ctrl+V")
    assert names(stocked) == [["photo.jpg"]]
    receptionist.press("Ctrl+Z")
    assert names(stocked) == [[]]
    board = receptionist.window.stack.currentWidget()
    assert isinstance(board, CasesScreen)
    other = tmp_path / "plan.pdf"
    other.write_bytes(b"plan")
    drop(board.side, carrying(photo, other))
    assert names(stocked) == [["photo.jpg", "plan.pdf"]]
    receptionist.press("0").types("take a file").press("Return", "2")
    assert names(stocked) == [["photo.jpg"]]
    receptionist.press("Ctrl+Z")
    assert names(stocked) == [["photo.jpg", "plan.pdf"]]
    assert "File taken off" in board.side.details.told()
