"""The board of cases: every step and filter by keys, a window of rows, papers, files."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.modeltest import ModelTester

from frontdesk.core import attachments, complaints, rules, sites
from frontdesk.core.complaints import Complaint, board, legal, life, terms
from frontdesk.core.complaints.board import Filter
from frontdesk.store.store import Actor, Store
from frontdesk.ui.screens.cases import form, steps
from frontdesk.ui.screens.cases.model import CasesModel, term
from frontdesk.ui.screens.cases.papers import PAPERS, made
from frontdesk.ui.screens.cases.screen import CasesScreen
from frontdesk.ui.screens.cases.words import DEEDS, ENTRIES, EVENTS, STATES
from frontdesk.ui.widgets.item_list import ItemList
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.many_cases import fill
from tests.helpers.receptionist import Receptionist

EARLIER = NOW - timedelta(days=60)


def filed(store: Store, text: str = "No answer", **more: object) -> Complaint:
    """A case on record since today."""
    with store.write() as tx:
        return complaints.file(tx, text, **{"now": NOW, **more})  # type: ignore[arg-type]


def opened(receptionist: Receptionist) -> CasesScreen:
    """The board, on show."""
    receptionist.press("Ctrl+L")
    screen = receptionist.window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    return screen


def now(store: Store, case: Complaint) -> Complaint:
    """The case as it stands."""
    return complaints.get(store.read(), case.id)


def shown(screen: CasesScreen) -> list[str]:
    """The folios of the rows that are held."""
    model = screen.list.model()
    return [str(model.index(n, 1).data()) for n in range(model.rowCount())]


# ------------------------------------------------------------------ steps


def test_two_keys_acknowledge_with_a_printed_receipt(
    receptionist: Receptionist, stocked: Store, folder: Path
) -> None:
    """Ctrl+L and 1: the receipt is printed and the person counts as told."""
    receptionist.window.place.settings.setValue("paper/printer", "-")
    case = filed(stocked)
    opened(receptionist)
    receptionist.press("1")
    assert now(stocked, case).state == "acknowledged"
    assert receptionist.control_keys <= 2
    assert [file.name for file in (folder / "papers").iterdir()] == [f"receipt-{case.folio}.pdf"]


def test_the_way_of_a_case_by_keys(receptionist: Receptionist, stocked: Store) -> None:
    """Assess, investigate, answer, close, satisfaction: a digit or Enter, the words, Ctrl+Enter."""
    case = filed(stocked)
    opened(receptionist)
    receptionist.press("2").press("Down", "Ctrl+Return")
    assert (now(stocked, case).state, now(stocked, case).severity) == ("assessed", "medium")
    receptionist.press("3").types("A pump was off").press("Ctrl+Return")
    assert now(stocked, case).state == "investigated"
    receptionist.press("4").types("It runs again").press("Ctrl+Return")
    assert (now(stocked, case).state, now(stocked, case).answer) == ("answered", "It runs again")
    receptionist.press("Return", "Ctrl+Return")
    assert (now(stocked, case).state, now(stocked, case).answer) == ("closed", "It runs again")
    screen = receptionist.window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    screen.narrow("state closed")
    receptionist.press("Return", "Down", "Ctrl+Return")
    assert now(stocked, case).satisfaction == 4


def test_hand_over_note_and_contact(receptionist: Receptionist, stocked: Store) -> None:
    """Each is a digit; the story tells them in order."""
    case = filed(stocked, office="o-1")
    screen = opened(receptionist)
    receptionist.press("6").types("civil").press("Down", "Return")
    receptionist.types("Theirs").press("Ctrl+Return")
    assert now(stocked, case).owner_name == "Registro Civil"
    receptionist.press("7").types("Ring after five").press("Ctrl+Return")
    receptionist.press("8").types("Not at home").press("Ctrl+Return")
    story = screen.side.details.told()
    places = [story.index(told) for told in ("Theirs", "Ring after five", "Not at home")]
    assert places == sorted(places)


def test_the_clock_is_put_off_by_more(receptionist: Receptionist, stocked: Store) -> None:
    """0, a few letters, Enter: an extension that the rules refuse is told beside its field."""
    filed(stocked)
    screen = opened(receptionist)
    receptionist.press("0").types("extend").press("Return")
    assert screen.side.step.deed == steps.BY_CODE["extend"]
    receptionist.types("+400").press("Ctrl+Return")
    refusals = [field.refusal() for field in screen.side.step.fields.values()]
    assert any(refusals)
    receptionist.press("Esc")
    assert screen.side.is_idle


def test_remedy_asked_offered_accepted(receptionist: Receptionist, stocked: Store) -> None:
    """Three steps of their own; acceptance comes only once something is offered."""
    case = filed(stocked)
    screen = opened(receptionist)
    assert steps.BY_CODE["accept_remedy"] not in steps.allowed(case)
    for letters, text in (("asked", "A repair"), ("offered", "A discount")):
        receptionist.press("0").types(letters).press("Return").types(text).press("Ctrl+Return")
    receptionist.press("0").types("accepted").press("Return", "Ctrl+Return")
    again = now(stocked, case)
    told = (again.remedy_asked, again.remedy_offered, again.remedy_accepted)
    assert told == ("A repair", "A discount", "yes")
    assert screen.side.is_idle


def test_what_a_state_does_not_allow_is_said_and_not_done(
    receptionist: Receptionist, stocked: Store
) -> None:
    """An annulled case is not investigated; one sentence, no page."""
    filed(stocked)
    screen = opened(receptionist)
    receptionist.press("Del").types("Twice").press("Return")
    screen.narrow("state annulled")
    receptionist.press("3")
    assert screen.side.is_idle
    assert "Annulled" in receptionist.said()


def test_legal_fields_are_filled_in(receptionist: Receptionist, stocked: Store) -> None:
    """Those that the law still asks have a field each; what is given is no longer missing."""
    with stocked.write() as tx:
        tx.execute("UPDATE site SET rules = 'mx'")
    case = filed(stocked)
    screen = opened(receptionist)
    receptionist.press("0").types("law").press("Return").types("Ana Ruiz").press("Ctrl+Return")
    missing = {one.field.code for one in legal.missing(stocked.read(), case.id)}
    assert "person_name" not in missing
    assert "person_address" in missing
    assert screen.side.is_idle


def test_every_step_has_words_and_its_fields_too() -> None:
    """Nothing is shown by its code."""
    assert {deed.code for deed in steps.DEEDS} | set(PAPERS) <= set(DEEDS)
    entries = {entry.name for deed in steps.DEEDS for entry in deed.entries}
    assert entries <= set(ENTRIES)
    assert {deed.step for deed in steps.DEEDS} <= set(EVENTS)
    assert set(form.STATES) <= set(STATES)


# ------------------------------------------------------------------ filters


def test_filters_by_keys_add_up_and_esc_takes_them_away(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Ctrl+F, letters, Enter for each; the line above says which; Esc shows the open ones."""
    late = filed(stocked, office="o-1", now=EARLIER)
    filed(stocked, office="o-2", now=EARLIER)
    filed(stocked, office="o-1")
    screen = opened(receptionist)
    receptionist.press("Ctrl+F").types("overdue").press("Return")
    receptionist.press("Ctrl+F").types("agua").press("Return")
    assert shown(screen) == [late.folio]
    assert screen._title.text() == "Complaints · Overdue · Agua y Saneamiento · 1"  # noqa: SLF001 - the line above the list
    receptionist.press("Esc")
    assert len(shown(screen)) == 3
    receptionist.press("Esc")
    assert receptionist.window.stack.currentWidget() is receptionist.window.desk


