"""The articles that send people wrong, with what was noted each time; Enter opens the article.

It counts wrong ways of articles, never of people.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from frontdesk.base import clock
from frontdesk.core import bounces
from frontdesk.core.bounces import Bounce, Culprit
from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.screen import Screen
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.table import Cell, RowsModel, Table, WordedModel
from frontdesk.ui.workplace import Workplace

DAYS = 90
KINDS = {
    "wrong_office": QT_TRANSLATE_NOOP("Strays", "The office sent them on"),
    "second_referral": QT_TRANSLATE_NOOP("Strays", "Sent a second time"),
    "came_back": QT_TRANSLATE_NOOP("Strays", "Came back"),
}
WHYS = {
    "other_office": QT_TRANSLATE_NOOP("Strays", "another office does this"),
    "papers": QT_TRANSLATE_NOOP("Strays", "other papers were needed"),
    "closed": QT_TRANSLATE_NOOP("Strays", "closed, or nobody there"),
    "other_step": QT_TRANSLATE_NOOP("Strays", "something else had to be done first"),
    "other": QT_TRANSLATE_NOOP("Strays", "something else"),
}


def _say(text: str) -> str:
    return QCoreApplication.translate("Strays", text)


class CulpritsModel(RowsModel):
    """How often, of how many, which article, at which office and step."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Strays", "Wrong ways"),
            QCoreApplication.translate("Strays", "Of those sent"),
            QCoreApplication.translate("Strays", "Article"),
            QCoreApplication.translate("Strays", "Office"),
        )

    def cells(self, row: Culprit) -> tuple[Cell, ...]:
        """Return an article's step."""
        step = f"{row.office_name} · {row.step_text}" if row.step_text else row.office_name
        return (
            Cell(str(row.bounces), "triangle-alert", "warn"),
            Cell(str(row.sent) if row.sent else "–", tone="muted"),
            Cell(row.article_title), Cell(step, tone="muted"),
        )  # fmt: skip


class BouncesModel(WordedModel):
    """Each wrong way of one article: when, how it showed, why, where to from there."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Strays", "Day"),
            QCoreApplication.translate("Strays", "What happened"),
            QCoreApplication.translate("Strays", "Why"),
            QCoreApplication.translate("Strays", "Then to"),
        )

    def cells(self, row: Bounce) -> tuple[Cell, ...]:
        """Return a wrong way; nobody's name."""
        why = ": ".join(filter(None, (_say(WHYS[row.why]) if row.why else "", row.note)))
        day = clock.day(clock.parse(row.at), self._wording.zone)
        return (
            Cell(self._wording.day(day)), Cell(_say(KINDS[row.kind])), Cell(why),
            Cell(row.to_name, tone="muted"),
        )  # fmt: skip


class StraysScreen(Screen):
    """The list, and below it the wrong ways of the chosen article."""

    tables = frozenset({"bounce"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        theme, icons = place.theme, place.icons
        self.culprits = Table(CulpritsModel(theme, icons))
        self.bounces = Table(BouncesModel(theme, icons, place.wording))
        self._title, self._of, self._open = QLabel(), QLabel(), QPushButton()
        self._lay_out()
        self.culprits.moved.connect(self._show_bounces)
        self.culprits.chosen.connect(self._open_article)
        self._open.clicked.connect(lambda: self._open_article(self.culprits.current()))
        self.setFocusProxy(self.culprits)
        self.retranslate()

    def read(self) -> None:
        """Read what went wrong of late."""
        self.place.jobs.read(
            self, bounces.articles_that_send_wrong, self._since(), done=self.culprits.set_rows
        )

    def retranslate(self) -> None:
        """Set the words."""
        name = self.tr("Articles that send people wrong")
        self.setAccessibleName(name)
        self.culprits.setAccessibleName(name)
        self._title.setText(self.tr("{name} · the last {days} days").format(name=name, days=DAYS))
        self._of.setText(self.tr("What happened with this article"))
        self.bounces.setAccessibleName(self.tr("What happened with this article"))
        self._open.setText(self.tr("Open the article (Enter)"))
        self.culprits.say_when_empty(
            self.tr("Nobody was sent wrong. What F6 notes as a wrong office stands here.")
        )
        self.bounces.say_when_empty(self.tr("Nothing: no article is chosen above."))
        for table in (self.culprits, self.bounces):
            table.repaint_rows()

    def _since(self) -> Any:
        return self.place.jobs.now() - timedelta(days=DAYS)

    def _lay_out(self) -> None:
        self.culprits.set_widths(2, {0: 116, 1: 110, 3: 270})
        self.bounces.set_widths(2, {0: 110, 1: 210, 3: 180})
        theme = self.place.theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.space("m"))
        above = Card(theme, self.culprits, title=self._title, beside=(self._open,))
        whole.addWidget(above, 3)
        whole.addWidget(Card(theme, self.bounces, title=self._of), 2)

    def _show_bounces(self, culprit: Culprit | None) -> None:
        self._open.setEnabled(culprit is not None)
        if culprit is None:
            self.bounces.set_rows([])
        else:
            self.place.jobs.read(
                self, bounces.of_article, culprit.article_id, self._since(),
                done=self.bounces.set_rows,
            )  # fmt: skip

    def _open_article(self, culprit: Culprit | None) -> None:
        if culprit:
            self.asks.emit(culprit.article_title)
