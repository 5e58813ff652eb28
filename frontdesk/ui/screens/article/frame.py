"""The frame of the editor: state and title, a button a page, fields, preview, and the foot."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from frontdesk.ui.language import Translated
from frontdesk.ui.screens.article import words
from frontdesk.ui.screens.article.entries import PAGES
from frontdesk.ui.screens.article.pages import Pages
from frontdesk.ui.screens.article.side import Side
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.one_line import OneLine
from frontdesk.ui.widgets.room import fill, side_by_side
from frontdesk.ui.workplace import Workplace

DIGITS = (*PAGES, "history", "preview")  # Alt and a digit from 1
BESIDE_PX = 860  # at 100 % text: where there is less room, the preview is a page of its own
TONES = {"draft": "", "review": "warn", "published": "ok", "retired": "danger"}


class Frame(Translated, QWidget):
    """Everything that is seen of the editor. `pressed` carries what a button stands for."""

    pressed = Signal(str)

    def __init__(self, place: Workplace, holder: QWidget) -> None:
        super().__init__(holder)
        self.place, self.page = place, "answer"
        self._title_text, self._is_new = "", True
        self._state, self._title = QLabel(), ShortLabel()
        self._tabs = {page: QPushButton() for page in DIGITS}
        self._foot = {what: QPushButton() for what in ("save", "publish", "turns")}
        self._how = QLabel()
        self.pages, self.side, self.line = Pages(place), Side(place), OneLine(place.icons)
        self._beside, self._alone = QFrame(), QFrame()
        self._rooms = {True: QVBoxLayout(self._beside), False: QVBoxLayout(self._alone)}
        self._left = QStackedWidget()
        self._lay_out(holder)
        self.line.installEventFilter(self)
        for what, button in {**self._tabs, **self._foot}.items():
            button.clicked.connect(partial(self.pressed.emit, what))

    def turn_to(self, page: str) -> None:
        """Show a page and put the caret into it."""
        if page == "preview" and not self.is_narrow:
            self.side.list.start()
            return
        self.page = page
        if page == "preview":
            self._left.setCurrentWidget(self._alone)
            self._tabs["preview"].setFocus()
        else:
            self._left.setCurrentWidget(self.pages)
            self.pages.show_page(page)
        self.mark()

    def leave_preview(self) -> bool:
        """Go from the preview back to the fields; False where it is beside them."""
        if self.page != "preview":
            return False
        self.turn_to("text")
        return True

    def name(self, title: str, state: str, *, is_new: bool) -> None:
        """Tell which article this is, and its state."""
        self._is_new = is_new
        self._title.say(title)
        self._state.setText(words.say(words.STATES[state]))
        if self._state.property("tone") != TONES[state]:
            self._state.setProperty("tone", TONES[state])
            self._state.style().polish(self._state)
        self._tabs["history"].setEnabled(not is_new)
        self._foot["publish"].setVisible(state != "published")

    def mark(self) -> None:
        """Mark the button of the page on show, which a refusal may have turned."""
        if self._left.currentWidget() is self.pages:
            self.page = self.pages.page
        for page, button in self._tabs.items():
            used = "used" if page == self.page else ""
            if button.property("place") != used:
                button.setProperty("place", used)
                button.style().polish(button)

    @property
    def is_narrow(self) -> bool:
        """Whether the preview has no room beside the fields."""
        return self._beside.isHidden()

    def fit(self, width: int) -> None:
        """Put the preview beside the fields, or on a page of its own."""
        is_wide = width >= self.place.theme.px(BESIDE_PX)
        if self._rooms[is_wide].indexOf(self.side) < 0:
            self._rooms[is_wide].addWidget(self.side)
        self._beside.setVisible(is_wide)
        self._tabs["preview"].setVisible(not is_wide)
        self._title.setVisible(is_wide)
        self._how.setVisible(is_wide)
        if is_wide:
            self._named.insertWidget(0, self._state)
        elif self._deeds.indexOf(self._state) < 0:
            self._named.removeWidget(self._state)
            self._deeds.addWidget(self._state)
        self._state.setMinimumHeight(0 if is_wide else self._foot["save"].sizeHint().height())
        self._share_room()
        if is_wide and self.page == "preview":
            self.turn_to("text")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the room of the fields to a question, where there is not enough for both."""
        if watched is self.line and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._share_room()
        return super().eventFilter(watched, event)

    def _share_room(self) -> None:
        self._left.setVisible(self.line.isHidden() or not self.is_narrow)

    def retranslate(self) -> None:
        """Set the words."""
        for digit, (page, button) in enumerate(self._tabs.items(), 1):
            word = words.say(words.PAGES[page])
            button.setText(f"{digit} {word}")
            button.setAccessibleName(word)
            button.setAccessibleDescription(f"Alt+{digit}")
            button.setToolTip(f"{word} (Alt+{digit})")
        self._foot["save"].setText(self.tr("Save (Ctrl+Enter)"))
        self._foot["publish"].setText(self.tr("Publish (Ctrl+Shift+Enter)"))
        self._foot["turns"].setText(self.tr("What becomes of it… (Ctrl+M)"))
        self._how.setText(self.tr("Alt and a digit turn the page; Esc leaves, what is typed stays"))

    def _lay_out(self, holder: QWidget) -> None:
        space = self.place.theme.space
        self._state.setProperty("chip", True)
        self._title.setProperty("role", "strong")
        self._how.setProperty("role", "small")
        self._how.setWordWrap(True)
        self._beside.setProperty("card", True)
        for room in self._rooms.values():
            room.setContentsMargins(1, 1, 1, 1)
        self._rooms[True].addWidget(self.side)
        self._left.addWidget(self.pages)
        self._left.addWidget(self._alone)
        fields = QFrame()
        fields.setProperty("card", True)
        column = QVBoxLayout(fields)
        column.setContentsMargins(space("l"), space("s"), space("s"), space("s"))
        column.setSpacing(space("s"))
        self._add_head(column)
        column.addWidget(self._left, 1)
        column.addWidget(self.line)
        self._add_foot(column)
        fill(self, side_by_side(self.place.theme, (fields, 60), (self._beside, 40)))
        fill(holder, self)

    def _add_head(self, column: QVBoxLayout) -> None:
        space = self.place.theme.space
        self._named = named = QHBoxLayout()
        named.setSpacing(space("s"))
        named.addWidget(self._state)
        named.addWidget(self._title, 1)
        tabs = FlowLayout(space("xs"))
        for button in self._tabs.values():
            button.setProperty("tab", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tabs.addWidget(button)
        column.addLayout(named)
        column.addLayout(tabs)

    def _add_foot(self, column: QVBoxLayout) -> None:
        self._deeds = row = FlowLayout(self.place.theme.space("s"))
        self._foot["save"].setProperty("primary", True)
        for button in self._foot.values():
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self._how)


class ShortLabel(QLabel):
    """A line that is cut where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show a text."""
        self._whole = text
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """Return the height of one line."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: object) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._cut()

    def _cut(self) -> None:
        cut = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 40)
        )
        if cut != self.text():
            self.setText(cut)
            self.setToolTip(self._whole if cut != self._whole else "")
