"""What keeps the house in order: offices, people, rules, sites, copies of the database."""

from __future__ import annotations

from frontdesk.ui.commands.command import Command
from frontdesk.ui.language import QT_TRANSLATE_NOOP

LEADS = frozenset({"admin", "manager"})

HOUSE: tuple[Command, ...] = (
    Command(
        "house.close",
        QT_TRANSLATE_NOOP("Commands", "We are closed"),
        ("Ctrl+D",),
        "door-closed",
        "house",
        QT_TRANSLATE_NOOP("Commands", "All offices, in one sentence: tomorrow we close at 12"),
        LEADS,
    ),
)
