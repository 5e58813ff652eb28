"""The manual: the sections at the left, narrowed by what is typed; the text at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea

from frontdesk.core import manual
from frontdesk.core.manual import Section
from frontdesk.ui.handbook import ManualText
from frontdesk.ui.screen import Screen
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.filter_field import FilterField
from frontdesk.ui.widgets.label import dress
from frontdesk.ui.widgets.room import fill, side_by_side
from frontdesk.ui.widgets.scrolled import bare_page, scrolled
from frontdesk.ui.widgets.table import Cell, RowsModel, Table
from frontdesk.ui.workplace import Workplace

SHARES = (36, 64)
CHAPTER_PX, NARROW_PX = 170, 1500  # where there is less width, the chapters give way
LOW_PX = 440  # under this height the list needs the room of the hint
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class SectionsModel(RowsModel):
    """The sections, each with its chapter."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("ManualScreen", "Section"),
            QCoreApplication.translate("ManualScreen", "Chapter"),
        )

    def cells(self, row: Section) -> tuple[Cell, ...]:
        """Return a section's title and chapter."""
        return (Cell(row.title), Cell(row.chapter, tone="muted"))


class ManualScreen(Screen):
    """A field over the list; the caret stays in it while arrows and pages move the rest."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._shown = ""
        self.filter, self.list = FilterField(), Table(SectionsModel(place.theme, place.icons))
        self.text = ManualText(place.theme)
        self._name, self._chapter, self._title, self._how = (QLabel() for _ in range(4))
        self._area = self._lay_out()
        self.filter.textChanged.connect(self._narrow)
        self.filter.stepped.connect(self._step)
        self.filter.entered.connect(self.text.setFocus)
        self.list.moved.connect(self._show)
        self.list.chosen.connect(lambda _section: self.text.setFocus())
        self.text.asked_for.connect(self.show_one)
        place.theme.changed.connect(self._fit)
        self.setFocusProxy(self.filter)
        self.retranslate()

    def read(self) -> None:
        """Show the sections; they lie beside the program."""
        if not self._shown:
            self._narrow()

    def show_one(self, name: str) -> None:
        """Show the section of an id, whatever was typed."""
        self.filter.clear()
        self._narrow()
        rows = list(manual.sections(self.place.language.code))
        found = next((n for n, one in enumerate(rows) if one.id == name), -1)
        if found >= 0:
            self.list.selectRow(found)

    def back(self) -> bool:
        """Take what was typed away, then leave."""
        typed = bool(self.filter.text())
        self.filter.clear()
        return typed

    def retranslate(self) -> None:
        """Set the words, and the sections of the language in use."""
        self.setAccessibleName(self.tr("Manual"))
        self._name.setText(self.tr("Manual"))
        self.filter.setPlaceholderText(self.tr("Search in the manual"))
        self.filter.setAccessibleName(self.tr("Search in the manual"))
        self.list.setAccessibleName(self.tr("Sections of the manual"))
        self.list.say_when_empty(self.tr("No section has all of these words."))
        self._how.setText(
            self.tr(
                "Letters search, arrows choose, Page Up and Page Down move the text, Esc leaves"
            )
        )
        shown = self._shown
        self._narrow()
        if shown:
            self.show_one(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages of the text, and search by what is typed outside the field."""
        bar = self._area.verticalScrollBar()
        if event.key() in PAGES:
            bar.setValue(bar.value() + PAGES[Qt.Key(event.key())] * bar.pageStep())
        elif event.text().isprintable() and event.text() and not self.filter.hasFocus():
            self.filter.setFocus()
            self.filter.insert(event.text())
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ inside

    def _narrow(self) -> None:
        lang, typed = self.place.language.code, self.filter.text()
        found = manual.find(lang, typed) if typed.strip() else list(manual.sections(lang))
        self.list.set_rows(found)
        if found and typed.strip():
            self.list.selectRow(0)

    def _step(self, rows: int) -> None:
        place = self.list.currentIndex().row() + rows
        self.list.selectRow(min(max(place, 0), self.list.model().rowCount() - 1))

    def _show(self, section: Section | None) -> None:
        self._shown = section.id if section else ""
        self._chapter.setText(section.chapter if section else "")
        self._title.setText(section.title if section else "")
        self.text.setAccessibleName(section.title if section else self.tr("Manual"))
        self.text.show_markdown(section.text if section else "")
        self._area.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        px = self.place.theme.px
        self.list.show_column(1, shown=self.width() > px(NARROW_PX))
        self._how.setVisible(self.height() > px(LOW_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the titles the room where there is little."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> QScrollArea:
        self.list.set_widths(0, {1: CHAPTER_PX})
        self.list.horizontalHeader().hide()
        for label, role in (
            (self._chapter, "heading"),
            (self._title, "title"),
            (self._how, "small"),
        ):
            dress(label, role)
        theme = self.place.theme
        page, column = bare_page(theme, "l", "m", "l", between="s")
        for widget in (self._chapter, self._title, self.text):
            column.addWidget(widget)
        column.addStretch(1)
        area = scrolled(page)
        left = Card(theme, self.filter, self.list, self._how, title=self._name)
        fill(self, side_by_side(theme, *zip((left, Card(theme, area)), SHARES, strict=True)))
        return area
