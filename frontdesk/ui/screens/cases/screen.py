"""The board of cases: filters and list at the left, the case in hand at the right, all by keys.

Digits are the steps of a case, Enter the one that comes next, Ctrl+F the filters; letters go into
the box. Only a window of rows is held, so that very many cases cost no more than a few.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton

from frontdesk.base import clock
from frontdesk.core.complaints.board import Filter, Line
from frontdesk.ui.keys import CONTROL, is_plain
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.cases import filters, form, steps
from frontdesk.ui.screens.cases.form import House, Look, Page
from frontdesk.ui.screens.cases.model import CasesModel
from frontdesk.ui.screens.cases.side import CaseSide
from frontdesk.ui.widgets.card import Card, framed
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.one_line import OneLine
from frontdesk.ui.widgets.room import fill, side_by_side
from frontdesk.ui.widgets.windowed import WindowedTable
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.ui.commands.own import OwnKey
    from frontdesk.ui.printing import Press

FOLIO, OFFICE = 1, 3  # columns


class CasesScreen(Screen):
    """The list and one case of it."""

    tables = frozenset({"complaint", "cause", "action", "attachment"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.wanted = Filter(form.GROUP)
        self._page: Page | None = None
        self._asks_for = ""
        self.list = WindowedTable(
            CasesModel(
                place.theme, place.icons, lambda: clock.day(place.jobs.now(), place.here.zone)
            )
        )
        self.side, self.line = CaseSide(place), OneLine(place.icons)
        self._title, self._overdue, self._filter = QLabel(), QPushButton(), QPushButton()
        for part in (self.list, self.side):
            part.setProperty("private", True)
        self._lay_out()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def read(self) -> None:
        """Read the rows around the current one, and what can be chosen from."""
        jobs = self.place.jobs
        jobs.read(self, form.house, today=self._today(), done=self._take_house)
        self._read_around(max(self.list.currentIndex().row(), 0))

    def show_one(self, name: str) -> None:
        """Show the case with a folio, whatever its state."""
        self.wanted = Filter("", text=name)
        self._read_around(0)

    def in_hand(self) -> tuple[str, str, str] | None:
        """Return the case in hand."""
        row: Line | None = self.list.current()
        return ("complaint", row.id, row.folio) if row else None

    def back(self) -> bool:
        """Leave what is being asked, then the filters."""
        if self.line.isVisible():
            self._leave_line()
        elif self.side.back():
            return True
        elif self.wanted != Filter(form.GROUP):
            self.narrow("clear")
        else:
            return False
        return True

    def print_paper(self, press: Press) -> bool:
        """Print the receipt of the case in hand."""
        if self.list.current():
            self.do("receipt")
        return True

    def save_draft(self) -> None:
        """Save what is being typed for a step."""
        if self.side.currentWidget() is self.side.step:
            self.side.step.save_draft()

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return the steps, the papers and the filters."""
        from frontdesk.ui.screens.cases.own import own_keys

        return own_keys(self)

    def paste(self) -> None:
        """Attach what was copied, a file or a picture, to the case in hand."""
        if self.list.current():
            self.side.papers.attaching.paste()

    def retranslate(self) -> None:
        """Set the words."""
        self._filter.setText(self.tr("Filter (Ctrl+F)"))
        self.list.setAccessibleName(self.tr("Complaints"))
        self.list.setAccessibleDescription(
            self.tr("Enter does what comes next, digits do the rest, Ctrl+F filters")
        )
        self.setAccessibleName(self.tr("Complaints"))
        self.list.repaint_rows()
        self._count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+F, the digits and a pasted file; letters go on to the box."""
        plain = is_plain(event)
        if event.modifiers() == CONTROL and event.key() == Qt.Key.Key_F:
            self.ask_filter()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif plain and event.text().isdigit() and self.side.is_idle and self.list.current():
            self._do_key(event.text())
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ filters

    def ask_filter(self) -> None:
        """Ask how to narrow the board: state, office, kind, cause, saved view, words."""
        if house := self.side.house:
            found = filters.choices(house, self.wanted, self.place.language.code)
            self.side.ask(self.tr("Which cases?"), found, self.take_filter)

    def narrow(self, key: str) -> None:
        """Narrow the board by one more choice."""
        if house := self.side.house:
            self.wanted = form.narrowed(self.wanted, key, house)
            self._read_around(0)

    def take_filter(self, key: str) -> None:
        """Do what one of the filters' choices means."""
        self.side.leave_page()
        what, _, value = key.partition(" ")
        if what in ("search", "save"):
            question = {
                "search": self.tr("Words of the complaint, or a folio"),
                "save": self.tr("Under which name is this view kept?"),
            }
            self._asks_for = what
            self.line.open("search", question[what], self.wanted.text if what == "search" else "")
        elif what == "drop":
            self.place.jobs.write(self, form.forget_view, value, done=lambda _: self.read())
        else:
            self.narrow(key)

    def _take_line(self, text: str) -> None:
        if self._asks_for == "search":
            self._leave_line()
            self.narrow(f"text {text.strip()}")
        else:
            self.place.jobs.write(
                self, form.keep_view, text, self.wanted, done=self._kept,
                failed=lambda error: self.place.messages.refuse(error, self.line),
            )  # fmt: skip

    def _kept(self, _nothing: None) -> None:
        self._leave_line()
        self.place.messages.say(self.tr("The view is kept; Ctrl+F shows it."))
        self.read()

    def _leave_line(self) -> None:
        self.line.hide()
        self.setFocus()

    # ------------------------------------------------------------------ rows

    def _today(self) -> object:
        return clock.day(self.place.jobs.now(), self.place.here.zone)

    def _read_around(self, place: int) -> None:
        self.place.jobs.read(
            self, form.page, self.wanted, today=self._today(), around=place, done=self._take_page
        )

    def _take_page(self, page: Page) -> None:
        self._page = page
        self.list.show_window(page.total, page.start, page.lines)
        self._count()

    def _take_house(self, house: House) -> None:
        self.side.house = house
        self._count()

    def _count(self) -> None:
        page = self._page
        shown = filters.in_words(self.wanted, self.side.house, self.place.language.code)
        title = self.tr("Complaints · {shown} · {count}")
        locale = self.place.wording.locale
        count = locale.toString(page.total) if page else ""
        self._title.setText(title.format(shown=shown, count=count))
        late = page.overdue if page else 0
        self._overdue.setVisible(late > 0)
        self._overdue.setText(self.tr("Overdue: {count}").format(count=locale.toString(late)))
        self.list.say_when_empty(
            self.tr("No complaint is open. F4 puts one on record.")
            if self.wanted == Filter(form.GROUP)
            else self.tr("No case fits. Esc takes the filter away.")
        )

    def _show_row(self, row: Line | None) -> None:
        if row is None:
            if self._page and not self._page.total:
                self.side.show_look(None)
            return
        self.place.jobs.read(
            self, form.look, row.id, now=self.place.jobs.now(), done=self._take_look,
            reads_restricted=self.place.session.role != "receptionist",
        )  # fmt: skip

    def _take_look(self, look: Look) -> None:
        row: Line | None = self.list.current()
        if row is not None and row.id == look.case.id:
            self.side.show_look(look)

    # ------------------------------------------------------------------ deeds

    def _do_key(self, digit: str) -> None:
        self.do(steps.KEYS[digit])

    def do(self, code: str) -> None:
        """Do what a key or a button means for the case in hand."""
        row: Line | None = self.list.current()
        look = self.side.look
        self.side.do(code, wait=row is None or look is None or look.case.id != row.id)

    def _do_next(self, row: Line) -> None:
        self.do({"closed": "rate", "annulled": "reopen"}.get(row.state, "close"))

    def _export(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        self.side.leave_page()
        kinds = "XLSX (*.xlsx);;CSV (*.csv);;Open311 (*.json)"
        chosen, kind = QFileDialog.getSaveFileName(
            self, self.tr("Save this list"), "complaints.xlsx", kinds
        )
        if not chosen:
            return
        file = Path(chosen)
        if not file.suffix:
            file = file.with_suffix(kind.partition("(*")[2].rstrip(")") or ".xlsx")
        self.place.jobs.slow(
            self, form.export, file, self.wanted, today=self._today(), done=self._exported
        )

    def _exported(self, told: tuple[Path, int]) -> None:
        text = self.tr("{count} cases are in {file}")
        self.place.messages.say(text.format(count=told[1], file=told[0]), "ok")

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        theme = self.place.theme
        self._overdue.setProperty("tone", "danger")
        self.list.set_widths(2, {3: 120})
        buttons = FlowLayout(theme.space("s"))
        for button in (self._overdue, self._filter):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        parts = buttons, self.line, self.side.papers.attaching, self.list
        left = Card(theme, *parts, title=self._title)
        fill(self, side_by_side(theme, (left, 70), (framed(self.side), 38)))
        self.setFocusProxy(self.list)
        self._draw()

    def _connect(self) -> None:
        self.list.moved.connect(self._show_row)
        self.list.wanted.connect(self._read_around)
        self.list.chosen.connect(self._do_next)
        self.list.struck.connect(lambda _row: self.do("annul"))
        self.line.asked.connect(self._take_line)
        self.line.closed.connect(self._leave_line)
        self.side.left.connect(self.setFocus)
        self.side.exporting.connect(self._export)
        self._overdue.clicked.connect(lambda: self.narrow("state overdue"))
        self._filter.clicked.connect(self.ask_filter)
        self.place.theme.changed.connect(self._draw)

    def _draw(self) -> None:
        icons = self.place.icons
        self._overdue.setIcon(icons.icon("circle-alert", "danger"))
        for button in (self._overdue, self._filter):
            button.setIconSize(icons.size())
        self._filter.setIcon(icons.icon("search", "text"))
        for column in FOLIO, OFFICE:  # which stand at the right as well
            self.list.show_column(column, shown=not self.place.theme.is_large)