def test_words_and_folios_are_searched(receptionist: Receptionist, stocked: Store) -> None:
    """Ctrl+F, 1, the words, Enter; a folio finds its case."""
    wanted = filed(stocked, "The lamp in the street is broken")
    other = filed(stocked, "Nobody answers")
    screen = opened(receptionist)
    receptionist.press("Ctrl+F", "1").types("lamp").press("Return")
    assert shown(screen) == [wanted.folio]
    receptionist.press("Esc", "Ctrl+F", "1").types(other.folio).press("Return")
    assert shown(screen) == [other.folio]


def test_a_folio_asked_for_elsewhere_is_shown(receptionist: Receptionist, stocked: Store) -> None:
    """Whatever its state; Esc shows the open ones again."""
    case = filed(stocked)
    filed(stocked)
    with stocked.write() as tx:
        complaints.annul(tx, case.id, "Twice", now=NOW)
    screen = opened(receptionist)
    screen.show_one(case.folio)
    assert shown(screen) == [case.folio]


def test_a_view_is_kept_and_found_again(receptionist: Receptionist, stocked: Store) -> None:
    """It stands in the same list of filters under its name, until it is forgotten."""
    case = filed(stocked, now=EARLIER)
    filed(stocked)
    screen = opened(receptionist)
    receptionist.press("Ctrl+F").types("overdue").press("Return")
    receptionist.press("Ctrl+F").types("save").press("Return").types("Late").press("Return")
    assert board.views(stocked.read()) == {"Late": Filter("overdue")}
    receptionist.press("Esc", "Ctrl+F").types("view: late").press("Return")
    assert shown(screen) == [case.folio]
    receptionist.press("Ctrl+F").types("forget").press("Return")
    assert board.views(stocked.read()) == {}


