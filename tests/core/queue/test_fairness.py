"""Whose turn it is: the order of arrival, legal priority first, and nobody starves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.core.queue.fairness import MAX_AHEAD, Waiter, next_turn, turns

waiters = st.lists(st.booleans(), max_size=30).map(
    lambda flags: [Waiter(arrival, flag) for arrival, flag in enumerate(flags)]
)
streaks = st.integers(0, MAX_AHEAD)


def called(text: str, in_a_row: int = 0) -> str:
    """Who is called in which order: `p` has a priority, `o` has none; they arrive as they stand."""
    found = [Waiter(n, letter == "p") for n, letter in enumerate(text)]
    return "".join(f"{text[t.waiter.arrival]}{t.waiter.arrival}" for t in turns(found, in_a_row))


def test_without_priority_who_came_first_is_called_first() -> None:
    """Nobody else has a say in it."""
    assert called("ooo") == "o0o1o2"
    assert called("ppp") == "p0p1p2"


def test_priority_goes_ahead_three_times_in_a_row_at_most() -> None:
    """Then the head of the others is called, and the count begins anew."""
    assert called("oopppppp") == "p2p3p4o0p5p6p7o1"
    assert called("opp", in_a_row=MAX_AHEAD) == "o0p1p2"


def test_who_came_before_overtakes_nobody() -> None:
    """A visitor with a priority who came first anyway does not use a turn of the others up."""
    assert called("pppppoppppo") == "p0p1p2p3p4p6p7p8o5p9o10"


def test_an_empty_queue_calls_nobody() -> None:
    """There is no turn to take."""
    assert next_turn([], 2) is None


@given(waiters, streaks)
def test_everybody_is_called_once_and_alike_ones_in_order(
    found: list[Waiter], in_a_row: int
) -> None:
    """No waiter is lost or doubled, and within a class the order of arrival holds."""
    order = [turn.waiter for turn in turns(found, in_a_row)]
    assert sorted(order, key=lambda w: w.arrival) == found
    for has_priority in (False, True):
        arrivals = [w.arrival for w in order if w.has_priority == has_priority]
        assert arrivals == sorted(arrivals)


@given(waiters, streaks)
def test_the_bound_of_the_rule_holds(found: list[Waiter], in_a_row: int) -> None:
    """Whoever has k others before them is overtaken at most MAX_AHEAD * (k + 1) times."""
    order = [turn.waiter for turn in turns(found, in_a_row)]
    others = [w for w in order if not w.has_priority]
    for k, waiter in enumerate(others):
        before = order[: order.index(waiter)]
        overtook = [w for w in before if w.arrival > waiter.arrival]
        assert len(overtook) <= MAX_AHEAD * (k + 1)


@given(waiters, streaks)
def test_priority_waits_for_one_other_in_every_few_calls(
    found: list[Waiter], in_a_row: int
) -> None:
    """Nobody who came later goes before, and of those who came first only one after MAX_AHEAD."""
    order = [turn.waiter for turn in turns(found, in_a_row)]
    for first in (w for w in order if w.has_priority):
        before = order[: order.index(first)]
        others = [w for w in before if not w.has_priority]
        assert all(w.arrival < first.arrival for w in before)
        assert len(others) * MAX_AHEAD <= in_a_row + len(before) - len(others)


@given(waiters, streaks)
def test_the_next_turn_is_the_first_of_all_turns(found: list[Waiter], in_a_row: int) -> None:
    """Calling one after the other gives the order that was shown."""
    shown = list(turns(found, in_a_row))
    left = list(found)
    for turn in shown:
        assert next_turn(left, in_a_row) == turn
        in_a_row = turn.in_a_row
        left.remove(turn.waiter)
