"""A question of one line over a screen: type, Enter; Esc leaves it. Or a digit for each answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from frontdesk.ui.icons import Icons
from frontdesk.ui.keys import ENTER, KeepsKeys
from frontdesk.ui.language import Translated
from frontdesk.ui.messages import FieldError
from frontdesk.ui.widgets.flow import FlowLayout


class OneLine(Translated, QFrame):
    """One field with its sentence. `asked` carries the text; the caller refuses it or closes.

    Where answers are offered, `picked` carries the place of one; the text is a note to it then.
    """

    asked = Signal(str)
    picked = Signal(int)
    edited = Signal()
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setProperty("card", True)
        self._sign, self._question, self.field = QLabel(), QLabel(), DigitField()
        self._answers: list[QPushButton] = []
        self._question.setProperty("role", "strong")
        self._question.setBuddy(self.field)
        self._question.setWordWrap(True)
        self._save, self._leave, self.error = QPushButton(), QPushButton(), FieldError()
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._save.setProperty("primary", True)
        self._leave.setProperty("flat", True)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.addWidget(self._sign, 0, 0)
        grid.addWidget(self._question, 0, 1, 1, 3)
        grid.addWidget(self.field, 1, 1)
        grid.addWidget(self._save, 1, 2)
        grid.addWidget(self._leave, 1, 3)
        grid.addWidget(self._note, 2, 1, 1, 3)
        grid.addWidget(self.error, 3, 1, 1, 3)
        self._offered = QWidget()
        self._row = FlowLayout(8, self._offered)
        self._row.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._offered, 4, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        self.field.returnPressed.connect(self._ask)
        self._save.clicked.connect(self._ask)
        self._leave.clicked.connect(self.closed)
        self.field.textEdited.connect(self._edit)
        self.field.picked.connect(self._pick)
        self.retranslate()
        self.hide()

    def open(self, icon: str, question: str, text: str = "") -> None:
        """Ask; `text` is what stands there already."""
        self._open(icon, question, text, ())

    def offer(self, icon: str, question: str, answers: Sequence[str]) -> None:
        """Ask for one of some answers; Enter is the first."""
        self._open(icon, question, "", answers)

    def _open(self, icon: str, question: str, text: str, answers: Sequence[str]) -> None:
        self._show_answers(answers)
        self._sign.setPixmap(
            self._icons.pixmap(icon, "accent", self._icons.theme.px(20), self.devicePixelRatioF())
        )
        self._question.setText(question)
        self.field.setAccessibleName(question)
        self.field.setText(text)
        self.error.clear_mark()
        self.note("")
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def note(self, text: str, tone: str = "") -> None:
        """Say under the field what was understood (tone ok or none); nothing at all for no text."""
        if self._note.property("tone") != tone:
            self._note.setProperty("tone", tone)
            self._note.style().polish(self._note)
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.field.setAccessibleDescription(text)

    def refuse(self, text: str) -> None:
        """Mark the field as wrong, and say why."""
        self.error.refuse(self.field, text)

    def noted(self) -> str:
        """Return what is said under the field."""
        return self._note.text()

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        self._save.setText(self.tr("Note it (Enter)"))
        self._leave.setText(self.tr("Leave (Esc)"))

    def _show_answers(self, answers: Sequence[str]) -> None:
        while self._answers:
            self._answers.pop().deleteLater()
        for place, word in enumerate(answers):
            button = QPushButton(f"{place + 1}  {word}")
            button.setAccessibleName(word)
            button.setAccessibleDescription(str(place + 1))
            button.clicked.connect(partial(self._pick, place))
            self._row.addWidget(button)
            self._answers.append(button)
        self.field.answers = len(answers)
        self._offered.setVisible(bool(answers))
        self._save.setVisible(not answers)

    def _pick(self, place: int) -> None:
        self.picked.emit(place)

    def _ask(self) -> None:
        if self._answers:
            self.picked.emit(0)
        else:
            self.asked.emit(self.field.text())

    def _edit(self) -> None:
        self.error.clear_mark()
        self.edited.emit()


class DigitField(KeepsKeys, QLineEdit):
    """A field in which a digit picks an answer while it is empty, and Alt with the digit always."""

    picked = Signal(int)
    answers = 0

    def keeps(self, event: QKeyEvent) -> bool:
        """Keep Alt and the digits, which choose a result elsewhere."""
        return self._place(event) is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick an answer, or go on typing."""
        place = self._place(event)
        if place is None:
            super().keyPressEvent(event)
            if event.key() in ENTER:
                event.accept()  # or the screen around the line would take it as well
        else:
            self.picked.emit(place)

    def _place(self, event: QKeyEvent) -> int | None:
        place = event.key() - Qt.Key.Key_1
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        return place if 0 <= place < self.answers and (alt or not self.text()) else None
