"""The audit trail on screen, with keys only: narrowed by typing, one record's history, `check`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from frontdesk.core import complaints, offices, people
from frontdesk.core.complaints import life
from frontdesk.core.people import Person
from frontdesk.store.store import Actor, Store
from frontdesk.ui.screens.audit import form
from frontdesk.ui.screens.audit.screen import AuditScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

ANA = Actor("p-1", "admin")


@pytest.fixture
def worked(stocked: Store) -> Store:
    """Ana moves an office and annuls a complaint."""
    with stocked.write() as tx:
        people.put_many(tx, [Person("p-1", "", "Ana Ruiz", role="admin")], now=NOW)
        complaints.file(tx, "Nobody came", complaint_id="case-1", now=NOW)
    with stocked.acting_as(ANA), stocked.write() as tx:
        office = offices.get(tx.db, "o-1")
        assert office
        offices.save(tx, replace(office, floor="2"), now=NOW)
        life.annul(tx, "case-1", "filed twice", now=NOW)
    return stocked


@pytest.fixture
def screen(worked: Store, window: MainWindow, receptionist: Receptionist) -> AuditScreen:
    """The trail."""
    window.commands.run("screen.audit")
    shown = window.stack.currentWidget()
    assert isinstance(shown, AuditScreen)
    return shown


def said(screen: AuditScreen) -> list[str]:
    """What the list tells, without the set-up of the desk."""
    rows = [screen.list.model().row(n) for n in range(screen.list.model().rowCount())]  # type: ignore[attr-defined]
    return [f"{row.who} {row.said}" for row in rows if row.entry.noun not in ("site", "articles")]


def details(screen: AuditScreen) -> str:
    """What stands at the side."""
    return screen.details.text()


def test_the_trail_tells_who_did_what(screen: AuditScreen) -> None:
    """In sentences, the latest first, with what changed at the side."""
    assert said(screen)[:3] == [
        "Ana Ruiz annulled the complaint: filed twice",
        "Ana Ruiz changed the office: Floor: 2",
        "the program put the complaint on record: Nobody came",
    ]
    assert "filed twice" in details(screen)


def test_letters_narrow_it_and_escape_shows_all(
    screen: AuditScreen, receptionist: Receptionist
) -> None:
    """Words of what was done, of the sentence, of the title; then a name; then a day."""
    everything = said(screen)
    receptionist.types("annulled")
    screen.filters.ask_now()
    assert said(screen) == everything[:1]
    receptionist.press("Esc", "Tab").types("ana")
    screen.filters.ask_now()
    assert said(screen) == everything[:2]
    receptionist.press("Esc", "Tab", "Tab").types("24/11/2026")
    screen.filters.ask_now()
    assert said(screen) == []
    receptionist.press("Esc")
    assert said(screen) == everything


def test_a_day_that_is_none_is_said(screen: AuditScreen, receptionist: Receptionist) -> None:
    """The field is marked and the list stays."""
    everything = said(screen)
    receptionist.press("Tab", "Tab", "Tab").types("soon")
    screen.filters.ask_now()
    assert screen.filters.since.property("wrong")
    assert said(screen) == everything


def test_enter_opens_the_record(
    screen: AuditScreen, receptionist: Receptionist, window: MainWindow, worked: Store
) -> None:
    """The box finds it by its folio."""
    receptionist.types("annulled").press("Return")
    assert window.box.text() == complaints.get(worked.read(), "case-1").folio
    assert window.screen_id() == ""


def test_ctrl_h_shows_the_history_of_the_case_in_hand(
    worked: Store, window: MainWindow, receptionist: Receptionist
) -> None:
    """Also of a settled one; Esc then shows all, and once more goes to the desk."""
    window.commands.run("screen.cases")
    window.open_screen("screen.cases").show_one(complaints.get(worked.read(), "case-1").folio)
    receptionist.press("Ctrl+H")
    shown = window.stack.currentWidget()
    assert isinstance(shown, AuditScreen)
    assert len(said(shown)) == 2
    receptionist.press("Esc")
    assert len(said(shown)) > 2
    receptionist.press("Esc")
    assert window.screen_id() == ""


def test_ctrl_h_on_an_office_and_on_the_desk(
    worked: Store, window: MainWindow, receptionist: Receptionist
) -> None:
    """The office on show; on the desk what the box has found; else a sentence says what to do."""
    receptionist.press("Ctrl+H")
    assert window.screen_id() == ""
    assert "Choose" in receptionist.said()
    window.commands.run("screen.offices")
    receptionist.types("agua").press("Ctrl+H")
    shown = window.stack.currentWidget()
    assert isinstance(shown, AuditScreen)
    assert said(shown) == ["Ana Ruiz changed the office: Floor: 2"]
    receptionist.press("Esc", "Esc").types("burst pipe")
    receptionist.press("Ctrl+H")
    assert window.screen_id() == "screen.audit"


def test_no_field_takes_ctrl_h() -> None:
    """Nothing that is typed into means something else by it, on any system of this kind."""
    taken = [
        key for key in QKeySequence.StandardKey
        if QKeySequence("Ctrl+H") in QKeySequence.keyBindings(key)
    ]  # fmt: skip
    assert taken in ([], [QKeySequence.StandardKey.Replace])
    assert all((QLineEdit, QPlainTextEdit, QTextEdit))


def test_check_says_that_all_is_whole(screen: AuditScreen, receptionist: Receptionist) -> None:
    """Ctrl+R, from the field."""
    receptionist.press("Ctrl+R")
    assert screen.result.text() == "All is whole: nothing was edited, removed or added by hand."
    assert screen.checking.isEnabled()


def test_check_names_the_record_that_was_edited(
    screen: AuditScreen, receptionist: Receptionist, worked: Store, window: MainWindow
) -> None:
    """By what people call it, in the language in use."""
    with closing(sqlite3.connect(worked.file)) as db, db:
        db.execute("UPDATE office SET floor = '9' WHERE id = 'o-1'")
    receptionist.press("Ctrl+R")
    assert screen.result.text() == (
        "Faults: 1. The first: "
        "Office “AGU Agua y Saneamiento” was changed by hand, past the program."
    )
    assert form.said(worked.read(), "file: broken page", ("en", "UTC")) == "file: broken page"


def test_a_receptionist_sees_a_records_history_and_not_the_trail(
    worked: Store, window: MainWindow, receptionist: Receptionist
) -> None:
    """The command says whom to ask; Esc from a history shows nothing more."""
    window.place.jobs.actor = Actor("p-9", "receptionist")
    window.commands.role = "receptionist"
    window.commands.run("screen.audit")
    assert window.screen_id() == ""
    window.commands.run("screen.cases")
    window.open_screen("screen.cases").show_one(complaints.get(worked.read(), "case-1").folio)
    receptionist.press("Ctrl+H")
    shown = window.stack.currentWidget()
    assert isinstance(shown, AuditScreen)
    assert len(said(shown)) == 2
    receptionist.press("Esc")
    assert window.screen_id() == ""
