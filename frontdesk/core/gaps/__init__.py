"""Gaps: what people ask for and the house does not answer yet, and what is done about it."""

from frontdesk.core.gaps.asking import KINDS, Asked, key_of
from frontdesk.core.gaps.closings import (
    HOWS,
    Closing,
    add_synonym,
    dismiss,
    fold,
    link,
    withdraw,
    write,
)
from frontdesk.core.gaps.listing import STATES, Gap, gaps

__all__ = [
    "HOWS",
    "KINDS",
    "STATES",
    "Asked",
    "Closing",
    "Gap",
    "add_synonym",
    "dismiss",
    "fold",
    "gaps",
    "key_of",
    "link",
    "withdraw",
    "write",
]
