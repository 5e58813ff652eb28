"""The strip above every screen: who is at the desk, since when, and what was looked up."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton

from frontdesk.base import clock
from frontdesk.ui.language import Translated
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.core.contacts import Contact
    from frontdesk.ui.visitor import Visitor

TICK_MS = 20_000
SHOWN_ENTRIES = 3
LEAST_STORY_CHARS = 8  # fewer letters of it say nothing
AROUND_NAME = 40
SPACE = 8


class VisitorStrip(Translated, QFrame):
    """Who is there, since when, what was looked up; and the two ways to close it by hand."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._visitor: Visitor | None = None
        self._sign, self._since, self._story = QLabel(), QLabel(), QLabel()
        self._name = QLineEdit()
        self._name.setProperty("private", True)
        self._solved, self._unhappy, self.user = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._name.editingFinished.connect(self._keep_name)
        place.theme.changed.connect(self._show)
        place.theme.changed.connect(self.show_user)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._show_since)
        self._tick.start()
        self.retranslate()

    def attach(self, visitor: Visitor) -> None:
        """Show this visitor from now on."""
        self._visitor = visitor
        self._solved.clicked.connect(lambda: visitor.leave("answered"))
        self._unhappy.clicked.connect(lambda: visitor.leave("unhappy"))
        visitor.changed.connect(self._show)

    def retranslate(self) -> None:
        """Set the words."""
        self._name.setPlaceholderText(self.tr("Name (if they say it)"))
        self._name.setAccessibleName(self.tr("Visitor's name"))
        self._solved.setText(self.tr("Solved"))
        self._solved.setToolTip(self.tr("Ctrl+Enter"))
        self._unhappy.setText(self.tr("Leaves unhappy"))
        self._unhappy.setToolTip(self.tr("Ctrl+Shift+Enter"))
        self.setAccessibleName(self.tr("Visitor"))
        self.show_user()
        self._show()

    def show_user(self) -> None:
        """Show the initials of who is signed in; the click is Ctrl+U."""
        session, icons = self._place.session, self._place.icons
        self.user.setVisible(session.has_user)
        if not session.has_user:
            return
        self.user.setText(session.initials)
        self.user.setIcon(icons.icon("key-round", "muted"))
        self.user.setIconSize(icons.size())
        words = self.tr("{name} is signed in; change user (Ctrl+U)").format(name=session.name)
        self.user.setToolTip(words)
        self.user.setAccessibleName(words)

    def focus_name(self) -> None:
        """Put the caret into the name."""
        self._name.setFocus()
        self._name.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_tick"):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut time and story to the room there is."""
        super().resizeEvent(event)
        self._show_since()
        self._show_story()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        self._measure()
        row.setSpacing(SPACE)
        self._name.setProperty("quiet", True)
        self._since.setProperty("role", "muted")
        self._story.setProperty("role", "muted")
        for button in (self._unhappy, self.user):
            button.setProperty("flat", True)
        self._since.setMinimumWidth(1)  # in large print the strip would be wider than the screen
        self._story.setMinimumWidth(40)
        for widget, stretch in (
            (self._sign, 0),
            (self._name, 0),
            (self._since, 0),
            (self._story, 1),
            (self._unhappy, 0),
            (self._solved, 0),
            (self.user, 0),
        ):
            row.addWidget(widget, stretch)

    def _measure(self) -> None:
        """Be as high as a button, which is hidden between two visitors, in the text size in use."""
        self._solved.ensurePolished()
        self.setMinimumHeight(self._solved.sizeHint().height() + 2)

    def _show(self) -> None:
        contact = self._contact()
        icons, px = self._place.icons, self._place.theme.px
        words = self._name.fontMetrics().horizontalAdvance(self._name.placeholderText())
        self._name.setFixedWidth(words + AROUND_NAME)
        colour = "accent" if contact else "muted"
        self._sign.setPixmap(icons.pixmap("user", colour, px(18), self.devicePixelRatioF()))
        if not self._name.hasFocus():
            self._name.setText(contact.visitor if contact else "")
        for button, icon in ((self._solved, "circle-check"), (self._unhappy, "frown")):
            button.setVisible(contact is not None)
            if contact:
                button.setIcon(icons.icon(icon))
                button.setIconSize(icons.size())
        self._name.setVisible(contact is not None)
        self._show_since()
        self._show_story()

    def _show_since(self) -> None:
        contact = self._contact()
        if contact is None:
            self._since.setText(self.tr("Next visitor: the record opens by itself"))
            return
        opened_at: datetime = clock.parse(contact.opened_at)
        lasting = (self._place.jobs.now() - opened_at).total_seconds()
        words = self._place.wording
        short = words.lasting(lasting)
        said = self.tr("since {time} · {lasting}").format(time=words.time(opened_at), lasting=short)
        fits = self._since.fontMetrics().horizontalAdvance(said) <= self._room()
        self._since.setText(said if fits else short)

    def _room(self) -> int:
        """Return the width that is left for time and story."""
        others = (self._sign, self._name, self._unhappy, self._solved)
        widths = [w.minimumWidth() or w.sizeHint().width() for w in others if not w.isHidden()]
        gaps = SPACE * (len(widths) + 2)
        return self.width() - sum(widths) - gaps - self._story.minimumWidth()

    def _show_story(self) -> None:
        contact = self._contact()
        labels = [entry.label for entry in contact.entries if entry.label] if contact else []
        if not labels:
            self._story.clear()
            return
        from PySide6.QtCore import Qt

        story = "  ›  ".join(dict.fromkeys(labels[-SHOWN_ENTRIES:]))
        metrics, room = self._story.fontMetrics(), self._story.width() - 4
        fits = room >= metrics.averageCharWidth() * LEAST_STORY_CHARS
        cut = metrics.elidedText(story, Qt.TextElideMode.ElideMiddle, room) if fits else ""
        self._story.setText(cut)
        self._story.setToolTip(story if cut != story else "")  # or it would be read twice

    def _keep_name(self) -> None:
        contact = self._contact()
        if self._visitor and contact and self._name.text().strip() != contact.visitor:
            self._visitor.name(self._name.text())

    def _contact(self) -> Contact | None:
        return self._visitor.contact if self._visitor else None
