"""Complaints: on record before the visitor has finished the sentence, answered in time."""

from frontdesk.core.complaints.cases import Complaint, every, find, fold, get, still_open
from frontdesk.core.complaints.filing import annul, close, file

__all__ = ["Complaint", "annul", "close", "every", "file", "find", "fold", "get", "still_open"]
