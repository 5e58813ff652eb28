"""What the screen of PINs asks of core, and what it proposes: without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from frontdesk.base.text import fold
from frontdesk.core import accounts
from frontdesk.core.accounts import Account


@dataclass(frozen=True, slots=True)
class House:
    """Who works here, and after how many idle minutes the desk locks itself."""

    people: tuple[Account, ...]
    idle_min: int

    @property
    def has_pins(self) -> bool:
        """Whether anybody has to sign in."""
        return any(person.initials for person in self.people)


def house(db: Any) -> House:
    """Return the people of the house, those with a PIN first."""
    return House(tuple(accounts.every(db)), accounts.idle_min(db))


def proposed(name: str, people: tuple[Account, ...]) -> str:
    """Return two letters for a name that nobody has yet, '' where none come to mind."""
    words = ["".join(c for c in fold(word) if c.isascii() and c.isalpha()) for word in name.split()]
    words = [word for word in words if word]
    if not words:
        return ""
    first, rest = words[0][0], [word[0] for word in words[1:]] + list(words[0][1:])
    taken = {person.initials for person in people}
    pairs = [(first + letter).upper() for letter in rest]
    return next((pair for pair in pairs if pair not in taken), "")
