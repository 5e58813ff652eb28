"""A window with a live queue: tickets of the other desk appear, and double calls are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from frontdesk import app
from frontdesk.core import queue, sites
from frontdesk.store.store import Store
from frontdesk.sync import hub, places
from frontdesk.ui.screens.queue.away import Away
from frontdesk.ui.screens.queue.screen import SETTING, QueueScreen
from frontdesk.ui.window import MainWindow
from tests.helpers import branches, postgres
from tests.helpers.desks import NOW
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.live_desks import Counter, furnish
from tests.helpers.receptionist import Receptionist

pytest.importorskip("psycopg", reason="the extra [hub] is not installed")
pytestmark = postgres.needed

WAIT_MS = 120_000  # of a machine that is busy with much else; nothing here measures time


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Store, Counter, postgres.Server]]:
    """Two desks of a branch on a hub: the one whose window opens, and another counter."""
    head = branches.head_office(tmp_path / "head")
    one, two = (branches.branch(head, tmp_path / name, "Norte") for name in ("one", "two"))
    furnish(one, two)
    with postgres.server() as server:
        with hub.connect(server.address) as db:
            hub.set_up(db, sites.here(head.read()).site_id)
            role, password = hub.admit(db, sites.here(one.read()).site_id, "NORT")  # type: ignore[misc]
        address = server.address.replace(postgres.OWNER, role).replace(postgres.PASSWORD, password)
        with one.write() as tx:
            places.remember(tx, address)
        counter = Counter(two, address).start()
        yield one, counter, server
        counter.live.stop()
    for store in (head, one, two):
        store.close()


@pytest.fixture
def window(
    desks: tuple[Store, Counter, postgres.Server], qapp: QApplication
) -> Iterator[MainWindow]:
    """The window of the first desk, on its queue."""
    app.application()
    window = app.build_window(desks[0], InlineJobs(desks[0], lambda: NOW))
    window.place.settings.setValue(SETTING, "reg")
    window.start()
    window.fill()
    window.place.live.start()
    window.commands.run("screen.queue")
    qapp.processEvents()
    yield window
    window.close()
    window.place.jobs.stop()
    window.place.live.stop()
    window.deleteLater()


def away(window: MainWindow) -> Away:
    """The line of the queue that says that the hub is away, after another look."""
    window.place.live.look()
    (line,) = window.stack.currentWidget().findChildren(Away)
    return line


def test_the_queue_of_the_branch_on_every_desk(
    desks: tuple[Store, Counter, postgres.Server], window: MainWindow, qtbot
) -> None:
    """Sent by the other desk it stands in the list; called here it is called there."""
    _, other, _ = desks
    screen = window.stack.currentWidget()
    assert isinstance(screen, QueueScreen)
    ticket = other.send("reg")
    qtbot.waitUntil(lambda: screen.model.rowCount() == 1, timeout=WAIT_MS)
    Receptionist(window).press("1")
    other.until(lambda: other.sees("reg") == [(ticket.number, "called")])


def test_a_ticket_called_twice_is_told_on_the_queue(
    desks: tuple[Store, Counter, postgres.Server], window: MainWindow, qtbot
) -> None:
    """The hub was away: both called, one keeps it, and the screen says which desk."""
    store, other, server = desks
    screen = window.stack.currentWidget()
    assert isinstance(screen, QueueScreen)
    ticket = other.send("reg")
    qtbot.waitUntil(lambda: screen.model.rowCount() == 1, timeout=WAIT_MS)
    server.kill()
    try:
        Receptionist(window).press("1")
        other.call("reg")
    finally:
        server.start()
    qtbot.waitUntil(lambda: bool(queue.doubles(store.read())), timeout=WAIT_MS)
    (double,) = queue.doubles(store.read())
    said = f"{ticket.number} was called at two counters; it stays with desk {double.kept}."
    qtbot.waitUntil(
        lambda: any(said in label.text() for label in screen.findChildren(QLabel)), timeout=WAIT_MS
    )


def test_the_queue_says_that_the_hub_is_away(
    desks: tuple[Store, Counter, postgres.Server],
    window: MainWindow,
    qtbot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One line while it is, told to screen readers as well; none where it answers."""
    _, other, server = desks
    heard: list[str] = []
    monkeypatch.setattr(
        "frontdesk.ui.screens.queue.away.announce", lambda _line, text: heard.append(text)
    )
    qtbot.waitUntil(lambda: not away(window).isVisible(), timeout=WAIT_MS)
    server.kill()
    try:
        qtbot.waitUntil(lambda: away(window).isVisible(), timeout=WAIT_MS)
        assert "The hub is away" in away(window).text()
        assert heard[-1] == away(window).text()
    finally:
        server.start()
    qtbot.waitUntil(lambda: not away(window).isVisible(), timeout=WAIT_MS)
    assert "The hub is back" in heard[-1]
    ticket = other.send("reg")
    screen = window.stack.currentWidget()
    assert isinstance(screen, QueueScreen)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 1, timeout=WAIT_MS)
    assert ticket.number
