"""People's data: what is held on one person, erased on request or when its time is over."""

from frontdesk.core.privacy.holdings import Held, Outcome, erase, find
from frontdesk.core.privacy.retention import apply, days, overdue, set_days

__all__ = ["Held", "Outcome", "apply", "days", "erase", "find", "overdue", "set_days"]
