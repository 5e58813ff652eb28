"""The first start asks three questions; the tour is made of real actions."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from frontdesk import app
from frontdesk.core import demo, sites
from frontdesk.sync import joining, rounds
from frontdesk.sync.transports import Folder
from frontdesk.ui.first_run import Answers, FirstRun, country_name, places
from frontdesk.ui.language import Language
from frontdesk.ui.theme import Theme
from frontdesk.ui.tour import STEPS, Tour
from tests.helpers import branches
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist


@pytest.fixture
def questions(qtbot: QtBot) -> FirstRun:
    """The dialog in Spanish."""
    language = Language()
    language.use("es")
    dialog = FirstRun(language, Theme())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_three_answers_make_the_office(questions: FirstRun, tmp_path: Path) -> None:
    """The region goes along, the zone follows from it."""
    questions.country.setEditText("Espana · Andalucia")
    QTest.keyClicks(questions.name, "Oficina de Lucena")
    questions.start.click()
    assert questions.answers == Answers("Oficina de Lucena", "ES-AN", "es", wants_demo=False)
    store = app.open_store(tmp_path, asks=lambda _lang: questions.answers)
    here = sites.here(store.read())
    assert (here.name, here.country, here.region, here.zone) == (
        "Oficina de Lucena", "ES", "AN", "Europe/Madrid",
    )  # fmt: skip
    store.close()


def test_a_demo_needs_no_other_answer(questions: FirstRun, tmp_path: Path) -> None:
    """The office that opens is the simulated one."""
    questions.demo.setChecked(True)
    questions.start.click()
    assert questions.answers is not None
    assert questions.answers.wants_demo
    store = app.open_store(tmp_path, asks=lambda _lang: questions.answers)
    assert demo.is_demo(store.read())
    store.close()


def test_a_file_of_head_office_makes_a_desk_of_its_branch(
    questions: FirstRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One answer and the file; what is no invitation is said, and the dialog stays."""
    head = branches.head_office(tmp_path / "head")
    file = tmp_path / "norte.json"
    with head.write() as tx:
        invitation = joining.invite(tx, "Oficina Norte", now=NOW)
    head.close()
    file.write_text("{}")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    questions.branch.setChecked(True)
    assert not questions.name.isEnabled()
    questions.start.click()
    assert questions.answers is None
    assert questions.branch.accessibleDescription()
    joining.write(file, invitation)
    questions.start.click()
    store = app.open_store(tmp_path / "desk", asks=lambda _lang: questions.answers)
    assert sites.here(store.read()).name == "Oficina Norte"
    rounds.exchange(store, Folder(tmp_path), now=NOW)
    store.close()


def test_what_is_wrong_is_said_beside_its_field(questions: FirstRun) -> None:
    """A name is needed; a country that there is not is refused; the dialog stays."""
    questions.country.setEditText("Perú")
    questions.start.click()
    assert questions.answers is None
    assert questions.name.property("wrong")
    questions.country.setEditText("Atlantis")
    questions.name.setText("Oficina")
    questions.start.click()
    assert questions.country.property("wrong")
    assert questions.isVisible()


def test_leaving_the_questions_leaves_a_desk_that_works(tmp_path: Path) -> None:
    """The office has a name; the rest can be said later."""
    store = app.open_store(tmp_path, asks=lambda _lang: None)
    assert sites.here(store.read()).name
    store.close()


def test_countries_are_named_in_the_language_in_use() -> None:
    """Each country once, with its regions after it."""
    language = Language()
    language.use("es")
    assert country_name("ES", language) == "España"
    codes = [code for code, _ in places(language)]
    assert len(codes) == len(set(codes))
    assert {"CO", "PE", "ES-AN", "AR-X", "CL"} <= set(codes)


def test_the_tour_goes_on_with_what_is_done(receptionist: Receptionist) -> None:
    """Each step waits for the real action, and one key leaves."""
    window = receptionist.window
    window.commands.bind("demo.remove", lambda: None)
    receptionist.press("Shift+F1")
    card = window.findChild(Tour)
    assert isinstance(card, Tour)
    assert card.isVisible()
    assert receptionist.focus() is window.box
    receptionist.types("burst pipe")
    card.look()
    assert card.at == 1
    receptionist.press("F4")
    receptionist.types("No llega el recibo")
    receptionist.press("Ctrl+Return")
    assert card.at == 1, "a slip is asked for now, not a complaint"
    receptionist.press("Shift+F1")
    assert not card.isVisible()


def test_the_tour_ends_after_its_last_step(receptionist: Receptionist) -> None:
    """The last card names the way to an office of one's own."""
    receptionist.window.commands.bind("demo.remove", lambda: None)
    receptionist.press("Shift+F1")
    card = receptionist.window.findChild(Tour)
    assert isinstance(card, Tour)
    card.at = len(STEPS) - 1
    card.look()
    assert card.at == len(STEPS)
    card.look()
    assert card.isVisible()


def test_a_real_office_is_not_toured(
    receptionist: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing simulated is written in it: the demo opens by itself."""
    started: list[list[str]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *told: started.append(told[1]))
    receptionist.press("Shift+F1")
    assert started[0][-1] == "--demo"
    assert receptionist.window.findChild(Tour) is None
