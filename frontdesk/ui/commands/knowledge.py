"""What keeps the knowledge true: import, write, review, fill gaps."""

from __future__ import annotations

from frontdesk.ui.commands.command import Command

KNOWLEDGE: tuple[Command, ...] = ()
