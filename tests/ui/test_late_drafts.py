"""A draft that is slow to come: neither it nor the keys pressed meanwhile are lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from frontdesk import app
from frontdesk.core import complaints, drafts
from frontdesk.store.store import Store
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.inline_jobs import HeldJobs
from tests.helpers.receptionist import Receptionist

DRAFT = {"text": "The lift stood still", "name": "", "phone": "", "office": "", "kind": ""}


@pytest.fixture
def held(stocked: Store) -> HeldJobs:
    """Jobs whose pace the test sets, on a desk with a complaint half typed."""
    with stocked.write() as tx:
        drafts.save(tx, "complaint", DRAFT, now=NOW)
    return HeldJobs(stocked, lambda: NOW)


@pytest.fixture
def window(stocked: Store, held: HeldJobs, qapp: QApplication) -> Iterator[MainWindow]:
    """The window on those jobs."""
    app.application()
    window = app.build_window(stocked, held)
    window.start()
    window.activateWindow()
    qapp.processEvents()
    yield window
    window.close()
    held.stop()
    window.deleteLater()
    qapp.processEvents()


def texts(store: Store) -> list[str]:
    """The complaints on record."""
    return [case.text for case in complaints.every(store.read())]


def test_enter_waits_for_the_draft(
    stocked: Store, held: HeldJobs, receptionist: Receptionist
) -> None:
    """F4 and Ctrl+Enter in one breath file the draft that had not come yet."""
    held.holds = True
    receptionist.press("F4", "Ctrl+Return")
    held.release()
    assert texts(stocked) == ["The lift stood still"]


def test_what_is_typed_meanwhile_comes_after_the_draft(
    stocked: Store, held: HeldJobs, receptionist: Receptionist
) -> None:
    """The first keys do not replace the draft, they go on from it."""
    held.holds = True
    receptionist.press("F4").types("again")
    held.release()
    receptionist.press("Ctrl+Return")
    assert texts(stocked) == ["The lift stood still again"]


def test_the_key_pressed_twice_doubles_nothing(stocked: Store, receptionist: Receptionist) -> None:
    """F4 in the middle of a complaint leaves it as it is."""
    receptionist.press("F4").types(", twice")
    receptionist.press("F4", "Ctrl+Return")
    assert texts(stocked) == ["The lift stood still, twice"]
