"""One Spanish, said as each country says it; and a language that is only half there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from frontdesk.base import languages
from frontdesk.base.paths import resources
from frontdesk.core import wordings
from frontdesk.exchange import paper
from frontdesk.ui.language import SPEAKS_UPON, Language
from frontdesk.ui.window import MainWindow
from frontdesk.ui.wording import Wording
from installers import translations
from tests.helpers.command_line import ROOT

REGIONS = sorted((resources() / "i18n" / "regions").glob("*.ts"))
PAPERS = sorted((resources() / "papers").glob("*-*.toml"))
MARKS = re.compile(r"\{\w*\}|&(?=\w)|\b(?:F\d+|Ctrl\+\w+)\b")
WORDS = {
    "CO": ("PQRSD abiertas", "Radicado"),
    "CL": ("Reclamos abiertos", "Folio"),
    "PE": ("Reclamos abiertos", "Número"),
    "AR": ("Reclamos abiertos", "Número"),
    "ES": ("Reclamaciones abiertas", "Número"),
    "MX": ("Quejas abiertas", "Folio"),
}


def said(catalogue: Path) -> dict[tuple[str, str], str]:
    """The translations of a catalogue, by context and text."""
    return {
        (context.findtext("name") or "", message.findtext("source") or ""):
        message.findtext("translation") or ""
        for context in ET.parse(catalogue).getroot().iter("context")  # noqa: S314 - our own
        for message in context.iter("message")
    }  # fmt: skip


@pytest.mark.parametrize("file", REGIONS, ids=lambda file: file.stem)
def test_a_country_says_otherwise_only_what_there_is(file: Path) -> None:
    """Each of its texts is one of the window, differs from the usual, and keeps gaps and keys."""
    usual, own = said(translations.CATALOGUES / "frontdesk_es.ts"), said(file)
    for region in SPEAKS_UPON.get(file.stem[-2:], ()):
        usual |= said(file.with_stem(f"es_{region}"))
    assert own
    assert own.keys() <= usual.keys()
    assert [key for key, text in own.items() if text == usual[key]] == []
    assert [k for k, t in own.items() if MARKS.findall(t) != MARKS.findall(usual[k])] == []


@pytest.mark.parametrize("file", PAPERS, ids=lambda file: file.stem)
def test_papers_of_a_country_have_the_gaps_of_the_usual_ones(file: Path) -> None:
    """No word of its own is unknown, and none has a gap that nothing fills."""
    usual = wordings.written(file.stem[:2])
    for name, words in wordings.written(file.stem).items():
        assert words.keys() <= usual[name].keys()
        assert [w for w in words if wordings.gaps(words[w]) != wordings.gaps(usual[name][w])] == []


@pytest.mark.parametrize("country", WORDS)
def test_the_window_speaks_as_the_country_does(window: MainWindow, country: str) -> None:
    """The list of complaints and the column of its numbers have the country's words."""
    window.place.language.use("es", country)
    opened = window.commands.of("screen.cases").title
    assert (opened, QCoreApplication.translate("Cases", "Folio")) == WORDS[country]


def test_papers_speak_as_the_country_does() -> None:
    """A receipt names the number by its name there; an office's own text stands above that."""
    try:
        paper.adopt({}, "CO")
        assert paper.words_of("es")["receipt"]["folio"] == "Radicado"
        assert paper.words_of("es")["receipt"]["office"] == "Oficina"
        paper.adopt({("es", "receipt.folio"): "Radicación"}, "CO")
        assert paper.words_of("es")["receipt"]["folio"] == "Radicación"
        assert paper.words_of("es")["form"]["title"] == "Formato de PQRSD"
    finally:
        paper.adopt({})
    assert paper.words_of("es")["receipt"]["folio"] == "Número de registro"


@pytest.mark.parametrize(
    ("country", "currency", "hour"),
    [("ES", "EUR", "14:05"), ("CO", "COP", "2:05"), ("PE", "PEN", "2:05"), ("MX", "MXN", "2:05")],
)
def test_numbers_money_and_hours_are_the_countrys(country: str, currency: str, hour: str) -> None:
    """Signs between digits and the clock are those of Qt's locale; the currency is told by code."""
    language = Language()
    try:
        language.use("es", country)
        wording = Wording(language, "UTC")
        shown = wording.money("1234.50", currency)
        assert QLocale(f"es_{country}").toString(1234.5, "f", 2) in shown
        assert ("€" if currency == "EUR" else currency) in shown
        assert wording.time(datetime(2026, 11, 23, 14, 5, tzinfo=UTC)).startswith(hour)
        assert wording.day(date(2026, 11, 23)).startswith("23 nov")
    finally:
        language.use("en")


PORTUGUESE = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en"><context><name>Commands</name><message>
<source>Queue</source><translation>Fila</translation></message></context></TS>"""
ASKED = """
import sys
from pathlib import Path
from frontdesk.base import paths
paths.resources = lambda: Path(sys.argv[1])
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
from frontdesk.base import languages, sentences
from frontdesk.core import manual, wordings
from frontdesk.ui.commands import TABLE
from frontdesk.ui.language import Language
language = Language()
language.use("pt", "BR")
print(languages.LANGS)
print([c.text for c in TABLE if c.id == "language.pt"])
print([c.title for c in TABLE if c.id in ("screen.queue", "screen.today")])
print(sentences.catalogue("pt")["complaint.empty"])
spanish = sentences.catalogue("es")["complaint.unknown"]
print(sentences.catalogue("pt")["complaint.unknown"] == spanish)
print(wordings.shipped("pt")["slip"]["number"], wordings.shipped("pt")["slip"]["steps"])
print(manual.chapters("pt")[0].title == manual.chapters("es")[0].title)
"""


def test_another_language_is_a_file(tmp_path: Path) -> None:
    """With one text of Portuguese the program speaks it, and Spanish for all that is not there."""
    copied = Path(shutil.copytree(resources(), tmp_path / "resources"))
    catalogue = copied / "i18n" / "frontdesk_pt.ts"
    catalogue.write_text(PORTUGUESE, encoding="utf-8")
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    subprocess.run([str(tool), "-silent", str(catalogue)], check=True)
    for folder, text in (
        ("sentences", '[complaint]\nempty = "Escreva o que aconteceu."\n'),
        ("papers", '[slip]\nnumber = "A sua senha"\n'),
    ):
        (copied / folder / "pt.toml").write_text(text, encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-c", ASKED, str(copied)],
        check=True, capture_output=True, text=True, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip
    assert told.stdout.splitlines() == [
        "('es', 'en', 'pt')",
        "['Português']",
        "['Fila', 'Hoy']",
        "Escreva o que aconteceu.",
        "True",
        "A sua senha Adónde ir",
        "True",
    ]


def test_each_language_has_a_name_to_be_chosen_by(window: MainWindow) -> None:
    """The commands of languages are those of the one list."""
    offered = {c.id for c in window.commands.bound() if c.id.startswith("language.")}
    assert offered == {f"language.{code}" for code in languages.LANGS}
