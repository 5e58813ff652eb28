"""The call screen: a window for the waiting room, painted as large as its screen allows.

Sizes are parts of the window's height, so that a number is read from the last row whatever the
screen. There is no sound of our own but the system's bell; what is spoken is left to the system.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.core import queue
from frontdesk.core.queue import Call
from frontdesk.ui.language import Translated
from frontdesk.ui.messages import announce
from frontdesk.ui.screens.hall.turns import Turns
from frontdesk.ui.theme import FAMILY
from frontdesk.ui.workplace import Workplace

TURN_MS = 6_000
READ, BELOW = 24, 3
TABLES = frozenset({"ticket", "ticket_call", "office"})
# Of the height of the window; the top card takes TOP of it.
TOP, HEAD, NUMBER, OFFICE, WHERE, ROW = 0.7, 0.055, 0.28, 0.11, 0.065, 0.075
LEADING = 1.22  # of a line, of its letters
EDGE = 0.04


class Hall(Translated, QWidget):
    """The window. Esc closes it, F11 fills the screen with it and back."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._place = place
        self.turns = Turns()
        self.turn = QTimer(self, singleShot=True, interval=TURN_MS)
        self.turn.timeout.connect(self._next)
        place.jobs.changed.connect(self._changed)
        place.theme.changed.connect(self.update)
        self.resize(960, 540)
        self.retranslate()

    def present(self) -> None:
        """Fill the second screen; with one screen alone be a window beside the desk."""
        screens = QGuiApplication.screens()
        if len(screens) > 1:
            self.setScreen(screens[-1])
            self.setGeometry(screens[-1].geometry())
            self.showFullScreen()
        else:
            self.show()
            self.raise_()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(self.tr("Call screen"))
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the last calls."""
        super().showEvent(event)
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, change the size on F11."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the call whose turn it is, and the last ones below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, width, height = self._place.theme, self.width(), self.height()
        edge = EDGE * min(width, height)
        painter.fillRect(self.rect(), theme.colour("window"))
        card = QRectF(edge, edge, width - 2 * edge, TOP * height - edge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawRoundedRect(card, edge / 2, edge / 2)
        painter.setPen(theme.colour("text"))
        if self.turns.shown:
            self._paint_call(painter, card, self.turns.shown)
        else:
            words = self.tr("Please wait until your number appears here")
            self._line(painter, card, OFFICE, words, bold=True)
        self._paint_below(painter, edge)

    # ------------------------------------------------------------------ inside

    def _paint_call(self, painter: QPainter, card: QRectF, call: Call) -> None:
        where = ", ".join(filter(None, (call.floor, call.room)))
        head = self.tr("Called again") if call.times > 1 else self.tr("Please come in")
        lines = [(HEAD, head, False), (NUMBER, call.number, True), (OFFICE, call.office_name, True)]
        lines += [(WHERE, where, False)] if where else []
        whole = sum(part for part, _, _ in lines) * LEADING * self.height()
        top = card.top() + (card.height() - whole) / 2
        for part, words, bold in lines:
            high = part * LEADING * self.height()
            line = QRectF(card.left(), top, card.width(), high)
            self._line(painter, line, part, words, bold=bold)
            top += high

    def _paint_below(self, painter: QPainter, edge: float) -> None:
        theme, width, high = self._place.theme, self.width(), ROW * LEADING * self.height()
        left = Qt.AlignmentFlag.AlignLeft
        top = TOP * self.height() + (self.height() * (1 - TOP) - high * BELOW) / 2
        calls = self.turns.below(BELOW)
        numbers = max((self._wide(call.number) for call in calls), default=0)
        for call in calls:
            painter.setPen(theme.colour("text"))
            number = QRectF(edge, top, numbers, high)
            self._line(painter, number, ROW, call.number, bold=True, align=left)
            office = QRectF(numbers + 2.5 * edge, top, width - numbers - 3.5 * edge, high)
            self._line(painter, office, ROW, call.office_name, align=left)
            top += high
            painter.fillRect(QRectF(edge, top, width - 2 * edge, 1), theme.colour("border"))

    def _line(
        self, painter: QPainter, area: QRectF, part: float, words: str, *, bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:  # fmt: skip
        """Paint words as high as a part of the window, smaller where the line is too narrow."""
        room = area.width() * (0.94 if align is Qt.AlignmentFlag.AlignHCenter else 1)
        font = self.letters(part, bold=bold)
        wide = QFontMetricsF(font).horizontalAdvance(words)
        if wide > room:
            font.setPixelSize(max(int(font.pixelSize() * room / wide), 1))
        painter.setFont(font)
        flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(area, flags, words)

    def letters(self, part: float, *, bold: bool) -> QFont:
        """Return the font whose letters are as high as a part of the window."""
        font = QFont(FAMILY)
        font.setPixelSize(max(round(part * self.height()), 1))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _wide(self, number: str) -> float:
        font = self.letters(ROW, bold=True)
        return min(QFontMetricsF(font).horizontalAdvance(number) + 2, self.width() / 2)

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & TABLES and self.isVisible():
            self._read()

    def _read(self) -> None:
        self._place.jobs.read(self, queue.calls, READ, done=self._take)

    def _take(self, calls: list[Call]) -> None:
        self.turns.take(calls)
        if not self.turn.isActive():
            self._next()
        self._tell()

    def _next(self) -> None:
        """Give the next call its turn; nothing is taken off the screen without one."""
        if self.turns.next():
            self.turn.start()
            QApplication.beep()
            self._tell()
            announce(self, self.accessibleName())

    def _tell(self) -> None:
        call = self.turns.shown
        where = ", ".join(filter(None, (call.office_name, call.floor, call.room))) if call else ""
        self.setAccessibleName(f"{call.number}: {where}" if call else self.windowTitle())
        self.update()
