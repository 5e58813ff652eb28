"""F4: a complaint is on record in a breath, and nothing that was typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, contacts, drafts
from frontdesk.core.complaints import Complaint
from frontdesk.store.store import Store
from frontdesk.ui.screens.complaint.form import Typed, is_doubtful_phone
from frontdesk.ui.screens.complaint.screen import ComplaintPanel
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

TEXT = "Three weeks without an answer"


def on_record(store: Store) -> list[Complaint]:
    """All cases."""
    return list(complaints.every(store.read()))


def panel(window: MainWindow) -> ComplaintPanel:
    """The panel that is open."""
    assert isinstance(window.desk.panel, ComplaintPanel)
    return window.desk.panel


def test_three_keys_put_a_complaint_on_record(receptionist: Receptionist, stocked: Store) -> None:
    """From the focused window: F4, the text, Ctrl+Enter."""
    receptionist.press("F4").types(TEXT).press("Ctrl+Return")
    (case,) = on_record(stocked)
    assert (case.text, case.name, case.kind) == (TEXT, "", "complaint")
    assert receptionist.control_keys <= 3


def test_five_keys_put_it_on_record_with_name_and_phone(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Name and phone are a Tab away each."""
    receptionist.press("F4").types(TEXT).press("Tab").types("Ana Ruiz")
    receptionist.press("Tab").types("600 123 123").press("Ctrl+Return")
    (case,) = on_record(stocked)
    assert (case.name, case.phone) == ("Ana Ruiz", "600 123 123")
    assert receptionist.control_keys <= 5


def test_the_folio_and_the_day_are_told_at_once(receptionist: Receptionist, stocked: Store) -> None:
    """They stand in the line, which screen readers announce, and it can be undone from there."""
    receptionist.press("F4").types(TEXT).press("Ctrl+Return")
    (case,) = on_record(stocked)
    day = receptionist.window.place.wording.day_text(case.due_on)
    assert case.folio in receptionist.said()
    assert day in receptionist.said()
    assert receptionist.window.place.messages.can_undo


def test_undo_annuls_with_a_code_and_gives_the_text_back(
    receptionist: Receptionist, stocked: Store
) -> None:
    """The folio stays taken; filed again, the text is a new case with the next number."""
    receptionist.press("F4").types(TEXT).press("Ctrl+Return", "Ctrl+Z")
    (case,) = on_record(stocked)
    assert (case.state, case.answer) == ("annulled", complaints.UNDONE)
    receptionist.press("F4", "Ctrl+Return")
    first, second = on_record(stocked)
    assert (second.text, second.number, second.state) == (TEXT, first.number + 1, "received")


def test_a_second_press_makes_no_second_case(receptionist: Receptionist, stocked: Store) -> None:
    """Ctrl+Enter held too long files once; the key means the visitor again, who is served."""
    receptionist.press("F4").types(TEXT).press("Ctrl+Return", "Ctrl+Return")
    assert len(on_record(stocked)) == 1
    assert contacts.current(stocked.read()) is None


def test_an_empty_text_is_refused_beside_the_field(
    receptionist: Receptionist, stocked: Store
) -> None:
    """One sentence, the caret stays, and it goes with the next key."""
    receptionist.press("F4", "Ctrl+Return")
    field = panel(receptionist.window).fields["text"]
    sentence = receptionist.window.place.messages.sentence(UserError("complaint.empty"))
    assert field.refusal() == sentence
    receptionist.types("x")
    assert field.refusal() == ""
    assert on_record(stocked) == []


def test_an_unknown_office_is_refused_beside_its_field(
    receptionist: Receptionist, stocked: Store
) -> None:
    """The form comes back with all that was typed; nothing is on record."""
    receptionist.press("F4").types(TEXT).press("Alt+O").types("Nowhere").press("Ctrl+Return")
    form = panel(receptionist.window)
    assert "Nowhere" in form.fields["office"].refusal()
    assert form.typed()["text"] == TEXT
    assert on_record(stocked) == []


def test_the_office_is_the_one_on_the_table(receptionist: Receptionist, stocked: Store) -> None:
    """Opened over an answer that one office serves, the complaint is about that office."""
    receptionist.types("burst pipe").press("F4").types(TEXT).press("Ctrl+Return")
    (case,) = on_record(stocked)
    assert (case.office_name, case.article_id) == ("Agua y Saneamiento", "a-1")


def test_an_office_is_found_without_its_accents(receptionist: Receptionist, stocked: Store) -> None:
    """Any part of the name, folded, completes it; one that only one office has is enough."""
    receptionist.press("F4").types(TEXT).press("Alt+O").types("CIVIL")
    receptionist.press("Ctrl+Return")
    assert [case.office_name for case in on_record(stocked)] == ["Registro Civil"]
    completer = panel(receptionist.window).more.office.completer()
    completer.setCompletionPrefix("SANEAM")
    assert completer.currentCompletion() == "Agua y Saneamiento"


def test_esc_closes_the_list_of_names_before_the_form(receptionist: Receptionist) -> None:
    """The ladder has a step for what popped up."""
    receptionist.press("F4").types(TEXT).press("Alt+O").types("regi")
    window = receptionist.window
    assert QApplication.activePopupWidget()
    window.back()
    assert QApplication.activePopupWidget() is None
    assert panel(window).isVisible()


def test_a_doubtful_phone_is_a_word_not_a_wall(receptionist: Receptionist, stocked: Store) -> None:
    """It is said beside the field, and kept as it was typed."""
    receptionist.press("F4").types(TEXT).press("Alt+P").types("ask at the bakery")
    assert panel(receptionist.window).fields["phone"].noted()
    receptionist.press("Ctrl+Return")
    assert [case.phone for case in on_record(stocked)] == ["ask at the bakery"]


