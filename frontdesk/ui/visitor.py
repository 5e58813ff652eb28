"""The visitor in front of the desk: a record that opens by itself, closes with an outcome.

Nobody fills in a form. Searching, reading, routing and complaining note themselves; the strip above
every screen shows what is noted.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from frontdesk.base import clock
from frontdesk.core import contacts
from frontdesk.core.contacts import Contact
from frontdesk.ui.language import Translated
from frontdesk.ui.workplace import Workplace

LOOKED_UP_AFTER_MS = 1_200
TICK_MS = 20_000
SHOWN_ENTRIES = 3


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
        """Close the record; without an outcome it is what the entries imply."""
        self.look_up()
        self._place.jobs.write(self, contacts.close, outcome=outcome)

    def _note(self, what: str, label: str, ref: str = "") -> None:
        self._place.jobs.write(self, contacts.note, what, ref=ref, label=label)

    def _read_again(self, tables: frozenset[str]) -> None:
        if tables & {"contact", "contact_entry"}:
            self.reload()

    def _take(self, contact: Contact | None) -> None:
        self.contact = contact
        self.changed.emit()


class VisitorStrip(Translated, QFrame):
    """Who is there, since when, what was looked up; and the two ways to close it by hand."""

    def __init__(self, visitor: Visitor, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._visitor, self._place = visitor, place
        self._sign, self._since, self._story = QLabel(), QLabel(), QLabel()
        self._name = QLineEdit()
        self._solved, self._unhappy = QPushButton(), QPushButton()
        self._lay_out()
        self._name.editingFinished.connect(self._keep_name)
        self._solved.clicked.connect(lambda: visitor.leave("answered"))
        self._unhappy.clicked.connect(lambda: visitor.leave("unhappy"))
        visitor.changed.connect(self._show)
        place.theme.changed.connect(self._show)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._show_since)
        self._tick.start()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._name.setPlaceholderText(self.tr("Name (if they say it)"))
        self._name.setAccessibleName(self.tr("Visitor's name"))
        self._solved.setText(self.tr("Solved"))
        self._solved.setToolTip("Ctrl+Enter")
        self._unhappy.setText(self.tr("Leaves unhappy"))
        self._unhappy.setToolTip("Ctrl+Shift+Enter")
        self.setAccessibleName(self.tr("Visitor"))
        self._show()

    def focus_name(self) -> None:
        """Put the caret into the name."""
        self._name.setFocus()
        self._name.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the story to the room there is."""
        super().resizeEvent(event)
        self._show_story()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        self.setMinimumHeight(self._solved.sizeHint().height() + 2)
        row.setSpacing(8)
        self._name.setProperty("quiet", True)
        self._since.setProperty("role", "muted")
        self._story.setProperty("role", "muted")
        self._unhappy.setProperty("flat", True)
        self._name.setMaximumWidth(self._place.theme.px(190))
        self._story.setMinimumWidth(40)
        for widget, stretch in (
            (self._sign, 0),
            (self._name, 0),
            (self._since, 0),
            (self._story, 1),
            (self._unhappy, 0),
            (self._solved, 0),
        ):
            row.addWidget(widget, stretch)

    def _show(self) -> None:
        contact = self._visitor.contact
        icons, px = self._place.icons, self._place.theme.px
        colour = "accent" if contact else "muted"
        self._sign.setPixmap(icons.pixmap("user", colour, px(18), self.devicePixelRatioF()))
        if not self._name.hasFocus():
            self._name.setText(contact.visitor if contact else "")
        for button, icon in ((self._solved, "circle-check"), (self._unhappy, "frown")):
            button.setIcon(icons.icon(icon))
            button.setIconSize(icons.size())
            button.setVisible(contact is not None)
        self._name.setVisible(contact is not None)
        self._show_since()
        self._show_story()

    def _show_since(self) -> None:
        contact = self._visitor.contact
        if contact is None:
            self._since.setText(self.tr("Next visitor: the record opens by itself"))
            return
        opened_at: datetime = clock.parse(contact.opened_at)
        lasting = (self._place.jobs.now() - opened_at).total_seconds()
        words = self._place.wording
        self._since.setText(
            self.tr("since {time} · {lasting}").format(
                time=words.time(opened_at), lasting=words.lasting(lasting)
            )
        )

    def _show_story(self) -> None:
        contact = self._visitor.contact
        labels = [entry.label for entry in contact.entries if entry.label] if contact else []
        story = "  ›  ".join(dict.fromkeys(labels[-SHOWN_ENTRIES:]))
        fitting = self._story.fontMetrics().elidedText(
            story, Qt.TextElideMode.ElideMiddle, max(self._story.width() - 4, 20)
        )
        self._story.setText(fitting)
        self._story.setToolTip(story)

    def _keep_name(self) -> None:
        contact = self._visitor.contact
        if contact and self._name.text().strip() != contact.visitor:
            self._visitor.name(self._name.text())
