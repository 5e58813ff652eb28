"""The desk: results at the left as one types, the best one's answer beside them at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from frontdesk.base import clock
from frontdesk.ui.commands import Command
from frontdesk.ui.language import Translated
from frontdesk.ui.messages import announce
from frontdesk.ui.screens.desk import rows
from frontdesk.ui.screens.desk.model import ResultsModel, Row
from frontdesk.ui.screens.desk.results import ResultList
from frontdesk.ui.screens.desk.right_side import RightSide
from frontdesk.ui.widgets.room import fill, side_by_side
from frontdesk.ui.workplace import Matter, Workplace

if TYPE_CHECKING:
    from frontdesk.core.complaints.board import Line
    from frontdesk.core.desk import Answer, FirstPage, Place, Somebody
    from frontdesk.core.knowledge.links import Target
    from frontdesk.core.search import Found
    from frontdesk.ui.panel import Panel

LIMIT = 30
CHOOSABLE = ("article", "office", "person")
HOUSED = ("article", "office")  # whose answer says whether an office is open
NOTHING = Row("", "", "", "")


class DeskScreen(Translated, QWidget):
    """The main screen. The window passes on what happens in the box."""

    command_chosen = Signal(str)
    word_chosen = Signal(str)
    article_chosen = Signal(str, str)
    case_chosen = Signal(str)
    section_chosen = Signal(str)
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
        self._kept = ("", NOTHING)  # the choice that was noted last, once a question
        self._first_page: FirstPage | None = None
        self._stale, self._is_dressed = True, False
        self._is_chosen = False  # Enter came before the results
        self.model = ResultsModel()
        self.list, self._heading, self._how = ResultList(place.theme), QLabel(), QLabel()
        self.right = RightSide(place, keys)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.clicked.connect(lambda index: self.choose(index.row()))
        self.right.noting.connect(self.gap_seen)
        self.right.link_followed.connect(self._follow)
        self.right.case_opened.connect(self.case_chosen)
        self.right.section_opened.connect(self.section_chosen)
        place.jobs.changed.connect(self._go_stale)
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def ask(self, text: str) -> None:
        """Show what is found for the words in the box; the first page for none."""
        self._asked, self._is_chosen = text.strip(), False
        self._kept = ("", NOTHING)
        if self.panel and self.panel.is_done:
            self.right.close_panel()
        if not self._asked:
            self.show_first_page()
            return
        from frontdesk.core import search

        context = search.Context(
            self._place.language.code, self._today().isoformat(), self._place.here.desk
        )
        done = partial(self._found, self._asked)
        self._place.jobs.read(self, search.search, self._asked, context, LIMIT, done=done)

    def show_first_page(self) -> None:
        """Show news, what was asked most, what was read last."""
        if self._first_page and not self._stale:
            self._take_first_page(self._first_page)
            return
        from frontdesk.core import desk

        self._stale = False
        now = self._place.jobs.now()
        self._place.jobs.read(self, desk.first_page, now=now, done=self._take_first_page)

    def step(self, places: int) -> None:
        """Move the choice up or down, while the caret stays in the box."""
        count = self.model.rowCount()
        if count:
            self._select(min(max(self.list.currentIndex().row() + places, 0), count - 1))
            announce(self.list, self._seen.title)

    def choose(self, place: int | None = None) -> None:
        """Take a row (by default the chosen one): the answer was given with it.

        While results are under way it is their first: the rows still on screen answer others.
        """
        if place is not None:
            self._select(place)
        elif self._asked and self._found_for != self._asked:
            self._is_chosen = True
            return
        row = self.model.row(self.list.currentIndex().row())
        if row is None:
            return
        if row.noun == "command":
            self.command_chosen.emit(row.id)
        elif row.noun == "word":
            self.word_chosen.emit(rows.corrected(self._asked, row.title))
        elif row.noun == "complaint":
            self.case_chosen.emit(row.title)
        elif row.noun == "manual":
            self.section_chosen.emit(row.id)
        else:
            self.keep_choice()
            if row.noun == "article":
                self.article_chosen.emit(row.id, row.title)

    def keep_choice(self) -> None:
        """Note that the row on screen answered the words: it was taken, copied, shown or routed.

        Two such choices bring it to the front for these words at this desk.
        """
        from frontdesk.core import search

        row, is_fresh = self._seen, self._asked and self._found_for == self._asked
        if is_fresh and row.noun in CHOOSABLE and self._kept != (self._asked, row):
            self._kept = (self._asked, row)
            self._place.jobs.write(self, search.chosen, self._asked, row.noun, row.id)

    def matter(self) -> Matter:
        """Return what is on the table, for a panel that opens now.

        While results are under way it is the words alone: the row still on screen answers others.
        """
        if self.panel:
            return self.panel.matter
        row = self._seen if self._found_for == self._asked else NOTHING
        return Matter(
            query="" if row.noun == "manual" else self._asked,
            article_id=row.id if row.noun == "article" else "",
            title=row.title if row.noun == "article" else "",
            office_id=row.id if row.noun == "office" else "",
        )

    def answer(self) -> Answer | None:
        """Return the article on screen, when it is the one on the table."""
        answer = self.right.answer
        return answer if answer and answer.card.article.id == self.matter().article_id else None

    def back(self) -> bool:
        """Take one step of the Esc ladder; False when there is none left here."""
        if self.panel:
            if not self.panel.back():
                self.panel.leave()
            return True
        if not self._asked and self.list.currentIndex().isValid():
            self._show_home()
            return True
        return False

    def open_panel(self, panel: Panel) -> None:
        """Show a panel over the answer and put the caret into it."""
        self.right.open_panel(panel, self.matter())

    @property
    def panel(self) -> Panel | None:
        """The panel that is open."""
        return self.right.panel

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
        head.setSpacing(self._place.theme.space("s"))
        self._heading.setProperty("role", "heading")
        self._how.setProperty("role", "small")
        head.addWidget(self._heading, 1)
        head.addWidget(self._how)
        column.addLayout(head)
        column.addWidget(self.list)
        self.list.setModel(self.model)
        fill(self, side_by_side(self._place.theme, (left, 37), (self.right, 63)))

    def _found(self, asked: str, found: Found) -> None:
        from frontdesk.core import manual

        if asked != self._asked:  # the box was emptied or typed over meanwhile
            return
        self._found_for = asked
        commands = self._find_commands(self._asked)
        shown = rows.mixed(found.hits, commands, self._asked, self._place.wording)
        told, near = self._sections(found=bool(shown)), rows.near(found.near)
        if told and manual.is_only_asked(self._asked):
            shown, told, near = told, [], []
        self._heading.setText(self.tr("Results"))
        self.list.say_when_empty(self.tr("No article, office or person with these words."))
        self._show_rows([*shown, *(told + near if shown else near + told)])
        if shown:
            self._select(0)
            said = self.tr("Results: {count}. {title}")
            announce(self.list, said.format(count=len(shown), title=self._seen.title))
        else:
            self._seen = NOTHING
            self.right.show_nothing(self._asked, ", ".join(found.understood), found.near)
            announce(self.list, self.tr("Nothing found"))
        if self._is_chosen:
            self._is_chosen = False
            self.choose()

    def _sections(self, *, found: bool) -> list[Row]:
        from frontdesk.core import manual

        last = manual.offered(self._place.language.code, self._asked, found=found)
        return rows.sections(last, self._place.wording)

    def _take_first_page(self, page: FirstPage) -> None:
        self._first_page = page
        if self._asked:
            return
        self._found_for = ""
        self._heading.setText(self.tr("Today at this desk"))
        self.list.say_when_empty(self.tr("What is asked most at this desk will stand here."))
        self._show_rows(rows.first(page, self._place.wording, self._today()))
        self.right.show_first(page, self._today())
        self._show_home()

    def _show_rows(self, shown: list[Row]) -> None:
        if not self._is_dressed:  # not before the first paint, which shows no row
            from frontdesk.ui.screens.desk.delegate import ResultDelegate

            place = self._place
            self.list.setItemDelegate(ResultDelegate(place.theme, place.icons, self.list))
            self._is_dressed = True
        self.model.set_rows(shown)

    def _show_home(self) -> None:
        self.list.setCurrentIndex(self.model.index(-1))
        self._seen = NOTHING
        self.right.show_home()

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
        from frontdesk.core import desk

        self._seen = row
        queries = {"article": desk.answer, "office": desk.place, "person": desk.somebody}
        if query := queries.get(row.noun):
            now = self._place.jobs.now()
            seen = partial(self._show_seen, row)
            self._place.jobs.read(self, query, row.id, now=now, done=seen)
        elif row.noun == "complaint":
            from frontdesk.core.complaints import board

            self._place.jobs.read(self, board.line_of, row.id, done=partial(self._show_seen, row))
        elif row.noun == "manual":
            from frontdesk.core import manual

            self.right.show_section(manual.section(self._place.language.code, row.id))
        else:  # nothing to read of a command or a word
            self.right.show_home()

    def _show_seen(self, row: Row, seen: Answer | Place | Somebody | Line | None) -> None:
        from frontdesk.core.complaints.board import Line
        from frontdesk.core.desk import Answer

        if row is not self._seen or seen is None:
            return
        now = self._place.jobs.now()
        if isinstance(seen, Answer):
            self.right.show_answer(seen, now)
        elif isinstance(seen, Line):
            self.right.show_case(seen)
        else:
            self.right.show_house(seen, now)

    def _follow(self, address: str) -> None:
        """Open the article that a link leads to; no other address is ever opened."""
        from frontdesk.core.knowledge import links

        self._place.jobs.read(self, links.followed, address, done=partial(self._go, address))

    def _go(self, address: str, target: Target | None) -> None:
        if target:
            self.word_chosen.emit(target.code or target.title)
        else:
            text = self.tr("The desk opens no addresses: {link}").format(link=address)
            self._place.messages.say(text, "info")

    def _today(self) -> date:
        return clock.day(self._place.jobs.now(), self._place.here.zone)

    def _go_stale(self, tables: frozenset[str]) -> None:
        if tables & {"article", "contact", "contact_entry", "office", "promise"}:
            self._stale = True
        if tables & {"closure", "office"} and self._seen.noun in HOUSED and not self.panel:
            self._show_current()  # whoever looks at it sees at once that the office is shut
