"""The tour: five minutes at the demo office, each step done with the real keys on the real desk.

A card says the next thing to do and goes on when it was done; nothing else is blocked,
and Shift+F1 leaves it at any moment. In an office of one's own it would leave slips and complaints
that nobody made, so there the demo opens in a window of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QProcess, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from frontdesk.ui.language import QT_TRANSLATE_NOOP, Translated
from frontdesk.ui.messages import announce
from frontdesk.ui.window import MainWindow

LOOK_MS = 400


class Step(NamedTuple):
    """One thing to do: it is done when a table is written (`writes`) or when `seen` says so."""

    words: str
    writes: str = ""
    seen: Callable[[MainWindow], bool] | None = None


def _answered(window: MainWindow) -> bool:
    return bool(window.box.text()) and window.desk.right.answer is not None


def _is_home(window: MainWindow) -> bool:
    return not window.box.text() and window.desk.panel is None


STEPS = (
    Step(
        QT_TRANSLATE_NOOP(
            "Tour", "A visitor asks for the census. Type “empadronamiento”: the answer comes "
            "while you type."
        ),
        seen=_answered,
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "Tour", "What to say, what to bring, what it costs and who is open stand there. Send "
            "the visitor: F3, tick the papers with their digits, then Ctrl+Enter prints a slip."
        ),
        writes="slip",
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "Tour", "The visitor is angry about a bill. F4, write what they say in their words, "
            "Ctrl+Enter: the complaint has its folio."
        ),
        writes="complaint",
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "Tour", "You will ring them on Thursday. F5, “llamar por la factura”, Tab, “jueves”, "
            "Ctrl+Enter: the day will open on it."
        ),
        writes="promise",
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "Tour", "A question without an answer: type “globos aerostáticos” and press F8, so "
            "that whoever keeps the articles knows what is missing."
        ),
        writes="gap",
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "Tour", "Esc goes back step by step and loses nothing. Press it until the box is empty."
        ),
        seen=_is_home,
    ),
)  # fmt: skip


class Tour(Translated, QFrame):
    """The card. It floats over the foot of the results and never takes the focus."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self.at = window, 0
        self.setProperty("tour", True)
        self._place, self._words, self._leave = QLabel(), QLabel(), QPushButton()
        self._place.setProperty("role", "small")
        self._words.setWordWrap(True)
        self._leave.clicked.connect(self.leave)
        self._lay_out()
        self.retranslate()
        self._watch = QTimer(self, interval=LOOK_MS)
        self._watch.timeout.connect(self.look)
        window.place.jobs.changed.connect(self._written)
        window.installEventFilter(self)
        window.place.theme.changed.connect(lambda: QTimer.singleShot(0, self._move))

    def start(self) -> None:
        """Begin with the first step."""
        self.at = 0
        self._window.show_desk()
        self._window.to_box()
        self._watch.start()
        self._show()

    def leave(self) -> None:
        """Take the card away; what was done stays done."""
        self._watch.stop()
        self.hide()
        self._window.box.setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self._leave.setText(QCoreApplication.translate("Tour", "Leave (Shift+F1)"))
        self.setAccessibleName(QCoreApplication.translate("Tour", "Tour"))
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place."""
        if event.type() is QEvent.Type.Resize:
            self._move()
        return False

    def look(self) -> None:
        """Go on where what is on screen shows that the step was done."""
        if self.at < len(STEPS):
            seen = STEPS[self.at].seen
            if seen and seen(self._window):
                self._next()

    def _lay_out(self) -> None:
        theme = self._window.place.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space("m"),) * 4)
        column.setSpacing(theme.space("s"))
        column.addWidget(self._place)
        column.addWidget(self._words)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._leave)
        column.addLayout(foot)

    def _show(self) -> None:
        self._tell()
        self.show()
        self.raise_()
        announce(self, self._words.text())

    def _tell(self) -> None:
        told = QCoreApplication.translate("Tour", "Tour · {step} of {all}")
        self._place.setText(told.format(step=min(self.at + 1, len(STEPS)), all=len(STEPS)))
        if self.at < len(STEPS):
            self._words.setText(QCoreApplication.translate("Tour", STEPS[self.at].words))
        else:
            self._words.setText(
                QCoreApplication.translate(
                    "Tour", "That is the desk. F1 has all keys; “Remove the demo office” among the "
                    "commands begins your own."
                )
            )  # fmt: skip
        self._move()

    def _move(self) -> None:
        """Stand under the results, which rarely reach down there; the answer stays in view."""
        below = self._window.desk.list
        corner = below.mapTo(self._window, below.rect().bottomLeft())
        self.setFixedWidth(below.width())
        self.setFixedHeight(self.heightForWidth(below.width()))
        self.move(corner.x(), corner.y() - self.height())

    def _written(self, tables: frozenset[str]) -> None:
        if self.isVisible() and self.at < len(STEPS) and STEPS[self.at].writes in tables:
            self._next()

    def _next(self) -> None:
        self.at += 1
        self._show()


def toggle(window: MainWindow) -> None:
    """Begin, or leave; where the office is a real one the demo opens in a window of its own."""
    if not window.commands.knows("demo.remove"):
        module = [] if getattr(sys, "frozen", False) else ["-m", "frontdesk"]
        QProcess.startDetached(sys.executable, [*module, "--demo"])
        return
    window.fill()
    card = window.findChild(Tour) or Tour(window)
    (card.leave if card.isVisible() else card.start)()
