"""What the file is: its kind, its sheet, where its header stands, which column becomes what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from frontdesk.base.errors import UserError
from frontdesk.exchange import kinds
from frontdesk.exchange.previews import PACKAGE, Look, Preview
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.importing import words
from frontdesk.ui.screens.importing.model import (
    Column,
    ColumnsModel,
    First,
    FirstRowsModel,
    columns_of,
)
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.finder import Finder
from frontdesk.ui.widgets.foot import foot
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.workplace import Workplace

LEFT_OUT = "-"
CELL_WIDTH, NUMBER_WIDTH = 170, 64
LEAST_HEIGHT = 76  # of a heading and one row


class ShapePage(Translated, QWidget):
    """The columns with what they become, and below them the first rows as they would be.

    `kind_chosen` and `sheet_chosen` carry what was chosen, `mapped` a column and its field.
    """

    kind_chosen = Signal(str)
    sheet_chosen = Signal(str)
    mapped = Signal(str, str)
    tried = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._look: Look | None = None
        theme, icons = place.theme, place.icons
        self.kind, self.sheet = QComboBox(), QComboBox()
        self._kind, self._sheet = Field(self.kind), Field(self.sheet)
        self.columns = Table(ColumnsModel(theme, icons))
        self._first = FirstRowsModel(theme, icons, place.messages.sentence)
        self.first = Table(self._first)
        self.finder, self._room = Finder(theme), QStackedWidget()
        self.title, self._as_here = QLabel(), QLabel()
        self._try, self._how = QPushButton(), QLabel()
        self._lay_out()
        self.kind.activated.connect(lambda _: self.kind_chosen.emit(self.kind.currentData()))
        self.sheet.activated.connect(lambda _: self.sheet_chosen.emit(self.sheet.currentText()))
        self.columns.chosen.connect(self.ask_field)
        self.columns.struck.connect(lambda column: self.mapped.emit(column.id, ""))
        self.finder.found.connect(self._found)
        self._try.clicked.connect(self.tried.emit)
        self.setFocusProxy(self.columns)
        self.retranslate()

    def show_file(self, look: Look, kind: str) -> None:
        """Show another file or sheet, taken as some kind."""
        self._look = look
        self.sheet.clear()
        self.sheet.addItems(list(look.layout.sheets))
        self.sheet.setCurrentText(look.layout.sheet)
        self._sheet.setVisible(len(look.layout.sheets) > 1)
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.close_finder()
        self._tell_file()

    def show_preview(self, preview: Preview) -> None:
        """Show what the columns become, and the first rows."""
        if self._look is None:
            return
        names = self._look.layout.names
        self.columns.set_rows(columns_of(names, preview.mapping, self._look.samples))
        self._first.set_fields(preview.fields)
        self.first.clearSpans()
        self.first.set_rows([First(str(number), row) for number, row in preview.rows])
        for place, (_, row) in enumerate(preview.rows):
            if isinstance(row, UserError) and len(preview.fields) > 1:
                self.first.setSpan(place, 1, 1, len(preview.fields))  # the whole sentence
        self._measure()

    def ask_field(self, column: Column) -> None:
        """Ask what a column becomes."""
        fields = kinds.named(self.kind.currentData()).fields
        choices = [(name, words.field(name)) for name in fields]
        question = self.tr("What is “{column}”?").format(column=column.id)
        self.finder.ask(question, [*choices, (LEFT_OUT, words.field(""))])
        self._room.setCurrentWidget(self.finder)
        self.finder.setFocus()

    def close_finder(self) -> bool:
        """Leave the question; False where none is open."""
        was_open = self._room.currentWidget() is self.finder
        self._room.setCurrentWidget(self.columns)
        if was_open:
            self.columns.setFocus()
        return was_open

    def retranslate(self) -> None:
        """Set the words."""
        self._kind.set_label(self.tr("&Kind"))
        self._sheet.set_label(self.tr("&Sheet"))
        chosen = self.kind.currentData()
        self.kind.clear()
        for name in (*kinds.KINDS, PACKAGE):
            self.kind.addItem(words.kind(name), name)
        self.kind.setCurrentIndex(max(self.kind.findData(chosen), 0))
        self._as_here.setText(self.tr("The first rows, as they would be here"))
        self.columns.setAccessibleName(self.tr("Columns of the file"))
        self.first.setAccessibleName(self._as_here.text())
        self.columns.say_when_empty(self.tr("The tables of a package have their own names."))
        self.first.say_when_empty(self.tr("There are no rows."))
        self.finder.hint(self.tr("A few letters of the field"))
        self._try.setText(self.tr("Try it (Ctrl+Enter)"))
        self._how.setText(self.tr("Enter says what a column becomes, Del leaves it out."))
        for table in (self.columns, self.first):
            table.repaint_rows()
        self._tell_file()

    def _lay_out(self) -> None:
        theme = self._place.theme
        space = theme.space("s")
        for label in (self.title, self._as_here):
            label.setProperty("role", "strong")
            label.setWordWrap(True)
        self.columns.set_widths(2, {0: 260, 1: 260})
        self.first.setHorizontalScrollMode(Table.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self._measure)
        self._measure()
        for widget in (self.columns, self.finder):
            self._room.addWidget(widget)
        chosen = QHBoxLayout()
        chosen.setSpacing(space)
        chosen.addWidget(self.title, 2)
        for field in (self._kind, self._sheet):
            chosen.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space)
        column.addLayout(chosen)
        column.addWidget(self._room, 3)
        column.addWidget(self._as_here)
        column.addWidget(self.first, 2)
        column.addLayout(foot(self._try, self._how, space))

    def _measure(self) -> None:
        px, head = self._place.theme.px, self.first.horizontalHeader()
        head.setDefaultSectionSize(px(CELL_WIDTH))
        head.resizeSection(0, px(NUMBER_WIDTH))
        for table in (self.columns, self.first):
            table.setMinimumHeight(px(LEAST_HEIGHT))
        self._room.setMinimumHeight(px(LEAST_HEIGHT))

    def _tell_file(self) -> None:
        if self._look is None:
            return
        layout, name = self._look.layout, self._look.file.name
        told = self.tr("{file}") if not layout.line else self.tr("{file} · header in row {line}")
        text = told.format(file=name, line=layout.line)
        if self._look.is_remembered:
            text += " · " + self.tr("columns as the last time")
        self.title.setText(text)

    def _found(self, key: str) -> None:
        column: Column | None = self.columns.current()
        self.close_finder()
        if column:
            self.mapped.emit(column.id, "" if key == LEFT_OUT else key)
