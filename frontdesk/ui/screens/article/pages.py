"""The fields of an article on their pages, with what each one means said under it while typing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from frontdesk.base import clock
from frontdesk.core import when
from frontdesk.core.knowledge import writing
from frontdesk.core.knowledge.articles import KINDS
from frontdesk.exchange.kinds import cells
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.article import words
from frontdesk.ui.screens.article.body import BodyEdit
from frontdesk.ui.screens.article.entries import PAGE_OF, PAGES, Entry
from frontdesk.ui.screens.article.files import Files
from frontdesk.ui.screens.article.form import House, Sheet
from frontdesk.ui.screens.article.rows import PaperRow, StepRow
from frontdesk.ui.widgets.choice import Choice
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.rows import Rows
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.widgets.spelling import Spelling
from frontdesk.ui.workplace import Workplace

TEXT_LINES = 3


class Pages(Translated, QStackedWidget):
    """The pages. `edited` carries the name of the field that changed."""

    edited = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self.files = Files(place)
        self._kept = Field(self.files)
        self._offices: Sequence[tuple[str, str]] = ()
        self.fields = {e.name: Field(self._entry(e)) for es in PAGES.values() for e in es}
        self.spelling = {
            name: Spelling(entry, place, self._written_in)
            for name, field in self.fields.items()
            if isinstance(entry := field.entry, QPlainTextEdit)
        }
        self._areas = {page: self._page(entries) for page, entries in PAGES.items()}
        self.retranslate()

    @property
    def page(self) -> str:
        """The name of the page on show."""
        return next(page for page, area in self._areas.items() if area is self.currentWidget())

    @property
    def body(self) -> BodyEdit:
        """The field for the text."""
        entry = self.fields["body"].entry
        if not isinstance(entry, BodyEdit):
            raise TypeError(entry)
        return entry

    def rows(self, name: str) -> Rows:
        """The list of papers or of steps."""
        entry = self.fields[name].entry
        if not isinstance(entry, Rows):
            raise TypeError(entry)
        return entry

    def show_page(self, page: str) -> None:
        """Show a page and put the caret into its first field."""
        self.setCurrentWidget(self._areas[page])
        entry = self.fields[PAGES[page][0].name].entry
        if isinstance(entry, Rows) and entry.rows():
            entry = entry.rows()[0]
            entry.fields()[0].setFocus()
        else:
            entry.setFocus()

    def offer(self, house: House) -> None:
        """Choose from the names of the house."""
        self._offices = house.offices
        named = {"owner": house.people, "currency": [(code, code) for code in house.currencies]}
        with QSignalBlocker(self):  # to offer names is no edit
            for name, choices in named.items():
                entry = self.fields[name].entry
                if isinstance(entry, Choice):
                    entry.set_choices(choices)
            for row in self.rows("steps").rows():
                if isinstance(row, StepRow):
                    row.offer(house.offices)

    def sheet(self) -> Sheet:
        """Return what is typed in all fields."""
        return {name: _value(field.entry) for name, field in self.fields.items()}

    def put(self, sheet: Sheet) -> None:
        """Show a sheet; this is no edit."""
        with QSignalBlocker(self):
            for name, field in self.fields.items():
                field.accept()
                _put(field.entry, sheet.get(name, ""))
        self.tell()

    def refuse(self, name: str, sentence: str) -> bool:
        """Say at a field why it was refused, on its page; False where there is no such field."""
        if name not in self.fields:
            return False
        self.setCurrentWidget(self._areas[PAGE_OF[name]])
        self.fields[name].refuse(sentence)
        return True

    def tell(self) -> None:
        """Say under the fields what they mean."""
        for entries in PAGES.values():
            for entry in entries:
                self._tell(entry)

    def retranslate(self) -> None:
        """Set the words."""
        for name, field in self.fields.items():
            field.set_label(words.say(words.FIELDS[name]))
        self._kept.set_label(words.say(words.FIELDS["papers"]))
        kind, lang = self.fields["kind"].entry, self.fields["lang"].entry
        for box, told in ((kind, {k: self.place.wording.kind(k) for k in KINDS}),
                          (lang, words.LANGUAGES)):  # fmt: skip
            if isinstance(box, QComboBox):
                for n in range(box.count()):
                    box.setItemText(n, told[str(box.itemData(n))])
        papers, steps = self.rows("requirements"), self.rows("steps")
        papers.set_words(self.tr("Add a paper (Insert)"), self.tr("Take this one away"))
        steps.set_words(self.tr("Add a step (Insert)"), self.tr("Take this one away"))
        for rows in (papers, steps):
            for number, row in enumerate(rows.rows(), 1):
                row.tell_place(number)
        self.body.setPlaceholderText(
            self.tr("## Heading\n- item of a list\n[[ and some letters: a link to an article")
        )
        self.tell()

    def _page(self, entries: tuple[Entry, ...]) -> QWidget:
        space = self.place.theme.space
        page = QWidget()
        page.setProperty("plain", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(2, 2, space("s"), 2)
        column.setSpacing(space("m"))
        across: QHBoxLayout | None = None
        for entry in entries:
            field = self.fields[entry.name]
            if entry.share:
                if across is None or entry.begins:
                    across = QHBoxLayout()
                    across.setSpacing(space("m"))
                    column.addLayout(across)
                across.addWidget(field, entry.share, Qt.AlignmentFlag.AlignTop)
            else:
                across = None
                column.addWidget(field, 1 if entry.kind == "body" else 0)
        if any(entry.kind == "steps" for entry in entries):
            column.addWidget(self._kept)
        if all(entry.kind != "body" for entry in entries):
            column.addStretch(1)
        area = scrolled(page)
        self.addWidget(area)
        return area

    def _entry(self, entry: Entry) -> QWidget:
        edited = partial(self._edited, entry)
        if entry.kind == "body":
            body = BodyEdit(self.place.theme, self.files.take_mime)
            body.textChanged.connect(edited)
            return body
        if entry.kind == "text":
            text = QPlainTextEdit()
            text.setTabChangesFocus(True)
            text.setFixedHeight(text.fontMetrics().height() * TEXT_LINES + self.place.theme.px(20))
            self.place.theme.changed.connect(partial(self._fit, text))
            text.textChanged.connect(edited)
            return text
        if entry.kind in ("rows", "steps"):
            rows = Rows(PaperRow if entry.kind == "rows" else self._step_row, self.place.icons)
            rows.edited.connect(edited)
            return rows
        return self._line_entry(entry, edited)

    def _line_entry(self, entry: Entry, edited: Any) -> QWidget:
        if entry.kind == "choice":
            box = QComboBox()
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            for key in KINDS if entry.name == "kind" else words.LANGUAGES:
                box.addItem(key, key)
            box.currentIndexChanged.connect(edited)
            return box
        if entry.kind == "name":
            names = Choice()
            names.setMinimumContentsLength(6)
            names.editTextChanged.connect(edited)
            return names
        field = QLineEdit()
        field.textEdited.connect(edited)
        return field

    def _written_in(self) -> str:
        return str(_value(self.fields["lang"].entry))

    def _step_row(self) -> StepRow:
        return StepRow(self.place.theme, self._offices)

    def _fit(self, text: QPlainTextEdit) -> None:
        text.setFixedHeight(text.fontMetrics().height() * TEXT_LINES + self.place.theme.px(20))

    def _edited(self, entry: Entry, *_given: object) -> None:
        if self.signalsBlocked():
            return
        self.fields[entry.name].accept()
        self._tell(entry)
        if entry.name == "lang":
            self._tell_spelling()
        self.edited.emit(entry.name)

    def _tell_spelling(self) -> None:
        for spelling in self.spelling.values():
            spelling.look()

    def _tell(self, entry: Entry) -> None:
        field = self.fields[entry.name]
        if entry.name == "say":
            field.note(*self._told_of_say())
        elif entry.kind == "day":
            field.note(*self._told_of_day(str(_value(field.entry))))
        elif entry.kind == "amount" or entry.name == "currency":
            self.fields["cost"].note(*self._told_of_cost())

    def _told_of_say(self) -> tuple[str, str]:
        text = str(_value(self.fields["say"].entry))
        count, most = len(writing.words(text)), writing.MAX_SAY_WORDS
        told = self.tr("{count} of {most} words · {seconds} s to say").format(
            count=count, most=most, seconds=writing.spoken_s(text)
        )
        ease = writing.ease(text, str(_value(self.fields["lang"].entry)))
        if ease:
            told = f"{told} · {words.say(words.LEVELS[ease.level])} ({ease.score:.0f})"
        is_hard = ease is not None and ease.level in ("very_hard", "hard")
        return told, "warn" if count > most or is_hard else "ok" if count else ""

    def _told_of_day(self, text: str) -> tuple[str, str]:
        if not text.strip():
            return "", ""
        zone = self.place.here.zone
        day = when.day(text, clock.day(self.place.jobs.now(), zone))
        return (self.place.wording.long_day(day), "ok") if day else (self.tr("Not a day yet"), "")

    def _told_of_cost(self) -> tuple[str, str]:
        text, currency = (str(_value(self.fields[n].entry)) for n in ("cost", "currency"))
        if not text.strip():
            return "", ""
        amount = cells.money(text)
        if amount is None:
            return self.tr("Not an amount yet"), ""
        return self.place.wording.money(amount[0], currency or amount[1]), "ok"


def _value(entry: QWidget) -> Any:
    if isinstance(entry, QPlainTextEdit):
        return entry.toPlainText()
    if isinstance(entry, Rows):
        return entry.values()
    if isinstance(entry, Choice):
        return entry.chosen()
    if isinstance(entry, QComboBox):
        return str(entry.currentData() or "")
    return entry.text() if isinstance(entry, QLineEdit) else ""


def _put(entry: QWidget, value: Any) -> None:
    if isinstance(entry, QPlainTextEdit):
        if entry.toPlainText() != value:
            entry.setPlainText(str(value))
    elif isinstance(entry, Rows):
        entry.put(value or ())
    elif isinstance(entry, Choice):
        entry.choose(str(value))
    elif isinstance(entry, QComboBox):
        entry.setCurrentIndex(max(0, entry.findData(value)))
    elif isinstance(entry, QLineEdit) and entry.text() != value:
        entry.setText(str(value))
        if not entry.hasFocus():
            entry.setCursorPosition(0)  # or a long text would show its end