@pytest.mark.parametrize(
    ("phone", "doubtful"),
    [("", False), ("112", False), ("+34 600 123 123", False), ("(01) 555-0155 ext 4", False),
     ("12", True), ("ask Ana", True), ("1234567890123456", True)],
)  # fmt: skip
def test_what_makes_a_phone_doubtful(phone: str, doubtful: bool) -> None:
    """Emergency numbers and extensions are phones; words and sixteen digits are not."""
    assert is_doubtful_phone(phone) == doubtful


def test_what_is_typed_is_saved_within_a_second(receptionist: Receptionist, stocked: Store) -> None:
    """The timer runs from the first unsaved key, not from the last."""
    receptionist.press("F4").types("T")
    timer = panel(receptionist.window).findChild(QTimer)
    assert timer
    assert timer.isActive()
    assert timer.interval() <= 1_000
    before = timer.remainingTime()
    receptionist.types("hree")
    assert timer.remainingTime() <= before
    timer.timeout.emit()
    assert drafts.load(stocked.read(), "complaint")["text"] == "Three"


def test_a_draft_comes_back_in_a_new_window(receptionist: Receptionist, stocked: Store) -> None:
    """After a crash F4 shows what was saved, with the very case that it becomes."""
    case_id = Typed.blank().case_id
    with stocked.write() as tx:
        drafts.save(tx, "complaint", {"text": TEXT, "phone": "112", "case_id": case_id}, now=NOW)
    receptionist.press("F4").press("Ctrl+Return")
    (case,) = on_record(stocked)
    assert (case.id, case.text, case.phone) == (case_id, TEXT, "112")
    assert drafts.load(stocked.read(), "complaint") == {}


def test_a_crash_between_filing_and_telling_files_no_second_case(
    receptionist: Receptionist, stocked: Store
) -> None:
    """A draft whose case is on record already, saved again, is that case."""
    case_id = Typed.blank().case_id
    with stocked.write() as tx:
        complaints.file(tx, TEXT, complaint_id=case_id, now=NOW)
        drafts.save(tx, "complaint", {"text": TEXT, "case_id": case_id}, now=NOW)
    receptionist.press("F4", "Ctrl+Return")
    assert [case.id for case in on_record(stocked)] == [case_id]


def test_esc_keeps_what_was_typed(receptionist: Receptionist, stocked: Store) -> None:
    """Left and opened again, the form goes on where it was."""
    receptionist.press("F4").types(TEXT).press("Esc")
    assert receptionist.window.desk.panel is None
    assert drafts.load(stocked.read(), "complaint")["text"] == TEXT
    receptionist.press("F4")
    assert panel(receptionist.window).typed()["text"] == TEXT


def test_twelve_keys_without_a_pause_land_in_the_form(receptionist: Receptionist) -> None:
    """The form takes the keys that follow F4 at once."""
    receptionist.press("F4").types("twelve keys!")
    assert panel(receptionist.window).typed()["text"] == "twelve keys!"


def test_the_next_question_takes_the_folio_off_the_screen(receptionist: Receptionist) -> None:
    """What is typed after filing goes into the box, and the panel gives way."""
    receptionist.press("F4").types(TEXT).press("Ctrl+Return").types("burst")
    assert receptionist.window.box.text() == "burst"
    assert receptionist.window.desk.panel is None


def test_the_visitor_is_the_name_proposed(receptionist: Receptionist, stocked: Store) -> None:
    """Who said their name at the strip does not say it again; alone it is no draft."""
    with stocked.write() as tx:
        contacts.name_visitor(tx, "Ana Ruiz", now=NOW)
    receptionist.press("F4")
    assert panel(receptionist.window).typed() == {}
    receptionist.types(TEXT).press("Ctrl+Return")
    assert [case.name for case in on_record(stocked)] == ["Ana Ruiz"]


def test_ctrl_p_prints_the_receipt_of_what_was_filed(
    receptionist: Receptionist, stocked: Store
) -> None:
    """The receipt carries the folio; before and after there is none to print."""
    receptionist.press("F4")
    form = panel(receptionist.window)
    assert form.paper() is None
    receptionist.types(TEXT).press("Ctrl+Return")
    paper = form.paper()
    assert paper
    assert on_record(stocked)[0].folio in paper.title
    receptionist.press("F4")
    assert form.paper() is None


def test_every_kind_of_the_rules_is_offered_in_both_languages(
    window: MainWindow, qapp: QApplication
) -> None:
    """The default kind is chosen; a change of language renames the kinds and keeps the choice."""
    window.commands.run("desk.complaint")
    kinds = panel(window).more.kind
    chosen = kinds.currentData()
    english = kinds.currentText()
    window.commands.run("language.es")
    qapp.processEvents()
    assert kinds.currentData() == chosen
    assert kinds.currentText() != english


def test_every_field_has_a_name_and_a_letter(receptionist: Receptionist) -> None:
    """Screen readers get a name for each field, and Alt with a letter reaches it."""
    receptionist.press("F4")
    form = panel(receptionist.window)
    reached: list[QWidget] = []
    for letter in "WNPOKSB":
        receptionist.press(f"Alt+{letter}")
        reached.append(receptionist.focus())
    fields = [field.entry for field in form.fields.values()]
    assert reached == fields
    for letter, tick in (("A", form.more.anonymous), ("R", form.more.restricted)):
        receptionist.press(f"Alt+{letter}")
        assert tick.isChecked()
        assert tick.text()
    assert all(entry.accessibleName() for entry in fields)
