"""The ticket in hand at the right: number, need, what was told already, and what can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from frontdesk.base import clock
from frontdesk.core.queue import Row
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.queue import form
from frontdesk.ui.screens.queue.model import DEEDS, STATES, say
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.foot import spread, stand
from frontdesk.ui.widgets.scrolled import bare_page
from frontdesk.ui.workplace import Workplace

A_MINUTE_S = 60
CHIPS = {"called": "", "serving": "ok", "held": "warn", "waiting": ""}


class Side(Translated, QWidget):
    """One ticket. `asked` carries the deed whose button was pressed."""

    asked = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._row: Row | None = None
        self._priority = self._lasting = ""
        self._number, self._state, self._need = QLabel(), QLabel(), QLabel()
        self._law, self._facts = QLabel(), QLabel()
        self._told, self._story = QLabel(), QLabel()
        self._next = QPushButton()
        self._buttons = {deed: QPushButton() for deed in form.DIGITS}
        self._lay_out()
        place.theme.changed.connect(self.retranslate)
        self._next.clicked.connect(lambda: self.asked.emit(self.next_deed))
        for deed, button in self._buttons.items():
            button.clicked.connect(partial(self.asked.emit, deed))
        self.retranslate()

    @property
    def next_deed(self) -> str:
        """What Enter does."""
        return form.DEEDS[self._row.state if self._row else ""][0]

    def show_row(self, row: Row | None, priority: str, lasting: str) -> None:
        """Show another ticket, the words of its legal priority and how long its state lasts."""
        self._row, self._priority, self._lasting = row, priority, lasting
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        row = self._row
        self.setAccessibleName(self.tr("The ticket in hand"))
        spread(self._place.theme, (self._next, *self._buttons.values()), *self._rows)
        large = self._place.theme.is_large  # where so long a word has no room
        self._number.setProperty("role", "title" if large else "figure")
        self._number.style().polish(self._number)
        self._number.setText(row.number if row else "")
        self._need.setText(row.article_title if row else self.tr("Nobody waits here now"))
        self._need.setVisible(bool(self._need.text()))
        self._state.setVisible(row is not None)
        self._law.setText(self._priority)
        self._law.setVisible(bool(self._priority))
        self._facts.setText(self._known(row) if row else "")
        self._told.setText(self.tr("Told already"))
        self._story.setText(row.story if row else "")
        for label in (self._told, self._story):
            label.setVisible(bool(row and row.story))
        if row:
            self._state.setText(f"{say(STATES[row.state][0])} · {self._lasting}")
            self._state.setProperty("tone", CHIPS[row.state])
            self._state.style().polish(self._state)
        self._show_deeds(form.DEEDS[row.state if row else ""])

    def _show_deeds(self, deeds: tuple[str, ...]) -> None:
        self._next.setText(self.tr("{deed} (Enter)").format(deed=say(DEEDS[deeds[0]])))
        for deed, button in self._buttons.items():
            word = say(DEEDS[deed])
            button.setText(f"{form.DIGITS[deed]}  {word}")
            button.setAccessibleName(word)
            button.setAccessibleDescription(form.DIGITS[deed])
            button.setVisible(deed in deeds and deed != deeds[0])

    def _known(self, row: Row) -> str:
        """Return the initials, when they came, how long it will take, what else follows."""
        words = self._place.wording
        known = [row.visitor] if row.visitor else []
        known.append(
            self.tr("in the house since {time}").format(
                time=words.time(clock.parse(row.arrived_at))
            )
        )
        if row.estimate_s is not None and row.state == "waiting":
            lasting = words.lasting(row.estimate_s)
            known.append(
                self.tr("called in about {lasting}").format(lasting=lasting)
                if row.estimate_s >= A_MINUTE_S
                else self.tr("is called next")
            )
        if row.errands_left:
            known.append(self.tr("further errands: {count}").format(count=row.errands_left))
        return " · ".join(known)

    def _lay_out(self) -> None:
        space = self._place.theme.space
        page, column = bare_page(self._place.theme, "l", "m", "s", between="s")
        for label, role in (
            (self._state, ""), (self._law, ""), (self._number, "figure"), (self._need, "lead"),
            (self._facts, "muted"), (self._told, "heading"), (self._story, "body"),
        ):  # fmt: skip
            label.setTextFormat(Qt.TextFormat.PlainText)
            if role:
                label.setProperty("role", role)
                label.setWordWrap(True)
                column.addWidget(label)
            else:
                label.setProperty("chip", True)
                column.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)
        self._law.setProperty("tone", "warn")
        self._next.setProperty("primary", True)
        for button in (self._next, *self._buttons.values()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rows = FlowLayout(space("s")), FlowLayout(space("s"))
        column.addLayout(self._rows[0])
        column.addStretch(1)
        stand(self, self._place.theme, page, self._rows[1], grows=True)
