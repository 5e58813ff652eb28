"""Services: what each office gives, and at which steps of articles people come to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from frontdesk.core.knowledge.steps import Place
from frontdesk.ui.keys import ENTER
from frontdesk.ui.language import QT_TRANSLATE_NOOP, Translated
from frontdesk.ui.records.record import FieldSpec, Noun, Record
from frontdesk.ui.records.screen import RecordsScreen
from frontdesk.ui.screens.services import form
from frontdesk.ui.widgets.keyed_list import KeyedList, LinesModel
from frontdesk.ui.workplace import Workplace

SERVICES = Noun(
    name="services",
    context="Services",
    title=QT_TRANSLATE_NOOP("Services", "Services by office"),
    empty=QT_TRANSLATE_NOOP("Services", "No office with these letters."),
    tables=frozenset({"office", "service", "article"}),
    read=form.read,
    save=form.save,
    adds=False,
    flows_down=True,
    fields=(
        FieldSpec(
            "articles", "many", QT_TRANSLATE_NOOP("Services", "&Articles that it serves"),
            find=form.find,
        ),
    ),
)  # fmt: skip


class ServicesScreen(RecordsScreen):
    """The offices with what they serve."""

    noun = SERVICES

    def own_part(self) -> QWidget | None:
        """Return the steps at the office on show."""
        self._steps = StepsHere(self.place)
        self._steps.opened.connect(self.asks)
        return self._steps

    def shows(self, record: Record | None) -> None:
        """Show the steps at this office."""
        self._steps.show_office(record.id if record else "")


class StepsHere(Translated, QWidget):
    """Steps of articles at one office, to be read; Enter opens the article to edit them."""

    opened = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._rows: list[Place] = []
        self._title, self._lines = QLabel(), LinesModel()
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self.list = KeyedList(self._lines, place.theme, digits=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self.list)
        self.list.picked.connect(self._open)
        self.retranslate()

    def show_office(self, office_id: str) -> None:
        """Show another office's steps; none for ''."""
        if office_id:
            self._place.jobs.read(self, form.steps_at, office_id, done=self._take)
        else:
            self._take([])

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Steps of articles here; Enter opens the article"))
        self.list.setAccessibleName(self.tr("Steps of articles here"))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the article of the current step."""
        if event.key() in ENTER and self.list.hasFocus():
            self._open(self.list.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _take(self, rows: list[Place]) -> None:
        self._rows = rows
        self._show()

    def _show(self) -> None:
        step = self.tr("{article}, step {number}: {text}")
        self._lines.set_rows(
            [step.format(article=r.title, number=r.number, text=r.text) for r in self._rows]
        )
        self.setVisible(bool(self._rows))

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.opened.emit(self._rows[row].code or self._rows[row].title)
