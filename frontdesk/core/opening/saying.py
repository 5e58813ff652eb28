"""How an office's state is told: a code with its instant, and the plain words for the terminal.

The window words the same codes through Qt; `say` serves what has no window: the command line and
the papers.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from frontdesk.base.sentences import catalogue
from frontdesk.core.opening.hours import DAY
from frontdesk.core.opening.state import State

_WEEK_DAYS = 7


class Saying(NamedTuple):
    """What to say: open_until, open, closing, opens_today, opens_tomorrow, opens_weekday (within a
    week), opens_on, closed (no opening in sight), unknown. `at` is in the office's zone.
    """

    code: str
    at: datetime | None


def saying(state: State, at: datetime) -> Saying:
    """Return what there is to say at `at` about a state at that instant."""
    if state.kind == "unknown":
        return Saying("unknown", None)
    if state.admits:
        return Saying("open_until", state.until) if state.until else Saying("open", None)
    if state.opens_at:
        return Saying(_opens(state.opens_at, at), state.opens_at)
    return Saying("closing" if state.kind == "open" else "closed", state.until)


def _opens(opens_at: datetime, at: datetime) -> str:
    days = (opens_at.date() - at.astimezone(opens_at.tzinfo).date()) // DAY
    if days < _WEEK_DAYS:
        return ("opens_today", "opens_tomorrow", "opens_weekday")[min(days, 2)]
    return "opens_on"


def say(state: State, at: datetime, lang: str) -> str:
    """Return the plain words: "open until 14:00", "opens Monday 8:30"."""
    words = catalogue(lang)
    code, instant = saying(state, at)
    if instant is None:
        return words[f"opening.{code}"]
    return words[f"opening.{code}"].format(
        time=f"{instant.hour}:{instant.minute:02d}",
        day=instant.day,
        weekday=words["opening.weekdays"].split()[instant.weekday()],
        month=words["opening.months"].split()[instant.month - 1],
    )