def test_overdue_is_loud(receptionist: Receptionist, stocked: Store) -> None:
    """Its number stands above the list with a sign, whatever is shown; pressed, it filters."""
    filed(stocked, now=EARLIER)
    filed(stocked)
    screen = opened(receptionist)
    assert screen._overdue.isVisible()  # noqa: SLF001 - the button above the list
    assert screen._overdue.text() == "Overdue: 1"  # noqa: SLF001 - as above
    screen._overdue.click()  # noqa: SLF001 - as above
    assert screen.wanted == Filter("overdue")


@pytest.mark.parametrize(
    ("state", "suspended", "told", "tone"),
    [("received", "", "overdue by 1 day", "danger"), ("closed", "", "Closed", "muted"),
     ("answered", "", "Answered", "muted"), ("assessed", "2026-11-20", "clock stopped", "muted")],
)  # fmt: skip
def test_no_answer_owed_is_never_overdue(state: str, suspended: str, told: str, tone: str) -> None:
    """A closed case shows its state, one whose clock stands still says so."""
    words, sign, shade = term(state, "2026-11-22", suspended, date(2026, 11, 23))
    assert (words, shade) == (told, tone)
    assert sign


# ------------------------------------------------------------------ very many


def test_only_a_window_of_rows_is_held(
    window: MainWindow, stocked: Store, qapp: QApplication
) -> None:
    """The scroll bar knows all cases; End shows the last of them, with no more rows held."""
    fill(stocked, 900, days=30)
    window.commands.run("screen.cases")
    screen = window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    screen.narrow("state ")
    model = screen.list.model()
    assert isinstance(model, CasesModel)
    assert model.rowCount() == 900
    screen.list.selectRow(899)
    screen.list.viewport().grab()
    qapp.processEvents()
    assert model.row(899) is not None
    assert model.row(0) is None
    (last,) = board.lines(stocked.read(), Filter(""), today=NOW.date(), limit=1, skip=899)
    assert screen.side.look
    assert screen.side.look.case.id == last.id


def test_a_window_behaves_as_qt_expects(
    window: MainWindow, stocked: Store, qtmodeltester: ModelTester
) -> None:
    """Rows that are not held are blank, not missing."""
    fill(stocked, 20, days=9)
    model = CasesModel(window.place.theme, window.place.icons, NOW.date)
    lines = board.lines(stocked.read(), Filter(""), today=NOW.date(), limit=5, skip=10)
    model.show_window(20, 10, lines)
    qtmodeltester.check(model)
    assert model.index(3, 1).data() is None
    assert model.place_of(lines[2].id) == 12


# ------------------------------------------------------------------ papers, files


@pytest.mark.parametrize("code", PAPERS)
def test_every_paper_of_a_case_is_printed(
    receptionist: Receptionist, stocked: Store, folder: Path, code: str
) -> None:
    """0 and its word; it is kept as PDF where there is no printer."""
    receptionist.window.place.settings.setValue("paper/printer", "-")
    filed(stocked, name="Ana Ruiz")
    screen = opened(receptionist)
    screen.side.do(code)
    (file,) = (folder / "papers").iterdir()
    assert file.read_bytes().startswith(b"%PDF-")


