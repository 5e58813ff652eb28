"""Rule packs in the window: copied, changed, refused with line and field, put in force."""

from __future__ import annotations

from frontdesk.core import complaints, rules, sites
from frontdesk.store.store import Store
from frontdesk.ui.screens.rules.screen import RulesScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist


def opened(window: MainWindow) -> RulesScreen:
    """The list of packs, on show."""
    window.commands.run("screen.rules")
    shown = window.stack.currentWidget()
    assert isinstance(shown, RulesScreen)
    return shown


def copied(receptionist: Receptionist) -> RulesScreen:
    """A copy of the pack in force, saved under the name that is proposed."""
    screen = opened(receptionist.window)
    receptionist.press("Insert", "Ctrl+Return")
    return screen


def test_the_pack_in_force_is_copied_in_two_keys(
    receptionist: Receptionist, stocked: Store
) -> None:
    """The one in force stands first and says so; what it means is in words below."""
    screen = opened(receptionist.window)
    first = screen.model.row(0)
    assert first.under.startswith("✓ · es-an@")
    assert "10 working days" in screen._meaning.words.text()  # noqa: SLF001 - what is on show
    receptionist.press("Insert", "Ctrl+Return")
    (own,) = rules.own(stocked.read())
    assert own.identity == "es-an-own@1"
    assert screen.parts.list.current().id == "es-an-own"


def test_a_term_is_changed_and_old_cases_keep_theirs(
    receptionist: Receptionist, stocked: Store
) -> None:
    """A new version, in force once it is put so; the case of before keeps its pack."""
    with stocked.write() as tx:
        old = complaints.file(tx, "A hole in the street", now=NOW)
    screen = copied(receptionist)
    text = screen.form.inputs["text"].entry
    receptionist.press("Return")
    text.setPlainText(text.toPlainText().replace("number = 10", "number = 3"))
    assert "3 working days" in screen._meaning.words.text()  # noqa: SLF001 - what is on show
    receptionist.press("Ctrl+Return")
    assert rules.own(stocked.read())[0].identity == "es-an-own@2"
    screen._meaning._use.click()  # noqa: SLF001 - the button, as a mouse would
    assert sites.here(stocked.read()).rules == "es-an-own"
    with stocked.write() as tx:
        new = complaints.file(tx, "A hole in the street", now=NOW)
    assert (old.pack, new.pack) == ("es-an@1", "es-an-own@2")
    assert new.due_on < old.due_on
    receptionist.press("Ctrl+Z")
    assert sites.here(stocked.read()).rules == ""


def test_a_mistake_is_told_with_its_line_and_what_is_in_force_stays(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Beside the text, with the caret in the line."""
    screen = copied(receptionist)
    receptionist.press("Return")
    text = screen.form.inputs["text"].entry
    before = text.toPlainText()
    text.setPlainText(before.replace('unit = "working_days"', 'unit = "moons"', 1))
    assert "moons" not in screen._meaning.words.text()  # noqa: SLF001 - what is on show
    receptionist.press("Ctrl+Return")
    assert screen.form.refusals() == ["text"]
    refusal = screen.form.inputs["text"].field.refusal()
    line = text.textCursor().blockNumber() + 1
    assert f"line {line}" in refusal
    assert "moons" in text.textCursor().block().text()
    assert [pack.identity for pack in rules.own(stocked.read())] == ["es-an-own@1"]


def test_shipped_rules_and_taken_names_are_refused_at_the_name(
    receptionist: Receptionist, stocked: Store
) -> None:
    """What comes with the program is never edited."""
    screen = opened(receptionist.window)
    receptionist.press("Return", "Ctrl+Return")
    assert screen.form.refusals() == ["name"]
    assert rules.own(stocked.read()) == ()
