"""Complaints: on record before the visitor has finished the sentence, answered in time."""

from frontdesk.core.complaints.blank import Blank, blank
from frontdesk.core.complaints.cases import Complaint, every, find, fold, get, still_open
from frontdesk.core.complaints.filing import file
from frontdesk.core.complaints.life import UNDONE, annul, close, reopen

__all__ = [
    "UNDONE",
    "Blank",
    "Complaint",
    "annul",
    "blank",
    "close",
    "every",
    "file",
    "find",
    "fold",
    "get",
    "reopen",
    "still_open",
]
