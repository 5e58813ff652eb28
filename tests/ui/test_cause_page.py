"""Causes by keys: chosen or made, five whys, actions, their effect; a person after guidance."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.core import complaints
from frontdesk.core.complaints import Complaint, causes
from frontdesk.store.store import Store
from frontdesk.ui.screens.cases.cause_page import CausePage
from frontdesk.ui.screens.cases.cause_view import DIGITS, WeeksModel
from frontdesk.ui.screens.cases.screen import CasesScreen
from frontdesk.ui.screens.cases.words import CATEGORIES
from tests.helpers.desks import NOW
from tests.helpers.receptionist import Receptionist

DAY = timedelta(days=1)


def filed(store: Store, days_ago: int = 0, **more: object) -> Complaint:
    """A case on record."""
    text = "Me cobraron dos veces el recibo del agua"
    with store.write() as tx:
        return complaints.file(tx, text, office="o-1", now=NOW - days_ago * DAY, **more)  # type: ignore[arg-type]


def page(receptionist: Receptionist) -> CausePage:
    """The page of causes, opened by 9 on the first case of the board."""
    receptionist.press("Ctrl+L")
    screen = receptionist.window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    receptionist.press("9")
    assert screen.side.currentWidget() is screen.side.cause
    return screen.side.cause


def one_cause(store: Store) -> causes.Cause:
    """The only cause there is."""
    ((cause, _),) = causes.every(store.read())
    return cause


def test_a_cause_is_made_by_keys(receptionist: Receptionist, stocked: Store) -> None:
    """9, "new", its name, Enter: the case is under it and its page is open."""
    case = filed(stocked)
    shown = page(receptionist)
    receptionist.types("new").press("Return").types("Billed twice").press("Return")
    assert one_cause(stocked).title == "Billed twice"
    assert complaints.get(stocked.read(), case.id).cause_id == one_cause(stocked).id
    assert shown.currentWidget() is shown.view


def test_those_alike_are_joined_with_one_digit(receptionist: Receptionist, stocked: Store) -> None:
    """They stand first in the list of what it could be; Ctrl+Z takes the case out again."""
    first, second = filed(stocked, 5), filed(stocked, 3)
    page(receptionist)
    receptionist.press("1")
    cause = one_cause(stocked)
    joined = [complaints.get(stocked.read(), one.id).cause_id for one in (first, second)]
    assert joined == [cause.id, cause.id]
    receptionist.press("Ctrl+Z")
    left = [complaints.get(stocked.read(), one.id).cause_id for one in (first, second)]
    assert sorted(left) == sorted(["", cause.id])


def test_five_whys_an_action_and_its_effect(receptionist: Receptionist, stocked: Store) -> None:
    """Each is a digit; the effect is told in words, bars and a table of the same numbers."""
    for days_ago in (40, 38, 30, 29, 24):
        filed(stocked, days_ago)
    with stocked.write() as tx:
        every = list(complaints.every(tx.db))
        cause = complaints.join(tx, every[0].id, alike=[one.id for one in every[1:]], now=NOW)
        action = causes.act(
            tx, cause.id, "Stop the second run", "Marta Gil", (NOW - 20 * DAY).date(),
            now=NOW - 21 * DAY,
        )  # fmt: skip
        causes.settle(tx, action.id, now=NOW - 21 * DAY)
    shown = page(receptionist)
    assert shown.view.effect_words() == ("Fewer: 1,7 a week before the action, 0,0 after it.")
    model = shown.view.weeks.model()
    assert isinstance(model, WeeksModel)
    rows = [(model.index(n, 1).data(), model.index(n, 2).data()) for n in range(model.rowCount())]
    assert sum(int(count) for count, _ in rows) == 5
    assert [when for _, when in rows] == ["before"] * 3 + ["after"] * 3


def test_whys_and_actions_are_typed(receptionist: Receptionist, stocked: Store) -> None:
    """2 asks why up to five times, 3 asks what, who and by when; Enter puts it on record."""
    filed(stocked)
    page(receptionist)
    receptionist.types("new").press("Return").types("Billed twice").press("Return")
    receptionist.press("2").types("Two runs").press("Tab").types("No check").press("Return")
    assert one_cause(stocked).whys == ("Two runs", "No check")
    receptionist.press("3").types("One run").press("Tab").types("Marta Gil").press("Tab")
    receptionist.types("+5").press("Return")
    (action,) = causes.actions(stocked.read(), one_cause(stocked).id)
    assert (action.what, action.owner, action.due_on) == ("One run", "Marta Gil", "2026-11-28")
    receptionist.press("4", "1")
    (action,) = causes.actions(stocked.read(), one_cause(stocked).id)
    assert action.state == "done"


def test_an_action_without_an_owner_is_refused_beside_its_field(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Nothing is on record; what was typed stays."""
    filed(stocked)
    shown = page(receptionist)
    receptionist.types("new").press("Return").types("Billed twice").press("Return")
    receptionist.press("3").types("One run").press("Tab", "Tab").types("+5").press("Return")
    assert shown.lines.fields["owner"].refusal()
    assert causes.actions(stocked.read(), one_cause(stocked).id) == []


