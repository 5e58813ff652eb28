"""The lists of the house: filtered, edited, saved, undone and left by keys, each noun alike."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.modeltest import ModelTester

from frontdesk.core import drafts, offices, people, search, sites
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.store.store import Store
from frontdesk.ui.records.screen import RecordsScreen
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

LISTS = ("offices", "services", "staff", "sites", "synonyms", "rules", "templates")


@pytest.fixture
def stocked(stocked: Store) -> Store:
    """Two people and a line of synonyms besides."""
    with stocked.write() as tx:
        people.put_many(
            tx,
            [Person("p-1", "MR", "Marta Ruiz", office_id="o-1", phone="205", role="admin"),
             Person("p-2", "PS", "Pablo Sanz")],
            now=NOW,
        )  # fmt: skip
        search.keep_house_synonyms(tx, ["pipe, conduit"])
    return stocked


def opened(window: MainWindow, noun: str) -> RecordsScreen:
    """The list of a noun, on show with the caret in its filter."""
    window.commands.run(f"screen.{noun}")
    shown = window.stack.currentWidget()
    assert isinstance(shown, RecordsScreen)
    return shown


def titles(screen: RecordsScreen) -> list[str]:
    """What the list shows."""
    return [screen.model.row(n).title for n in range(screen.model.rowCount())]


def body(store: Store, kind: str) -> Any:
    """The last event of a kind."""
    row = store.read().execute(
        "SELECT body FROM event WHERE kind = ? ORDER BY n DESC LIMIT 1", (kind,)
    )
    return row.fetchone()[0]


def test_an_office_gets_hours_in_words(receptionist: Receptionist, stocked: Store) -> None:
    """Letters find it, Enter edits, Ctrl+Enter saves; the hours are stored as the grammar has them
    and shown in words; Ctrl+Z brings the old ones back.
    """
    screen = opened(receptionist.window, "offices")
    receptionist.types("reg").press("Return", "Tab")
    receptionist.types("L-V 9:00 a 14:00, sab. 10-13")
    hours = screen.form.inputs["hours"]
    assert "09:00-14:00" in hours.field.noted()
    assert [cell.text() for cell in hours.entry.days][4:7] == ["09:00-14:00", "10:00-13:00", ""]
    receptionist.press("Ctrl+Return")
    assert offices.get(stocked.read(), "o-2").hours == "Mo-Fr 09:00-14:00; Sa 10:00-13:00"
    assert "Registro Civil" in receptionist.said()
    assert '"hours":["","Mo-Fr 09:00-14:00; Sa 10:00-13:00"]' in body(stocked, "office.changed")
    receptionist.press("Ctrl+Z")
    assert offices.get(stocked.read(), "o-2").hours == ""


def test_a_day_of_the_grid_changes_the_line(receptionist: Receptionist, stocked: Store) -> None:
    """The grid and the line are two ways to the same hours."""
    screen = opened(receptionist.window, "offices")
    receptionist.types("reg").press("Return")
    monday, *_, sunday, _ = screen.form.inputs["hours"].entry.days
    monday.setFocus()
    receptionist.types("9 a 14 y 16-18")
    sunday.setFocus()
    receptionist.types("10-13").press("Ctrl+Return")
    assert offices.get(stocked.read(), "o-2").hours == "Mo 09:00-14:00,16:00-18:00; Su 10:00-13:00"


@pytest.mark.parametrize("typed", ["lunes 4-6", "when we feel like it"])
def test_doubtful_hours_are_refused_beside_their_field(
    receptionist: Receptionist, stocked: Store, typed: str
) -> None:
    """Nothing is saved and nothing typed is lost."""
    screen = opened(receptionist.window, "offices")
    receptionist.types("reg").press("Return", "Tab").types(typed).press("Ctrl+Return")
    assert screen.form.refusals() == ["hours"]
    assert screen.form.inputs["hours"].entry.line.text() == typed
    assert offices.get(stocked.read(), "o-2").hours == ""


def test_hours_that_an_import_was_not_sure_of_are_found(
    receptionist: Receptionist, stocked: Store
) -> None:
    """The list says so, so that a few letters filter them; the form warns and keeps them."""
    with stocked.write() as tx:
        offices.put_many(
            tx, [Office("o-2", "REG", "Registro Civil", hours='Mo unknown "4-6"')], now=NOW
        )
    screen = opened(receptionist.window, "offices")
    receptionist.types("checked")
    assert titles(screen) == ["Registro Civil"]
    assert "To be checked" in screen.form.inputs["hours"].field.noted()
    receptionist.press("Return").types(" 2").press("Ctrl+Return")
    assert offices.get(stocked.read(), "o-2").hours == 'Mo unknown "4-6"'


def test_a_new_office_is_begun_and_taken_out_of_use(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Insert, a name, Ctrl+Enter; Del retires without a question, Ctrl+Z brings it back."""
    screen = opened(receptionist.window, "offices")
    receptionist.press("Insert").types("Archivo").press("Ctrl+Return")
    assert titles(screen) == ["Agua y Saneamiento", "Archivo", "Registro Civil"]
    assert screen.parts.list.current().title == "Archivo"
    receptionist.press("Del")
    assert "Archivo" not in titles(screen)
    receptionist.press("Ctrl+Z")
    assert "Archivo" in titles(screen)
    assert offices.resolve(stocked.read(), "Archivo").retired is False


