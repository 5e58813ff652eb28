"""One stop of the way: its office, whether it is open on arrival, the way there, what happens."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from frontdesk.core.routing import Line
from frontdesk.ui.workplace import Workplace


class StopLine(QFrame):
    """A number, an office with its state in a chip, the way there and what happens."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._number, self._name, self._state = QLabel(), QLabel(), QLabel()
        self._way, self._deed = QLabel(), QLabel()
        self._name.setProperty("role", "strong")
        self._number.setProperty("chip", True)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._state.setProperty("chip", True)
        for label in (self._way, self._deed):
            label.setProperty("role", "muted")
        for label in (self._name, self._way, self._deed):
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
        grid.addWidget(self._way, 1, 1, 1, 2)
        grid.addWidget(self._deed, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_stop(self, number: int, line: Line, now: datetime) -> None:
        """Show a stop, its state told from `now`."""
        office = line.office
        self._number.setText(str(number))
        self._number.setFixedWidth(self._place.theme.px(28))
        self._name.setText(office.name if office else _no_office())
        way = (office.floor, office.room, office.directions) if office else ()
        _show(self._way, " · ".join(filter(None, way)))
        lasting = self._place.wording.lasting(line.minutes * 60) if line.minutes else ""
        _show(self._deed, " · ".join(filter(None, (line.text, lasting))))
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

    def show_lines(self, lines: tuple[Line, ...], now: datetime) -> None:
        """Show other stops."""
        while len(self._lines) < len(lines):
            self._lines.append(StopLine(self._place))
            self._column.addWidget(self._lines[-1])
        for number, stop in enumerate(self._lines):
            stop.setVisible(number < len(lines))
            if number < len(lines):
                stop.show_stop(number + 1, lines[number], now)


def _no_office() -> str:
    return QCoreApplication.translate("StopLine", "This office is not there any more")


def _show(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
