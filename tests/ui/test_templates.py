"""Letters and papers in the office's own words: previewed, used with the next paper, taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from frontdesk.core import wordings
from frontdesk.exchange import paper
from frontdesk.store.store import Store
from frontdesk.ui.screens.templates.screen import TemplatesScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.receptionist import Receptionist


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    """No test leaves its words to the next."""
    yield
    paper.adopt({})


def opened(window: MainWindow) -> TemplatesScreen:
    """The texts, on show."""
    window.commands.run("screen.templates")
    shown = window.stack.currentWidget()
    assert isinstance(shown, TemplatesScreen)
    return shown


def test_an_own_opening_is_previewed_and_used_at_once(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Found by its words; the next paper says it, until Del brings the shipped text back."""
    screen = opened(receptionist.window)
    receptionist.types("on {day} we received").press("Return", "Ctrl+A")
    receptionist.types("Thank you for your {kind} of {day}.")
    assert screen.preview.text().startswith("Thank you for your complaint of Monday")
    assert "▸ Thank you for your complaint" in screen.around.text()
    assert "Our answer" in screen.around.text()
    receptionist.press("Ctrl+Return")
    own = "Thank you for your {kind} of {day}."
    assert wordings.own(stocked.read()) == {("en", "letter.opening"): own}
    assert paper.words_of("en")["letter"]["opening"] == own
    receptionist.press("Del")
    assert paper.words_of("en")["letter"]["opening"] != own
    receptionist.press("Ctrl+Z")
    assert paper.words_of("en")["letter"]["opening"] == own


def test_del_goes_back_to_the_shipped_text(receptionist: Receptionist, stocked: Store) -> None:
    """And undo to the own one; of a shipped text Del only says what it is."""
    screen = opened(receptionist.window)
    receptionist.types("receipt").press("Return", "Ctrl+A").types("Mine").press("Ctrl+Return")
    assert screen.parts.list.current().under.startswith("✎")
    screen.retire()
    assert wordings.own(stocked.read()) == {}
    receptionist.press("Ctrl+Z")
    assert list(wordings.own(stocked.read()).values()) == ["Mine"]
    screen.retire()
    screen.retire()
    assert "shipped text" in receptionist.said()


def test_a_gap_that_the_paper_cannot_fill_is_said_beside_the_text(
    receptionist: Receptionist, stocked: Store
) -> None:
    """With those that it can."""
    screen = opened(receptionist.window)
    receptionist.types("on {day} we received").press("Return").types(" {phone}")
    assert "‹phone›" in screen.preview.text()
    receptionist.press("Ctrl+Return")
    assert screen.form.refusals() == ["text"]
    assert "{folio}" in screen.form.inputs["text"].field.refusal()
