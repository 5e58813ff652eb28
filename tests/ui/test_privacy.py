"""What is held on a person, by keys: found, saved, erased with a second press."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from frontdesk.core import complaints, contacts, privacy
from frontdesk.store.store import Store
from frontdesk.ui.screens.privacy.screen import PrivacyScreen
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist


@pytest.fixture
def screen(receptionist: Receptionist, stocked: Store) -> PrivacyScreen:
    """The screen, with the caret in its field; Rosa was here and has complained."""
    with stocked.write() as tx:
        contacts.name_visitor(tx, "Rosa Vidal", now=NOW)
        contacts.close(tx, outcome="answered", now=NOW)
        complaints.file(tx, "No llega el recibo", name="Rosa Vidal", now=NOW)
    receptionist.window.commands.run("screen.privacy")
    screen = receptionist.window.stack.currentWidget()
    assert isinstance(screen, PrivacyScreen)
    return screen


def states(screen: PrivacyScreen) -> list[str]:
    """The first and last column of the list."""
    model = screen.list.model()
    return [
        f"{model.index(row, 0).data()}: {model.index(row, 3).data()}"
        for row in range(model.rowCount())
    ]


def test_del_twice_erases_and_the_list_says_what_became_of_it(
    screen: PrivacyScreen, receptionist: Receptionist, stocked: Store
) -> None:
    """The first press only asks; an open complaint stays."""
    receptionist.types("rosa vidal").press("Return", "Delete")
    assert len(privacy.find(stocked.read(), "rosa vidal")) == 2
    assert "cannot be undone" in receptionist.said()
    receptionist.press("Delete")
    assert "1 records are erased, 1 are kept" in receptionist.said()
    assert sorted(state.partition(": ")[2] for state in states(screen)) == [
        "erased", "kept while it is open",
    ]  # fmt: skip
    assert [one.noun for one in privacy.find(stocked.read(), "rosa vidal")] == ["complaint"]


def test_esc_leaves_nobody_on_the_screen(
    screen: PrivacyScreen, receptionist: Receptionist, stocked: Store
) -> None:
    """Nor does it erase."""
    receptionist.types("rosa vidal").press("Return", "Delete", "Esc")
    assert states(screen) == []
    assert screen.asked.text() == ""
    assert len(privacy.find(stocked.read(), "rosa vidal")) == 2


def test_it_is_saved_to_be_handed_over(
    screen: PrivacyScreen, receptionist: Receptionist, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Every field of every record, in a file without a name in its name."""
    file = tmp_path / "held.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *told: (str(file), told[2]))
    receptionist.types("rosa vidal").press("Return", "Ctrl+S")
    text = file.read_text(encoding="utf-8-sig")
    assert text.count("Rosa Vidal") == 2
    assert "No llega el recibo" in text


def test_too_little_is_said_beside_the_field(
    screen: PrivacyScreen, receptionist: Receptionist
) -> None:
    """And nothing is searched."""
    receptionist.types("ro").press("Return")
    assert screen.asked.property("wrong")


def test_the_rule_is_kept(screen: PrivacyScreen, stocked: Store) -> None:
    """The days after which names go."""
    screen.days.setValue(7)
    screen.days.editingFinished.emit()
    assert privacy.days(stocked.read()) == 7
