"""One cause: why it comes back, what is done about it, and whether that worked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from frontdesk.core.complaints.effect import Effect, Week
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.cases.causing import CauseLook
from frontdesk.ui.screens.cases.words import CATEGORIES, say
from frontdesk.ui.widgets.bars import Bars
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.item_list import Item, ItemList
from frontdesk.ui.widgets.scrolled import bare_page, scrolled
from frontdesk.ui.widgets.table import Cell, Table, WordedModel
from frontdesk.ui.workplace import Workplace

DIGITS = {"category": "1", "whys": "2", "act": "3", "settle": "4", "rename": "5", "other": "6",
          "part": "7", "more": "0"}  # fmt: skip
ROWS_SHOWN = 5


class WeeksModel(WordedModel):
    """The numbers of the chart: week, cases, before or after the action."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Cases", "Week from"),
            QCoreApplication.translate("Cases", "Complaints"),
            QCoreApplication.translate("Cases", "Action"),
        )

    def cells(self, row: Week) -> tuple[Cell, ...]:
        """Return a week."""
        return (Cell(self._wording.day(row.starts_on)), Cell(str(row.cases)),
                Cell(groups()[row.is_after], tone="muted"))  # fmt: skip


def groups() -> tuple[str, str]:
    """Return the words for the weeks before and after the action."""
    return (
        QCoreApplication.translate("Cases", "before"), QCoreApplication.translate("Cases", "after")
    )  # fmt: skip


class CauseView(Translated, QWidget):
    """A cause as it stands. `asked` carries what is to be done with it."""

    asked = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._look: CauseLook | None = None
        self._title, self._category, self._count = QLabel(), QLabel(), QLabel()
        self._heads = [QLabel() for _ in range(3)]
        self._whys = ItemList(place.theme, numbered=True)
        self._actions = ItemList(place.theme)
        self._said, self._bars = QLabel(), Bars(place.theme)
        self.model = WeeksModel(place.theme, place.icons, place.wording)
        self.weeks = Table(self.model)
        self._buttons = {code: QPushButton() for code in DIGITS}
        self._lay_out()
        for code, button in self._buttons.items():
            button.clicked.connect(partial(self.asked.emit, code))
        place.theme.changed.connect(self.retranslate)
        self.retranslate()

    def show_look(self, look: CauseLook) -> None:
        """Show a cause."""
        self._look = look
        self.model.set_rows(look.effect.weeks)
        rows = min(len(look.effect.weeks), ROWS_SHOWN) + 1
        self.weeks.setFixedHeight(rows * self.weeks.verticalHeader().defaultSectionSize() + 8)
        self.retranslate()

    def effect_words(self) -> str:
        """Return what is said of the effect."""
        return self._said.text()

    def choices(self) -> list[tuple[str, str]]:
        """Return what can be done with the cause, where there is no room for a button each."""
        acts = bool(self._look and any(a.state == "open" for a in self._look.actions))
        return [
            (code, button.accessibleName())
            for code, button in self._buttons.items()
            if code != "more" and (code != "settle" or acts)
        ]

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Cause"))
        self.weeks.setAccessibleName(self.tr("Complaints a week"))
        words = {
            "category": self.tr("Category"), "whys": self.tr("Five whys"),
            "act": self.tr("Set an action"), "settle": self.tr("Action done or dropped"),
            "rename": self.tr("Name it better"), "other": self.tr("Another cause"),
            "part": self.tr("Take this case out"), "more": self.tr("More…"),
        }  # fmt: skip
        is_large = self._place.theme.is_large  # one button stands for all, or nothing could be read
        for code, button in self._buttons.items():
            button.setText(f"{DIGITS[code]}  {words[code]}")
            button.setAccessibleName(words[code])
            button.setAccessibleDescription(DIGITS[code])
            button.setVisible(is_large == (code == "more"))
        names = (self.tr("Why, and why that"), self.tr("What is done"), self.tr("Did it work?"))
        for label, name in zip(self._heads, names, strict=True):
            label.setText(name)
        if self._look:
            self._tell(self._look)

    def _tell(self, look: CauseLook) -> None:
        words = self._place.wording
        self._title.setText(look.cause.title)
        self._category.setText(say(CATEGORIES[look.cause.category]))
        self._count.setText(self.tr("Complaints under this cause: {count}").format(
            count=look.cases))  # fmt: skip
        none = Item(self.tr("Not asked yet"))
        self._whys.set_items(tuple(map(Item, look.cause.whys)) or (none,))
        states = {"open": self.tr("open until {day}"), "done": self.tr("done on {day}"),
                  "dropped": self.tr("dropped on {day}")}  # fmt: skip
        acts = [
            Item(a.what, " · ".join(filter(None, (a.owner, states[a.state].format(
                day=words.day_text(a.settled_on or a.due_on)), a.outcome))))
            for a in look.actions
        ]  # fmt: skip
        self._actions.set_items(tuple(acts) or (Item(self.tr("Nothing yet")),))
        found = look.effect
        self._said.setText(self._effect(found))
        turn = sum(not week.is_after for week in found.weeks)
        self._bars.show_values([week.cases for week in found.weeks], turn, groups())
        self._bars.setAccessibleName(self._said.text())
        self.weeks.setVisible(bool(found.weeks))
        if not any(a.state == "open" for a in look.actions):
            self._buttons["settle"].hide()

    def _effect(self, found: Effect) -> str:
        locale = self._place.wording.locale
        before = locale.toString(found.before or 0.0, "f", 1)
        if found.before is None:
            return self.tr("No whole week has passed yet.")
        if found.done_on is None:
            return self.tr("{before} a week; no action is done yet.").format(before=before)
        if found.after is None:
            return self.tr("{before} a week before the action; no whole week after it yet.").format(
                before=before
            )
        text = (
            self.tr("Fewer: {before} a week before the action, {after} after it.")
            if found.after < found.before
            else self.tr("Not fewer: {before} a week before the action, {after} after it.")
        )
        return text.format(before=before, after=locale.toString(found.after, "f", 1))

    def _lay_out(self) -> None:
        space = self._place.theme.space
        page, column = bare_page(self._place.theme, "l", "m", "m", between="s")
        self._title.setProperty("role", "title")
        self._category.setProperty("chip", True)
        self._count.setProperty("role", "muted")
        self._said.setProperty("role", "strong")
        for label in (self._title, self._count, self._said):
            label.setWordWrap(True)
            label.setMinimumWidth(1)  # or a long word in large text would be wider than its room
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.weeks.set_widths(2)
        column.addWidget(self._category, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._count)
        parts = ((self._whys,), (self._actions,), (self._said, self._bars, self.weeks))
        for head, widgets in zip(self._heads, parts, strict=True):
            head.setProperty("role", "heading")
            column.addWidget(head)
            for widget in widgets:
                column.addWidget(widget)
        column.addStretch(1)
        foot = QWidget()
        buttons = FlowLayout(space("s"), foot)
        buttons.setContentsMargins(space("l"), space("s"), space("l"), space("s"))
        for button in self._buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page), 1)
        whole.addWidget(foot)
