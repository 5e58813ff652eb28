"""The base of what opens over the right-hand side of the desk: route, complaint, promise.

The results and the visitor strip stay on screen. What is typed is saved as a draft at most a second
after the first unsaved key, so that a crash costs no more; the draft is loaded when the
panel opens again and cleared in the transaction that files it (`hand_in`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from frontdesk.base.errors import UserError
from frontdesk.core import drafts
from frontdesk.ui.keys import ENTER, KeepsKeys, hands_in, is_plain
from frontdesk.ui.language import Translated
from frontdesk.ui.workplace import Matter, Workplace

if TYPE_CHECKING:
    from frontdesk.exchange.paper import Paper
    from frontdesk.ui.commands.own import OwnKey
    from frontdesk.ui.printing import Press
    from frontdesk.ui.widgets.field import Field

AUTOSAVE_MS = 1_000


class Panel(KeepsKeys, Translated, QFrame):
    """A form over the answer. A subclass names its draft and says what is typed.

    The window calls `open(matter)` each time the panel's key is pressed, then `focus_first`; the
    panel emits `closed` when it is done or left. The window then shows the answer again and puts
    the caret into the box.
    """

    closed = Signal()
    draft_key = ""
    free_text = ""  # the field in which one writes on, when a draft comes after the first keys
    is_done = False  # it shows what came of it, and gives way to the next question

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.matter = Matter()
        self._loads = self._submits_once_loaded = False
        self._unsaved = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._unsaved.timeout.connect(self.save_draft)

    def open(self, matter: Matter) -> None:
        """Start on a matter; a panel that was left in the middle goes on where it was."""
        self.matter = matter
        if self.draft_key and not self.typed():
            self._loads = True
            self.place.jobs.read(
                self, drafts.load, self.draft_key, done=self._draft_loaded,
                failed=self._draft_unreadable,
            )  # fmt: skip

    def focus_first(self) -> None:
        """Put the caret where typing begins."""
        raise NotImplementedError  # each subclass has its own

    def typed(self) -> dict[str, Any]:
        """Return what is typed, as JSON can hold it; empty when there is nothing worth keeping."""
        return {}

    def restore(self, typed: dict[str, Any]) -> None:
        """Put back what `typed` returned."""

    def touch(self) -> None:
        """Note that something was typed: connect every field's change to this."""
        if self.draft_key and not self._unsaved.isActive():
            self._unsaved.start()

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return what can be done here alone, for the sheet of keys and the palette."""
        return ()

    def save_draft(self) -> None:
        """Save what is typed now."""
        if self._loads:  # or the first keys would replace the draft that is still on its way
            self._unsaved.start()
            return
        self._unsaved.stop()
        if typed := self.typed():
            self.place.jobs.write(self, drafts.save, self.draft_key, typed)
        else:
            self.forget_draft()

    def forget_draft(self) -> None:
        """Clear the draft: what it held is filed or was discarded."""
        self._unsaved.stop()
        self.place.jobs.write(self, drafts.save, self.draft_key, {})

    def submit(self) -> None:
        """Do what the panel is for: Ctrl+Enter, from any of its fields."""

    def hand_in(self, operation: Callable[..., Any], *fields: Any, **named: Any) -> None:
        """Write what is typed, by an operation; its draft goes in the same transaction.

        Takes `done` and `failed` as `Jobs.write` does.
        """
        self._unsaved.stop()
        self.place.jobs.write(self, drafts.hand_in, self.draft_key, operation, *fields, **named)

    def back(self) -> bool:
        """Take one step of the Esc ladder inside the panel; False when there is none left."""
        return False

    def join(self) -> None:
        """Join what is typed or just filed with what is alike, where a panel knows of any."""

    def paper(self) -> Paper | None:
        """Return what Ctrl+P prints while the panel is open; None leaves the key to the answer."""
        return None

    def print_paper(self, press: Press) -> bool:
        """Print the panel's paper; False leaves Ctrl+P to the answer."""
        if paper := self.paper():
            press.print(paper)
            return True
        return False

    def leave(self) -> None:
        """Close the panel and keep what was typed."""
        if self._unsaved.isActive():
            self.save_draft()
        self.closed.emit()

    def keeps(self, event: QKeyEvent) -> bool:
        """Keep Ctrl+Enter until the panel is done: elsewhere it means that the visitor goes."""
        return hands_in(event) and not self.is_done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Enter from whatever field has left it."""
        if hands_in(event) and self._loads:
            self._submits_once_loaded = True
        elif hands_in(event):
            self.submit()
        else:
            super().keyPressEvent(event)

    def _draft_unreadable(self, error: UserError) -> None:
        self._loads = self._submits_once_loaded = False
        self.place.messages.refuse(error)

    def _draft_loaded(self, typed: dict[str, Any]) -> None:
        """Put the draft back before whatever was typed while it was on its way."""
        self._loads = False
        later = self.typed().get(self.free_text, "")
        if typed:
            parts = filter(None, (typed.get(self.free_text, ""), later))
            self.restore({**typed, self.free_text: " ".join(parts)})
        if self._submits_once_loaded:
            self._submits_once_loaded = False
            self.submit()


class ShortForm(Panel):
    """A panel with a few fields of one line: Enter in any of them hands it in, and that once."""

    fields: dict[str, Field]

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(place, parent)
        self._is_sent = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter from any of the fields."""
        if is_plain(event) and event.key() in ENTER:
            self.submit()
        else:
            super().keyPressEvent(event)

    def _edited(self) -> None:
        for field in self.fields.values():
            field.accept()
        self.touch()

    def _refused(self, error: UserError) -> None:
        self._is_sent = False
        self.place.messages.refuse(error, self.fields.get(error.field))
