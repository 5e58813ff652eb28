"""Every command of the window in one table: shortcuts, palette, cheat sheet and tests read it.

Function keys never move: a key that stands here keeps its meaning. A command enters the table once
it does something; `Commands.bind` says what. A new command is a row in the module of its group.
"""

from frontdesk.ui.commands.bound import Commands
from frontdesk.ui.commands.command import EVERYONE, GROUPS, Command
from frontdesk.ui.commands.desk import DESK
from frontdesk.ui.commands.house import HOUSE
from frontdesk.ui.commands.knowledge import KNOWLEDGE
from frontdesk.ui.commands.screens import SCREENS
from frontdesk.ui.commands.window import WINDOW

TABLE: tuple[Command, ...] = (*DESK, *SCREENS, *KNOWLEDGE, *HOUSE, *WINDOW)

__all__ = ["EVERYONE", "GROUPS", "TABLE", "Command", "Commands"]
