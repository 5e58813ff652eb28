"""What people ask for and nobody could answer, grouped by meaning; each deed is one digit.

Enter asks the box for the words, so that one sees what a receptionist sees.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core import gaps
from frontdesk.core.gaps import Closing, Gap
from frontdesk.ui.keys import is_plain
from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.gaps import form
from frontdesk.ui.screens.gaps.model import GapsModel, say
from frontdesk.ui.screens.gaps.side import DEEDS, Side
from frontdesk.ui.widgets.card import Card, framed
from frontdesk.ui.widgets.finder import Finder
from frontdesk.ui.widgets.one_line import OneLine
from frontdesk.ui.widgets.room import side_by_side
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.ui.commands.own import OwnKey

SAID = {
    "written": QT_TRANSLATE_NOOP("Gaps", "A draft with these words is open"),
    "synonym": QT_TRANSLATE_NOOP("Gaps", "The box understands “{words}” from now on"),
    "linked": QT_TRANSLATE_NOOP("Gaps", "The article is found by “{words}” from now on"),
    "dismissed": QT_TRANSLATE_NOOP("Gaps", "Dismissed; if it is asked again, it is back"),
}


class GapsScreen(Screen):
    """The list, the gap in hand, and what is asked before some deeds."""

    tables = frozenset({"gap", "gap_closing", "bounce", "search_synonym"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._asks_for: tuple[str, Gap] | None = None
        self._stays_at = -1  # the place of the gap that was just dealt with: the next one is there
        self.list = Table(GapsModel(place.theme, place.icons, place.wording))
        self.side, self.linking = Side(place), Finder(place.theme, narrows=False)
        self.line, self._title = OneLine(place.icons), QLabel()
        self._right = QStackedWidget()
        self._lay_out()
        self.list.moved.connect(self._show_gap)
        self.list.chosen.connect(self._search_it)
        self.side.asked.connect(self.do)
        self.line.asked.connect(self._take_line)
        self.line.closed.connect(self._leave_line)
        self.linking.asked.connect(self._find)
        self.linking.found.connect(self._link)
        self.setFocusProxy(self.list)
        place.theme.changed.connect(self._fit)
        self._fit()
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def read(self) -> None:
        """Read the gaps of late."""
        since = clock.iso(self.place.jobs.now() - timedelta(days=form.DAYS))
        self.place.jobs.read(self, gaps.gaps, since, done=self._take)

    def back(self) -> bool:
        """Leave what is being asked."""
        if self.line.isVisible():
            self._leave_line()
        elif self._right.currentWidget() is self.linking:
            self._leave_page()
        else:
            return False
        return True

    def retranslate(self) -> None:
        """Set the words."""
        name = self.tr("Gaps")
        self.setAccessibleName(name)
        self.list.setAccessibleName(self.tr("What nobody could answer"))
        self.list.setAccessibleDescription(self.tr("Digits act, Enter asks the box"))
        self.list.say_when_empty(
            self.tr("Nothing is missing. Searches for which nothing was chosen, F8, F7, answers "
                    "that did not help and wrong offices gather here.")
        )  # fmt: skip
        self._title.setText(
            self.tr("Gaps · the last {days} days · Enter asks the box").format(days=form.DAYS)
        )
        self.linking.hint(self.tr("Other words of its title"))
        self.list.repaint_rows()

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return what can be done about the gap in hand."""
        from frontdesk.ui.commands.own import OwnKey

        shown = form.deeds(self.list.current())
        deeds = (
            OwnKey(form.DIGITS[deed], say(DEEDS[deed]), partial(self.do, deed)) for deed in shown
        )
        return (*deeds, OwnKey(self.tr("Enter"), self.tr("Search for it"), self._search_it))

    # ------------------------------------------------------------------ deeds

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the digits; letters go on to the box."""
        plain = is_plain(event)
        deeds = {digit: deed for deed, digit in form.DIGITS.items()}
        if plain and event.text() in deeds and self._is_idle():
            if not event.isAutoRepeat():
                self.do(deeds[event.text()])
        else:
            super().keyPressEvent(event)

    def do(self, deed: str) -> None:
        """Do what a digit or a button means for the gap in hand."""
        gap: Gap | None = self.list.current()
        if gap is None or deed not in form.deeds(gap):
            return
        if deed == "link":
            self._ask_article(gap)
        elif deed in ("synonym", "dismiss"):
            self._ask_line(deed, gap)
        else:
            self._write(deed, gap)

    def _ask_line(self, deed: str, gap: Gap) -> None:
        self._asks_for = deed, gap
        questions = {
            "synonym": ("languages", self.tr("“{words}” means the same as? In the house's words.")),
            "dismiss": ("x", self.tr("Why is nothing done about “{words}”?")),
        }
        icon, question = questions[deed]
        self.line.open(icon, question.format(words=gap.id))

    def _take_line(self, text: str) -> None:
        if self._asks_for:
            self._write(*self._asks_for, text)

    def _ask_article(self, gap: Gap) -> None:
        self._asks_for = "link", gap
        self._right.setCurrentWidget(self.linking)
        self.linking.ask(self.tr("Which article answers “{words}”?").format(words=gap.id), [])
        self.linking.setFocus()
        self._search(gap.texts[:3], self.linking.offer)

    def _find(self, text: str) -> None:
        if self._asks_for:
            words = (text,) if text.strip() else self._asks_for[1].texts[:3]
            self._search(words, self.linking.offer)

    def _link(self, article_id: str) -> None:
        if self._asks_for:
            self._write(*self._asks_for, article_id)

    def _write(self, deed: str, gap: Gap, told: str = "") -> None:
        self._stays_at = self.list.currentIndex().row()
        self.place.jobs.write(
            self, form.do, deed, gap, told, done=partial(self._done, gap), failed=self._refused
        )

    def _done(self, gap: Gap, closing: Closing | None) -> None:
        self._leave_line()
        self._leave_page()
        if closing is None:
            self.place.messages.say(self.tr("The gap is open again"), "info")
            return
        said = say(SAID[closing.how]).format(words=gap.id)
        undo = partial(self.place.jobs.write, self, gaps.withdraw, closing.id)
        self.place.messages.say(said, "ok", undo)
        if closing.how == "written":
            self.edits.emit(closing.article_id)

    def _refused(self, error: UserError) -> None:
        self._stays_at = -1
        self.place.messages.refuse(error, self.line)

    # ------------------------------------------------------------------ inside

    def _take(self, found: list[Gap]) -> None:
        self.list.set_rows(found)
        if found and self._stays_at >= 0:
            self.list.selectRow(min(self._stays_at, len(found) - 1))
        self._stays_at = -1

    def _search_it(self) -> None:
        if gap := self.list.current():
            self.asks.emit(gap.id)

    def _show_gap(self, gap: Gap | None) -> None:
        self.side.show_gap(gap)
        if gap:
            self._search(gap.texts[:1], self.side.show_found)

    def _search(self, texts: tuple[str, ...], done: Any) -> None:
        place = self.place
        today = clock.day(place.jobs.now(), place.here.zone).isoformat()
        place.jobs.read(self, form.found_now, texts, place.language.code, today, done=done)

    def _leave_line(self) -> None:
        self.line.hide()
        self.list.setFocus()

    def _leave_page(self) -> None:
        self._right.setCurrentWidget(self.side)
        self.list.setFocus()

    def _is_idle(self) -> bool:
        """Tell whether nothing is being asked."""
        return self._right.currentWidget() is self.side and not self.line.isVisible()

    def _fit(self) -> None:
        """Leave the words room in large print; the sign before them tells the state."""
        for column in (2, 3):
            self.list.show_column(column, shown=not self.place.theme.is_large)

    def _lay_out(self) -> None:
        theme = self.place.theme
        self.list.set_widths(1, {0: 64, 2: 110, 3: 180})
        self.linking.setContentsMargins(*(theme.space("l"), theme.space("m")) * 2)
        for page in (self.side, self.linking):
            self._right.addWidget(page)
        left = Card(theme, self.list, title=self._title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.space("s"))
        whole.addWidget(self.line)
        whole.addWidget(side_by_side(theme, (left, 60), (framed(self._right), 40)), 1)
