"""The desk: results at the left as one types, the best one's answer beside them at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from frontdesk.base import clock
from frontdesk.core import desk, search
from frontdesk.ui.commands import Command
from frontdesk.ui.language import Translated
from frontdesk.ui.messages import announce
from frontdesk.ui.panel import Panel
from frontdesk.ui.screens.desk.answer import AnswerPane
from frontdesk.ui.screens.desk.delegate import ResultDelegate
from frontdesk.ui.screens.desk.first_page import FirstPage, NothingFound
from frontdesk.ui.screens.desk.house import HousePane
from frontdesk.ui.screens.desk.model import ResultsModel, Row
from frontdesk.ui.screens.desk.results import ResultList
from frontdesk.ui.widgets.action_bar import ActionBar
from frontdesk.ui.workplace import Matter, Workplace

LIMIT = 30
ICONS = {
    "product": "package",
    "service": "wrench",
    "procedure": "file-text",
    "policy": "scale",
    "protocol": "life-buoy",
    "news": "newspaper",
    "office": "building-2",
    "person": "user",
    "complaint": "message-square-warning",
    "slip": "ticket",
    "command": "command",
    "word": "search",
}

NOTHING = Row("", "", "", "")


class DeskScreen(Translated, QWidget):
    """The main screen. The window passes on what happens in the box."""

    command_chosen = Signal(str)
    word_chosen = Signal(str)
    article_chosen = Signal(str, str)
    gap_seen = Signal()

    def __init__(
        self,
        place: Workplace,
        keys: tuple[Command, ...],
        find_commands: Callable[[str], Sequence[Command]],
    ) -> None:
        super().__init__()
        self._place, self._find_commands = place, find_commands
        self._asked, self._found_for, self._seen = "", "", NOTHING
        self._first_page: desk.FirstPage | None = None
        self._stale = True
        self.model = ResultsModel()
        self.list, self._heading, self._how = ResultList(place.theme), QLabel(), QLabel()
        self.answer, self._house = AnswerPane(place), HousePane(place)
        self._first, self._nothing = FirstPage(place, keys), NothingFound(place)
        self.bar = ActionBar(place.theme, place.icons)
        self._right = QStackedWidget()
        self._panel: Panel | None = None
        self._under: QWidget = self._first
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.clicked.connect(lambda index: self.choose(index.row()))
        self._nothing.noting.connect(self.gap_seen)
        self.answer.link_followed.connect(self._follow)
        place.jobs.changed.connect(self._go_stale)
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def ask(self, text: str) -> None:
        """Show what is found for the words in the box; the first page for none."""
        self._asked = text.strip()
        if self._panel and self._panel.is_done:
            self._panel.leave()
        if not self._asked:
            self.show_first_page()
            return
        context = search.Context(
            self._place.language.code,
            self._today().isoformat(),
            self._place.here.desk,
        )
        self._place.jobs.read(self, search.search, self._asked, context, LIMIT, done=self._found)

    def show_first_page(self) -> None:
        """Show news, what was asked most, what was read last."""
        if self._stale or self._first_page is None:
            self._stale = False
            now = self._place.jobs.now()
            self._place.jobs.read(self, desk.first_page, now=now, done=self._take_first_page)
        else:
            self._take_first_page(self._first_page)

    def step(self, rows: int) -> None:
        """Move the choice up or down, while the caret stays in the box."""
        count = self.model.rowCount()
        if count:
            self._select(min(max(self.list.currentIndex().row() + rows, 0), count - 1))

    def choose(self, place: int | None = None) -> None:
        """Take a row (by default the chosen one): the answer was given with it."""
        if place is not None:
            self._select(place)
        row = self.model.row(self.list.currentIndex().row())
        if row is None:
            return
        if row.noun == "command":
            self.command_chosen.emit(row.id)
        elif row.noun == "word":
            self.word_chosen.emit(row.title)
        else:
            self._keep_choice(row)

    def matter(self) -> Matter:
        """Return what is on the table, for a panel that opens now.

        While results are under way it is the words alone: the row still on screen answers others.
        """
        if self._panel:
            return self._panel.matter
        row = self._seen if self._found_for == self._asked else NOTHING
        return Matter(
            query=self._asked,
            article_id=row.id if row.noun == "article" else "",
            title=row.title if row.noun == "article" else "",
            office_id=row.id if row.noun == "office" else "",
        )

    def back(self) -> bool:
        """Take one step of the Esc ladder; False when there is none left here."""
        if self._panel:
            if not self._panel.back():
                self._panel.leave()
            return True
        if not self._asked and self.list.currentIndex().isValid():
            self._show_home()
            return True
        return False

    def open_panel(self, panel: Panel) -> None:
        """Show a panel over the answer and put the caret into it."""
        matter = self.matter()
        if self._panel is not panel:
            self.close_panel()
            self._panel = panel
            if self._right.indexOf(panel) < 0:
                self._right.addWidget(panel)
                panel.closed.connect(self.close_panel)
            panel.open(matter)
        self._right.setCurrentWidget(panel)
        self._show_right()
        panel.focus_first()

    def close_panel(self) -> None:
        """Show again what was under the panel."""
        if self._panel:
            self._panel = None
            self._show_right()

    @property
    def panel(self) -> Panel | None:
        """The panel that is open."""
        return self._panel

    def retranslate(self) -> None:
        """Set the words; rows are asked for again."""
        self.list.setAccessibleName(self.tr("Results"))
        self._how.setText(self.tr("Alt + 1…9"))
        self._stale = True
        if self.isVisible():
            self.ask(self._asked)

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        left = QFrame()
        left.setProperty("card", True)
        column = QVBoxLayout(left)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(14, 2, 14, 2)
        self._heading.setProperty("role", "heading")
        self._how.setProperty("role", "small")
        head.addWidget(self._heading, 1)
        head.addWidget(self._how)
        column.addLayout(head)
        column.addWidget(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ResultDelegate(self._place.theme, self._place.icons, self.list))
        right = QFrame()
        right.setProperty("card", True)
        cover = QVBoxLayout(right)
        cover.setContentsMargins(1, 1, 1, 1)
        cover.setSpacing(0)
        cover.addWidget(self._right, 1)
        cover.addWidget(self.bar)
        self.bar.hide()
        for pane in (self._first, self.answer, self._house, self._nothing):
            self._right.addWidget(pane)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(self._place.theme.space("m"))
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 37)
        split.setStretchFactor(1, 63)
        split.setSizes([370, 630])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _found(self, found: search.Found) -> None:
        self._found_for = self._asked
        words = self._place.wording
        rows = [
            Row(
                hit.noun,
                hit.id,
                hit.kind,
                hit.title,
                " · ".join(filter(None, (words.kind(hit.kind), hit.code))),
                ICONS.get(hit.kind, ICONS.get(hit.noun, "file-text")),
                hit.runs,
            )
            for hit in found.hits
        ]
        rows += [
            Row("command", c.id, "command", c.title, c.key_text, c.icon or "command")
            for c in self._find_commands(self._asked)
        ]
        nothing = not rows
        rows += [
            Row("word", near, "word", near, self.tr("Search for this instead"), "search")
            for near in found.near
        ]
        self._heading.setText(self.tr("Results"))
        self.list.say_when_empty(self.tr("No article, office or person with these words."))
        self.model.set_rows(rows)
        if nothing:
            self._nothing.show_nothing(self._asked, ", ".join(found.understood))
            self._show(self._nothing)
            announce(self.list, self.tr("Nothing found"))
        else:
            self._select(0)

    def _take_first_page(self, page: desk.FirstPage) -> None:
        self._first_page = page
        if self._asked:
            return
        self._found_for = ""
        article = "article"
        rows = [
            Row(
                article,
                n.article_id,
                "news",
                n.title,
                self._place.wording.in_force(n.valid_from, self._today()),
                "newspaper",
            )
            for n in page.news
        ]
        rows += [
            Row(article, a.article_id, a.kind, a.title,
                self.tr("Asked {times} times this week").format(times=a.times) if a.times > 1
                else self.tr("Asked this week"), ICONS.get(a.kind, "file-text"))
            for a in page.asked
        ]  # fmt: skip
        rows += [
            Row(
                article,
                a.article_id,
                a.kind,
                a.title,
                self.tr("Read lately"),
                ICONS.get(a.kind, ""),
            )
            for a in page.recent
        ]
        self._heading.setText(self.tr("Today at this desk"))
        self.list.say_when_empty(self.tr("What is asked most at this desk will stand here."))
        self._first.show_news(page.news, self._today())
        self.model.set_rows(rows)
        self._show_home()

    def _show_home(self) -> None:
        self.list.setCurrentIndex(self.model.index(-1))
        self._seen = NOTHING
        self._show(self._first)

    def _select(self, place: int) -> None:
        index = self.model.index(place)
        if not index.isValid():
            return
        same = index == self.list.currentIndex()
        self.list.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.list.scrollTo(index)
        if same:
            self._show_current()

    def _show_current(self) -> None:
        row = self.model.row(self.list.currentIndex().row())
        if row is None:
            return
        self._seen = row
        now = self._place.jobs.now()
        query = {"article": desk.answer, "office": desk.place, "person": desk.somebody}.get(
            row.noun
        )
        if query:
            seen = partial(self._show_seen, row)
            self._place.jobs.read(self, query, row.id, now=now, done=seen)

    def _show_seen(self, row: Row, seen: desk.Answer | desk.Place | desk.Somebody | None) -> None:
        if row is not self._seen:
            return
        now = self._place.jobs.now()
        if isinstance(seen, desk.Answer):
            self.answer.show_answer(seen, now)
            self._show(self.answer)
        elif seen is not None:
            self._house.show_seen(seen, now)
            self._show(self._house)

    def _show(self, pane: QWidget) -> None:
        self._under = pane
        self._show_right()

    def _show_right(self) -> None:
        if self._panel is None:
            self._right.setCurrentWidget(self._under)
        self.bar.setVisible(self._panel is None and self._under is self.answer)

    def _keep_choice(self, row: Row) -> None:
        if self._asked:
            jobs = self._place.jobs
            jobs.write(self, search.chosen, self._asked, row.noun, row.id)
        if row.noun == "article":
            self.article_chosen.emit(row.id, row.title)

    def _today(self) -> date:
        return clock.day(self._place.jobs.now(), self._place.here.zone)

    def _follow(self, link: str) -> None:
        self.word_chosen.emit(link)

    def _go_stale(self, tables: frozenset[str]) -> None:
        if tables & {"article", "contact", "contact_entry", "office"}:
            self._stale = True
