"""What a complaint may carry besides its text: who, which office, which kind, how grave, how shown.

All of it is optional. Kind, office and severity are suggested from the text and stand there as if
they had been typed; what a person has corrected is never suggested over.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from frontdesk.core.complaints import Blank, Suggestion
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.complaint.form import Typed, is_doubtful_phone
from frontdesk.ui.widgets.choice import Choice
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.tick import Tick
from frontdesk.ui.wording import LEVELS
from frontdesk.ui.workplace import Workplace

FIT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class Particulars(Translated, QWidget):
    """The optional fields. `changed` comes with each change that a person makes."""

    changed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._blank: Blank | None = None
        self._suggested = Suggestion()
        self._kind_code = self._level = ""
        self._proposes = True  # the office is ours to propose until a person touches it
        self.name, self.phone, self.on_behalf = QLineEdit(), QLineEdit(), QLineEdit()
        self.office, self.kind, self.severity = Choice(), QComboBox(), QComboBox()
        self.anonymous, self.restricted = Tick(), Tick()
        self.fields = {
            "name": Field(self.name), "phone": Field(self.phone), "office": Field(self.office),
            "kind": Field(self.kind), "severity": Field(self.severity),
            "on_behalf": Field(self.on_behalf),
        }  # fmt: skip
        for entry in (self.name, self.phone, self.on_behalf):
            entry.setProperty("private", True)
        self._lay_out()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ in and out

    @property
    def visitor(self) -> str:
        """The name that the form proposes by itself."""
        return self._blank.visitor if self._blank else ""

    def read(self, typed: Typed) -> Typed:
        """Return a form with what stands here."""
        return replace(
            typed, name=self.name.text(), phone=self.phone.text(), office=self.office.chosen(),
            kind=self._kind_code or self._suggested.kind,
            severity=self._level or self._suggested.severity, on_behalf=self.on_behalf.text(),
            anonymous=self.anonymous.isChecked(), restricted=self.restricted.isChecked(),
        )  # fmt: skip

    def restore(self, kept: Typed) -> None:
        """Put a draft back; nothing of it is suggested over."""
        self._proposes = False
        self._kind_code, self._level = kept.kind, kept.severity
        self.name.setText(kept.name)
        self.phone.setText(kept.phone)
        self.on_behalf.setText(kept.on_behalf)
        self.anonymous.setChecked(kept.anonymous)
        self.restricted.setChecked(kept.restricted)
        self.office.choose(kept.office)
        self._offer()

    def propose(self) -> None:
        """Let the office be proposed: the form opens with nothing typed."""
        self._proposes = True

    def take_blank(self, blank: Blank) -> None:
        """Offer what the rules and the house know; propose the likely office and the visitor."""
        self._blank = blank
        typed = self.office.chosen()
        self.office.set_choices([(office.id, office.name) for office in blank.offices])
        self.office.choose(typed or (blank.office_id if self._proposes else ""))
        if self._proposes and not self.name.text():
            self.name.setText(blank.visitor)
        self._offer()

    def suggest(self, found: Suggestion) -> None:
        """Prefill quietly what nobody has corrected yet."""
        self._suggested = found
        if self._proposes and not (self._blank and self._blank.office_id):
            self.office.blockSignals(True)  # or it would count as typed
            self.office.choose(found.office_id)
            self.office.blockSignals(False)
        self._offer()

    def empty(self) -> None:
        """Make the fields blank for the next case, with the same office and visitor proposed."""
        self._suggested = Suggestion()
        self.restore(Typed("", name=self.visitor))
        self.office.choose(self._blank.office_id if self._blank else "")
        self._proposes = True

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set the words."""
        self.fields["name"].set_label(self.tr("&Name (optional)"))
        self.fields["phone"].set_label(self.tr("&Phone (optional)"))
        self.fields["office"].set_label(self.tr("&Office (optional)"))
        self.fields["kind"].set_label(self.tr("&Kind"))
        self.fields["severity"].set_label(self.tr("&Severity"))
        self.fields["on_behalf"].set_label(self.tr("On &behalf of (optional)"))
        self.anonymous.setText(self.tr("&Anonymous: no name is kept"))
        self.restricted.setText(self.tr("&Restricted: not read in lists"))
        self._offer()
        self._doubt_phone()

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        space = self._place.theme.space
        grid = QGridLayout()
        grid.setSpacing(space("m"))
        for number, field in enumerate(self.fields.values()):
            grid.addWidget(field, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(number % 2, 1)
        for box in (self.kind, self.severity):
            box.setSizeAdjustPolicy(FIT)
        ticks = FlowLayout(space("l"))
        ticks.setContentsMargins(0, 0, 0, 0)
        for tick in (self.anonymous, self.restricted):
            ticks.addWidget(tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space("m"))
        column.addLayout(grid)
        column.addLayout(ticks)

    def _connect(self) -> None:
        self.name.textEdited.connect(self.changed)
        self.phone.textChanged.connect(self._doubt_phone)
        self.phone.textEdited.connect(self.changed)
        self.on_behalf.textEdited.connect(self.changed)
        self.office.editTextChanged.connect(self._take_office)
        self.kind.activated.connect(self._take_kind)
        self.severity.activated.connect(self._take_level)
        for tick in (self.anonymous, self.restricted):
            tick.clicked.connect(self.changed)
        self.anonymous.toggled.connect(self._hide_person)

    def _hide_person(self, anonymous: bool) -> None:
        for name in ("name", "phone", "on_behalf"):
            self.fields[name].setEnabled(not anonymous)

    def _take_office(self) -> None:
        self.fields["office"].accept()
        if self.office.hasFocus():
            self._proposes = False
        self.changed.emit()

    def _take_kind(self) -> None:
        self._kind_code = str(self.kind.currentData())
        self.changed.emit()

    def _take_level(self) -> None:
        self._level = str(self.severity.currentData())
        self.changed.emit()

    def _doubt_phone(self) -> None:
        doubtful = is_doubtful_phone(self.phone.text())
        words = self.tr("This does not look like a phone; it is kept as you type it")
        self.fields["phone"].note(words if doubtful else "", "warn")

    def _offer(self) -> None:
        """Fill the lists in the language in use, with what is chosen or suggested."""
        self.severity.clear()
        self.severity.addItem(self.tr("Not judged yet"), "")
        for level in LEVELS:
            self.severity.addItem(self._place.wording.level(level), level)
        level = self._level or self._suggested.severity
        self.severity.setCurrentIndex(self.severity.findData(level))
        if self._blank is None:
            return
        lang = self._place.language.code
        self.kind.clear()
        for kind in self._blank.kinds:
            self.kind.addItem(kind.name.in_language(lang), kind.code)
        chosen = self._kind_code or self._suggested.kind or self._blank.default_kind
        self.kind.setCurrentIndex(self.kind.findData(chosen))
