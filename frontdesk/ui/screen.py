"""The base of what takes the place of the desk: a list and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.language import Translated
from frontdesk.ui.workplace import Matter, Workplace

if TYPE_CHECKING:
    from frontdesk.ui.commands.own import OwnKey
    from frontdesk.ui.printing import Press


class Screen(Translated, QWidget):
    """A screen of its own. It reads when it comes on screen and when one of its tables changes."""

    asks = Signal(str)  # words for the box, which open what the screen speaks of
    edits = Signal(str)  # the id of an article that is to be edited
    tables: frozenset[str] = frozenset()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self._first: QWidget = self
        place.jobs.changed.connect(self._changed)

    def read(self) -> None:
        """Ask for what the screen shows."""
        raise NotImplementedError  # each subclass has its own

    def open(self, matter: Matter) -> None:
        """Take up what is on the desk's table, where the screen is about that."""

    def show_one(self, name: str) -> None:
        """Show the one thing of this name that the box found, where the screen has such."""

    def in_hand(self) -> tuple[str, str, str] | None:
        """Return noun, id and title of the record in hand, whose history can be shown."""
        return None

    def back(self) -> bool:
        """Take one step of the Esc ladder inside the screen; False when there is none left."""
        return False

    def print_paper(self, press: Press) -> bool:
        """Print what Ctrl+P means on this screen; False leaves the key to the answer."""
        return False

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return what can be done here alone, for the sheet of keys and the palette."""
        return ()

    def setFocusProxy(self, first: QWidget) -> None:
        """Say what has the focus when the screen is given it.

        Qt's own proxy would take what stands before `first` out of the reach of Tab.
        """
        self._first = first

    def setFocus(self, *reason: Qt.FocusReason) -> None:
        """Give the focus to where work begins."""
        if self._first is self:
            super().setFocus(*reason)
        else:
            self._first.setFocus(*reason)

    def save_draft(self) -> None:
        """Save now what is being typed; the window calls this before it closes."""

    def showEvent(self, event: QShowEvent) -> None:
        """Read when it comes on screen."""
        super().showEvent(event)
        self.read()

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & self.tables and self.isVisible():
            self.read()
