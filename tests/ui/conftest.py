"""A real window on a real desk, whose jobs are done on the spot."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk import app
from frontdesk.core import offices
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.receptionist import Receptionist

PATIENCE_MS = 60_000
WATER, REGISTRY = Office("o-1", "AGU", "Agua y Saneamiento"), Office("o-2", "REG", "Registro Civil")


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Pytest-qt's, which fails late: a busy machine is no fault of the window."""
    for name in ("waitUntil", "waitSignal"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture
def stocked(store: Store) -> Store:
    """A desk with two offices, and an article that one of them serves."""
    article = Article(
        id="a-1", code="AGU-04", kind="service", lang="en", title="Burst pipe in the street"
    )
    with store.write() as tx:
        offices.put_many(tx, [WATER, REGISTRY], now=NOW)
        articles.put_many(tx, [article], now=NOW)
        offices.serve(tx, [("a-1", "o-1")])
    return store


@pytest.fixture
def window(stocked: Store, qapp: QApplication) -> Iterator[MainWindow]:
    """The window, shown and filled, on a Monday morning."""
    app.application()
    window = app.build_window(stocked, InlineJobs(stocked, lambda: NOW))
    window.start()
    window.fill()  # which the first paint does, some events later
    window.activateWindow()
    qapp.processEvents()
    yield window
    window.place.language.use("en")
    window.close()
    window.place.jobs.stop()
    window.deleteLater()  # a window left behind would be restyled with every one after it
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def receptionist(window: MainWindow) -> Receptionist:
    """Somebody at the keyboard, with the caret in the box."""
    return Receptionist(window)
