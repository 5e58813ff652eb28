"""The branch screen, with keys only: exchange now, where, whom, and what two wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from frontdesk import app
from frontdesk.base.progress import Progress
from frontdesk.core import complaints, sites
from frontdesk.core.complaints import life
from frontdesk.store.store import Actor, Store
from frontdesk.sync import branches as standing_of
from frontdesk.sync import identity, joining, places, rounds
from frontdesk.ui import care as care_of_the_house
from frontdesk.ui.care import Care
from frontdesk.ui.screens.branch import form
from frontdesk.ui.screens.branch.screen import BranchScreen
from frontdesk.ui.widgets.table import RowsModel, Table
from frontdesk.ui.window import MainWindow
from tests.helpers import branches, postgres
from tests.helpers.desks import NOW
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.receptionist import Receptionist


@pytest.fixture
def head(tmp_path: Path) -> Iterator[Store]:
    """Head office."""
    store = branches.head_office(tmp_path / "head")
    yield store
    store.close()


@pytest.fixture
def stocked(head: Store, tmp_path: Path) -> Iterator[Store]:
    """A branch that joined head office."""
    store = branches.branch(head, tmp_path / "north")
    yield store
    store.close()


@pytest.fixture
def share(stocked: Store, tmp_path: Path) -> Path:
    """The folder that is remembered."""
    folder = tmp_path / "share"
    folder.mkdir()
    with stocked.write() as tx:
        places.remember(tx, str(folder))
    return folder


def opened(window: MainWindow) -> BranchScreen:
    """The screen, by its command."""
    window.commands.run("screen.branch")
    shown = window.stack.currentWidget()
    assert isinstance(shown, BranchScreen)
    return shown


def words(table: Table) -> list[list[str]]:
    """What a list shows."""
    model = table.model()
    assert isinstance(model, RowsModel)
    return [[c.text for c in model.cells(model.row(n))] for n in range(model.rowCount())]


def test_one_key_exchanges_from_anywhere(
    window: MainWindow, receptionist: Receptionist, stocked: Store, head: Store, share: Path
) -> None:
    """What was filed here arrives; the screen says when we met and what waits for a receipt."""
    with stocked.write() as tx:
        complaints.file(tx, "No llega el recibo", now=NOW)
    receptionist.press("Ctrl+Shift+S")
    assert "Exchanged" in receptionist.said()
    screen = window.stack.currentWidget()
    assert isinstance(screen, BranchScreen)
    assert words(screen.parts.sites)[0] == ["Sede Central", "–", "23 Nov 2026, 10:30", "1"]
    branches.meet(share, head)
    assert len(list(complaints.every(head.read()))) == 1
    receptionist.press("Ctrl+Shift+S")  # tells that the release was taken in, which waits then
    branches.meet(share, head)
    receptionist.press("Ctrl+Shift+S")
    assert words(screen.parts.sites)[0][1:] == ["23 Nov 2026, 10:30", "23 Nov 2026, 10:30", "–"]


@pytest.mark.parametrize(
    "address",
    ["postgresql://north:mimbre@hub/db?sslmode=require", "postgresql://hub/db?password=mimbre"],
)
def test_the_password_of_the_hub_is_not_on_the_screen(
    window: MainWindow, receptionist: Receptionist, stocked: Store, address: str
) -> None:
    """Whoever stands at the desk sees with which hub it exchanges, and no more."""
    with stocked.write() as tx:
        places.remember(tx, address)
    receptionist.press("Ctrl+Shift+S")
    screen = opened(window)
    told = [label.text() for label in screen.findChildren(QLabel)]
    assert any("hub/db" in text for text in told)
    assert "mimbre" not in " ".join(told)


def test_without_a_place_a_folder_is_asked_for_and_kept(
    window: MainWindow,
    receptionist: Receptionist,
    stocked: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By a receptionist it is used once and not remembered."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window.place.jobs.actor = Actor("p-1", "receptionist")
    receptionist.press("Ctrl+Shift+S")
    assert "Exchanged" in receptionist.said()
    assert places.remembered(stocked.read()) == ""
    window.place.jobs.actor = None
    receptionist.press("Ctrl+Shift+S")
    assert places.remembered(stocked.read()) == str(tmp_path)


def test_a_stick_that_is_not_there_is_one_sentence(
    receptionist: Receptionist, share: Path, window: MainWindow
) -> None:
    """And the button can be pressed again."""
    share.rmdir()
    receptionist.press("Ctrl+Shift+S")
    assert str(share) in receptionist.said()
    assert opened(window).parts.now.isEnabled()


def test_esc_stops_an_exchange(  # noqa: PLR0917 - fixtures
    window: MainWindow,
    receptionist: Receptionist,
    stocked: Store,
    head: Store,
    share: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was taken in stays, and the next exchange goes on from there."""
    for n in range(3):
        with head.write() as tx:
            complaints.file(tx, f"Texto {n}", now=NOW)
        branches.meet(share, head)
    exchanged = form.exchange

    def stopped_at_once(store: Store, place: str, *, now: object, progress: Progress) -> object:
        assert opened(window).back()
        return exchanged(store, place, now=now, progress=progress)  # type: ignore[arg-type]

    monkeypatch.setattr(form, "exchange", stopped_at_once)
    receptionist.press("Ctrl+Shift+S")
    assert receptionist.said().startswith("Stopped")
    monkeypatch.setattr(form, "exchange", exchanged)
    receptionist.press("Ctrl+Shift+S")
    assert "Exchanged" in receptionist.said()


