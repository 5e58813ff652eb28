"""One stop of the way: its office, whether it is open on arrival, the way there, what happens."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from frontdesk.core.routing import Line, Plan
from frontdesk.ui.workplace import Workplace


class StopLine(QFrame):
    """A number, an office with its state in a chip, the way there and what happens."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._number, self._name, self._state = QLabel(), QLabel(), QLabel()
        self._way, self._deed, self._papers, self._why = QLabel(), QLabel(), QLabel(), QLabel()
        self._name.setProperty("role", "strong")
        self._number.setProperty("chip", True)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._state.setProperty("chip", True)
        under = (self._why, self._way, self._deed, self._papers)
        for label in under:
            label.setProperty("role", "muted")
        for label in (self._name, *under):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._number, 0, 0, top)
        grid.addWidget(self._name, 0, 1)
        grid.addWidget(self._state, 0, 2, top)
        for row, label in enumerate(under, 1):
            grid.addWidget(label, row, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_stop(self, number: int, line: Line, currency: str, now: datetime) -> None:
        """Show a stop with what is paid there, its state told from `now`."""
        office = line.office
        self._number.setText(str(number))
        self._number.setFixedWidth(self._place.theme.px(28))
        self._name.setText(office.name if office else _no_office())
        way = (office.floor, office.room, office.directions) if office else ()
        _show(self._way, " · ".join(filter(None, way)))
        lasting = self._place.wording.lasting(line.minutes * 60) if line.minutes else ""
        cost = self._place.wording.money(line.cost, currency) if line.cost else ""
        _show(self._deed, " · ".join(filter(None, (line.text, lasting, cost))))
        _show(self._papers, _papers(line))
        _show(self._why, _chosen(line.chosen))
        sentence, tone = _no_office(), "danger"
        if line.state:
            sentence, tone = self._place.wording.opening(line.state, now)
        self._state.setText(sentence)
        self._state.setProperty("tone", tone)
        self._state.style().polish(self._state)
        self.setAccessibleName(f"{number}. {self._name.text()}. {sentence}. {self._way.text()}")


class Stops(QWidget):
    """All stops of a way, in order."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._lines: list[StopLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(place.theme.space("m"))

    def show_plan(self, plan: Plan | None, now: datetime) -> None:
        """Show the stops of another way."""
        lines = plan.lines if plan else ()
        while len(self._lines) < len(lines):
            self._lines.append(StopLine(self._place))
            self._column.addWidget(self._lines[-1])
        for number, stop in enumerate(self._lines):
            stop.setVisible(number < len(lines))
            if plan and number < len(lines):
                stop.show_stop(number + 1, lines[number], plan.currency, now)


def _no_office() -> str:
    return QCoreApplication.translate("StopLine", "This office is not there any more")


def _papers(line: Line) -> str:
    if not line.papers:
        return ""
    text = QCoreApplication.translate("StopLine", "Asks for: {papers}")
    return text.format(papers="; ".join(line.papers))


def _chosen(code: str) -> str:
    """Return why it is this one of several offices."""
    return {
        "branch": QCoreApplication.translate("StopLine", "The one of this branch"),
        "open": QCoreApplication.translate("StopLine", "Of those that do this, it is open now"),
        "soonest": QCoreApplication.translate("StopLine", "Of those that do this, it opens first"),
    }.get(code, "")


def _show(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
