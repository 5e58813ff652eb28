"""Routing: from a need to the right office, open, with the right papers, and a slip to go there.

`find` or `need` loads what a decision rests on, `decide` decides it without a database or a clock,
`issue_slip` writes it down and refuses what the decision refuses.
"""

from frontdesk.core.routing.answers import as_json
from frontdesk.core.routing.needs import Need, Place, Stop, find, need, office_need
from frontdesk.core.routing.plans import Line, Plan, decide, papers_named
from frontdesk.core.routing.slips import (
    REASONS,
    Slip,
    fold,
    get,
    issue_slip,
    issued_on,
    numbered,
    plan_of,
    take_number,
    withdraw,
)

__all__ = [
    "REASONS",
    "Line",
    "Need",
    "Place",
    "Plan",
    "Slip",
    "Stop",
    "as_json",
    "decide",
    "find",
    "fold",
    "get",
    "issue_slip",
    "issued_on",
    "need",
    "numbered",
    "office_need",
    "papers_named",
    "plan_of",
    "take_number",
    "withdraw",
]