def test_what_was_refused_stands_there_with_its_sentence(
    window: MainWindow, receptionist: Receptionist, head: Store, share: Path
) -> None:
    """From whom and why, until it is mended."""
    branches.meet(share, head)
    (release,) = share.glob("release-*")
    release.write_bytes(release.read_bytes()[:-20])
    receptionist.press("Ctrl+Shift+S")
    assert "1 refused" in receptionist.said()
    (row,) = words(opened(window).parts.refusals)
    assert release.name in row[0]


def test_two_values_are_shown_and_v_settles_them(
    window: MainWindow, receptionist: Receptionist, stocked: Store, head: Store, share: Path
) -> None:
    """Head office and branch judged a case without knowing of each other."""
    with stocked.write() as tx:
        case = complaints.file(tx, "No llega el recibo", now=NOW)
    branches.meet(share, stocked, head, times=2)
    for store, severity in ((stocked, "low"), (head, "high")):
        with store.write() as tx:
            life.assess(tx, case.id, severity=severity, now=NOW)
    branches.meet(share, stocked, head, stocked)
    screen = opened(window)
    (row,) = words(screen.parts.conflicts)
    assert row[0] == f"{case.folio} · severity"
    assert {part.partition(" (")[0] for part in row[1].split(" · ")} == {"Low", "High"}
    receptionist.press("V")
    assert words(screen.parts.conflicts) == []


def test_a_late_exchange_is_on_the_first_page(
    window: MainWindow, receptionist: Receptionist, stocked: Store, share: Path
) -> None:
    """After as many days as were chosen; none for never."""
    with stocked.write() as tx:
        rounds.settings.put(tx, rounds.LAST_AT, (NOW - timedelta(days=5)).isoformat())
    care = Care(window)
    care.turn()
    assert "5 days" in window.desk.right.reminder()
    screen = opened(window)
    receptionist.press("D").types("nonsense\n")
    assert screen.parts.line.isVisible()
    receptionist.press("Ctrl+A").types("0\n")
    assert standing_of.late_after(stocked.read()) == 0
    care.turn()
    assert window.desk.right.reminder() == ""


def test_what_was_written_is_remembered_outside_the_database(
    window: MainWindow, stocked: Store, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    """A copy of this morning that somebody lays in place by hand is not taken for this database."""
    monkeypatch.setattr(care_of_the_house, "SETTLE_MS", 0)
    identity.settle(stocked)
    anchor = identity.anchor_of(stocked.folder)
    before = anchor.read_bytes()
    care = Care(window)
    window.place.jobs.write(care, complaints.file, "No llega el recibo", now=NOW)
    qtbot.waitUntil(lambda: anchor.read_bytes() != before, timeout=60_000)


def test_a_desk_of_its_own_joins_by_a_file_and_one_enter(  # noqa: PLR0917 - fixtures
    window: MainWindow,
    receptionist: Receptionist,
    stocked: Store,
    head: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What it had is kept; it begins anew as a desk of the branch that the file names."""
    with head.write() as tx:
        file = tmp_path / "south.json"
        joining.write(file, joining.invite(tx, "Oficina Sur", now=NOW))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr("frontdesk.ui.leaving.QApplication", SimpleNamespace(exit=lambda _: None))
    screen = opened(window)
    screen.join()
    assert "Oficina Sur" in screen.parts.line.field.accessibleName()
    receptionist.press("Return")
    stocked.close()
    assert window.place.leaving.work
    window.place.leaving.work(stocked.folder)
    assert sites.here(stocked.read()).name == "Oficina Sur"
    assert len(list((stocked.folder / "backups").glob("replaced-*.db"))) == 1


def test_a_house_becomes_head_office_and_invites_by_a_name_and_a_file(
    folder: Path, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One letter each; the file makes a desk one of that branch."""
    head = Store(folder)
    file = tmp_path / "Oficina Este.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    app.application()
    window = app.build_window(head, InlineJobs(head, lambda: NOW))
    window.start()
    window.fill()
    window.activateWindow()
    qapp.processEvents()
    receptionist = Receptionist(window)
    screen = opened(window)
    receptionist.press("Ctrl+Shift+S")
    assert "nobody yet" in receptionist.said()
    receptionist.press("O")
    assert "head office now" in receptionist.said()
    receptionist.press("I").types("Oficina Este\n")
    assert joining.read(file)["site"]["name"] == "Oficina Este"
    assert ["Oficina Este", "–", "–", "–"] in words(screen.parts.sites)
    window.close()
    window.place.jobs.stop()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    head.close()


@postgres.needed
def test_head_office_gives_its_branches_access_to_the_hub(
    head: Store, stocked: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    """One key writes the address of each branch, which works; the second time there is nothing."""
    pytest.importorskip("psycopg", reason="the extra [hub] is not installed")
    file = tmp_path / "hub.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    app.application()
    window = app.build_window(head, InlineJobs(head, lambda: NOW))
    window.start()
    window.fill()
    window.activateWindow()
    qapp.processEvents()
    receptionist = Receptionist(window)
    assert opened(window).parts.access.isHidden()
    with postgres.server() as server:
        with head.write() as tx:
            places.remember(tx, server.address)
        opened(window).read()
        qapp.processEvents()
        receptionist.press("A")
        assert "hub.json holds" in receptionist.said()
        given = json.loads(file.read_text(encoding="utf-8"))
        assert list(given) == ["Oficina Norte"]
        places.exchange(stocked, given["Oficina Norte"], now=NOW)
        file.unlink()
        receptionist.press("A")
        assert "already" in receptionist.said()
        assert not file.exists()
    window.close()
    window.place.jobs.stop()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
