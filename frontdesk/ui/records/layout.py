"""Where list, form and buttons stand, and their words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from frontdesk.ui.records.form import RecordForm
from frontdesk.ui.records.model import RecordsModel
from frontdesk.ui.records.record import Noun, Record
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.filter_field import FilterField
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.widgets.tick import Tick
from frontdesk.ui.workplace import Workplace

NARROW, LOW = 340, 420  # pixels at 100 % text


class Parts:
    """The widgets of a list with its form."""

    def __init__(
        self, screen: QWidget, place: Workplace, noun: Noun, model: RecordsModel, form: RecordForm
    ) -> None:
        self._place, self._noun, self._screen = place, noun, screen
        self.filter, self.list, self.also_retired = FilterField(), Table(model), Tick()
        self.title, self.shown, self.state, self.how = QLabel(), QLabel(), QLabel(), QLabel()
        self.guided = QLabel()
        self.save, self.new = QPushButton(), QPushButton()
        self.retire, self.discard = QPushButton(), QPushButton()
        self._form = form
        self.right = self._right(form)
        whole = QHBoxLayout(screen)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(place.theme.space("m"))
        whole.addWidget(self._left(), 40)
        whole.addWidget(self.right, 60)

    def retranslate(self) -> None:
        """Set the words that do not change with the record."""
        name = QCoreApplication.translate(self._noun.context, self._noun.title)
        self._screen.setAccessibleName(name)
        self.title.setText(name)
        self.list.setAccessibleName(name)
        self.list.say_when_empty(QCoreApplication.translate(self._noun.context, self._noun.empty))
        self.filter.setAccessibleName(QCoreApplication.translate("Records", "Filter the list"))
        self.filter.setPlaceholderText(QCoreApplication.translate("Records", "A few letters"))
        self.also_retired.setText(QCoreApplication.translate("Records", "Also what is out of &use"))
        self.save.setText(QCoreApplication.translate("Records", "Save (Ctrl+Enter)"))
        self.discard.setText(QCoreApplication.translate("Records", "&Discard"))
        self.how.setText(
            QCoreApplication.translate(
                "Records", "Enter edits, Esc goes back; what is typed is kept"
            )
        )
        self.guided.setText(
            QCoreApplication.translate(
                "Records", "Head office sends these; what is changed here lasts until its next ones"
            )
        )
        self.list.repaint_rows()

    def fit(self) -> None:
        """Give names and fields the room where there is little, as with large text."""
        px = self._place.theme.px
        self.list.show_column(1, shown=self.list.width() > px(NARROW))
        self.how.setVisible(self._screen.height() > px(LOW))

    def tell(self, record: Record | None, *, is_new: bool, is_dirty: bool, is_begun: bool) -> None:
        """Say what the form shows, and which deeds there are for it; `is_begun` tells that a new
        one was left half typed.
        """
        self._name_new(is_begun=is_begun)
        new = QCoreApplication.translate("Records", "New")
        self.shown.setText(record.title if record else new if is_new else "")
        state = QCoreApplication.translate("Records", "Not saved yet") if is_dirty else ""
        if record and record.retired and not is_dirty:
            state = QCoreApplication.translate("Records", "Out of use")
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self.discard.setVisible(is_dirty)
        self.save.setEnabled(self._form.isEnabled())
        self.retire.setVisible(self._noun.retire is not None and record is not None)
        self.retire.setText(self._deed(record))

    def _name_new(self, *, is_begun: bool) -> None:
        word = QCoreApplication.translate("Records", "New (Insert)")
        if own := self._noun.new_label:
            word = QCoreApplication.translate(self._noun.context, own)
        if is_begun:
            word = QCoreApplication.translate("Records", "Go on with the new one (Insert)")
        self.new.setText(word)

    def _deed(self, record: Record | None) -> str:
        if own := self._noun.retire_label:
            return QCoreApplication.translate(self._noun.context, own)
        if record and record.retired:
            return QCoreApplication.translate("Records", "Use again (Del)")
        return QCoreApplication.translate("Records", "Retire (Del)")

    def _left(self) -> Card:
        theme = self._place.theme
        self.guided.setProperty("role", "small")
        self.guided.setWordWrap(True)
        self.guided.hide()
        self.list.set_widths(0, {1: 190})
        # Hidden, never shown: a widget that has no parent yet would open as a window.
        if self._noun.retire is None or not self._noun.keeps_retired:
            self.also_retired.hide()
        if not self._noun.adds:
            self.new.hide()
        foot = FlowLayout(theme.space("s"))
        for button in (self.new, self.retire, self.also_retired):
            foot.addWidget(button)
        return Card(theme, self.filter, self.list, foot, self.guided, title=self.title)

    def _right(self, form: RecordForm) -> Card:
        theme = self._place.theme
        self.state.setProperty("chip", True)
        self.state.setProperty("tone", "warn")
        self.how.setProperty("role", "small")
        self.how.setWordWrap(True)
        self.save.setProperty("primary", True)
        foot = FlowLayout(theme.space("s"))
        for button in (self.save, self.discard):
            foot.addWidget(button)
        parts = scrolled(form), foot, self.how
        return Card(theme, *parts, title=self.shown, beside=(self.state,))
