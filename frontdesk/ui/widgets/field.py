"""A field of a form: its word above it with a letter for Alt, below it what is wrong or meant."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from frontdesk.ui.messages import FieldError


class Field(QWidget):
    """An input with its label, a note and the sentence of a refusal."""

    def __init__(self, entry: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._label, self._note, self._error = QLabel(), QLabel(), FieldError()
        self._label.setProperty("role", "heading")
        self._label.setBuddy(entry)
        self._label.setWordWrap(True)  # what the law calls a field can be longer than a line
        self._note.setProperty("role", "small")
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._label, 1)
        column.addLayout(head)
        column.addWidget(entry, 1)
        column.addWidget(self._note)
        column.addWidget(self._error)
        self._note.hide()

    def set_label(self, text: str) -> None:
        """Set the word; `&` stands before the letter that Alt takes."""
        self._label.setText(text)
        self.entry.setAccessibleName(text.replace("&", ""))

    def note(self, text: str, tone: str = "") -> None:
        """Say something under the field (tone ok, warn or none); nothing at all for no text."""
        if self._note.property("tone") != tone:
            self._note.setProperty("tone", tone)
            self._note.style().polish(self._note)
        self._note.setText(text)
        self._note.setVisible(bool(text))
        if self._error.isHidden():
            self.entry.setAccessibleDescription(text)

    def noted(self) -> str:
        """Return what is said under the field."""
        return self._note.text()

    def refuse(self, sentence: str) -> None:
        """Mark the field as wrong, say why, and put the caret there."""
        self._note.hide()
        self._error.refuse(self.entry, sentence)

    def accept(self) -> None:
        """Take the mark away."""
        self._error.clear_mark()
        self._note.setVisible(bool(self._note.text()))

    def refusal(self) -> str:
        """Return the sentence of the refusal, empty when there is none."""
        return "" if self._error.isHidden() else self._error.text()
