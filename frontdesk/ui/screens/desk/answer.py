"""The answer: what to say, what to bring, cost, term, where and whether it is open, then the rest.

What a visitor waits for stands above the fold. The long text is filled in a moment later, because
setting Markdown costs more than a key may.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from frontdesk.core.desk import Answer
from frontdesk.core.knowledge.articles import Article
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.desk.facts import Fact, PlaceLine, Section
from frontdesk.ui.widgets.item_list import Item, ItemList
from frontdesk.ui.widgets.label import words
from frontdesk.ui.widgets.reading import Reading
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.ui.screens.desk.files import Files

BODY_AFTER_MS = 90
TWO_COLUMNS_PX = 560
FACTS_PX = 440
ACROSS = QBoxLayout.Direction.LeftToRight
MAX_PLACES = 4


class AnswerPane(Translated, QScrollArea):
    """One article, or one office, as the desk answers it."""

    link_followed = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._answer: Answer | None = None
        self._files: Files | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ringed", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()
        self._later = QTimer(self, singleShot=True, interval=BODY_AFTER_MS)
        self._later.timeout.connect(self._show_body)
        self.retranslate()

    @property
    def answer(self) -> Answer | None:
        """What is on screen."""
        return self._answer

    def show_answer(self, answer: Answer, now: datetime) -> None:
        """Show another article; the same one again only renews what the clock changes."""
        before = self._answer
        self._answer = answer
        article = answer.card.article
        if before is None or before.card != answer.card:
            self._fill(article)
            self._body.hide()
            self._later.start()
            self.verticalScrollBar().setValue(0)
        self._show_files(answer)
        for line, spot in zip(self._places, [*answer.places, *[None] * MAX_PLACES], strict=False):
            line.show_place(spot, now)
        self._where.setVisible(bool(answer.places))

    def retranslate(self) -> None:
        """Set headings, and the facts again."""
        self._where.set_title(self.tr("Where"))
        self._bring.set_title(self.tr("What to bring"))
        self._steps.set_title(self.tr("What happens"))
        self._may.set_title(self.tr("What the desk may settle itself"))
        self._cost.set_title(self.tr("Cost"))
        self._term.set_title(self.tr("Takes"))
        self._who.set_title(self.tr("Who may ask"))
        self.setAccessibleName(self.tr("Answer"))
        self._body.setAccessibleName(self.tr("Full text"))
        if self._answer:
            self._fill(self._answer.card.article)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set facts, papers and steps side by side where there is room."""
        super().resizeEvent(event)
        width, px = self.viewport().width(), self._place.theme.px
        for layout, needed in ((self._facts, FACTS_PX), (self._columns, TWO_COLUMNS_PX)):
            across = width >= px(needed)
            layout.setDirection(ACROSS if across else QBoxLayout.Direction.TopToBottom)

    def _build(self) -> None:
        page = QWidget()
        page.setProperty("plain", True)
        self._page = column = QVBoxLayout(page)
        space = self._place.theme.space
        column.setContentsMargins(space("xl"), space("l"), space("xl"), space("l"))
        column.setSpacing(14)
        column.addLayout(self._build_head())
        column.addWidget(self._build_say())
        column.addLayout(self._build_facts())
        column.addWidget(self._build_where())
        self._columns = QBoxLayout(ACROSS)
        self._columns.setSpacing(space("l"))
        self._papers = ItemList(self._place.theme)
        self._walk = ItemList(self._place.theme, numbered=True)
        self._bring, self._steps = Section(self._papers), Section(self._walk)
        for section in (self._bring, self._steps):
            self._columns.addWidget(section, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._columns)
        self._authority = words("body")
        self._may = Section(self._authority)
        self._body = Reading()
        self._body.asked_for.connect(self.link_followed)
        self._foot = words("small")
        for widget in (self._may, self._body, self._foot):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(page)

    def _build_head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(6)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        self._kind, self._code, self._warning = QLabel(), QLabel(), QLabel()
        for chip in (self._kind, self._code, self._warning):
            chip.setProperty("chip", True)
            chips.addWidget(chip)
        self._warning.setProperty("tone", "warn")
        chips.addStretch(1)
        self._title = words("title")
        head.addLayout(chips)
        head.addWidget(self._title)
        return head

    def _build_say(self) -> QFrame:
        self._say_frame = QFrame()
        self._say_frame.setProperty("say", True)
        row = QHBoxLayout(self._say_frame)
        row.setContentsMargins(16, 14, 18, 14)
        row.setSpacing(12)
        self._quote = QLabel()
        self._say = words("say")
        row.addWidget(self._quote, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._say, 1)
        self._place.theme.changed.connect(self._draw_quote)
        self._draw_quote()
        return self._say_frame

    def _draw_quote(self) -> None:
        size = self._place.theme.px(20)
        self._quote.setPixmap(self._place.icons.pixmap("quote", "accent", size, 2.0))

    def _build_facts(self) -> QBoxLayout:
        self._facts = row = QBoxLayout(ACROSS)
        row.setSpacing(self._place.theme.space("m"))
        self._cost = Fact("banknote", self._place)
        self._term = Fact("hourglass", self._place)
        self._who = Fact("user-check", self._place, role="body")
        for fact, stretch in ((self._cost, 4), (self._term, 4), (self._who, 7)):
            row.addWidget(fact, stretch)
        return row

    def _build_where(self) -> Section:
        self._places = [PlaceLine(self._place) for _ in range(MAX_PLACES)]
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for line in self._places:
            column.addWidget(line)
        self._where = Section(lines)
        return self._where

    def _fill(self, article: Article) -> None:
        say = self._place.wording
        self._kind.setText(say.kind(article.kind))
        _show(self._code, article.code)
        _show(self._warning, self._warning_of())
        self._title.setText(article.title)
        self._say.setText(article.say)
        self._say_frame.setVisible(bool(article.say))
        cost = say.money(article.price, article.currency) if article.price else ""
        self._cost.show_fact(cost or article.cost_note, article.cost_note if cost else "")
        self._term.show_fact(article.term)
        self._who.show_fact(article.who)
        self._papers.set_items(tuple(Item(text) for text in article.papers))
        self._bring.setVisible(bool(article.papers))
        self._walk.set_items(self._steps_of(article))
        self._steps.setVisible(bool(article.steps))
        _show(self._authority, article.authority)
        self._may.setVisible(bool(article.authority))
        _show(self._foot, " · ".join(filter(None, self._sources_of(article))))

    def _show_files(self, answer: Answer) -> None:
        """Show what can be handed on; most articles have no file, and build nothing for it."""
        if answer.files and self._files is None:
            from frontdesk.ui.screens.desk.files import Files

            self._files = Files(self._place)
            self._page.insertWidget(self._page.indexOf(self._foot), self._files)
        if self._files:
            self._files.show_files(answer.files)
            self._files.setVisible(bool(answer.files))

    def _steps_of(self, article: Article) -> tuple[Item, ...]:
        names = self._answer.card.step_offices if self._answer else ()
        items = []
        say = self._place.wording
        for step, office in zip(article.steps, names, strict=True):
            lasting = say.lasting(step.minutes * 60) if step.minutes else ""
            cost = say.money(step.cost, article.currency) if step.cost else ""
            told = filter(None, (office, lasting, cost, *step.papers))
            items.append(Item(step.text, " · ".join(told)))
        return tuple(items)

    def _warning_of(self) -> str:
        card = self._answer.card if self._answer else None
        if card is None:
            return ""
        if not card.is_valid:
            return self.tr("Not in force today")
        return self.tr("Review overdue: check before you promise") if card.is_stale else ""

    def _sources_of(self, article: Article) -> tuple[str, ...]:
        day = self._place.wording.day_text
        return (
            article.legal_basis,
            self.tr("In force since {day}").format(day=day(article.valid_from))
            if article.valid_from
            else "",
            self.tr("until {day}").format(day=day(article.valid_to)) if article.valid_to else "",
            self.tr("Kept by {owner}").format(owner=article.owner) if article.owner else "",
            article.source,
        )

    def _show_body(self) -> None:
        body = self._answer.card.article.body if self._answer else ""
        if body:
            self._body.show_markdown(body)
        self._body.setVisible(bool(body))


def _show(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
