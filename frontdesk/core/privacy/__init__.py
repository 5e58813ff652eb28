"""People's data: what is held on one person, erased on request or when its time is over."""

from frontdesk.core.privacy.forgetting import by_rule, on_request
from frontdesk.core.privacy.holdings import Held, Outcome, erase, find
from frontdesk.core.privacy.retention import apply, days, overdue, set_days

__all__ = [
    "Held", "Outcome", "apply", "by_rule", "days", "erase", "find", "on_request", "overdue",
    "set_days",
]  # fmt: skip
