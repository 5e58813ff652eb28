"""A long text is shown in pieces that mean the same, and only what changed is set anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.ui.widgets.long_reading import PIECE_CHARS, LongReading, pieces
from frontdesk.ui.widgets.reading import DIALECT

SENTENCE = "The office opens at nine and closes when the last visitor has left. "
LONG = "\n\n".join(f"## Part {n}\n\n{SENTENCE * 6}\n\n- one\n\n- two\n" for n in range(60))


def read(text: str) -> list[str]:
    """The lines of Markdown as one reads them."""
    document = QTextDocument()
    document.setMarkdown(text, DIALECT)
    return [line for line in document.toPlainText().split("\n") if line.strip()]


def shown(reading: LongReading) -> list[str]:
    """The lines of all pieces."""
    return [
        line
        for piece in reading.pieces()
        for line in piece.toPlainText().split("\n")
        if line.strip()
    ]


def test_a_long_text_is_cut_and_reads_the_same(qapp: QApplication, qtbot: QtBot) -> None:
    """Piece by piece between the keys, until all of it is there."""
    reading = LongReading()
    qtbot.addWidget(reading)
    reading.show_markdown(LONG)
    assert len(reading.pieces()) > 10
    assert not reading.is_complete
    qtbot.waitUntil(lambda: reading.is_complete)
    assert shown(reading) == read(LONG)


def test_one_changed_word_sets_one_piece(qapp: QApplication, qtbot: QtBot) -> None:
    """The others are the same widgets with the same text, before and after."""
    reading = LongReading()
    qtbot.addWidget(reading)
    reading.show_markdown(LONG)
    qtbot.waitUntil(lambda: reading.is_complete)
    before = reading.pieces()
    changed = LONG.replace("## Part 30", "## Another part")
    reading.show_markdown(changed)
    after = reading.pieces()
    assert len(set(after) - set(before)) == 1
    assert reading.is_complete
    assert shown(reading) == read(changed)


def test_a_character_is_found_where_it_is_shown(qapp: QApplication, qtbot: QtBot) -> None:
    """The further in the text the further down, from top to bottom."""
    reading = LongReading()
    qtbot.addWidget(reading)
    reading.resize(400, 4_000)
    reading.show()
    reading.show_markdown(LONG)
    qtbot.waitUntil(lambda: reading.is_complete)
    QApplication.processEvents()
    places = [reading.place_of(len(LONG) * tenth // 10) for tenth in range(12)]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == reading.height()
    assert len(set(places)) > 8


@pytest.mark.parametrize("text", ["", "   \n\n", "one"])
def test_short_texts(qapp: QApplication, qtbot: QtBot, text: str) -> None:
    """Nothing, blanks and a word."""
    reading = LongReading()
    qtbot.addWidget(reading)
    reading.show_markdown("something else")
    reading.show_markdown(text)
    assert shown(reading) == ([text] if text.strip() else [])


def test_what_belongs_together_is_not_cut() -> None:
    """A list, a table, a block of code go on past the length of a piece."""
    item = "- " + "x" * 100 + "\n\n"
    code = "```\n" + ("y" * 100 + "\n\n") * 40 + "```\n"
    assert len(list(pieces(item * 60))) == 1
    assert len(list(pieces(code + "end"))) == 1
    assert len(list(pieces(SENTENCE * 50 + "\n\n" + SENTENCE))) == 2


def test_an_address_defined_once_is_known_to_every_piece() -> None:
    """A link by reference may stand far from its address."""
    text = f"[a][one]\n\n{SENTENCE * 50}\n\n[b][one]\n\n[one]: article:X-1\n"
    cut = list(pieces(text))
    assert len(cut) > 1
    assert all("[one]: article:X-1" in piece for piece in cut)


@given(st.text(alphabet="#-> ab\n`|1.", max_size=400))
def test_no_line_is_lost(text: str) -> None:
    """Joined again, the pieces are the text."""
    long = f"{'x' * PIECE_CHARS}\n\n{text}"
    assert "\n".join(pieces(long)).split() == long.split()
