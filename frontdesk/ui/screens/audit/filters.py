"""What narrows the trail: words, who, kind of record, days; nothing is asked by an empty field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from frontdesk.core.audit import Wish
from frontdesk.exchange.telling import Teller
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.audit import form
from frontdesk.ui.widgets.filter_field import FilterField
from frontdesk.ui.workplace import Workplace

ASK_AFTER_MS = 150  # the pause between two letters


class TrailFilters(Translated, QWidget):
    """The fields above the list. `changed` comes a moment after the last letter."""

    changed = Signal()

    def __init__(self, place: Workplace, today: Callable[[], date]) -> None:
        super().__init__()
        self._place, self._today = place, today
        self.words, self.who, self.noun = FilterField(), QLineEdit(), QComboBox()
        self.since, self.until = QLineEdit(), QLineEdit()
        self._labels = {entry: QLabel() for entry in self._fields()}
        self._timer = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._timer.timeout.connect(self.changed)
        for entry in self._fields():
            if isinstance(entry, QLineEdit):
                entry.textChanged.connect(self._timer.start)
        self.noun.currentIndexChanged.connect(self._timer.start)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        place.theme.changed.connect(self._lay_out)
        self._lay_out()
        self.retranslate()

    def wish(self) -> Wish:
        """Return what is asked. Raises UserError for what is no day."""
        today, text = self._today(), self.words.text()
        kinds = Teller(self._place.language.code, self._place.here.zone).kinds_saying(text)
        return Wish(
            words=text, by=self.who.text(), noun=str(self.noun.currentData() or ""),
            from_on=form.day(self.since.text(), today, "since"),
            to_on=form.day(self.until.text(), today, "until"), kinds=kinds,
        )  # fmt: skip

    def mark(self, field: str) -> None:
        """Mark the day that is none; '' takes the mark away."""
        wrong = {"since": self.since, "until": self.until}.get(field)
        for entry in (self.since, self.until):
            entry.setProperty("wrong", entry is wrong)
            entry.style().polish(entry)

    def clear(self) -> bool:
        """Ask for all again; False where nothing was asked."""
        was = any(e.text() for e in self._fields() if isinstance(e, QLineEdit))
        was = was or self.noun.currentIndex() > 0
        for entry in self._fields():
            if isinstance(entry, QLineEdit):
                entry.clear()
        self.noun.setCurrentIndex(0)
        return was

    def ask_now(self) -> None:
        """Ask at once for what was typed."""
        if self._timer.isActive():
            self._timer.stop()
            self.changed.emit()

    def retranslate(self) -> None:
        """Set the words."""
        names: dict[QLineEdit | QComboBox, str] = {
            self.words: self.tr("&Words, folio, title"),
            self.who: self.tr("Wh&o"),
            self.noun: self.tr("&Record"),
            self.since: self.tr("Fro&m"),
            self.until: self.tr("&Until"),
        }
        for entry, name in names.items():
            self._labels[entry].setText(name)
            entry.setAccessibleName(name.replace("&", ""))
        self._hint()
        chosen = max(self.noun.currentIndex(), 0)
        teller = Teller(self._place.language.code, self._place.here.zone)
        self.noun.blockSignals(True)
        self.noun.clear()
        self.noun.addItem(self.tr("All"), "")
        for noun in form.NOUNS:
            self.noun.addItem(teller.noun(noun), noun)
        self.noun.setCurrentIndex(chosen)
        self.noun.blockSignals(False)

    def _hint(self) -> None:
        """Say in the fields what may be typed, in large print what they are."""
        large = self._place.theme.is_large
        day = self.tr("21/11, Monday")
        hints = {self.who: self.tr("Initials or name"), self.since: day, self.until: day}
        for entry in (self.words, *hints):
            name = entry.accessibleName()
            entry.setPlaceholderText(name if large else hints.get(entry, ""))

    def _fields(self) -> tuple[QLineEdit | QComboBox, ...]:
        return (self.words, self.who, self.noun, self.since, self.until)

    def _lay_out(self) -> None:
        """Put the fields in one row; in large print without the words above them."""
        space, large = self._place.theme.space, self._place.theme.is_large
        self._grid.setSpacing(space("s"))
        for place, entry in enumerate(self._fields()):
            label = self._labels[entry]
            label.setProperty("role", "small")
            label.setBuddy(entry)
            self._grid.addWidget(label, 0, place)
            label.setVisible(not large)
            self._grid.addWidget(entry, 1, place)
            self._grid.setColumnStretch(place, 3 if entry is self.words else 2)
            entry.setMinimumWidth(self._place.theme.px(60))
        self._hint()
        self.noun.setMinimumContentsLength(6)
        self.noun.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
