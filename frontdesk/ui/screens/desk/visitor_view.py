"""F11: the answer turned towards the visitor, in large type, with a code to take along.

Nothing private: no name, no search, no record, nothing of what the desk may settle.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from frontdesk.core.desk import Answer
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.desk import plain
from frontdesk.ui.theme import FAMILY
from frontdesk.ui.workplace import Workplace

POINTS = 28
TITLE_POINTS = 40
MAX_QR_BYTES = 420
QR_SIDE = 340
ACROSS_PX = 1_100
QUIET_MODULES = 4


class VisitorView(Translated, QWidget):
    """A window of its own, on the second screen where there is one; Esc or F11 closes it."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._place = place
        self._answer: Answer | None = None
        self._title, self._text = _large(TITLE_POINTS, bold=True), _large(POINTS)
        self._code, self._code_hint = QrCode(), _large(POINTS)
        self._page = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(48)
        words = QVBoxLayout()
        words.setSpacing(28)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        side = QVBoxLayout()
        side.addWidget(self._code)
        side.addWidget(self._code_hint, 0, Qt.AlignmentFlag.AlignTop)
        side.addStretch(1)
        head.addLayout(words, 1)
        head.addLayout(side)
        page = QWidget()
        page.setProperty("plain", True)
        page.setLayout(head)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(56, 48, 40, 32)
        whole.addWidget(area)
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
        screen = QGuiApplication.screens()[-1]
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def fill(self, answer: Answer) -> None:
        """Set title, text and code; the code has what one needs on the way, and no more."""
        self._answer = answer
        title, words = answer.card.article.title, self._place.wording
        self._title.setText(title)
        self._text.setText(plain.as_text(answer, words).split("\n\n", 1)[-1])
        self._code.show_text("\n".join([title, *answer.card.article.papers, *plain.places(answer)]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the code under the text where the screen is narrow."""
        super().resizeEvent(event)
        across = self.width() >= ACROSS_PX
        way = QBoxLayout.Direction
        self._page.setDirection(way.LeftToRight if across else way.TopToBottom)

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
        self.setFixedSize(QR_SIDE, QR_SIDE)

    def show_text(self, text: str) -> None:
        """Encode a text, cut where a telephone could no longer read it."""
        import segno

        data = text.encode()[:MAX_QR_BYTES].decode(errors="ignore")
        self._modules = segno.make_qr(data, error="l").matrix
        self.setAccessibleName(self.tr("QR code with this text"))
        self.update()

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
    label.setStyleSheet(f"font-size: {points}pt; font-weight: {600 if bold else 400};")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
