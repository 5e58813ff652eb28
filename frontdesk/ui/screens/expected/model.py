"""Expected visitors as rows of words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from frontdesk.base import clock
from frontdesk.ui.icons import Icons
from frontdesk.ui.screens.expected.form import Line
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.table import Cell, WordedModel
from frontdesk.ui.wording import Wording

LATE_S = 5 * 60


class ExpectedModel(WordedModel):
    """At what time, who, to whom, and whether they are here and the host knows."""

    def __init__(
        self, theme: Theme, icons: Icons, wording: Wording, now: Callable[[], datetime]
    ) -> None:
        super().__init__(theme, icons, wording)
        self._now = now

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Expected", "Time"),
            QCoreApplication.translate("Expected", "Visitor"),
            QCoreApplication.translate("Expected", "To"),
            QCoreApplication.translate("Expected", "State"),
        )

    def cells(self, row: Line) -> tuple[Cell, ...]:
        """Return a visitor; the state is told by sign and word."""
        visitor = row.visitor
        who = " · ".join(filter(None, (visitor.visitor, visitor.company)))
        at = self._wording.time(clock.parse(visitor.expected_at))
        return (Cell(at), Cell(who), Cell(visitor.host_name), self._state(row))

    def _state(self, row: Line) -> Cell:
        visitor = row.visitor
        if visitor.told_at:
            known = QCoreApplication.translate("Expected", "Here; the host knows")
            return Cell(known, "circle-check", "ok")
        if visitor.arrived_at:
            text = QCoreApplication.translate("Expected", "Here; ring {phone}")
            if not row.phone:
                text = QCoreApplication.translate("Expected", "Here; tell the host")
            return Cell(text.format(phone=row.phone), "phone", "warn")
        late_s = (self._now() - clock.parse(visitor.expected_at)).total_seconds()
        if late_s > LATE_S:
            late = QCoreApplication.translate("Expected", "Late: {lasting}")
            return Cell(late.format(lasting=self._wording.lasting(late_s)), "clock", "muted")
        return Cell(QCoreApplication.translate("Expected", "Expected"), "", "muted")
