"""One row of the command table."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from frontdesk.ui.language import QT_TRANSLATE_NOOP

EVERYONE = frozenset({"receptionist", "admin", "manager"})
GROUPS = {
    "answer": QT_TRANSLATE_NOOP("Commands", "Answer"),
    "visitor": QT_TRANSLATE_NOOP("Commands", "Visitor"),
    "knowledge": QT_TRANSLATE_NOOP("Commands", "Knowledge"),
    "house": QT_TRANSLATE_NOOP("Commands", "House"),
    "window": QT_TRANSLATE_NOOP("Commands", "Window"),
}


class Command(NamedTuple):
    """One thing that a person can ask of the window.

    A command with several keys chooses a place in a list: its slot gets the place, from 0 (Alt+1
    to Alt+9). `hint` is the sentence beside the word in palette and cheat sheet.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: str = "window"
    hint: str = ""
    roles: frozenset[str] = EVERYONE

    @property
    def title(self) -> str:
        """The command's word in the language in use."""
        return QCoreApplication.translate("Commands", self.text)

    @property
    def sentence(self) -> str:
        """The hint in the language in use; empty where the word says it all."""
        return QCoreApplication.translate("Commands", self.hint) if self.hint else ""

    @property
    def key_text(self) -> str:
        """The keys as people read them on their keyboard: `Ctrl+K`, `Alt+1…9`, `Mayús+F1`."""
        names = [printed(key) for key in self.keys]
        return f"{names[0]}…{names[-1][-1]}" if len(names) > 1 else "".join(names)


def printed(key: str) -> str:
    """Return a key as it is printed on the keyboards of the language in use."""
    enter = QCoreApplication.translate("Commands", "Enter")
    shift = QCoreApplication.translate("Commands", "Shift")
    return key.replace("Return", enter).replace("Shift", shift)
