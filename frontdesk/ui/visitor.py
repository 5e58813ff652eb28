"""The visitor in front of the desk: a record that opens by itself, closes with an outcome.

Nobody fills in a form. Searching, reading, routing and complaining note themselves; the strip above
every screen shows what is noted.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.base import clock
from frontdesk.core import contacts, manual
from frontdesk.core.contacts import Contact
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.core.promises import Promise

LOOKED_UP_AFTER_MS = 1_200
TELLS_MORE = frozenset({"routed", "complaint", "promise"})


class Visitor(QObject):
    """The open contact of this desk."""

    changed = Signal()

    def __init__(self, place: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._asked = ""
        self.contact: Contact | None = None
        self._settled = QTimer(self, singleShot=True, interval=LOOKED_UP_AFTER_MS)
        self._settled.timeout.connect(self.look_up)
        place.jobs.changed.connect(self._read_again)

    def reload(self) -> None:
        """Read the contact that is open, also one that a crash left open."""
        self._place.jobs.read(self, contacts.current, done=self._take)

    def asking(self, text: str) -> None:
        """Note the words once typing rests; what asks the manual is no visitor's question."""
        self._asked = "" if manual.is_only_asked(text) else text.strip()
        if self._asked:
            self._settled.start()
        else:
            self._settled.stop()

    def look_up(self) -> None:
        """Note the words that were typed."""
        self._settled.stop()
        if self._asked:
            self._note("looked_up", label=self._asked)
            self._asked = ""

    def read(self, article_id: str, title: str) -> None:
        """Note that an article was chosen."""
        self.look_up()
        self._note("read", ref=article_id, label=title)

    def name(self, name: str) -> None:
        """Note who the visitor is."""
        self._place.jobs.write(self, contacts.name_visitor, name)

    def leave(self, outcome: str = "") -> None:
        """Close the record; without an outcome it is what the entries imply.

        Who was sent, complained or was promised something is not merely "answered" by being done;
        who leaves unhappy is rung back.
        """
        self.look_up()
        if outcome == "unhappy":
            words = self.tr("Ring back: {asked}")
            self._place.jobs.write(self, left_unhappy, words, done=self._promised)
            return
        if outcome == "answered" and self.contact and self.contact.outcome in TELLS_MORE:
            outcome = self.contact.outcome
        self._place.jobs.write(self, contacts.close, outcome=outcome)

    def _promised(self, promise: Promise | None) -> None:
        if promise is None:
            self._place.messages.say(self.tr("Nobody is at the desk"), "info")
            return
        from frontdesk.core import promises
        from frontdesk.ui import due

        due_at = clock.parse(promise.due_at)
        by = due.by_when(due_at, self._place.wording, self._place.jobs.now())
        text = self.tr("Left unhappy; {what}: {when}. Ctrl+T shows it.")
        self._place.messages.say(
            text.format(what=promise.what[:1].lower() + promise.what[1:], when=by),
            "ok",
            lambda: self._place.jobs.write(self, promises.settle, promise.id, "withdrawn"),
        )

    def _note(self, what: str, label: str, ref: str = "") -> None:
        self._place.jobs.write(self, contacts.note, what, ref=ref, label=label)

    def _read_again(self, tables: frozenset[str]) -> None:
        if tables & {"contact", "contact_entry"}:
            self.reload()

    def _take(self, contact: Contact | None) -> None:
        self.contact = contact
        self.changed.emit()


def left_unhappy(tx: Any, words: str, *, now: datetime) -> Promise | None:
    """Close the visit as unhappy with the promise to ring back about what was asked last.

    `words` have the gap {asked}. None where nobody is at the desk.
    """
    from frontdesk.core import promises

    contact = contacts.current(tx.db)
    if contact is None:
        return None
    labels = [entry.label for entry in contact.entries if entry.label]
    asked = labels[-1] if labels else contact.visitor or "–"
    return promises.left_unhappy(tx, words.format(asked=asked), now=now)
