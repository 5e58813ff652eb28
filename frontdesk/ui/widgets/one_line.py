"""A question of one line over a screen: type, Enter; Esc leaves it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from frontdesk.ui.icons import Icons
from frontdesk.ui.language import Translated
from frontdesk.ui.messages import FieldError


class OneLine(Translated, QFrame):
    """One field with its sentence. `asked` carries the text; the caller refuses it or closes."""

    asked = Signal(str)
    edited = Signal()
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setProperty("card", True)
        self._sign, self._question, self.field = QLabel(), QLabel(), QLineEdit()
        self._question.setProperty("role", "strong")
        self._question.setBuddy(self.field)
        self._question.setWordWrap(True)
        self._save, self._leave, self.error = QPushButton(), QPushButton(), FieldError()
        self._save.setProperty("primary", True)
        self._leave.setProperty("flat", True)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.addWidget(self._sign, 0, 0)
        grid.addWidget(self._question, 0, 1, 1, 3)
        grid.addWidget(self.field, 1, 1)
        grid.addWidget(self._save, 1, 2)
        grid.addWidget(self._leave, 1, 3)
        grid.addWidget(self.error, 2, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        self.field.returnPressed.connect(self._ask)
        self._save.clicked.connect(self._ask)
        self._leave.clicked.connect(self.closed)
        self.field.textEdited.connect(self._edit)
        self.retranslate()
        self.hide()

    def open(self, icon: str, question: str, text: str = "") -> None:
        """Ask; `text` is what stands there already."""
        self._sign.setPixmap(self._icons.pixmap(icon, "accent", 20, self.devicePixelRatioF()))
        self._question.setText(question)
        self.field.setAccessibleName(question)
        self.field.setText(text)
        self.error.clear_mark()
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        self._save.setText(self.tr("Note it (Enter)"))
        self._leave.setText(self.tr("Leave (Esc)"))

    def _ask(self) -> None:
        self.asked.emit(self.field.text())

    def _edit(self) -> None:
        self.error.clear_mark()
        self.edited.emit()