def test_what_is_wrong_is_said_at_its_field(receptionist: Receptionist, stocked: Store) -> None:
    """A code that another office has, and a name that is missing."""
    screen = opened(receptionist.window, "offices")
    receptionist.press("Ctrl+Shift+N", "Ctrl+Return")
    assert screen.form.refusals() == ["name"]
    receptionist.types("Archivo")
    screen.form.inputs["code"].entry.setFocus()
    receptionist.types("AGU").press("Ctrl+Return")
    assert screen.form.refusals() == ["code"]
    assert len(offices.every(stocked.read())) == 2


def test_esc_goes_back_and_keeps_what_is_typed(receptionist: Receptionist, stocked: Store) -> None:
    """A draft belongs to its record, is marked in the list, and survives the end of the program."""
    screen = opened(receptionist.window, "offices")
    receptionist.types("reg").press("Return").types("X")
    assert screen.parts.state.text() == "Not saved yet"
    receptionist.press("Esc")
    assert screen.parts.filter.hasFocus()
    assert screen.model.index(0, 1).data() == "not saved yet"
    receptionist.press("Esc")
    assert titles(screen) == ["Agua y Saneamiento", "Registro Civil"]
    receptionist.press("Up")
    assert screen.form.values()["name"] == "Agua y Saneamiento"
    receptionist.press("Down")
    assert screen.form.values()["name"] == "Registro CivilX"
    screen.save_draft()
    kept = drafts.load(stocked.read(), "records.offices")
    assert kept["o-2"]["values"]["name"] == "Registro CivilX"
    receptionist.press("Esc")
    assert not screen.isVisible()
    screen.discard()
    assert drafts.load(stocked.read(), "records.offices") == {}


def test_a_new_one_left_half_typed_goes_on(receptionist: Receptionist, stocked: Store) -> None:
    """Esc keeps it, the button says so, Insert goes on; discarded, it is gone."""
    screen = opened(receptionist.window, "offices")
    receptionist.press("Insert").types("Arch").press("Esc", "Down")
    assert screen.parts.new.text() == "Go on with the new one (Insert)"
    assert screen.parts.state.text() == ""
    receptionist.press("Insert").types("ivo")
    assert screen.form.values()["name"] == "Archivo"
    screen.parts.discard.click()
    assert screen.parts.new.text() == "New (Insert)"
    receptionist.press("Insert")
    assert screen.form.values()["name"] == ""
    assert len(offices.every(stocked.read())) == 2


def test_what_somebody_else_saved_meanwhile_is_told(
    receptionist: Receptionist, stocked: Store
) -> None:
    """The first Ctrl+Enter says so, the second means it."""
    opened(receptionist.window, "offices")
    receptionist.types("reg").press("Return").types(" 2")
    with stocked.write() as tx:
        offices.put_many(tx, [Office("o-2", "REG", "Registro", phone="9")], now=NOW)
    receptionist.press("Ctrl+Return")
    assert "Somebody else" in receptionist.said()
    assert offices.get(stocked.read(), "o-2").name == "Registro"
    receptionist.press("Ctrl+Return")
    assert offices.get(stocked.read(), "o-2").name == "Registro Civil 2"


def test_a_closure_of_one_office(receptionist: Receptionist, stocked: Store) -> None:
    """In words below the fields; Del on its line takes it back."""
    screen = opened(receptionist.window, "offices")
    receptionist.types("reg").press("Return")
    part = screen.form.findChild(QWidget, "closures")
    part.line.setFocus()
    receptionist.types("24 y 31 de diciembre cerrado")
    assert "24 Dec 2026" in part.field.noted()
    receptionist.press("Return")
    found = offices.closures(stocked.read(), NOW.date(), "o-2")
    assert [(c.office_id, c.from_on) for c in found] == [
        ("o-2", "2026-12-24"),
        ("o-2", "2026-12-31"),
    ]
    part.list.start()
    receptionist.press("Del")
    assert len(offices.closures(stocked.read(), NOW.date(), "o-2")) == 1
    receptionist.press("Ctrl+Z")
    assert len(offices.closures(stocked.read(), NOW.date(), "o-2")) == 2


