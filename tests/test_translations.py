"""The Spanish of the window is complete: every string of the code is there and translated."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import frontdesk
from installers import translations

CATALOGUE = translations.CATALOGUES / "frontdesk_es.ts"
PROGRAMS = Path(sys.executable).parent
GAP = re.compile(r"\{\w*\}")

pytestmark = pytest.mark.skipif(not CATALOGUE.is_file(), reason="no Spanish catalogue yet")

Key = tuple[str, str, str]


def messages(catalogue: Path) -> Iterator[tuple[Key, ET.Element]]:
    """Each string of a catalogue, by context, text and comment, with its element."""
    for context in ET.parse(catalogue).getroot().iter("context"):  # noqa: S314 - our own
        for message in context.iter("message"):
            key = (
                context.findtext("name"),
                message.findtext("source"),
                message.findtext("comment"),
            )
            yield (key[0] or "", key[1] or "", key[2] or ""), message


def forms(message: ET.Element) -> list[str]:
    """The translations of a string: one, or one for each grammatical number."""
    translation = message.find("translation")
    if translation is None:
        return [""]
    plural = translation.findall("numerusform")
    return [form.text or "" for form in plural] if plural else [translation.text or ""]


def test_every_string_of_the_window_is_in_the_catalogue(tmp_path: Path) -> None:
    """Collecting the strings anew neither adds nor drops one."""
    fresh = tmp_path / CATALOGUE.name
    shutil.copyfile(CATALOGUE, fresh)
    translations.update(PROGRAMS, fresh)
    assert {key for key, _ in messages(fresh)} == {key for key, _ in messages(CATALOGUE)}


def test_every_string_is_translated() -> None:
    """No string is empty, unfinished or left over from code that is gone."""
    open_ones = [
        key
        for key, message in messages(CATALOGUE)
        if message.find("translation[@type]") is not None or not all(forms(message))
    ]
    assert open_ones == []


def test_a_translation_keeps_the_gaps_of_its_string() -> None:
    """Each translation has the gaps in braces of the English text, no more and no fewer."""
    wrong = [
        key
        for key, message in messages(CATALOGUE)
        for form in forms(message)
        if sorted(GAP.findall(form)) != sorted(GAP.findall(key[1]))
    ]
    assert wrong == []


def test_the_catalogue_compiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stale catalogue is compiled once, into a file that Qt can load."""
    from PySide6.QtCore import QTranslator

    monkeypatch.setattr(translations, "CATALOGUES", tmp_path)
    shutil.copyfile(CATALOGUE, tmp_path / CATALOGUE.name)
    compiled = translations.compile_stale(PROGRAMS)
    assert compiled == [tmp_path / CATALOGUE.name]
    assert translations.compile_stale(PROGRAMS) == []
    assert QTranslator().load(str(tmp_path / "frontdesk_es.qm"))


def test_no_string_is_put_together_before_it_is_translated() -> None:
    """`tr` gets a plain string: an f-string is collected, but never found again."""
    wrong = [
        f"{path.name}:{node.lineno}"
        for path in sorted(Path(frontdesk.__file__).parent.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") in {"tr", "translate"}
        and any(isinstance(argument, ast.JoinedStr) for argument in node.args)
    ]
    assert wrong == []
