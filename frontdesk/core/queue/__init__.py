"""The queue of today: who waits where, whose turn it is, and what becomes of each visitor.

Two desks of one branch each have their own queue. The board and the lists are for the screens.
"""

from frontdesk.core.queue.arrivals import close_of_day, enter, give_priority, priorities
from frontdesk.core.queue.lists import Call, Counter, Row, at_office, board, calls, waiting
from frontdesk.core.queue.sending import send, take_back
from frontdesk.core.queue.service import (
    call_next,
    came_back,
    done,
    hold,
    left,
    no_show,
    recall,
    resume,
    start,
    transfer,
    wrong_office,
)
from frontdesk.core.queue.sharing import DoubleCall, doubles
from frontdesk.core.queue.tickets import Ticket, find, numbered
from frontdesk.core.queue.undoing import put_back

__all__ = [
    "Call",
    "Counter",
    "DoubleCall",
    "Row",
    "Ticket",
    "at_office",
    "board",
    "call_next",
    "calls",
    "came_back",
    "close_of_day",
    "done",
    "doubles",
    "enter",
    "find",
    "give_priority",
    "hold",
    "left",
    "no_show",
    "numbered",
    "priorities",
    "put_back",
    "recall",
    "resume",
    "send",
    "start",
    "take_back",
    "transfer",
    "waiting",
    "wrong_office",
]
