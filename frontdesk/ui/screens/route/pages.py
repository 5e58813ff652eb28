"""The three pages of F3: the way with its papers, the reasons, the number that was given."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from frontdesk.core.routing import Plan
from frontdesk.ui import reasons
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.route.form import Issued
from frontdesk.ui.screens.route.model import PapersModel
from frontdesk.ui.screens.route.priority import PriorityButton
from frontdesk.ui.screens.route.stops import Stops
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.keyed_list import KeyedList, LinesModel
from frontdesk.ui.widgets.label import chip, words
from frontdesk.ui.widgets.scrolled import bare_page, scrolled
from frontdesk.ui.workplace import Workplace


class WayPage(Translated, QWidget):
    """Where the need leads, what stands against it, and the papers to tick."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.papers = PapersModel()
        self.list = KeyedList(self.papers, place.theme)
        self.go, self.override, self.language = QPushButton(), QPushButton(), QPushButton()
        self.priority = PriorityButton(place)
        self.go.setProperty("primary", True)
        self.language.setProperty("flat", True)
        self._chip, self._title = chip(), words("title")
        self._notice, self._against = QFrame(), words("lead")
        self._where, self._stops = words("heading"), Stops(place)
        self._bring, self._settle, self._may = words("heading"), words("heading"), words("body")
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words that stay."""
        self._chip.setText(self.tr("Route"))
        self._where.setText(self.tr("Where"))
        self._settle.setText(self.tr("What the desk may settle itself"))
        self._bring.setText(
            self.tr("Which papers are there? Their number ticks them, 0 all of them")
        )
        self.list.setAccessibleName(self.tr("Papers"))
        self.list.setAccessibleDescription(
            self.tr("A digit ticks a paper, 0 all of them, Space the current one")
        )
        self.override.setText(self.tr("Send all the same… (Ctrl+R)"))

    def show_plan(self, plan: Plan | None, now: datetime) -> None:
        """Show another way, no paper ticked; None while it is looked up."""
        article = plan.need.article if plan else None
        lines = plan.lines if plan else ()
        office = lines[0].office if lines else None
        self._title.setText(article.title if article else office.name if office else "")
        self._stops.show_plan(plan, now)
        self._where.setVisible(bool(lines))
        self.papers.set_rows(plan.need.requirements if plan else ())
        has_papers = bool(plan and plan.need.requirements)
        self._bring.setVisible(has_papers)
        self.list.setVisible(has_papers)
        self._may.setText(plan.resolve_at_desk if plan else "")
        for label in (self._settle, self._may):
            label.setVisible(bool(self._may.text()))
        for widget in (self.go, self.language):
            widget.setVisible(plan is not None)

    def show_gate(self, against: str, tone: str, deed: str, *, can_override: bool) -> None:
        """Say what stands against a slip, and what Enter does instead."""
        self._against.setText(against)
        self._notice.setVisible(bool(against))
        self._notice.setProperty("notice", tone)
        self._notice.style().polish(self._notice)
        self.go.setText(deed)
        self.go.setEnabled(bool(deed))
        self.override.setVisible(can_override)

    def _lay_out(self) -> None:
        page, column = bare_page(self._place.theme, "xl", "l", "m", between="s")
        notice = QVBoxLayout(self._notice)
        notice.setContentsMargins(14, 10, 14, 12)
        notice.setSpacing(8)
        notice.addWidget(self._against)
        notice.addWidget(self.override, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(_head(self._chip, self.priority, self.language))
        for widget in (
            self._title, self._notice, self._bring, self.list, self._where, self._stops,
            self._settle, self._may,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        area = scrolled(page)
        _follow(area, self.list)
        whole.addWidget(area, 1)
        whole.addLayout(_foot(self._place, self.go))


class ReasonPage(Translated, QWidget):
    """The coded reasons for sending somebody all the same; each is counted."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._chip, self._title, self._why = chip(), words("title"), words("muted")
        self._chip.setProperty("tone", "warn")
        self._model = LinesModel()
        self.list = KeyedList(self._model, place.theme)
        self.back = QPushButton()
        self.back.setProperty("flat", True)
        page, column = bare_page(place.theme, "xl", "l", "m", between="m")
        column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._title, self._why, self.list):
            column.addWidget(widget)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolled(page)
        _follow(area, self.list)
        whole.addWidget(area, 1)
        whole.addLayout(_foot(place, self.back))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._chip.setText(self.tr("Send all the same"))
        self._title.setText(self.tr("Why?"))
        self._why.setText(
            self.tr("The reason is kept with the slip and counted. Its digit is enough.")
        )
        self._model.set_rows(reasons.in_words())
        self.list.setAccessibleName(self.tr("Reasons"))
        self.back.setText(self.tr("Back (Esc)"))


class IssuedPage(Translated, QWidget):
    """The number, large, and what to tell the visitor."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._chip, self._number = chip(), words("figure")
        self._chip.setProperty("tone", "ok")
        self._title, self._when = words("lead"), words("say")
        self._tell, self._stops = words("heading"), Stops(place)
        self.next, self.print, self.language = QPushButton(), QPushButton(), QPushButton()
        self.next.setProperty("primary", True)
        for button in (self.print, self.language):
            button.setProperty("flat", True)
        page, column = bare_page(place.theme, "xl", "l", "m", between="m")
        column.addLayout(_head(self._chip, self.language))
        for widget in (self._number, self._title, self._when, self._tell, self._stops):
            column.addWidget(widget)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page), 1)
        whole.addLayout(_foot(place, self.next, self.print))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words that stay."""
        self._tell.setText(self.tr("Tell the visitor"))
        self.next.setText(self.tr("Next visitor (Enter)"))
        self.print.setText(self.tr("Print the slip (Ctrl+P)"))
        self._chip.setText(self.tr("Number given"))

    def show_issued(self, issued: Issued | None, when: str, now: datetime) -> None:
        """Show a number and `when` to come, where that is not at once; None while it is written."""
        self._when.setText(self.tr("To come: {when}").format(when=when))
        self._when.setVisible(bool(when))
        self._number.setText(issued.slip.number if issued else "…")
        self._title.setText(issued.slip.article_title or issued.slip.office_name if issued else "")
        self._stops.show_plan(issued.plan if issued else None, now)


def _head(sign: QLabel, *buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def _foot(place: Workplace, *buttons: QPushButton) -> FlowLayout:
    space = place.theme.space
    row = FlowLayout(space("s"))
    row.setContentsMargins(space("xl"), space("s"), space("xl"), space("m"))
    for button in buttons:
        row.addWidget(button)
    return row


def _follow(area: QScrollArea, keyed: KeyedList) -> None:
    """Scroll so that the current line stays in sight, with a line of its neighbours."""

    def show(index: QModelIndex) -> None:
        line = keyed.visualRect(index)
        page = area.widget()
        if page and index.isValid():
            centre = keyed.viewport().mapTo(page, line.center())
            area.ensureVisible(centre.x(), centre.y(), 0, line.height() * 3 // 2)

    keyed.selectionModel().currentChanged.connect(show)
