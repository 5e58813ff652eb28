"""Results and articles that are slow to come: the keys pressed meanwhile wait for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from frontdesk import app
from frontdesk.core.knowledge import articles
from frontdesk.store.store import Store
from frontdesk.ui.screens.article.screen import ArticleScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.inline_jobs import HeldJobs
from tests.helpers.receptionist import Receptionist


@pytest.fixture
def held(stocked: Store) -> HeldJobs:
    """Jobs whose pace the test sets."""
    return HeldJobs(stocked, lambda: NOW)


@pytest.fixture
def window(stocked: Store, held: HeldJobs, qapp: QApplication) -> Iterator[MainWindow]:
    """The window on those jobs."""
    app.application()
    window = app.build_window(stocked, held)
    window.start()
    window.fill()
    window.activateWindow()
    qapp.processEvents()
    yield window
    window.close()
    held.stop()
    window.deleteLater()
    qapp.processEvents()


def test_keys_pressed_meanwhile_are_not_lost(
    stocked: Store, held: HeldJobs, receptionist: Receptionist
) -> None:
    """Title, Tab, what to say and Ctrl+Enter in one breath make the article."""
    held.holds = True
    receptionist.press("Ctrl+Shift+E").types("Lost keys").press("Tab").types("Ask the porter.")
    receptionist.press("Ctrl+Return")
    held.release()
    (made,) = (a for a in articles.every(stocked.read()) if a.id != "a-1")
    assert (made.title, made.say, made.state) == ("Lost keys", "Ask the porter.", "draft")


def test_what_is_typed_after_the_save_stays(
    stocked: Store, held: HeldJobs, receptionist: Receptionist
) -> None:
    """The answer to Ctrl+Enter does not wipe out the letters that came after it."""
    receptionist.press("Ctrl+Shift+E").types("Lost")
    held.holds = True
    receptionist.press("Ctrl+Return").types(" keys")
    held.release()
    shown = receptionist.window.stack.currentWidget()
    assert isinstance(shown, ArticleScreen)
    assert shown.editor.typed()["title"] == "Lost keys"
    receptionist.press("Ctrl+Return")
    assert [a.title for a in articles.every(stocked.read()) if a.id != "a-1"] == ["Lost keys"]


def test_who_goes_back_does_not_wait(held: HeldJobs, receptionist: Receptionist) -> None:
    """Esc leaves the empty card, and a function key works at once."""
    held.holds = True
    receptionist.press("Ctrl+Shift+E", "F2")
    assert receptionist.window.stack.currentWidget() is receptionist.window.desk
    held.release()
    assert receptionist.window.stack.currentWidget() is receptionist.window.desk


def chosen(store: Store) -> list[tuple[str, str]]:
    """What was noted of the visitors: what was done, and with what."""
    entries = "SELECT what, label FROM contact_entry ORDER BY at, position"
    return [(str(what), str(label)) for what, label in store.read().execute(entries)]


def test_enter_takes_the_first_of_the_results_that_are_still_to_come(
    stocked: Store, held: HeldJobs, receptionist: Receptionist
) -> None:
    """And never a row that answers the question before."""
    receptionist.types("registry")
    held.holds = True
    receptionist.press("Ctrl+A").types("burst pipe").press("Return")
    assert chosen(stocked) == []
    held.release()
    assert ("read", "Burst pipe in the street") in chosen(stocked)


def test_results_that_come_after_the_box_was_emptied_are_not_shown(
    stocked: Store, held: HeldJobs, receptionist: Receptionist
) -> None:
    """The next visitor's Enter does not take what the last one asked for."""
    held.holds = True
    receptionist.types("burst pipe").press("Return", "Ctrl+Return")
    held.release()
    desk = receptionist.window.desk
    assert desk.matter().article_id == ""
    assert ("looked_up", "burst pipe") in chosen(stocked)
    assert ("read", "Burst pipe in the street") not in chosen(stocked)
    held.holds = True
    receptionist.types("registry").press("Return")
    held.release()
    assert ("read", "Burst pipe in the street") not in chosen(stocked)