def test_ctrl_p_prints_the_case_in_hand_and_not_the_answer_behind(
    receptionist: Receptionist, stocked: Store, folder: Path
) -> None:
    """The key means what is on screen."""
    receptionist.window.place.settings.setValue("paper/printer", "-")
    case = filed(stocked)
    receptionist.types("burst pipe")
    opened(receptionist)
    receptionist.press("Ctrl+P")
    assert [file.name for file in (folder / "papers").iterdir()] == [f"receipt-{case.folio}.pdf"]


def test_the_book_is_printed(receptionist: Receptionist, stocked: Store, folder: Path) -> None:
    """Its series is chosen among those there are."""
    receptionist.window.place.settings.setValue("paper/printer", "-")
    case = filed(stocked)
    opened(receptionist)
    receptionist.press("0").types("book").press("Return").press("Return")
    assert [file.name for file in (folder / "papers").iterdir()] == [f"book-{case.series}.pdf"]


def test_a_file_is_attached_and_saved_again(
    receptionist: Receptionist, stocked: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes in goes out byte for byte; its name stands with the case."""
    photo, copy = tmp_path / "photo.jpg", tmp_path / "copy.jpg"
    photo.write_bytes(b"picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(photo)], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    case = filed(stocked)
    screen = opened(receptionist)
    screen.side.do("attach")
    assert [a.name for a in attachments.of(stocked.read(), "complaint", case.id)] == ["photo.jpg"]
    receptionist.press("0").types("save an").press("Return").press("Return")
    assert copy.read_bytes() == b"picture"


def test_a_file_of_no_bytes_is_refused_in_a_sentence(
    receptionist: Receptionist, stocked: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is attached, and the line says why."""
    empty = tmp_path / "empty.pdf"
    empty.touch()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(empty)], ""))
    case = filed(stocked)
    screen = opened(receptionist)
    screen.side.do("attach")
    assert attachments.of(stocked.read(), "complaint", case.id) == ()
    assert "empty.pdf" in receptionist.said()


@pytest.mark.parametrize(("role", "reads"), [("receptionist", False), ("manager", True)])
def test_a_restricted_case_is_read_by_those_who_lead(
    receptionist: Receptionist, stocked: Store, role: str, reads: bool,
) -> None:  # fmt: skip
    """A receptionist sees its folio, its term and its course, and nothing that anybody wrote."""
    case = filed(stocked, "Me insultaron", name="Ana Ruiz", restricted=True)
    with stocked.write() as tx:
        life.note(tx, case.id, "Testigo: Eva Gil", now=NOW)
    receptionist.window.place.jobs.actor = Actor("p-9", role)
    screen = opened(receptionist)
    told = " ".join(label.text() for label in screen.side.findChildren(QLabel))
    told += " ".join(one.accessibleName() for one in screen.side.findChildren(ItemList))
    assert case.folio in told
    assert [word in told for word in ("insultaron", "Ana Ruiz", "Eva Gil")] == [reads] * 3


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list.json"])
def test_the_list_is_saved(
    receptionist: Receptionist, stocked: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:  # fmt: skip
    """As a table or as Open311: just the cases of the filter; nobody's name goes along."""
    file = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    shown, settled = filed(stocked, name="Ana Ruiz"), filed(stocked)
    with stocked.write() as tx:
        life.close(tx, settled.id, "Se devolvió el dinero", now=NOW)
    screen = opened(receptionist)
    screen.side.do("export")
    assert b"Ana Ruiz" not in file.read_bytes()
    if file.suffix != ".xlsx":
        assert [case.folio in file.read_text() for case in (shown, settled)] == [True, False]


def test_a_paper_of_a_case_keeps_the_rules_of_its_day(stocked: Store) -> None:
    """The form is of the pack under which the case was received, whatever holds today."""
    case = filed(stocked)
    with stocked.write() as tx:
        tx.execute("UPDATE site SET rules = 'mx'")
    look = form.look(stocked.read(), case.id, now=NOW)
    paper = made("form", look, sites.here(stocked.read()), "es", now=NOW)
    pack = rules.of_case(stocked.read(), case.pack)
    assert pack.law.es in paper.head
    assert life.file_of(stocked.read(), case.id).case.pack == case.pack
    assert terms.kind_of(pack, case.kind).code == case.kind
