"""Which panels and screens there are, each imported when it is first opened.

A new panel is one function here and one row in the command table; the window does the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.ui.panel import Panel
    from frontdesk.ui.screen import Screen


def route(place: Workplace) -> Panel:
    """F3."""
    from frontdesk.ui.screens.route.screen import RoutePanel

    return RoutePanel(place)


def complaint(place: Workplace) -> Panel:
    """F4."""
    from frontdesk.ui.screens.complaint.screen import ComplaintPanel

    return ComplaintPanel(place)


def promise(place: Workplace) -> Panel:
    """F5."""
    from frontdesk.ui.screens.promise.screen import PromisePanel

    return PromisePanel(place)


def today(place: Workplace) -> Screen:
    """Due promises and the day's contacts."""
    from frontdesk.ui.screens.today.screen import TodayScreen

    return TodayScreen(place)


def cases(place: Workplace) -> Screen:
    """The open complaints."""
    from frontdesk.ui.screens.cases.screen import CasesScreen

    return CasesScreen(place)


# Command id -> what opens over the answer, with the visitor strip still on screen.
PANELS: dict[str, Callable[[Workplace], Panel]] = {
    "desk.route": route,
    "desk.complaint": complaint,
    "desk.promise": promise,
}

# Command id -> what takes the place of the desk, with a word of its own on the rail.
SCREENS: dict[str, Callable[[Workplace], Screen]] = {
    "screen.today": today,
    "screen.cases": cases,
}
