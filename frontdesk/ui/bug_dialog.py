"""The one dialog for an error nobody expected: what it was, to be copied, and the work goes on."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from frontdesk.ui.language import Translated

WIDTH, HEIGHT = 640, 380


class BugDialog(Translated, QDialog):
    """The text of an error. One stands for all that come while it is open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(WIDTH, HEIGHT)
        self._title, self._words = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._words.setWordWrap(True)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._copy, self._go_on = QPushButton(), QPushButton()
        self._go_on.setProperty("primary", True)
        self._go_on.setDefault(True)
        self._copy.clicked.connect(self._to_clipboard)
        self._go_on.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self._title, self._words, self._text):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._copy)
        row.addWidget(self._go_on)
        column.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle("Frontdesk")
        self._title.setText(self.tr("Something went wrong in the program"))
        self._words.setText(
            self.tr(
                "What you typed is kept. Copy this text for whoever looks after the program; "
                "it is in the log as well."
            )
        )
        self._text.setAccessibleName(self._title.text())
        self._copy.setText(self.tr("Copy"))
        self._go_on.setText(self.tr("Go on"))

    def tell(self, text: str) -> None:
        """Show an error; one that is shown already is left standing."""
        if not self.isVisible():
            self._text.setPlainText(text)
            self.open()

    def _to_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
