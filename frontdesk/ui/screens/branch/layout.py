"""The parts of the branch screen and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from frontdesk.sync.places import is_hub
from frontdesk.ui.screens.branch.model import (
    ConflictRow,
    ConflictsModel,
    MetModel,
    RefusalsModel,
)
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.one_line import OneLine
from frontdesk.ui.widgets.room import fill
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.widgets.two_cards import TwoCards

if TYPE_CHECKING:
    from frontdesk.sync.branches import Standing
    from frontdesk.ui.screen import Screen


class BranchLayout:
    """Left how we stand with each site and the one big button, right what needs a look."""

    def __init__(self, screen: Screen) -> None:
        place = screen.place
        theme, icons, wording = place.theme, place.icons, place.wording
        self._theme = theme
        self.sites = Table(MetModel(theme, icons, wording))
        self.refusals = Table(RefusalsModel(theme, icons, wording, place.messages))
        self.conflicts = Table(ConflictsModel(theme, icons, wording))
        self._title, self._words, self._needs = QLabel(), QLabel(), QLabel()
        self.now, self.folder, self.hub = QPushButton(), QPushButton(), QPushButton()
        self.days, self.invite, self.join = QPushButton(), QPushButton(), QPushButton()
        self.seen, self.head, self.access = QPushButton(), QPushButton(), QPushButton()
        self.line = OneLine(icons)
        self._working, self._bar = QLabel(), QProgressBar()
        self._late_days = 0
        self._lay_out(screen)
        self.hide_work()
        theme.changed.connect(self._fit)
        self._fit()

    def retranslate(self) -> None:
        """Set the words that always stand there."""
        self._title.setText(QCoreApplication.translate("Branch", "Exchange with the other sites"))
        self._needs.setText(QCoreApplication.translate("Branch", "What needs a look"))
        self.now.setText(QCoreApplication.translate("Branch", "Exchange now (Ctrl+Shift+S)"))
        self.folder.setText(QCoreApplication.translate("Branch", "Folder… (F)"))
        self.hub.setText(QCoreApplication.translate("Branch", "Hub… (H)"))
        self.invite.setText(QCoreApplication.translate("Branch", "Invite a branch… (I)"))
        self.access.setText(QCoreApplication.translate("Branch", "Access to the hub… (A)"))
        self.join.setText(QCoreApplication.translate("Branch", "Join with a file… (J)"))
        self.head.setText(QCoreApplication.translate("Branch", "This is head office (O)"))
        self.seen.setText(QCoreApplication.translate("Branch", "Both seen (V)"))
        self._name_days()
        for table, name, empty in (
            (
                self.sites,
                QCoreApplication.translate("Branch", "Sites"),
                QCoreApplication.translate(
                    "Branch", "No other site is known yet: I invites a branch, J joins."
                ),
            ),
            (
                self.refusals,
                QCoreApplication.translate("Branch", "Refused envelopes"),
                QCoreApplication.translate("Branch", "Nothing was refused."),
            ),
            (
                self.conflicts,
                QCoreApplication.translate("Branch", "Two values"),
                QCoreApplication.translate("Branch", "Nobody wrote two values into one field."),
            ),
        ):
            table.setAccessibleName(name)
            table.say_when_empty(empty)
            table.repaint_rows()

    def show_standing(self, standing: Standing) -> None:
        """Show the rows, and the buttons that mean something here."""
        self.sites.set_rows(standing.met)
        self.refusals.set_rows(standing.refused)
        self.conflicts.set_rows([ConflictRow(one) for one in standing.conflicts])
        self._late_days = standing.late_days
        self._name_days()
        for button in (self.now, self.folder, self.hub, self.days):
            button.setVisible(standing.joined)
        self.invite.setVisible(standing.is_head and standing.joined)
        has_hub = standing.is_head and standing.joined and is_hub(standing.place)
        self.access.setVisible(has_hub)
        for button in (self.join, self.head):
            button.setVisible(not standing.joined)
        self.seen.setVisible(bool(standing.conflicts))
        self._fit()

    def tell(self, text: str, tone: str) -> None:
        """Say how exchange stands."""
        self._words.setText(text)
        self._words.setProperty("tone", tone)
        self._words.style().polish(self._words)

    def show_work(self, text: str) -> None:
        """Show that an exchange is under way."""
        self._working.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, 0)
        for widget in (self._working, self._bar):
            widget.show()
        self.now.setEnabled(False)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many envelopes are done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def hide_work(self) -> None:
        """Take the progress away."""
        for widget in (self._working, self._bar):
            widget.hide()
        self.now.setEnabled(True)

    def _name_days(self) -> None:
        never = QCoreApplication.translate("Branch", "Remind of an exchange: never (D)")
        after = QCoreApplication.translate("Branch", "Remind after {days} days (D)").format(
            days=self._late_days
        )
        self.days.setText(after if self._late_days else never)

    def _fit(self) -> None:
        """In large print show what there is: an empty list of what needs a look takes no room."""
        large = self.cards.is_large
        self._title.setVisible(not large)
        for table in (self.refusals, self.conflicts):
            table.setVisible(not large or table.model().rowCount() > 0)

    def _lay_out(self, screen: Screen) -> None:
        self.sites.set_widths(0, {1: 160, 2: 160, 3: 70})
        self.refusals.set_widths(0, {1: 160})
        self.conflicts.set_widths(1, {0: 260})
        self.now.setProperty("primary", True)
        for label in (self._title, self._needs):
            label.setProperty("role", "strong")
        for label in (self._title, self._words, self._needs, self._working):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        deeds, looks = FlowLayout(self._theme.space("s")), FlowLayout(self._theme.space("s"))
        for button in (
            self.now, self.folder, self.hub, self.join, self.head, self.invite, self.access,
            self.days,
        ):  # fmt: skip
            deeds.addWidget(button)
        looks.addWidget(self.seen)
        self.cards = TwoCards(
            self._theme,
            (self._title, self._words, self.line, self._working, self._bar, self.sites, deeds),
            (self._needs, self.refusals, self.conflicts, looks),
        )
        fill(screen, self.cards)
