"""What is done in the queue alone, with its keys, for the sheet of keys and the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from frontdesk.ui.commands.own import OwnKey
from frontdesk.ui.screens.queue import form
from frontdesk.ui.screens.queue.model import DEEDS, say

if TYPE_CHECKING:
    from frontdesk.ui.screens.queue.screen import QueueScreen


def own_keys(queue: QueueScreen) -> tuple[OwnKey, ...]:
    """Return what can be done with a ticket, and what shows another list."""
    deeds = [
        OwnKey(key, say(DEEDS[deed]), partial(queue.do, deed)) for deed, key in form.DIGITS.items()
    ]
    enter = QCoreApplication.translate("Queue", "Enter")
    following = queue.side.next_deed
    return (
        OwnKey(enter, say(DEEDS[following]), partial(queue.do, following)),
        *deeds,
        OwnKey("+", QCoreApplication.translate("Queue", "Let in with a slip"), queue.ask_slip),
        OwnKey("Ctrl+O", QCoreApplication.translate("Queue", "Another office"), queue.ask_office),
    )
