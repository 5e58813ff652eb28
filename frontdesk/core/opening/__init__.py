"""When an office is open: hours, public holidays and local closures laid over each other.

Nothing heavy is loaded before the first question: the grammar of hours with the first office that
has any, the holidays with the first site that has a country.
"""

from frontdesk.core.opening.calendar import check as check_calendar
from frontdesk.core.opening.hours import check as check_hours
from frontdesk.core.opening.saying import Saying, say, saying
from frontdesk.core.opening.state import (
    State,
    Timetable,
    day_intervals,
    is_open,
    next_opening,
    state,
)

__all__ = [
    "Saying",
    "State",
    "Timetable",
    "check_calendar",
    "check_hours",
    "day_intervals",
    "is_open",
    "next_opening",
    "say",
    "saying",
    "state",
]
