"""What stands at the right while nothing is asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from frontdesk.base import clock
from frontdesk.ui.commands import Command
from frontdesk.ui.language import Translated
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.label import words
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.core.desk import News

SHOWN_NEWS = 2


class FirstPage(Translated, QScrollArea):
    """The day, its news, and the keys that matter: ready for the next visitor."""

    def __init__(self, place: Workplace, commands: tuple[Command, ...]) -> None:
        super().__init__()
        self._place, self._commands = place, commands
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("plain", True)
        self._column = QVBoxLayout(page)
        space = place.theme.space
        self._column.setContentsMargins(space("xl"), space("xl"), space("xl"), space("l"))
        self._column.setSpacing(space("l"))
        self._day, self._title, self._due = words("muted"), words("title"), words("body")
        self._care = words("body")
        self._care.setProperty("tone", "warn")
        self._care.hide()
        self._promises_due = 0
        self._beginning = words("body")
        self._beginning.hide()
        for label in (self._day, self._due):
            label.setWordWrap(False)
        self._due.setProperty("chip", True)
        self._due.setProperty("tone", "warn")
        self._news = [NewsCard() for _ in range(SHOWN_NEWS)]
        self._keys_title = words("heading")
        self._keys = QGridLayout()
        self._keys.setHorizontalSpacing(space("l"))
        self._keys.setVerticalSpacing(10)
        day = FlowLayout(space("m"))
        day.addWidget(self._day)
        day.addWidget(self._due)
        self._column.addLayout(day)
        for widget in (self._care, self._title, self._beginning, *self._news, self._keys_title):
            self._column.addWidget(widget)
        self._column.addLayout(self._keys)
        self._column.addStretch(1)
        self.setWidget(page)
        self.retranslate()

    def show_news(self, news: tuple[News, ...], today: date) -> None:
        """Show the news nearest to today."""
        wording = self._place.wording
        for card, item in zip(self._news, [*news[:SHOWN_NEWS], *[None] * SHOWN_NEWS], strict=False):
            card.show_news(item, wording.in_force(item.valid_from, today) if item else "")

    def show_due(self, count: int) -> None:
        """Say how many promises are due today: the day opens on them."""
        self._promises_due = count
        one = self.tr("A promise is due today: Ctrl+T")
        many = self.tr("{count} promises are due today: Ctrl+T").format(count=count)
        self._due.setText(one if count == 1 else many)
        self._due.setVisible(count > 0)

    def remind(self, text: str) -> None:
        """Say what somebody should see to; nothing at all for no text."""
        self._care.setText(text)
        self._care.setVisible(bool(text))

    def reminder(self) -> str:
        """Return what somebody should see to."""
        return self._care.text()

    def show_beginning(self, *, has_articles: bool) -> None:
        """Say how the first articles come in, while there are none."""
        self._beginning.setVisible(not has_articles)

    def retranslate(self) -> None:
        """Set the words and the table of keys."""
        self._beginning.setText(
            self.tr(
                "There are no articles yet. Bring in what you have, Excel, Word or a folder of "
                "texts: Ctrl+Shift+P, “Import”. Or write the first one: Ctrl+Shift+E."
            )
        )
        self.show_due(self._promises_due)
        today = clock.day(self._place.jobs.now(), self._place.here.zone)
        self._day.setText(self._place.wording.long_day(today))
        self._title.setText(self.tr("Type what the visitor asks"))
        self._keys_title.setText(self.tr("One key each"))
        self.setAccessibleName(self.tr("First page"))
        while item := self._keys.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for line, command in enumerate(self._commands):
            cap, word, hint = QLabel(command.key_text), words("body"), words("muted")
            cap.setProperty("keycap", True)
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            cap.setMinimumWidth(self._place.theme.px(44))
            place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            word.setText(command.title)
            hint.setText(command.sentence)
            for column, widget in enumerate((cap, word, hint)):
                self._keys.addWidget(
                    widget, line, column, place if column == 0 else Qt.AlignmentFlag.AlignTop
                )
        self._keys.setColumnStretch(2, 1)


class NewsCard(QFrame):
    """A piece of news: since when, what it is, what to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("say", True)
        self._since, self._title, self._say = words("small"), words("strong"), words("body")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        for label in (self._since, self._title, self._say):
            column.addWidget(label)
        self.hide()

    def show_news(self, news: News | None, since: str) -> None:
        """Show it; nothing at all for None."""
        self.setVisible(news is not None)
        if news:
            self._since.setText(since)
            self._title.setText(news.title)
            self._say.setText(news.say)
            self._say.setVisible(bool(news.say))
