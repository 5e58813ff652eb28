"""The dry run's report: a line a row, narrowed by digits; what differs; keep or overwrite."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from frontdesk.exchange.hsds import importing as hsds
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.importing import words
from frontdesk.ui.screens.importing.form import FILTERS, Line, Report
from frontdesk.ui.screens.importing.model import Difference, DifferencesModel, ReportModel
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.foot import foot
from frontdesk.ui.widgets.table import Table
from frontdesk.ui.widgets.tick import Tick
from frontdesk.ui.workplace import Workplace

LEAST_HEIGHT = 76  # of a heading and one row


class ReportPage(Translated, QWidget):
    """What each row would do. `confirmed` asks to import it."""

    confirmed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.report: Report | None = None
        self._filter = ""
        theme, icons = place.theme, place.icons
        self._lines = ReportModel(theme, icons, place.messages.sentence)
        self.list = Table(self._lines)
        self.differences = Table(DifferencesModel(theme, icons))
        self._title, self._differs, self._how = QLabel(), QLabel(), QLabel()
        self.filters = {state: QPushButton() for state in FILTERS}
        self.leave_out = Tick()
        self._all_kept, self._all_taken = QPushButton(), QPushButton()
        self._import = QPushButton()
        self._lay_out()
        for state, button in self.filters.items():
            button.clicked.connect(lambda _=False, wanted=state: self.narrow(wanted))
        self.list.moved.connect(self._show_differences)
        self.list.chosen.connect(self._turn)
        self.leave_out.toggled.connect(self._name_import)
        self._all_kept.clicked.connect(lambda: self.decide_all(overwrites=False))
        self._all_taken.clicked.connect(lambda: self.decide_all(overwrites=True))
        self._import.clicked.connect(self.confirmed.emit)
        self.setFocusProxy(self.list)
        self.retranslate()

    def show_report(self, report: Report) -> None:
        """Show another report, from its beginning; what is wrong is shown first."""
        self.report = report
        self._lines.taken = frozenset()
        self.leave_out.setChecked(False)
        wrong = [state for state in ("refused", "edited", "check") if report.counts[state]]
        self.narrow(wrong[0] if wrong else "")
        self._name_parts()

    @property
    def overwrites(self) -> Collection[int] | bool:
        """The rows edited here since that the file overwrites; True for all."""
        return True if self._lines.taken is None else self._lines.taken

    def press(self, text: str) -> bool:
        """Do what a digit or letter means here; False where it means nothing."""
        if text.isdigit() and 1 <= int(text) <= len(FILTERS):
            self.narrow(FILTERS[int(text) - 1])
        elif text in {"K", "O"}:
            self.decide_all(overwrites=text == "O")
        elif text in {"k", "o"}:
            self._decide(self.list.current(), overwrites=text == "o")
        elif text.lower() == "l" and self.leave_out.isVisible():
            self.leave_out.toggle()
        else:
            return False
        return True

    def narrow(self, state: str) -> None:
        """Show only the rows of a state."""
        self._filter = state
        if self.report:
            self.list.set_rows([line for line in self.report.lines if line.is_in(state)])
            self.list.selectRow(0)
        self._name_parts()

    def decide_all(self, *, overwrites: bool) -> None:
        """Keep what was edited here in all rows, or take the file's."""
        self._lines.taken = None if overwrites else frozenset()
        self.list.repaint_rows()

    def retranslate(self) -> None:
        """Set the words."""
        self.list.setAccessibleName(self.tr("What each row would do"))
        self.list.say_when_empty(self.tr("No row is like that. 1 shows all."))
        self._differs.setText(self.tr("What differs in this row"))
        self.differences.setAccessibleName(self._differs.text())
        self.differences.say_when_empty(self.tr("Nothing: it is new, the same, or refused."))
        self.leave_out.setText(self.tr("&Leave out what is refused (L)"))
        self._all_kept.setText(self.tr("Keep all that was edited here (Shift+K)"))
        self._all_taken.setText(self.tr("Overwrite all with the file's (Shift+O)"))
        self._name_parts()
        for table in (self.list, self.differences):
            table.repaint_rows()

    def _lay_out(self) -> None:
        space = self._place.theme.space("s")
        for label in (self._title, self._differs):
            label.setProperty("role", "strong")
            label.setWordWrap(True)
        self.list.set_widths(2, {0: 90, 1: 200, 3: 330})
        self.differences.set_widths(2, {0: 190, 1: 380})
        self._place.theme.changed.connect(self._measure)
        self._measure()
        states, decisions = FlowLayout(space), FlowLayout(space)
        for button in self.filters.values():
            states.addWidget(button)
        for widget in (self.leave_out, self._all_kept, self._all_taken):
            decisions.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space)
        column.addWidget(self._title)
        column.addLayout(states)
        column.addWidget(self.list, 3)
        column.addWidget(self._differs)
        column.addWidget(self.differences, 1)
        column.addLayout(decisions)
        ends = QHBoxLayout()
        ends.addLayout(foot(self._import, self._how, space), 1)
        column.addLayout(ends)

    def _measure(self) -> None:
        for table in (self.list, self.differences):
            table.setMinimumHeight(self._place.theme.px(LEAST_HEIGHT))

    def _name_parts(self) -> None:
        counts = self.report.counts if self.report else dict.fromkeys(FILTERS, 0)
        locale = self._place.wording.locale
        for number, (state, button) in enumerate(self.filters.items(), 1):
            shown = f"{number}  {words.state(state)}: {locale.toString(counts[state])}"
            button.setText(shown)
            button.setProperty("primary", state == self._filter)
            button.style().polish(button)
            button.setVisible(not state or bool(counts[state]))
        self._title.setText(self.tr("Nothing is written yet. This is what each row would do:"))
        is_package = bool(self.report and isinstance(self.report.plan, hsds.Plan))
        self.leave_out.setVisible(bool(counts["refused"]) and not is_package)
        for button in (self._all_kept, self._all_taken):
            button.setVisible(bool(counts["edited"]))
        self._name_import()

    def _name_import(self) -> None:
        counts = self.report.counts if self.report else {}
        is_package = bool(self.report and isinstance(self.report.plan, hsds.Plan))
        stopped = bool(counts.get("refused")) and not (self.leave_out.isChecked() or is_package)
        self._import.setText(self.tr("Import (Ctrl+Enter)"))
        self._import.setEnabled(not stopped)
        how = self.tr("All of it or nothing, and one key takes it back. Esc: the columns")
        if stopped:
            how = self.tr("All rows or none: mend the refused ones in the file, or leave them out.")
        if counts.get("edited"):
            how += " " + self.tr("K keeps, O overwrites the row edited here; Enter turns it.")
        self._how.setText(how)

    @property
    def may_import(self) -> bool:
        """Whether nothing stands in the way."""
        return self._import.isEnabled()

    def _show_differences(self, line: Line | None) -> None:
        changes = line.changes if line else ()
        self.differences.set_rows([Difference(c.field, c) for c in changes])

    def _turn(self, line: Line) -> None:
        taken = self._lines.taken
        self._decide(line, overwrites=taken is not None and line.line not in taken)

    def _decide(self, line: Line | None, *, overwrites: bool) -> None:
        if line is None or line.state != "edited" or self.report is None:
            return
        taken = self._lines.taken
        if taken is None:
            taken = frozenset(each.line for each in self.report.lines if each.state == "edited")
        self._lines.taken = taken | {line.line} if overwrites else taken - {line.line}
        self.list.repaint_rows()