def test_a_person_is_a_cause_only_after_the_guidance_was_shown(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Chosen, it is refused; what the house had told is shown case by case; then it is taken."""
    filed(stocked, 0, article_id="a-1")
    filed(stocked, 1)
    shown = page(receptionist)
    receptionist.press("1")
    receptionist.press("1").types("person").press("Return")
    assert one_cause(stocked).category == ""
    assert shown.currentWidget() is shown.guidance
    first = shown.guidance.told()
    receptionist.press("Return")
    second = shown.guidance.told()
    assert any("Burst pipe in the street" in told for told in (first, second))
    assert any("No article covered this case." in told for told in (first, second))
    assert one_cause(stocked).category == ""
    receptionist.press("Return")
    assert one_cause(stocked).category == "person"


def test_a_category_of_the_tree_is_one_key_and_a_word(
    receptionist: Receptionist, stocked: Store
) -> None:
    """Any but a person is taken at once."""
    filed(stocked)
    page(receptionist)
    receptionist.types("new").press("Return").types("Billed twice").press("Return")
    receptionist.press("1").types("process").press("Return")
    assert one_cause(stocked).category == "process"


def test_esc_climbs_from_the_question_to_the_cause_to_the_case(
    receptionist: Receptionist, stocked: Store
) -> None:
    """One step at a time."""
    filed(stocked)
    shown = page(receptionist)
    receptionist.types("new").press("Return").types("Billed twice").press("Return")
    receptionist.press("2", "Esc")
    assert shown.currentWidget() is shown.view
    receptionist.press("Esc")
    screen = receptionist.window.stack.currentWidget()
    assert isinstance(screen, CasesScreen)
    assert screen.side.is_idle


def test_a_case_is_taken_out_of_its_cause(receptionist: Receptionist, stocked: Store) -> None:
    """7 leaves the cause and all its other cases as they are."""
    case = filed(stocked)
    page(receptionist)
    receptionist.types("new").press("Return").types("Billed twice").press("Return", "7")
    assert complaints.get(stocked.read(), case.id).cause_id == ""
    assert one_cause(stocked).title == "Billed twice"


def test_the_words_of_the_tree_are_complete() -> None:
    """Each category has a word, each key one meaning."""
    assert set(CATEGORIES) == {*causes.CATEGORIES, ""}
    assert len(set(DIGITS.values())) == len(DIGITS)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_chart_is_painted_at_every_text_size(
    receptionist: Receptionist, stocked: Store, scale: float
) -> None:
    """It has room for its words, and says them to screen readers."""
    filed(stocked, 9)
    receptionist.window.place.theme.apply("light", scale)
    shown = page(receptionist)
    receptionist.types("new").press("Return").types("Billed twice").press("Return")
    assert not shown.view.grab().isNull()
    receptionist.window.place.theme.apply("light", 1.0)
