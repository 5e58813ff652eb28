"""The right-hand side of the desk: first page, answer, office or person, nothing found, or a panel.

Only the first page is built with the window; the rest is built once that is painted, because each
pane costs a good part of what a bare window does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from frontdesk.ui.commands import Command
from frontdesk.ui.screens.desk.first_page import FirstPage
from frontdesk.ui.widgets.action_bar import ActionBar
from frontdesk.ui.widgets.pages import Pages
from frontdesk.ui.workplace import Matter, Workplace

if TYPE_CHECKING:
    from frontdesk.core import desk
    from frontdesk.core.complaints.board import Line
    from frontdesk.core.desk import Answer, Place, Somebody
    from frontdesk.core.manual import Section
    from frontdesk.ui.panel import Panel
    from frontdesk.ui.screens.desk.answer import AnswerPane
    from frontdesk.ui.screens.desk.case import CasePane
    from frontdesk.ui.screens.desk.house import HousePane
    from frontdesk.ui.screens.desk.nothing import NothingFound
    from frontdesk.ui.screens.desk.section import SectionPane


class RightSide(QFrame):
    """One pane at a time, and over it the panel that is open."""

    link_followed = Signal(str)
    noting = Signal()
    case_opened = Signal(str)
    section_opened = Signal(str)

    def __init__(self, place: Workplace, keys: tuple[Command, ...]) -> None:
        super().__init__()
        self._place = place
        self.setProperty("card", True)
        self._stack, self.bar = Pages(), ActionBar(place.theme, place.icons)
        self._first = FirstPage(place, keys)
        self._pane: QFrame = self._first
        self._answer: AnswerPane | None = None
        self._house: HousePane | None = None
        self._case: CasePane | None = None
        self._nothing: NothingFound | None = None
        self._section: SectionPane | None = None
        self.panel: Panel | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)
        self.bar.hide()
        self._stack.addWidget(self._first)

    @property
    def answer(self) -> Answer | None:
        """The article on screen, also while a panel covers it."""
        return self._answer.answer if self._answer and self._pane is self._answer else None

    def shown(self) -> QFrame:
        """The pane on screen, or under the panel that covers it."""
        return self._pane

    def complete(self) -> None:
        """Build what the first question needs."""
        self._answer_pane()

    def show_first(self, page: desk.FirstPage, today: date) -> None:
        """Show the first page with its news and what is due."""
        self._first.show_news(page.news, today)
        self._first.show_due(page.promises_due)
        self._first.show_beginning(has_articles=page.has_articles)
        self._show(self._first)

    def remind(self, text: str) -> None:
        """Keep a line on the first page of what somebody should see to; '' takes it away."""
        self._first.remind(text)

    def reminder(self) -> str:
        """Return what is kept on the first page."""
        return self._first.reminder()

    def show_home(self) -> None:
        """Show the first page as it is."""
        self._show(self._first)

    def show_answer(self, answer: Answer, now: datetime) -> None:
        """Show an article."""
        pane = self._answer_pane()
        pane.show_answer(answer, now)
        self._show(pane)

    def show_house(self, seen: Place | Somebody, now: datetime) -> None:
        """Show an office or a person."""
        if self._house is None:
            from frontdesk.ui.screens.desk.house import HousePane

            self._house = HousePane(self._place)
            self._stack.addWidget(self._house)
        self._house.show_seen(seen, now)
        self._show(self._house)

    def show_case(self, line: Line) -> None:
        """Show how a complaint stands."""
        if self._case is None:
            from frontdesk.ui.screens.desk.case import CasePane

            self._case = CasePane(self._place)
            self._case.opened.connect(self.case_opened)
            self._stack.addWidget(self._case)
        self._case.show_case(line)
        self._show(self._case)

    def show_section(self, section: Section | None) -> None:
        """Show a section of the manual."""
        if self._section is None:
            from frontdesk.ui.screens.desk.section import SectionPane

            self._section = SectionPane(self._place)
            self._section.opened.connect(self.section_opened)
            self._stack.addWidget(self._section)
        if section:
            self._section.show_section(section)
            self._show(self._section)

    def show_nothing(self, asked: str, understood: str, near: Sequence[str]) -> None:
        """Show that nothing was found, and which words may have been meant."""
        if self._nothing is None:
            from frontdesk.ui.screens.desk.nothing import NothingFound

            self._nothing = NothingFound(self._place)
            self._nothing.noting.connect(self.noting)
            self._stack.addWidget(self._nothing)
        self._nothing.show_nothing(asked, understood, near)
        self._show(self._nothing)

    def open_panel(self, panel: Panel, matter: Matter) -> None:
        """Show a panel over the pane and put the caret into it."""
        if self.panel is not panel:
            self.panel = panel
            if self._stack.indexOf(panel) < 0:
                self._stack.addWidget(panel)
                panel.closed.connect(self.close_panel)
            panel.open(matter)
        self._stack.setCurrentWidget(panel)
        self.bar.hide()
        panel.focus_first()

    def close_panel(self) -> None:
        """Show again what was under the panel."""
        if self.panel:
            self.panel = None
            self._show(self._pane)

    def _answer_pane(self) -> AnswerPane:
        if self._answer is None:
            from frontdesk.ui.screens.desk.answer import AnswerPane

            self._answer = AnswerPane(self._place)
            self._answer.link_followed.connect(self.link_followed)
            self._stack.addWidget(self._answer)
        return self._answer

    def _show(self, pane: QFrame) -> None:
        self._pane = pane
        if self.panel is None:
            self._stack.setCurrentWidget(pane)
            self.bar.setVisible(pane is self._answer)
