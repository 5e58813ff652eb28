"""F4 while typing rests: what is suggested, who complains of the same, what the law still asks."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from frontdesk.core import complaints, contacts
from frontdesk.core.complaints import Complaint, causes, guidance
from frontdesk.store.store import Store
from frontdesk.ui.screens.complaint.filed import Filed
from frontdesk.ui.screens.complaint.repeats import Repeats
from frontdesk.ui.screens.complaint.screen import ComplaintPanel
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

TEXT = "Me cobraron dos veces el recibo del agua"
SAME = ("El recibo del agua me lo cobraron dos veces", "Cobraron dos veces mi recibo del agua")
GRAVE = "Hay un cable suelto y es un peligro, casi me electrocuto"


def panel(window: MainWindow) -> ComplaintPanel:
    """The panel that is open."""
    assert isinstance(window.desk.panel, ComplaintPanel)
    return window.desk.panel


def rest(receptionist: Receptionist) -> ComplaintPanel:
    """Let typing rest, as the timer does."""
    form = panel(receptionist.window)
    form.look_around()
    return form


def on_record(store: Store) -> list[Complaint]:
    """All cases, in the order of their filing."""
    return list(complaints.every(store.read()))


def alike(store: Store, *, owner: str = "") -> None:
    """Two complaints of the same at Water, under one cause whose action has an owner."""
    with store.write() as tx:
        cases = [
            complaints.file(tx, text, office="o-1", now=NOW - timedelta(days=n + 3))
            for n, text in enumerate(SAME)
        ]
        if owner:
            cause = complaints.join(tx, cases[0].id, alike=[cases[1].id], now=NOW)
            due_on = (NOW + timedelta(days=9)).date()
            causes.act(tx, cause.id, "Mend the billing run", owner, due_on, now=NOW)


def test_kind_and_severity_are_prefilled_and_corrected_by_keys(
    receptionist: Receptionist, stocked: Store
) -> None:
    """What the text suggests is on record unless a key says otherwise."""
    receptionist.press("F4").types(GRAVE)
    form = rest(receptionist)
    assert form.more.severity.currentData() == "high"
    receptionist.press("Alt+S", "Up")
    form.look_around()
    assert form.more.severity.currentData() == "medium"
    receptionist.press("Ctrl+Return")
    assert [case.severity for case in on_record(stocked)] == ["medium"]


def test_what_nobody_corrects_is_filed_as_it_stands_there(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Three keys, and the severity that the form showed."""
    receptionist.press("F4").types(GRAVE)
    rest(receptionist)
    receptionist.press("Ctrl+Return")
    assert [case.severity for case in on_record(stocked)] == ["high"]
    assert receptionist.control_keys <= 3


def test_the_office_suggested_gives_way_to_the_one_typed(
    receptionist: Receptionist, stocked: Store
) -> None:
    """What the visitor was served with suggests its office; a typed one stays, whatever comes."""
    with stocked.write() as tx:
        contacts.note(tx, "read", ref="a-1", label="Burst pipe in the street", now=NOW)
    receptionist.press("F4").types(TEXT)
    assert rest(receptionist).more.office.chosen() == "o-1"
    receptionist.press("Alt+O").types("civil")
    rest(receptionist)
    receptionist.press("Ctrl+Return")
    assert [case.office_name for case in on_record(stocked)] == ["Registro Civil"]


def test_a_text_without_anything_alike_shows_no_line(
    receptionist: Receptionist, stocked: Store
) -> None:
    """The line is there only when it has something to say."""
    alike(stocked)
    receptionist.press("F4").types("Nobody answered my letter")
    assert rest(receptionist).repeats.isHidden()


def test_the_line_says_how_many_where_since_when_and_who_acts(
    receptionist: Receptionist, stocked: Store
) -> None:
    """One line, read by screen readers as well."""
    alike(stocked, owner="Marta Gil")
    receptionist.press("F4").types(TEXT)
    line = rest(receptionist).repeats
    day = receptionist.window.place.wording.day((NOW - timedelta(days=4)).date())
    said = f"2 alike, of 2 people, same office, since {day}; action pending with Marta Gil"
    assert line.accessibleName() == said


