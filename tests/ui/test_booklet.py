"""The manual on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from frontdesk import app
from frontdesk.base.errors import UserError
from frontdesk.core import manual
from frontdesk.core.manual import Chapter
from frontdesk.ui import booklet
from frontdesk.ui.handbook import blocks
from tests.helpers.command_line import process, run

PAGE = re.compile(rb"/Type /Page\b")


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    """Our own font, by which lines break."""
    app.application()


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_receptionists_is_two_pages(lang: str, tmp_path: Path) -> None:
    """As many as the file itself has."""
    file = tmp_path / "leaflet.pdf"
    assert booklet.write(file, lang, "receptionist") == 2
    assert len(PAGE.findall(file.read_bytes())) == 2


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_contents_name_the_page_of_each_section(lang: str) -> None:
    """Each heading stands on the page that the contents say, chapters on a new one."""
    chapters = manual.chapters(lang)
    document = booklet.laid_out(chapters, lang)
    pages = booklet.pages_of(document)
    text = document.toPlainText()
    for chapter in chapters:
        assert f"{chapter.title}\n{pages[chapter.title]}\n" in text
        for section in chapter.sections:
            assert f"{section.title}\n{pages[f'{chapter.title}/{section.title}']}\n" in text
    starts = [pages[chapter.title] for chapter in chapters]
    assert starts == sorted(set(starts))
    assert starts[0] > 1
    assert document.pageCount() >= starts[-1]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_no_heading_is_the_last_line_of_a_page(lang: str) -> None:
    """Some lines of its text stand under it."""
    document = booklet.laid_out(manual.chapters(lang), lang)
    height = document.pageSize().height()
    for block in blocks(document):
        if block.blockFormat().headingLevel():
            under = document.documentLayout().blockBoundingRect(block).bottom() % height
            assert height - under > 2 * booklet.TEXT_PX, block.text()


def test_the_command_line_prints_it_without_qt(tmp_path: Path) -> None:
    """In a process of its own, which needs no screen."""
    file = tmp_path / "manual.pdf"
    told = process("manual", file, "--lang", "es", "--for", "branch").done().rows
    assert told == [{"file": str(file), "pages": 2}]
    assert file.read_bytes().startswith(b"%PDF")


def test_what_cannot_be_printed_is_said(tmp_path: Path) -> None:
    """A chapter that is not there, a place that cannot be written."""
    assert "receptionist" in run("manual", tmp_path / "a.pdf", "--for", "cook").refusal()
    assert "b.pdf" in run("manual", tmp_path / "absent" / "b.pdf").refusal()
    with pytest.raises(UserError):
        booklet.write(tmp_path / "c.pdf", "en", "cook")
    assert list(tmp_path.iterdir()) == []


def test_a_chapter_that_does_not_fit_goes_on_the_next_page() -> None:
    """However long a text is, all of it is printed."""
    sections = manual.read("it", "# Long\n\n## One {#one}\n\n" + "Word and word.\n\n" * 400)
    content, pages = booklet.pdf([Chapter("it", "Long", "", sections.sections)], "en")
    assert len(PAGE.findall(content)) == pages > 5
