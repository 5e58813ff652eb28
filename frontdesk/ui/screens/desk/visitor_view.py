"""F11: the answer turned towards the visitor, in large type, with a code to take along.

Nothing private: no name, no search, no record, nothing of what the desk may settle.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.core.desk import Answer
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.desk import plain
from frontdesk.ui.theme import FAMILY
from frontdesk.ui.workplace import Workplace

POINTS = 28
TITLE_POINTS = 40
MAX_QR_BYTES = 900
QUIET_MODULES = 4


class VisitorView(Translated, QWidget):
    """A window of its own, on the second screen where there is one; Esc or F11 closes it."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._place = place
        self._answer: Answer | None = None
        self._title, self._text = _large(TITLE_POINTS, bold=True), _large(POINTS)
        self._code, self._code_hint = QrCode(), _large(POINTS)
        words = QWidget()
        words.setProperty("plain", True)
        column = QVBoxLayout(words)
        column.setSpacing(28)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(words)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side = QVBoxLayout()
        side.addWidget(self._code)
        side.addWidget(self._code_hint)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(56, 48, 56, 48)
        row.setSpacing(56)
        row.addWidget(area, 3)
        row.addLayout(side, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(self.tr("For you"))
        self._code_hint.setText(self.tr("Take it along"))
        if self._answer:
            self.fill(self._answer)

    def present(self, answer: Answer) -> None:
        """Show an answer over a whole screen."""
        self.fill(answer)
        screens = QGuiApplication.screens()
        self.setScreen(screens[-1])
        self.move(screens[-1].geometry().topLeft())
        self.showFullScreen()

    def fill(self, answer: Answer) -> None:
        """Set title, text and code."""
        self._answer = answer
        self._title.setText(answer.card.article.title)
        text = plain.as_text(answer, self._place.wording)
        self._text.setText(text.split("\n\n", 1)[-1])
        self._code.show_text(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on the keys that opened it or that mean back."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        else:
            super().keyPressEvent(event)


class QrCode(QWidget):
    """A QR code painted from its modules, black on white in every palette."""

    def __init__(self) -> None:
        super().__init__()
        self._modules: tuple[bytearray, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Encode a text, cut where a telephone could no longer read it."""
        import segno

        data = text.encode()[:MAX_QR_BYTES].decode(errors="ignore")
        self._modules = segno.make_qr(data, error="l").matrix
        self.setAccessibleName(self.tr("QR code with this text"))
        self.update()

    def sizeHint(self) -> QSize:
        """Be large enough to be read at arm's length."""
        return QSize(320, 320)

    def heightForWidth(self, width: int) -> int:
        """Be square."""
        return width

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the modules in whole pixels, with the quiet zone that readers need."""
        if not self._modules:
            return
        painter = QPainter(self)
        count = len(self._modules) + 2 * QUIET_MODULES
        module = max(min(self.width(), self.height()) // count, 1)
        side = module * count
        painter.fillRect(QRectF(0, 0, side, side), QColor("white"))
        for y, line in enumerate(self._modules, QUIET_MODULES):
            for x, dark in enumerate(line, QUIET_MODULES):
                if dark:
                    painter.fillRect(x * module, y * module, module, module, QColor("black"))


def _large(points: int, *, bold: bool = False) -> QLabel:
    font = QFont(FAMILY)
    font.setPointSize(points)
    font.setBold(bold)
    label = QLabel()
    label.setFont(font)
    label.setStyleSheet(f"font-size: {points}pt;")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
