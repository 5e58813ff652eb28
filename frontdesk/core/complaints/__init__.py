"""Complaints: on record before the visitor has finished the sentence, answered in time."""

from frontdesk.core.complaints import causes
from frontdesk.core.complaints.blank import Blank, blank
from frontdesk.core.complaints.cases import Complaint, every, find, fold, get, still_open
from frontdesk.core.complaints.filing import file
from frontdesk.core.complaints.handing import hand_to_site
from frontdesk.core.complaints.joining import join, part
from frontdesk.core.complaints.life import UNDONE, annul, close, reopen
from frontdesk.core.complaints.repeats import Alike, alike
from frontdesk.core.complaints.suggesting import Suggestion, suggest

__all__ = [
    "UNDONE",
    "Alike",
    "Blank",
    "Complaint",
    "Suggestion",
    "alike",
    "annul",
    "blank",
    "causes",
    "close",
    "every",
    "file",
    "find",
    "fold",
    "get",
    "hand_to_site",
    "join",
    "part",
    "reopen",
    "still_open",
    "suggest",
]
