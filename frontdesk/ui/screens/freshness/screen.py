"""Which articles to look at again, and who keeps them; `v` says that one is true today.

Digits choose what is listed, Enter opens an article at the desk or narrows to one owner.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton

from frontdesk.base import clock
from frontdesk.core.knowledge import freshness
from frontdesk.core.knowledge.freshness import Board, Line
from frontdesk.ui.keys import is_plain
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.freshness import form
from frontdesk.ui.screens.freshness.form import OwnerRow, Verified
from frontdesk.ui.screens.freshness.model import VIEWS, LinesModel, OwnersModel, say
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.room import fill, side_by_side
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.ui.commands.own import OwnKey

FIGURES = {
    "overdue": 2,
    "unused": 3,
    "unfound": 4,
    "bounced": 5,
}  # the column of each list's figure


class FreshnessScreen(Screen):
    """The figures, the list of one of them, and the owners."""

    tables = frozenset({"article", "bounce", "gap", "setting"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._view = "overdue"
        self._owner: str | None = None
        self._board: Board | None = None
        theme, icons = place.theme, place.icons
        self.model = LinesModel(theme, icons, place.wording)
        self.list, self.owners = Table(self.model), Table(OwnersModel(theme, icons))
        self._title, self._who = QLabel(), QLabel()
        self._views = {view: QPushButton() for view in VIEWS}
        self._verify, self._edit = QPushButton(), QPushButton()
        self._lay_out()
        for view, button in self._views.items():
            button.clicked.connect(partial(self.show_view, view))
        self._verify.clicked.connect(self.verify)
        self._edit.clicked.connect(self.edit)
        self.list.chosen.connect(self._open_it)
        self.list.moved.connect(self._name_deeds)
        self.owners.chosen.connect(lambda row: self._narrow(row.owner.name))
        self.setFocusProxy(self.list)
        place.theme.changed.connect(self._fit)
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def read(self) -> None:
        """Read the board of today."""
        place = self.place
        today = clock.day(place.jobs.now(), place.here.zone)
        place.jobs.read(
            self, freshness.board, self._view, today, self._owner, done=self._take
        )  # fmt: skip

    def back(self) -> bool:
        """Show all owners again first."""
        if self._owner is None:
            return False
        self._narrow(None)
        return True

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Freshness"))
        self.list.setAccessibleName(self.tr("Articles to look at"))
        self.owners.setAccessibleName(self.tr("Who keeps them"))
        self.list.setAccessibleDescription(self.tr("v verifies, Enter opens, digits choose a list"))
        self.list.say_when_empty(
            self.tr("No article here, which is how it should be. 1 to 4 look elsewhere.")
        )
        self.owners.say_when_empty(
            self.tr("There is no article yet. Ctrl+Shift+E writes the first.")
        )
        self._who.setText(self.tr("Who keeps them"))
        self.owners.setAccessibleDescription(self.tr("Enter shows only theirs"))
        self._verify.setText(self.tr("Verified: it is true today (V)"))
        self._edit.setText(self.tr("Edit (E)"))
        self._name()
        for table in (self.list, self.owners):
            table.repaint_rows()

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return the lists, and what can be done with the article in hand."""
        from frontdesk.ui.commands.own import OwnKey

        views = (
            OwnKey(digit, say(VIEWS[view]), partial(self.show_view, view))
            for digit, view in form.DIGITS.items()
        )
        return (
            *views,
            OwnKey("V", self.tr("Verified: it is true today"), self.verify),
            OwnKey("E", self.tr("Edit"), self.edit),
            OwnKey(self.tr("Enter"), self.tr("Open at the desk"), self._open_it),
        )

    # ------------------------------------------------------------------ deeds

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the digits, v and e; other letters go on to the box."""
        plain = is_plain(event)
        key = event.text().lower()
        deeds = {"v": self.verify, "e": self.edit}
        if plain and key in form.DIGITS:
            self.show_view(form.DIGITS[key])
        elif plain and key in deeds:
            if not event.isAutoRepeat():
                deeds[key]()
        else:
            super().keyPressEvent(event)

    def show_view(self, view: str) -> None:
        """List another kind."""
        self._view = self.model.view = view
        self.read()
        self.list.setFocus()

    def verify(self) -> None:
        """Note that the article in hand is true today."""
        line: Line | None = self.list.current()
        if line:
            self.place.jobs.write(self, form.verify, line.id, done=self._verified)

    def edit(self) -> None:
        """Open the article in hand in the editor."""
        line: Line | None = self.list.current()
        if line:
            self.edits.emit(line.id)

    def _verified(self, verified: Verified) -> None:
        day = self.place.wording.day_text(verified.after.review_on)
        said = self.tr("“{title}” is true today; next review on {day}")
        self.place.messages.say(
            said.format(title=verified.after.title, day=day),
            "ok",
            partial(self.place.jobs.write, self, form.put_back, verified.before),
        )

    # ------------------------------------------------------------------ inside

    def _take(self, board: Board) -> None:
        self._board = board
        self.list.set_rows(board.lines)
        self.owners.set_rows([OwnerRow(owner, self._view) for owner in board.owners])
        self._name()

    def _open_it(self) -> None:
        if line := self.list.current():
            self.asks.emit(line.title)

    def _narrow(self, owner: str | None) -> None:
        self._owner = owner
        self.read()
        self.list.setFocus()

    def _name(self) -> None:
        """Say what is listed, and the figure of each list."""
        board = self._board
        for place, (view, button) in enumerate(self._views.items(), 1):
            count = board.whole.views.get(view, 0) if board else 0
            word = say(VIEWS[view])
            button.setText(f"{place}  {word}: {count}")
            button.setAccessibleName(f"{word}: {count}")
            button.setAccessibleDescription(str(place))
            button.setProperty("primary", view == self._view)
            button.setVisible(view != "replaced" or count > 0)
            button.style().polish(button)
        whole = board.whole.articles if board else 0
        title = self.tr("Freshness · articles on the desk: {count} · the last year")
        if self._owner is not None:
            title = self.tr("Freshness · kept by {owner} · Esc shows all")
        nobody = self.tr("nobody")
        self._title.setText(title.format(count=whole, owner=self._owner or nobody))
        self._fit()

    def _fit(self) -> None:
        """Leave the titles room in large print: of the figures only the one that is listed."""
        large = self.place.theme.is_large
        listed = FIGURES.get(self._view, 1)
        for column in range(1, 6):
            self.list.show_column(column, shown=not large or column == listed)
        self.owners.show_column(2, shown=not large)
        self._title.setVisible(not large or self._owner is not None)

    def _name_deeds(self, line: Line | None) -> None:
        for button in (self._verify, self._edit):
            button.setEnabled(line is not None)

    def _lay_out(self) -> None:
        theme = self.place.theme
        self.list.set_widths(0, {1: 130, 2: 120, 3: 64, 4: 72, 5: 72})
        self.owners.set_widths(0, {1: 64, 2: 76})
        views, deeds = FlowLayout(theme.space("s")), FlowLayout(theme.space("s"))
        for button in self._views.values():
            views.addWidget(button)
        for button in (self._verify, self._edit):
            deeds.addWidget(button)
        left = Card(theme, views, self.list, deeds, title=self._title)
        right = Card(theme, self.owners, title=self._who)
        fill(self, side_by_side(theme, (left, 70), (right, 30)))
