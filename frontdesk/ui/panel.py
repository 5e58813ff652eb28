"""The base of what opens over the right-hand side of the desk: route, complaint, promise.

The results and the visitor strip stay on screen beside it. What is typed is saved as a draft at most
a second after the first unsaved key, so that a crash costs no more; the draft is loaded when the
panel opens again and cleared by the operation that files it (`drafts.clear(tx, key)`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from frontdesk.core import drafts
from frontdesk.ui.language import Translated
from frontdesk.ui.workplace import Matter, Workplace

if TYPE_CHECKING:
    from frontdesk.exchange.documents import Paper

AUTOSAVE_MS = 1_000


class Panel(Translated, QFrame):
    """A form over the answer. A subclass names its draft and says what is typed.

    The window calls `open(matter)` each time the panel's key is pressed, then `focus_first`; the
    panel emits `closed` when it is done or left. The window then shows the answer again and puts
    the caret into the box.
    """

    closed = Signal()
    draft_key = ""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.matter = Matter()
        self.setProperty("card", True)
        self._unsaved = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._unsaved.timeout.connect(self.save_draft)

    def open(self, matter: Matter) -> None:
        """Start on a matter; a panel that was left in the middle goes on where it was."""
        self.matter = matter
        if self.draft_key:
            self.place.jobs.read(self, drafts.load, self.draft_key, done=self._draft_loaded)

    def focus_first(self) -> None:
        """Put the caret where typing begins."""
        raise NotImplementedError

    def typed(self) -> dict[str, Any]:
        """Return what is typed, as JSON can hold it; empty when there is nothing worth keeping."""
        return {}

    def restore(self, typed: dict[str, Any]) -> None:
        """Put back what `typed` returned."""

    def touch(self) -> None:
        """Note that something was typed: connect every field's change to this."""
        if self.draft_key and not self._unsaved.isActive():
            self._unsaved.start()

    def save_draft(self) -> None:
        """Save what is typed now."""
        self._unsaved.stop()
        if typed := self.typed():
            self.place.jobs.write(self, drafts.save, self.draft_key, typed)
        else:
            self.forget_draft()

    def forget_draft(self) -> None:
        """Clear the draft: what it held is filed or was discarded."""
        self._unsaved.stop()
        self.place.jobs.write(self, _clear, self.draft_key)

    def back(self) -> bool:
        """Take one step of the Esc ladder inside the panel; False when there is none left."""
        return False

    def paper(self) -> Paper | None:
        """Return what Ctrl+P prints while the panel is open; None leaves the key to the answer."""
        return None

    def leave(self) -> None:
        """Close the panel and keep what was typed."""
        if self._unsaved.isActive():
            self.save_draft()
        self.closed.emit()

    def _draft_loaded(self, typed: dict[str, Any]) -> None:
        if typed and not self.typed():  # what is being typed now is newer than the draft
            self.restore(typed)


def _clear(tx: Any, key: str, *, now: object) -> None:
    drafts.clear(tx, key)
