"""What may become of an article, the usual one first: Enter takes it."""

from __future__ import annotations

from frontdesk.core.knowledge import life

REVIEW, DROP, VERIFY, RETIRED = "review", "drop", "verify", "retired"


def turns(state: str, *, is_typed: bool, is_waiting: bool) -> list[str]:
    """Return the states that an article can pass to, and what else can be done with it.

    What is published stays on the desk while a change to it, as typed, goes to review.
    """
    moves = [move for move in life.MOVES[state] if move != RETIRED]
    last = [RETIRED] if RETIRED in life.MOVES[state] else []
    if state != "published":
        return [*moves, *last]
    if is_waiting:
        first = [REVIEW, DROP] if is_typed else [DROP]
    else:
        first = [REVIEW, VERIFY] if is_typed else [VERIFY]
    return [*first, *moves, *last]
