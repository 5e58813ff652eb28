"""The button of a form is in view, however large the letters and whatever else takes room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from frontdesk.store.store import Store
from frontdesk.ui.screens.queue.screen import QueueScreen
from frontdesk.ui.window import MainWindow

SMALL = QSize(1280, 720)


@pytest.fixture
def small(stocked: Store, window: MainWindow) -> Iterator[MainWindow]:
    """The window on a small screen with an article on the table."""
    window.resize(SMALL)
    window.box.setText("burst pipe")
    yield window
    window.place.theme.apply("light", 1.0)


def settle() -> None:
    """Let layouts follow."""
    for _ in range(5):
        QApplication.processEvents()


def in_view(window: MainWindow, part: QWidget) -> bool:
    """Whether all of a widget can be seen."""
    top = part.mapTo(window, QPoint(0, 0)).y()
    shown = part.visibleRegion().boundingRect()
    return shown.size() == part.size() and top + part.height() <= window.height()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("panel", ["desk.complaint", "desk.promise", "expected.announce"])
def test_the_button_of_a_form_is_seen(small: MainWindow, panel: str, scale: float) -> None:
    """While a message with its Undo stands under the form, too."""
    small.place.theme.apply("light", scale)
    small.commands.run(panel)
    small.place.messages.say("Noted", "ok", undo=lambda: None)
    settle()
    opened = small.desk.panel
    assert opened is not None
    (button,) = [b for b in opened.findChildren(QPushButton) if b.property("primary") and
                 b.isVisible()]  # fmt: skip
    assert in_view(small, button)


def test_the_field_in_use_is_seen_in_large_print(small: MainWindow) -> None:
    """Wherever the caret goes, its field is scrolled into view."""
    small.place.theme.apply("light", 2.0)
    small.commands.run("expected.announce")
    settle()
    panel = small.desk.panel
    assert panel is not None
    for entry in panel.findChildren(QLineEdit):
        entry.setFocus()
        settle()
        assert in_view(small, entry), entry.accessibleName()


def test_without_need_the_button_follows_the_fields(small: MainWindow) -> None:
    """On a high screen it stands under the last field, not at the foot of the window."""
    small.commands.run("desk.promise")
    settle()
    panel = small.desk.panel
    assert panel is not None
    (button,) = [b for b in panel.findChildren(QPushButton) if b.property("primary")]
    assert button.mapTo(panel, QPoint(0, 0)).y() < panel.height() * 2 / 3


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_next_step_of_the_queue_is_seen(small: MainWindow, scale: float) -> None:
    """In large print the other steps follow the words of the ticket, and scroll with them."""
    small.place.theme.apply("light", scale)
    small.commands.run("screen.queue")
    settle()
    shown = small.stack.currentWidget()
    assert isinstance(shown, QueueScreen)
    shown._leave_page()  # noqa: SLF001 - the office is asked for first
    settle()
    (button,) = [b for b in shown.side.findChildren(QPushButton) if b.property("primary")]
    assert in_view(small, button)
