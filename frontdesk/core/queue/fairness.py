"""Whose turn it is: order of arrival in the house and legal priority, without starving anybody.

The rule. Among those with a legal priority, and among all others, who came to the house first is
called first; a transfer costs nobody the place. Those with priority go ahead of all others, but of
at most `MAX_AHEAD` in a row the visitor at the head of the others is overtaken; then that one is
called. So whoever has k others before them is overtaken at most `MAX_AHEAD * (k + 1)` times, and
with a priority one waits for at most one other visitor in every `MAX_AHEAD + 1` calls.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MAX_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Waiter:
    """Somebody who waits: the place in the order of arrival, and whether a law puts them first."""

    arrival: int
    has_priority: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """Who is called, and how many in a row have then overtaken the head of the others."""

    waiter: Waiter
    in_a_row: int


def turns(waiters: Iterable[Waiter], in_a_row: int) -> Iterator[Turn]:
    """Yield who is called one after the other if nobody else comes; `in_a_row` is as it stands."""
    arrived = sorted(waiters, key=lambda waiter: waiter.arrival)
    first = deque(waiter for waiter in arrived if waiter.has_priority)
    others = deque(waiter for waiter in arrived if not waiter.has_priority)
    while first or others:
        if not others:
            in_a_row = 0
            yield Turn(first.popleft(), 0)
        elif first and first[0].arrival < others[0].arrival:
            yield Turn(first.popleft(), in_a_row)
        elif first and in_a_row < MAX_AHEAD:
            in_a_row += 1
            yield Turn(first.popleft(), in_a_row)
        else:
            in_a_row = 0
            yield Turn(others.popleft(), 0)


def next_turn(waiters: Iterable[Waiter], in_a_row: int) -> Turn | None:
    """Return whose turn it is; None when nobody waits."""
    return next(turns(waiters, in_a_row), None)
