"""The versions of an article in the window: compared, restored, asked for by day; by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.modeltest import ModelTester

from frontdesk.core.knowledge import articles, versions
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.versions import Piece
from frontdesk.store.store import Store
from frontdesk.ui.screens.article.difference import MAX_SAME_CHARS
from frontdesk.ui.screens.article.history import History
from frontdesk.ui.screens.article.model import Line, VersionsModel
from frontdesk.ui.screens.article.screen import ArticleScreen
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

SAID = ("Ring the plumber.", "Ring the water office.", "Ring the water office, at once.")


@pytest.fixture
def stocked(stocked: Store) -> Store:
    """An article that was changed twice: eight days ago and two days ago."""
    for days, say in zip((8, 2), SAID[1:], strict=True):
        with stocked.write() as tx:
            article = articles.get(tx.db, "a-2") or Article("Leak", "a-2", "LEAK", say=SAID[0])
            if article.say == SAID[0]:
                articles.save(tx, article, now=NOW - timedelta(days=20))
            articles.save(tx, replace(article, say=say), now=NOW - timedelta(days=days))
    return stocked


@pytest.fixture
def history(receptionist: Receptionist) -> Iterator[History]:
    """The page of versions, opened by keys."""
    receptionist.types("leak").press("Ctrl+E", "Alt+6")
    shown = receptionist.window.stack.currentWidget()
    assert isinstance(shown, ArticleScreen)
    assert shown.stack.currentWidget() is shown.history
    yield shown.history
    receptionist.press("Esc", "Esc")


def held(store: Store) -> str:
    """What the desk says now."""
    article = articles.get(store.read(), "a-2")
    assert article
    return article.say


def test_each_version_tells_what_it_changed(history: History, receptionist: Receptionist) -> None:
    """What came has a plus and a line under it, what went a minus and a line through it."""
    assert history.shown() == "What to say\nRing the water −office. +office, at once. "
    formats = [
        (fragment.text(), fragment.charFormat().fontStrikeOut(),
         fragment.charFormat().fontUnderline())
        for fragment in fragments(history)
    ]  # fmt: skip
    assert ("office.", True, False) in formats
    assert ("office, at once.", False, True) in formats
    receptionist.press("Down", "Down")
    assert "Ring the plumber." in history.shown()
    receptionist.types("2")
    assert history.shown() == ("What to say\nRing the −plumber. +water office, at once. ")


def fragments(history: History) -> Iterator[object]:
    """The pieces of the text with one format each."""
    block = history.text.document().begin()
    while block.isValid():
        piece = block.begin()
        while not piece.atEnd():
            yield piece.fragment()
            piece += 1
        block = block.next()


def test_a_version_is_restored_and_that_is_undone(
    history: History, receptionist: Receptionist, stocked: Store
) -> None:
    """Enter on a row lets it hold again; nothing is lost by it, and the editor has it."""
    receptionist.press("Down", "Down", "Return")
    assert held(stocked) == SAID[0]
    assert {v.article.say for v in versions.versions(stocked.read(), "a-2")} == {*SAID}
    shown = receptionist.window.stack.currentWidget()
    assert isinstance(shown, ArticleScreen)
    assert shown.editor.pages.sheet()["say"] == SAID[0]
    receptionist.window.place.jobs.now = lambda: NOW + timedelta(minutes=1)
    receptionist.press("Ctrl+Z")
    assert held(stocked) == SAID[2]


@pytest.mark.parametrize(
    ("day", "said"),
    [("20/11/2026", SAID[1]), ("2026-11-22", SAID[2]), ("13 nov 2026", SAID[0]),
     ("20/11", SAID[1]), ("1/1/2020", "It was not there yet.")],
)  # fmt: skip
def test_as_it_was_on_a_day(
    history: History, receptionist: Receptionist, day: str, said: str
) -> None:
    """A day typed as people do; without a year it is the last such day."""
    receptionist.types("4").types(day).press("Return")
    assert said in history.shown()
    assert held_words(history) == {said}


def held_words(history: History) -> set[str]:
    """Which of the known sentences are on show, each told from the ones that it begins."""
    lines = {line.strip() for line in history.shown().splitlines()}
    return lines & {*SAID, "It was not there yet."}


def test_what_is_no_day_is_said_at_the_field(history: History, receptionist: Receptionist) -> None:
    """The list stays as it is."""
    receptionist.types("4").types("long ago").press("Return")
    assert "long ago" in history.day.refusal()


def test_what_did_not_change_is_not_read_in_full(history: History) -> None:
    """A long text shows the words around what changed."""
    same = "word " * MAX_SAME_CHARS
    change = versions.Change("body", ((Piece("same", same), Piece("in", "new")),))
    history.text.show_changes([change], "")
    assert "[…]" in history.shown()
    assert len(history.shown()) < MAX_SAME_CHARS + 50


def test_the_model_keeps_qts_contract(
    receptionist: Receptionist, stocked: Store, qtmodeltester: ModelTester
) -> None:
    """Empty and filled."""
    place = receptionist.window.place
    model = VersionsModel(place.theme, place.icons, place.wording)
    qtmodeltester.check(model)
    found = versions.versions(stocked.read(), "a-2")
    model.set_rows([Line(version, "", ("say",)) for version in found])
    qtmodeltester.check(model)