def test_one_key_after_the_hint_joins_and_changes_no_folio_and_no_term(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Ctrl+J before filing: the case gets its own folio and term, and their cause."""
    alike(stocked, owner="Marta Gil")
    receptionist.press("F4").types(TEXT)
    rest(receptionist)
    before = receptionist.control_keys
    receptionist.press("Ctrl+J")
    assert receptionist.control_keys - before == 1
    receptionist.press("Ctrl+Return")
    *others, case = on_record(stocked)
    assert {one.cause_id for one in others} == {case.cause_id} != {""}
    assert (case.number, case.state) == (3, "received")
    assert case.due_on > max(one.due_on for one in others)


def test_one_key_joins_also_after_filing_and_undo_parts(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Without a cause so far, one is made of them all; Ctrl+Z takes this case out again."""
    alike(stocked)
    receptionist.press("F4").types(TEXT)
    rest(receptionist)
    receptionist.press("Ctrl+Return").press("Ctrl+J")
    *others, case = on_record(stocked)
    assert {one.cause_id for one in others} == {case.cause_id} != {""}
    receptionist.press("Ctrl+Z")
    assert complaints.get(stocked.read(), case.id).cause_id == ""


def test_a_second_ctrl_j_takes_the_mark_away(receptionist: Receptionist, stocked: Store) -> None:
    """Nothing is joined that the line does not say will be."""
    alike(stocked)
    receptionist.press("F4").types(TEXT)
    rest(receptionist)
    receptionist.press("Ctrl+J", "Ctrl+J", "Ctrl+Return")
    assert [case.cause_id for case in on_record(stocked)] == ["", "", ""]


def test_what_cannot_be_joined_is_filed_all_the_same(
    receptionist: Receptionist, stocked: Store
) -> None:
    """A cause that is a person is refused for a case whose guidance nobody saw; the folio comes."""
    alike(stocked, owner="Marta Gil")
    with stocked.write() as tx:
        for case in on_record(stocked):
            guidance.show_guidance(tx, case.id, now=NOW)
        causes.categorise(tx, on_record(stocked)[0].cause_id, "person", now=NOW)
    receptionist.press("F4").types(TEXT)
    rest(receptionist)
    receptionist.press("Ctrl+J", "Ctrl+Return")
    assert [case.cause_id for case in on_record(stocked)][-1] == ""
    assert len(on_record(stocked)) == 3
    assert "news" in receptionist.said()


def test_a_printed_receipt_acknowledges_with_one_key(
    receptionist: Receptionist, stocked: Store, folder: Path
) -> None:
    """After filing one key prints the receipt and notes that the person was told."""
    receptionist.window.place.settings.setValue("paper/printer", "-")
    receptionist.press("F4").types(TEXT).press("Ctrl+Return")
    before = receptionist.control_keys
    receptionist.press("Ctrl+P")
    (case,) = on_record(stocked)
    assert (case.state, bool(case.acknowledged_at)) == ("acknowledged", True)
    assert receptionist.control_keys - before <= 2
    assert [file.suffix for file in (folder / "papers").iterdir()] == [".pdf"]


def test_anonymous_keeps_no_name(receptionist: Receptionist, stocked: Store) -> None:
    """One key; what was typed before as a name goes nowhere."""
    receptionist.press("F4").types(TEXT).press("Tab").types("Ana").press("Alt+A", "Ctrl+Return")
    (case,) = on_record(stocked)
    assert (case.anonymous, case.name) == (1, "")


def test_on_behalf_and_restricted_are_a_key_each(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Alt with their letter, from anywhere in the form."""
    receptionist.press("F4").types(TEXT).press("Alt+B").types("my mother")
    receptionist.press("Alt+R", "Ctrl+Return")
    (case,) = on_record(stocked)
    assert (case.on_behalf, case.restricted) == ("my mother", 1)


def test_a_draft_keeps_the_ticks(receptionist: Receptionist) -> None:
    """Esc and back: nothing that was marked is lost."""
    receptionist.press("F4").types(TEXT).press("Alt+R", "Esc", "F4")
    assert panel(receptionist.window).more.restricted.isChecked()


def test_the_folio_comes_with_what_the_law_still_asks(
    receptionist: Receptionist, stocked: Store
) -> None:
    """In Mexico name, address and provider belong on the form: said by when, refused never."""
    with stocked.write() as tx:
        tx.execute("UPDATE site SET rules = 'mx'")
    receptionist.press("F4").types(TEXT).press("Ctrl+Return")
    (case,) = on_record(stocked)
    filed = panel(receptionist.window).findChild(Filed)
    day = receptionist.window.place.wording.day_text(case.acknowledge_by)
    assert filed.told_missing().startswith(f"The law still asks, by {day}: Name; Address")


def test_the_line_speaks_the_language_of_the_window(
    receptionist: Receptionist, stocked: Store, qapp: QApplication
) -> None:
    """A change of language words the line anew."""
    alike(stocked)
    receptionist.press("F4").types(TEXT)
    line = rest(receptionist).repeats
    assert isinstance(line, Repeats)
    english = line.accessibleName()
    receptionist.window.place.language.use("es")
    qapp.processEvents()
    assert line.accessibleName() != english
