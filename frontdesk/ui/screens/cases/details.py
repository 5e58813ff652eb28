"""One case at the right: its text, its term, how to reach the person, its story, and what to do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from frontdesk.base import clock
from frontdesk.core.complaints import Complaint
from frontdesk.core.complaints.terms import kind_of
from frontdesk.ui import due
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.cases import steps
from frontdesk.ui.screens.cases.form import Look
from frontdesk.ui.screens.cases.model import term
from frontdesk.ui.screens.cases.story import story
from frontdesk.ui.screens.cases.words import DEEDS, STATES, say
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.item_list import ItemList
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.workplace import Workplace

TONES = {"danger": "danger", "warn": "warn"}
FACTS = 10
BUTTONS = {code: key for key, code in steps.KEYS.items()}


class Details(Translated, QWidget):
    """What is known of a case. The name and the phone stand here alone. `asked` carries the step
    whose button was pressed.
    """

    asked = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._look: Look | None = None
        self._chip, self._state, self._folio, self._text = (QLabel() for _ in range(4))
        self._lacks, self._told = QLabel(), QLabel()
        self._names = [QLabel() for _ in range(FACTS)]
        self._values = [QLabel() for _ in range(FACTS)]
        self._story = ItemList(place.theme, numbered=True)
        self._next = QPushButton()
        self._buttons = {code: QPushButton() for code in BUTTONS}
        self._page = QWidget()
        self._area = scrolled(self._page)
        self._lay_out()
        self._next.clicked.connect(self._ask_next)
        for code, button in self._buttons.items():
            button.clicked.connect(partial(self.asked.emit, code))
        place.theme.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def look(self) -> Look | None:
        """All that is known of the case on show."""
        return self._look

    @property
    def case(self) -> Complaint | None:
        """The case on show."""
        return self._look.case if self._look else None

    def show_look(self, look: Look | None) -> None:
        """Show another case; nothing for None."""
        before = self.case
        if before is None or look is None or before.id != look.case.id:
            self._area.verticalScrollBar().setValue(0)
        self._look = look
        self.retranslate()

    def told(self) -> str:
        """Return the story as screen readers read it."""
        return self._story.accessibleName()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Case"))
        look = self._look
        for widget in (self._page, self._foot):
            widget.setVisible(look is not None)
        if look is None:
            return
        case = look.case
        self._folio.setText(case.folio)
        is_large = (
            self._place.theme.is_large
        )  # "More" alone tells the keys, or no case could be read
        self._folio.setProperty("role", "strong" if is_large else "title")
        self._folio.style().polish(self._folio)
        veiled = self.tr("(Restricted: a manager or an administrator reads it.)")
        self._text.setText(case.text or (veiled if case.restricted else ""))
        self._show_chips(case)
        facts = [(name, value) for name, value in self._facts(look) if value]
        for n, (label, shown) in enumerate(zip(self._names, self._values, strict=True)):
            name, value = facts[n] if n < len(facts) else ("", "")
            label.setText(name)
            shown.setText(value)
            label.setVisible(bool(value))
            shown.setVisible(bool(value))
        self._lacks.setText(self._lacking(look))
        self._lacks.setVisible(bool(self._lacks.text()))
        self._told.setText(self.tr("What happened so far"))
        self._story.set_items(story(look.file.steps, look.hands, self._place.wording))
        self._show_buttons(case)

    # ------------------------------------------------------------------ inside

    def _show_chips(self, case: Complaint) -> None:
        today = clock.day(self._place.jobs.now(), self._place.here.zone)
        words, _, tone = term(case.state, case.due_on, case.suspended_on, today)
        self._chip.setText(words)
        self._chip.setProperty("tone", TONES.get(tone, ""))
        self._chip.style().polish(self._chip)
        self._state.setText(say(STATES[case.state]))
        self._state.setVisible(self._state.text() != words)

    def _facts(self, look: Look) -> list[tuple[str, str]]:
        case, words = look.case, self._place.wording
        kind = ""
        if look.pack:
            kind = kind_of(look.pack, case.kind).name.in_language(self._place.language.code)
        person = self.tr("anonymous") if case.anonymous else case.name
        phone = " · ".join(filter(None, (case.phone, case.email)))
        papers = ", ".join(paper.name for paper in look.file.papers)
        owner = case.owner_name if case.owner_name != case.office_name else ""
        received_at = clock.parse(case.received_at)
        return [
            (self.tr("Received"), due.by_when(received_at, words, self._place.jobs.now())),
            (self.tr("Answer by"), words.day_text(case.due_on)),
            (self.tr("Kind"), kind),
            (self.tr("Severity"), words.level(case.severity)),
            (self.tr("Office"), case.office_name),
            (self.tr("Answers"), owner),
            (self.tr("Person"), " · ".join(filter(None, (person, case.on_behalf)))),
            (self.tr("Reach"), phone),
            (self.tr("Cause"), look.cause.title if look.cause else ""),
            (self.tr("Files"), papers),
        ]

    def _lacking(self, look: Look) -> str:
        if not look.missing:
            return ""
        lang, words = self._place.language.code, self._place.wording
        names = "; ".join(one.field.name.in_language(lang) for one in look.missing)
        text = self.tr("The law still asks, from {day}: {fields}")
        return text.format(day=words.day_text(look.missing[0].by_on), fields=names)

    def _show_buttons(self, case: Complaint) -> None:
        offered = {deed.code for deed in steps.allowed(case)} | {"cause", "more"}
        following = steps.on_enter(case).code
        self._next.setText(self.tr("{deed} (Enter)").format(deed=say(DEEDS[following])))
        for code, button in self._buttons.items():
            word = say(DEEDS[code]).split(",")[0]
            button.setText(f"{BUTTONS[code]}  {word}")
            button.setAccessibleName(say(DEEDS[code]))
            button.setAccessibleDescription(BUTTONS[code])
            is_room = code == "more" or not self._place.theme.is_large
            button.setVisible(code in offered and code != following and is_room)

    def _ask_next(self) -> None:
        if self._look:
            self.asked.emit(steps.on_enter(self._look.case).code)

    def _lay_out(self) -> None:
        space = self._place.theme.space
        self._page.setProperty("plain", True)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        column.setSpacing(space("s"))
        for label, role in (
            (self._folio, "title"), (self._text, "lead"), (self._lacks, ""),
            (self._told, "heading"),
        ):  # fmt: skip
            label.setProperty("role", role)
        self._lacks.setProperty("tone", "warn")
        for label in (self._folio, self._text, self._lacks, *self._values):
            label.setWordWrap(True)
            label.setMinimumWidth(1)  # or a folio in large text would be wider than its room
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        chips = FlowLayout(space("s"))
        for chip in (self._chip, self._state):
            chip.setProperty("chip", True)
            chips.addWidget(chip)
        column.addLayout(chips)
        column.addWidget(self._folio)
        column.addWidget(self._text)
        column.addLayout(self._grid())
        for widget in (self._lacks, self._told, self._story):
            column.addWidget(widget)
        column.addStretch(1)
        self._foot = QWidget()
        buttons = FlowLayout(space("s"), self._foot)
        buttons.setContentsMargins(space("l"), space("s"), space("l"), space("s"))
        self._next.setProperty("primary", True)
        for button in (self._next, *self._buttons.values()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._foot)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._place.theme.space("m"))
        grid.setVerticalSpacing(4)
        for line, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            name.setProperty("role", "muted")
            grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1)
        grid.setColumnStretch(1, 1)
        return grid
