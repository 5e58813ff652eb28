"""F5: a promise in the ledger with four keys, its hour understood while it is typed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.base import clock
from frontdesk.core import drafts, promises
from frontdesk.store.store import Store
from frontdesk.ui import due
from frontdesk.ui.screens.promise.screen import PromisePanel
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

WHAT = "Ring back with the date of the inspection"


def panel(window: MainWindow) -> PromisePanel:
    """The panel that is open."""
    assert isinstance(window.desk.panel, PromisePanel)
    return window.desk.panel


def test_four_keys_write_a_promise_down(receptionist: Receptionist, stocked: Store) -> None:
    """From the focused window: F5, what, Tab, by when, Enter."""
    receptionist.press("F5").types(WHAT).press("Tab").types("thursday 10").press("Return")
    (promise,) = promises.still_open(stocked.read())
    assert (promise.what, promise.due_at) == (WHAT, "2026-11-26T09:00:00.000Z")
    assert receptionist.control_keys <= 4


@pytest.mark.parametrize("key", ["Return", "Enter", "Ctrl+Return"])
def test_one_press_of_any_enter_writes_one_promise(
    receptionist: Receptionist, stocked: Store, key: str
) -> None:
    """No field takes the key twice, whichever Enter it is."""
    receptionist.press("F5").types(WHAT).press("Tab").types("+3").press(key)
    assert len(promises.still_open(stocked.read())) == 1


def test_what_was_understood_stands_beside_the_field(receptionist: Receptionist) -> None:
    """As it is typed: the day in full; nothing yet; a time that has passed."""
    receptionist.press("F5", "Tab")
    field = panel(receptionist.window).fields["due_at"]
    receptionist.types("jueves 10")
    at = clock.parse("2026-11-26T09:00:00.000Z")
    assert field.noted() == due.in_full(at, receptionist.window.place.wording)
    receptionist.types("x")
    assert "ot understood" in field.noted()


def test_a_promise_without_words_or_time_is_refused_beside_its_field(
    receptionist: Receptionist, stocked: Store
) -> None:
    """First what, then by when, then a time that means something and is still to come."""
    receptionist.press("F5", "Return")
    fields = panel(receptionist.window).fields
    assert fields["what"].refusal()
    receptionist.types(WHAT).press("Return")
    assert (fields["what"].refusal(), bool(fields["due_at"].refusal())) == ("", True)
    for typed in ("whenever", "1/1/2020"):
        fields["due_at"].entry.setText(typed)
        receptionist.press("Return")
        assert fields["due_at"].refusal()
    assert promises.still_open(stocked.read()) == []


def test_undo_withdraws_the_promise(receptionist: Receptionist, stocked: Store) -> None:
    """It leaves the list and stays in the ledger as withdrawn."""
    receptionist.press("F5").types(WHAT).press("Tab").types("+3").press("Return")
    (promise,) = promises.still_open(stocked.read())
    receptionist.press("Ctrl+Z")
    assert promises.get(stocked.read(), promise.id).state == "withdrawn"


def test_a_promise_half_typed_is_there_again(receptionist: Receptionist, stocked: Store) -> None:
    """After a crash F5 shows what was saved; writing it down clears the draft."""
    with stocked.write() as tx:
        drafts.save(tx, "promise", {"what": WHAT, "when": "+3", "to_whom": "Ana"}, now=NOW)
    receptionist.press("F5", "Return")
    (promise,) = promises.still_open(stocked.read())
    assert (promise.what, promise.to_whom) == (WHAT, "Ana")
    assert clock.parse(promise.due_at) > NOW + timedelta(days=3)
    assert drafts.load(stocked.read(), "promise") == {}


def test_the_next_question_is_typed_at_once(receptionist: Receptionist) -> None:
    """The panel closes with the promise, and the caret is in the box."""
    receptionist.press("F5").types(WHAT).press("Tab").types("+3").press("Return").types("burst")
    assert receptionist.window.box.text() == "burst"
    assert receptionist.window.desk.panel is None
