"""The versions of an article: what each changed, as it was on any day, and the way back."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core.knowledge import versions
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.versions import Version
from frontdesk.ui.keys import ENTER, is_plain
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.article import form
from frontdesk.ui.screens.article.difference import Difference
from frontdesk.ui.screens.article.model import Line, VersionsModel
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.room import side_by_side
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Workplace

WAYS = ("before", "now", "whole", "day")  # the digits: what is shown of a version
BY = 3  # the column; in a house without PINs nobody knows


class History(Translated, QWidget):
    """The list, the difference of the row in hand, and a day to ask for. `restored` carries the
    article that holds again.
    """

    restored = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self._article_id, self._way = "", "before"
        self._versions: list[Version] = []
        self._title, self._shown = QLabel(), QLabel()
        self.list = Table(VersionsModel(place.theme, place.icons, place.wording))
        self.text = Difference(place.theme)
        self._day = QLineEdit()
        self.day = Field(self._day)
        self._buttons = {way: QPushButton() for way in (*WAYS, "restore")}
        self._lay_out()
        self.list.moved.connect(lambda _row: self._show())
        self.list.chosen.connect(self._restore)
        self._day.returnPressed.connect(self._ask_day)
        self._day.textEdited.connect(self.day.accept)
        for way, button in self._buttons.items():
            button.clicked.connect(partial(self._press, way))
        self.setFocusProxy(self.list)
        self.retranslate()

    def open(self, article_id: str) -> None:
        """Show the versions of an article."""
        if article_id != self._article_id:
            self._day.clear()
            self._way = "before"
        self._article_id = article_id
        self.place.jobs.read(self, form.history, article_id, done=self._take)

    def retranslate(self) -> None:
        """Set the words."""
        says = {
            "before": self.tr("1 What changed"), "now": self.tr("2 Changed since"),
            "whole": self.tr("3 Whole"), "day": self.tr("4 As it was on…"),
            "restore": self.tr("Restore (Enter)"),
        }  # fmt: skip
        for way, button in self._buttons.items():
            button.setText(says[way])
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setAccessibleDescription(self.tr("Enter lets a version hold again"))
        self.text.setAccessibleName(self.tr("What changed"))
        self.day.set_label(self.tr("As it was on"))
        self._day.setPlaceholderText(self.tr("a day, with the hour if you like: 25/11/2026 10:30"))
        self._name()
        self.list.repaint_rows()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the digits; letters go on to the box."""
        plain = is_plain(event)
        digit = event.key() - Qt.Key.Key_1
        if plain and 0 <= digit < len(WAYS) and not self._day.hasFocus():
            self._press(WAYS[digit])
        elif event.key() in ENTER and self._day.hasFocus():
            return
        else:
            super().keyPressEvent(event)

    def shown(self) -> str:
        """Return what is read at the right."""
        return self.text.toPlainText()

    # ------------------------------------------------------------------ inside

    def _take(self, told: tuple[list[Version], dict[str, str]]) -> None:
        self._versions, names = told
        lines = []
        for version, before in zip(self._versions, [*self._versions[1:], None], strict=True):
            changes = versions.difference(before.article, version.article) if before else ()
            lines.append(Line(version, names[version.by], tuple(c.field for c in changes)))
        self.list.set_rows(lines)
        self.list.show_column(BY, shown=any(line.by for line in lines))
        self._name()

    def _name(self) -> None:
        title = self._versions[0].article.title if self._versions else ""
        self._title.setText(self.tr("Versions · {title}").format(title=title))

    def _press(self, way: str) -> None:
        if way == "restore":
            self._restore(self.list.current())
        elif way == "day":
            self._day.setFocus()
            self._day.selectAll()
        else:
            self._way = way
            self._show()

    def _show(self) -> None:
        row: Line | None = self.list.current()
        self._buttons["restore"].setEnabled(bool(row and row.version.until_at))
        for way in WAYS:
            button, used = self._buttons[way], "used" if way == self._way else ""
            button.setProperty("place", used)
            button.style().polish(button)
        if row is None:
            return
        place = self._versions.index(row.version) + 1
        is_first = self._way == "before" and place == len(self._versions)
        if self._way == "whole" or is_first:
            self._shown.setText(self.tr("The whole article"))
            self.text.show_article(row.version.article)
        elif self._way == "now":
            self._compare(row.version.article, self._versions[0].article)
            self._shown.setText(self.tr("From this version to the one that holds"))
        else:
            self._shown.setText(self.tr("From the version before to this one"))
            self._compare(self._versions[place].article, row.version.article)

    def _compare(self, before: Article, after: Article) -> None:
        none = self.tr("No word differs.")
        self.text.show_changes(versions.difference(before, after), none)

    def _ask_day(self) -> None:
        self.place.jobs.read(
            self, form.as_it_was, self._article_id, self._day.text(), zone=self.place.here.zone,
            now=self.place.jobs.now(), done=self._show_day, failed=self._refuse_day,
        )  # fmt: skip

    def _refuse_day(self, error: UserError) -> None:
        self.day.refuse(self.place.messages.sentence(error))

    def _show_day(self, told: tuple[datetime, Article | None]) -> None:
        at, article = told
        say = self.place.wording
        day = f"{say.long_day(clock.day(at, say.zone))}, {say.time(at)}"
        self._shown.setText(self.tr("As it was on {day}").format(day=day))
        if article:
            self.text.show_article(article)
        else:
            self.text.show_changes((), self.tr("It was not there yet."))
        self.list.setFocus()

    def _restore(self, row: Line | None) -> None:
        if row and row.version.until_at:
            held = self._versions[0]
            self.place.jobs.write(
                self, form.restore, row.version, done=partial(self._restored, held)
            )

    def _restored(self, held: Version, told: tuple[Article, bytes]) -> None:
        self.restored.emit(told)
        self.open(self._article_id)
        self.place.messages.say(
            self.tr("That version holds again; the one before is kept."),
            "ok",
            lambda: self.place.jobs.write(self, form.restore, held, done=partial(self._undone)),
        )

    def _undone(self, told: tuple[Article, bytes]) -> None:
        self.restored.emit(told)
        self.open(self._article_id)

    def _lay_out(self) -> None:
        theme = self.place.theme
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        self._shown.setProperty("role", "heading")
        self._shown.setWordWrap(True)
        self.list.set_widths(1, {0: 190, 2: 110})
        page = QWidget()
        page.setProperty("plain", True)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.text)
        inner.addStretch(1)
        left, right = Card(theme, self.list, self.day), Card(theme, self._shown, scrolled(page))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.space("s"))
        whole.addWidget(self._title)
        whole.addLayout(self._button_row())
        whole.addWidget(side_by_side(theme, (left, 50), (right, 50)), 1)

    def _button_row(self) -> FlowLayout:
        buttons = FlowLayout(self.place.theme.space("s"))
        for way, button in self._buttons.items():
            button.setProperty("tab", way != "restore")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        return buttons
