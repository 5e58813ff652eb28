"""What keeps the house in order: offices, people, rules, sites, copies of the database."""

from __future__ import annotations

from frontdesk.ui.commands.command import Command

HOUSE: tuple[Command, ...] = ()