def test_an_office_serves_one_more_article(receptionist: Receptionist, stocked: Store) -> None:
    """A few words find the article, Enter takes it; Del takes one out."""
    screen = opened(receptionist.window, "services")
    receptionist.types("reg").press("Return").types("burst").press("Return", "Ctrl+Return")
    db = stocked.read()
    assert offices.services_of(db, "o-2") == ["a-1"]
    receptionist.press("Return")
    screen.form.inputs["articles"].entry.list.start()
    receptionist.press("Del", "Ctrl+Return")
    assert offices.services_of(db, "o-2") == []
    assert offices.services_of(db, "o-1") == ["a-1"]


def test_staff_keep_their_role_and_the_log_is_silent_about_them(
    receptionist: Receptionist, stocked: Store
) -> None:
    """The office is chosen by a few letters; the event names fields, not numbers or names."""
    screen = opened(receptionist.window, "staff")
    receptionist.types("marta").press("Return", "Tab", "Tab")
    receptionist.press("Ctrl+A").types("registro").press("Tab", "Ctrl+A").types("311")
    receptionist.press("Ctrl+Return")
    marta = people.get(stocked.read(), "p-1")
    assert (marta.office_id, marta.phone, marta.role) == ("o-2", "311", "admin")
    told = body(stocked, "person.changed")
    assert '"phone":[]' in told
    assert "311" not in told
    receptionist.press("Return", "Tab", "Tab", "Ctrl+A").types("nowhere").press("Ctrl+Return")
    assert screen.form.refusals() == ["office_id"]


def test_synonyms_work_at_the_next_key(receptionist: Receptionist, stocked: Store) -> None:
    """A line is added, found at once, taken out and put back."""
    screen = opened(receptionist.window, "synonyms")
    receptionist.press("Insert").types("gusher > burst").press("Ctrl+Return")
    assert titles(screen) == ["gusher > burst", "pipe, conduit"]
    context = search.Context("en", "2026-11-23")
    found = search.search(stocked.read(), "gusher", context, 3)
    assert [hit.id for hit in found.hits] == ["a-1"]
    receptionist.press("Del")
    assert search.house_synonyms(stocked.read()) == ["pipe, conduit"]
    receptionist.press("Ctrl+Z")
    assert "gusher > burst" in search.house_synonyms(stocked.read())
    receptionist.press("Insert").types("alone").press("Ctrl+Return")
    assert screen.form.refusals() == ["line"]


def test_our_own_site_can_be_changed(receptionist: Receptionist, stocked: Store) -> None:
    """Name and country; what is no country is said at its field."""
    screen = opened(receptionist.window, "sites")
    receptionist.press("Return", "Tab", "Ctrl+A").types("XX").press("Ctrl+Return")
    assert screen.form.refusals() == ["country"]
    receptionist.press("Ctrl+A").types("ES-CN").press("Tab", "Ctrl+A", "Del", "Ctrl+Return")
    here = sites.here(stocked.read())
    assert (here.country, here.region, here.zone) == ("ES", "CN", "Atlantic/Canary")
    receptionist.press("Return", "Tab", "Tab", "Ctrl+A").types("Mars/Base").press("Ctrl+Return")
    assert screen.form.refusals() == ["zone"]


@pytest.mark.parametrize("noun", LISTS)
def test_each_list_is_reached_from_the_palette_and_named_for_all(
    window: MainWindow, noun: str, qtmodeltester: ModelTester, qapp: QApplication
) -> None:
    """Whatever takes the focus is large enough and has a name for screen readers, at twice the
    text; no part opens as a window of its own; Qt's contract for models is kept.
    """
    window.place.theme.apply("light", 2.0)
    screen = opened(window, noun)
    qapp.processEvents()
    assert window.isActiveWindow()
    assert screen.parts.filter.hasFocus()
    qtmodeltester.check(screen.model)
    focusable = [
        w
        for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox)
        for w in screen.findChildren(kind)
        if w.isVisible()
        and w.focusPolicy().value
        and not isinstance(w.parent(), QComboBox | QSpinBox)
    ]
    assert len(focusable) >= 3
    assert [w for w in focusable if w.height() < 24] == []
    assert [w for w in focusable if not (w.accessibleName() or getattr(w, "text", str)())] == []
    window.place.theme.apply("light", 1.0)
