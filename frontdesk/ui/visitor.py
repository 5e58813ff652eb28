"""The visitor in front of the desk: a record that opens by itself, closes with an outcome.

Nobody fills in a form. Searching, reading, routing and complaining note themselves; the strip above
every screen shows what is noted.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.core import contacts
from frontdesk.core.contacts import Contact
from frontdesk.ui.workplace import Workplace

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
        """Note the words once typing rests."""
        self._asked = text.strip()
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

        Who was sent, complained or was promised something is not merely "answered" by being done.
        """
        self.look_up()
        if outcome == "answered" and self.contact and self.contact.outcome in TELLS_MORE:
            outcome = self.contact.outcome
        self._place.jobs.write(self, contacts.close, outcome=outcome)

    def _note(self, what: str, label: str, ref: str = "") -> None:
        self._place.jobs.write(self, contacts.note, what, ref=ref, label=label)

    def _read_again(self, tables: frozenset[str]) -> None:
        if tables & {"contact", "contact_entry"}:
            self.reload()

    def _take(self, contact: Contact | None) -> None:
        self.contact = contact
        self.changed.emit()
