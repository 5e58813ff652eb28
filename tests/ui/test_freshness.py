"""The freshness board, with keys only: lists by digit, `v` verifies, owners narrow."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from frontdesk.core.knowledge import articles, freshness
from frontdesk.store.store import Store
from frontdesk.ui.screens.freshness.form import OwnerRow
from frontdesk.ui.screens.freshness.model import LinesModel, OwnersModel
from frontdesk.ui.screens.freshness.screen import FreshnessScreen
from frontdesk.ui.widgets.table import RowsModel, Table
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist


@pytest.fixture
def screen(window: MainWindow, receptionist: Receptionist, stocked: Store) -> FreshnessScreen:
    """The board over three articles, two of them overdue, one of them of nobody."""
    stored = articles.get(stocked.read(), "a-1")
    assert stored
    with stocked.write() as tx:
        articles.save(tx, replace(stored, review_on="2026-11-01"), now=NOW)
        for code, owner, due in (("b", "Ana", "2026-10-01"), ("c", "Ana", "2027-01-01")):
            new = replace(stored, id=code, title=f"Article {code}", owner=owner, review_on=due)
            articles.save(tx, replace(new, code=code), now=NOW - timedelta(days=60))
    window.commands.run("screen.freshness")
    shown = window.stack.currentWidget()
    assert isinstance(shown, FreshnessScreen)
    return shown


def words(table: Table, row: int) -> list[str]:
    """What a row of a list shows."""
    model = table.model()
    assert isinstance(model, RowsModel)
    return [cell.text for cell in model.cells(model.row(row))]


def titles(screen: FreshnessScreen) -> list[str]:
    """The articles of the list."""
    return [words(screen.list, row)[0] for row in range(screen.list.model().rowCount())]


def test_the_longest_overdue_stands_first(screen: FreshnessScreen) -> None:
    """With its owner; beside it who keeps how many."""
    assert titles(screen) == ["Article b", "Burst pipe in the street"]
    assert words(screen.list, 0)[1] == "Ana"
    assert [words(screen.owners, n) for n in range(2)] == [["Ana", "1", "2"], ["Nobody", "1", "1"]]


def test_v_verifies_and_undo_takes_it_back(
    screen: FreshnessScreen, receptionist: Receptionist, stocked: Store
) -> None:
    """The article leaves the list; its review date moves on by its interval."""
    receptionist.press("V")
    assert titles(screen) == ["Burst pipe in the street"]
    verified = articles.get(stocked.read(), "b")
    assert verified
    assert verified.review_on == "2027-05-22"
    assert "Article b" in receptionist.said()
    receptionist.press("Ctrl+Z")
    assert titles(screen) == ["Article b", "Burst pipe in the street"]


def test_a_digit_lists_another_kind(screen: FreshnessScreen, receptionist: Receptionist) -> None:
    """What nobody used; the new article has time to settle."""
    receptionist.press("2")
    assert titles(screen) == ["Article b", "Article c"]
    receptionist.press("4")
    assert titles(screen) == []


def test_enter_on_an_owner_shows_only_theirs(
    screen: FreshnessScreen, window: MainWindow, receptionist: Receptionist
) -> None:
    """Esc shows all again, and only then leaves."""
    screen.owners.setFocus()
    receptionist.press("Down", "Return")
    assert titles(screen) == ["Burst pipe in the street"]
    receptionist.press("Esc")
    assert len(titles(screen)) == 2
    receptionist.press("Esc")
    assert window.stack.currentWidget() is window.desk


def test_enter_opens_at_the_desk_and_e_in_the_editor(
    screen: FreshnessScreen, window: MainWindow, receptionist: Receptionist
) -> None:
    """The article in hand, either way."""
    receptionist.press("Return")
    assert window.desk.matter().article_id == "b"
    window.commands.run("screen.freshness")
    receptionist.press("E")
    assert window.stack.currentWidget() is not screen


def test_the_models_behave_as_qt_expects(
    window: MainWindow, screen: FreshnessScreen, stocked: Store, qtmodeltester: object
) -> None:
    """Empty and filled."""
    board = freshness.board(stocked.read(), "overdue", NOW.date())
    place = window.place
    lines = LinesModel(place.theme, place.icons, place.wording)
    owners = OwnersModel(place.theme, place.icons)
    for model, rows in (
        (lines, board.lines), (owners, [OwnerRow(one, "overdue") for one in board.owners]),
    ):  # fmt: skip
        qtmodeltester.check(model)  # type: ignore[attr-defined]
        model.set_rows(rows)
        qtmodeltester.check(model)  # type: ignore[attr-defined]
