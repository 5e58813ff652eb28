"""The page on which a step is taken: whatever it asks, Ctrl+Enter; kept as a draft of its case."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from frontdesk.base.errors import UserError
from frontdesk.core.complaints import Complaint, naming
from frontdesk.ui.keys import ENTER, is_plain
from frontdesk.ui.panel import Panel
from frontdesk.ui.screens.cases import steps
from frontdesk.ui.screens.cases.form import House, Look
from frontdesk.ui.screens.cases.steps import Deed, Entry
from frontdesk.ui.screens.cases.words import CHOICES, DEEDS, ENTRIES, say
from frontdesk.ui.widgets.choice import Choice
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.widgets.tick import Tick
from frontdesk.ui.wording import LEVELS
from frontdesk.ui.workplace import Matter, Workplace

TEXT_LINES = 6


class StepPage(Panel):
    """Fields for one step. `taken` carries the step and the case as it is then."""

    taken = Signal(object, object)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._deed: Deed | None = None
        self._look: Look | None = None
        self._stood: dict[str, Any] = {}
        self.fields: dict[str, Field] = {}
        self._title, self._page = QLabel(), QWidget()
        self._rows = QVBoxLayout(self._page)
        self._save, self._leave, self._mend = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._save.clicked.connect(self.submit)
        self._leave.clicked.connect(self.leave)
        self._mend.clicked.connect(self.name_the_office)
        self.retranslate()

    @property
    def deed(self) -> Deed | None:
        """The step that is being taken."""
        return self._deed

    def begin(self, deed: Deed, look: Look, house: House) -> None:
        """Ask what a step needs, or go on where it was left."""
        self._deed, self._look = deed, look
        entries = deed.entries
        if deed.code == "fill_in":
            entries = tuple(Entry(m.field.code) for m in look.missing)
        self._build(entries, house)
        texts = [entry.name for entry in entries if entry.kind in ("text", "line")]
        self.free_text = texts[0] if texts else ""
        self.draft_key = f"{deed.code}.{look.case.id}"
        self._stood = steps.stands(look.case, deed)
        self.restore(self._stood)
        self._stood = self._values()
        self.retranslate()
        self.open(Matter())
        self.focus_first()

    def focus_first(self) -> None:
        """Put the caret into the first field."""
        for field in self.fields.values():
            field.entry.setFocus()
            return

    def typed(self) -> dict[str, Any]:
        """Return what was typed as a draft; nothing while all stands as it stood."""
        values = self._values()
        return {} if values == self._stood else values

    def restore(self, typed: dict[str, Any]) -> None:
        """Put a draft back."""
        for name, field in self.fields.items():
            if name in typed:
                _put(field.entry, typed[name])

    def submit(self) -> None:
        """Take the step."""
        if self._deed is None or self._look is None:
            return
        self.hand_in(
            steps.do, self._look.case.id, self._deed.code, self._values(),
            zone=self.place.here.zone, done=self._taken, failed=self._refused,
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter from fields of one line."""
        plain = is_plain(event)
        here = self.focusWidget()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_R and self._mend.isVisible():
            self.name_the_office()
        elif plain and event.key() in ENTER and isinstance(here, Choice):
            self._after(here).setFocus()  # the key took a name from the list
        elif plain and event.key() in ENTER:
            self.submit()
        else:
            super().keyPressEvent(event)

    def name_the_office(self) -> None:
        """Put the office in the place of every name of the house, where that was refused."""
        field = next(iter(self.fields.values()), None)
        if self._look and field:
            self.place.jobs.read(
                self, naming.for_the_office, self._look.case, str(_value(field.entry)),
                self.tr("the office {office}"), done=self._mended,
            )  # fmt: skip

    def retranslate(self) -> None:
        """Set the words."""
        word = say(DEEDS[self._deed.code]) if self._deed else ""
        folio = self._look.case.folio if self._look else ""
        self._title.setText(f"{word} · {folio}")
        self.setAccessibleName(self._title.text())
        self._save.setText(self.tr("Put on record (Ctrl+Enter)"))
        self._leave.setText(self.tr("Leave (Esc)"))
        self._mend.setText(self.tr("Name the office instead (Ctrl+R)"))
        legal = {m.field.code: m.field.name for m in self._look.missing} if self._look else {}
        is_legal = self._deed is not None and self._deed.code == "fill_in"
        for name, field in self.fields.items():
            if is_legal:
                field.set_label(legal[name].in_language(self.place.language.code))
            elif isinstance(field.entry, Tick):
                field.entry.setText(say(ENTRIES[name]))
            else:
                field.set_label(say(ENTRIES[name]))

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        space = self.place.theme.space
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        self._page.setProperty("plain", True)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(space("s"))
        self._save.setProperty("primary", True)
        self._leave.setProperty("flat", True)
        foot = FlowLayout(space("s"))
        self._mend.hide()
        foot.addWidget(self._mend)
        foot.addWidget(self._save)
        foot.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        column.addWidget(self._title)
        column.addWidget(scrolled(self._page), 1)
        column.addLayout(foot)

    def _build(self, entries: tuple[Entry, ...], house: House) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.fields = {entry.name: Field(self._entry(entry, house)) for entry in entries}
        for entry in entries:
            self._rows.addWidget(self.fields[entry.name], 1 if entry.kind == "text" else 0)
            self.fields[entry.name].show()  # at once, or a quick Tab would go past it
        if not any(entry.kind == "text" for entry in entries):
            self._rows.addStretch(1)
        chain = [*(field.entry for field in self.fields.values()), self._save, self._leave]
        for one, following in pairwise(chain):
            self.setTabOrder(one, following)

    def _entry(self, entry: Entry, house: House) -> QWidget:
        if entry.kind == "text":
            text = QPlainTextEdit()
            text.setTabChangesFocus(True)
            text.setMinimumHeight(text.fontMetrics().height() * TEXT_LINES)
            text.textChanged.connect(self._edited)
            return text
        if entry.kind == "flag":
            tick = Tick()
            tick.clicked.connect(self._edited)
            return tick
        if entry.kind == "office":
            office = Choice()
            office.set_choices([(place.id, place.name) for place in house.offices])
            office.editTextChanged.connect(self._edited)
            return office
        if entry.kind == "choice":
            return self._choice(entry, house)
        field = QLineEdit()
        field.textEdited.connect(self._edited)
        return field

    def _choice(self, entry: Entry, house: House) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if entry.name == "kind":
            pack = self._look.pack if self._look and self._look.pack else house.pack
            for kind in pack.kinds:
                box.addItem(kind.name.in_language(self.place.language.code), kind.code)
        for code in entry.offered:
            word = self.place.wording.level(code) if code in LEVELS else say(CHOICES[code])
            box.addItem(word, code)
        box.activated.connect(self._edited)
        return box

    def _after(self, entry: QWidget) -> QWidget:
        entries = [*(field.entry for field in self.fields.values()), self._save]
        return entries[entries.index(entry) + 1]

    def _values(self) -> dict[str, Any]:
        return {name: _value(field.entry) for name, field in self.fields.items()}

    def _mended(self, text: str) -> None:
        field = next(iter(self.fields.values()))
        _put(field.entry, text)
        field.entry.setFocus()
        self._edited()

    def _edited(self) -> None:
        self._mend.hide()
        for field in self.fields.values():
            field.accept()
        self.touch()

    def _taken(self, case: Complaint) -> None:
        deed, self._deed = self._deed, None
        self._unsaved.stop()
        self.taken.emit(deed, case)

    def _refused(self, error: UserError) -> None:
        self._mend.setVisible(error.code == "complaint.names_staff")
        field = self.fields.get(error.field) or next(iter(self.fields.values()), None)
        self.place.messages.refuse(error, field)


def _value(entry: QWidget) -> Any:
    if isinstance(entry, QPlainTextEdit):
        return entry.toPlainText()
    if isinstance(entry, Choice):
        return entry.chosen()
    if isinstance(entry, QComboBox):
        return str(entry.currentData() or "")
    if isinstance(entry, Tick):
        return entry.isChecked()
    return entry.text() if isinstance(entry, QLineEdit) else ""


def _put(entry: QWidget, value: Any) -> None:
    if isinstance(entry, QPlainTextEdit):
        entry.setPlainText(str(value))
        entry.moveCursor(entry.textCursor().MoveOperation.End)
    elif isinstance(entry, Choice):
        entry.choose(str(value))
    elif isinstance(entry, QComboBox):
        entry.setCurrentIndex(max(0, entry.findData(value)))
    elif isinstance(entry, Tick):
        entry.setChecked(bool(value))
    elif isinstance(entry, QLineEdit):
        entry.setText(str(value))
