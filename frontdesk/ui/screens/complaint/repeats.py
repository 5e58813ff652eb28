"""The line under the text: who else complains of the same, and the one key that joins them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from frontdesk.base import clock
from frontdesk.core.complaints import Alike
from frontdesk.ui.language import Translated
from frontdesk.ui.messages import announce
from frontdesk.ui.workplace import Workplace


class Repeats(Translated, QFrame):
    """One line, or nothing. `asked` comes when its button is pressed."""

    asked = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._group: Alike | None = None
        self.joins = False
        self._sign, self._text, self._join = QLabel(), QLabel(), QPushButton()
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        for widget, stretch in ((self._sign, 0), (self._text, 1), (self._join, 0)):
            row.addWidget(widget, stretch)
        self._join.clicked.connect(self.asked)
        self._draw()
        place.theme.changed.connect(self._draw)
        self.retranslate()

    @property
    def group(self) -> Alike | None:
        """The complaints that the line speaks of."""
        return self._group

    def show_group(self, group: Alike | None) -> None:
        """Tell of those alike; a line that says something else than before is announced."""
        said = self._text.text()
        self._group = group
        self.joins = self.joins and group is not None
        self.retranslate()
        if group and self._text.text() != said:
            announce(self, self._text.text())

    def toggle(self) -> None:
        """Mark the complaint that is being typed to be joined, or not to be."""
        if self._group:
            self.joins = not self.joins
            self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setVisible(self._group is not None)
        if self._group is None:
            self._text.clear()
            return
        self._text.setText(self._told(self._group))
        self._join.setText(
            self.tr("Will be joined (Ctrl+J)") if self.joins else self.tr("Join (Ctrl+J)")
        )
        self.setProperty("notice", "ok" if self.joins else "info")
        self.style().polish(self)
        self.setAccessibleName(self._text.text())

    def _told(self, group: Alike) -> str:
        """Return the one line: how many, where, since when, what is being done by whom."""
        words, count = self._place.wording, len(group.complaint_ids)
        said = self.tr("1 alike")
        if count > 1:
            said = self.tr("{count} alike, of {people} people").format(
                count=count, people=group.people
            )
        where = self.tr("same office") if group.is_same_office else group.office_name
        day = words.day(clock.day(clock.parse(group.since_at), words.zone))
        since = self.tr("since {day}").format(day=day)
        said = ", ".join(filter(None, (said, where if group.office_name else "", since)))
        if group.action:
            pending = self.tr("{alike}; action pending with {owner}")
            return pending.format(alike=said, owner=group.action.owner)
        if group.cause:
            return self.tr("{alike}; cause: {cause}").format(alike=said, cause=group.cause.title)
        return said

    def _draw(self) -> None:
        self._sign.setPixmap(
            self._place.icons.pixmap("history", "accent", 18, self.devicePixelRatioF())
        )
