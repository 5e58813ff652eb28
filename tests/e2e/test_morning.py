"""A receptionist's morning: the real window in a process of its own, worked by keys alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from frontdesk.base import clock
from frontdesk.core import checking, demo
from frontdesk.store.store import Store
from tests.helpers.program import Program

pytestmark = pytest.mark.skipif(
    not os.environ.get("DISPLAY") or not shutil.which("xdotool"),
    reason="needs a screen and xdotool; the checks run it on a virtual screen of its own",
)

ENDED = "SELECT count(*) FROM contact WHERE origin = '' AND outcome = ?1 HAVING count(*) = ?2"
SLIPS = "SELECT count(*) FROM slip WHERE origin = '' HAVING count(*) = ?"
DRAFT = "SELECT body FROM draft WHERE body LIKE ?"
FOLIO = "SELECT folio FROM complaint WHERE origin = '' AND text = ?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The demo office, whose simulated rows are told apart by their origin."""
    store = Store(tmp_path / "desk", create=True)
    demo.build(store, now=clock.now())
    store.close()
    return tmp_path / "desk"


@pytest.fixture
def programs() -> Iterator[list[Program]]:
    """The programs that a test started, ended when it ends."""
    started: list[Program] = []
    yield started
    for program in started:
        program.kill()


def test_a_morning_at_the_counter(folder: Path, programs: list[Program]) -> None:
    """Three answers, two visitors routed, a kill in mid-sentence, and nothing is lost."""
    program = Program(folder)
    programs.append(program)
    for count, question in enumerate(("empadronarme", "farola apagada", "abono piscina"), 1):
        program.types(question).press("Return", "ctrl+Return")
        program.wait_for(ENDED, "answered", count)

    program.types("duplicado certificado").press("F3", "0", "Return")
    program.wait_for(SLIPS, 1)
    program.press("Return")
    program.wait_for(ENDED, "routed", 1)

    complaint = "Dos horas en la sala 0.03 y ninguna llamada"
    program.press("F4").types(complaint)
    program.wait_for(DRAFT, f"%{complaint}%")
    program.kill()

    again = Program(folder)
    programs.append(again)
    again.press("F4", "ctrl+Return")
    assert again.wait_for(FOLIO, complaint)
    again.press("Escape", "ctrl+k").types("reciclaje").press("F3", "0", "Return")
    again.wait_for(SLIPS, 2)
    again.close()

    store = Store(folder)
    assert checking.faults(store) == []
    store.close()


def test_the_demo_goes_with_one_action(folder: Path, programs: list[Program]) -> None:
    """The palette's command leaves an empty office of one's own, after its three questions."""
    program = Program(folder)
    programs.append(program)
    program.press("ctrl+shift+p").types("Quitar la oficina").press("Return")
    program.wait_for("SELECT 'gone' WHERE NOT EXISTS(SELECT 1 FROM setting WHERE key = 'demo')")
    program.follow().types("Oficina de Lucena").press("Return")
    assert program.wait_for("SELECT name FROM site WHERE name LIKE 'Oficina%'")
    assert program.wait_for("SELECT 'empty' WHERE NOT EXISTS(SELECT 1 FROM article)")
