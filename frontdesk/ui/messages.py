"""What the window says: one line that waits for nobody, and the sentence beside a wrong field.

Nothing that a person can mend opens a dialog. What was done can be undone from the same line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from frontdesk.base.errors import UserError
from frontdesk.ui.icons import Icons
from frontdesk.ui.language import Language, Translated

if TYPE_CHECKING:
    from frontdesk.ui.widgets.field import Field
    from frontdesk.ui.widgets.one_line import OneLine

SHOWN_MS = 9_000
TONES = {"ok": "circle-check", "warn": "triangle-alert", "danger": "circle-alert", "info": "info"}


class Messages(QObject):
    """Where screens and panels say what happened; the window's line shows it."""

    said = Signal(str, str)
    undo_changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._undo: Callable[[], object] | None = None

    def say(self, text: str, tone: str = "ok", undo: Callable[[], object] | None = None) -> None:
        """Show and announce one sentence (tone ok, warn, danger, info); `undo` can take it back."""
        self._undo = undo
        self.undo_changed.emit()
        self.said.emit(text, tone)

    def refuse(self, error: UserError, beside: Field | OneLine | None = None) -> None:
        """Show the sentence of an error beside its field, here where that is not on screen."""
        if beside and beside.isVisible():
            beside.refuse(self.sentence(error))
        else:
            self.say(self.sentence(error), "danger")

    def sentence(self, error: UserError) -> str:
        """Return the sentence of an error in the language in use."""
        from frontdesk.base.sentences import sentence

        return sentence(error, self._language.code)

    @property
    def can_undo(self) -> bool:
        """Whether the last thing done can be taken back."""
        return self._undo is not None

    def undo(self) -> None:
        """Take back the last thing done."""
        if self._undo:
            undo, self._undo = self._undo, None
            undo()
            self.undo_changed.emit()


class MessageLine(Translated, QFrame):
    """The line at the foot of the window; it goes by itself, and never takes the focus."""

    def __init__(self, messages: Messages, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages, self._icons = messages, icons
        self._sign, self._text, self._undo = QLabel(), QLabel(), QPushButton()
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        for widget, stretch in ((self._sign, 0), (self._text, 1), (self._undo, 0)):
            row.addWidget(widget, stretch)
        self._clock = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._clock.timeout.connect(self.hide)
        self._undo.clicked.connect(messages.undo)
        messages.said.connect(self._show)
        messages.undo_changed.connect(lambda: self._undo.setVisible(messages.can_undo))
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set the word of the one button."""
        self._undo.setText(self.tr("Undo (Ctrl+Z)"))

    def text(self) -> str:
        """Return what is shown, empty when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def _show(self, text: str, tone: str) -> None:
        colour = "accent" if tone == "info" else tone
        self._sign.setPixmap(
            self._icons.pixmap(
                TONES[tone], colour, self._icons.theme.px(18), self.devicePixelRatioF()
            )
        )
        self._text.setText(text)
        self._undo.setVisible(self._messages.can_undo)
        self.setProperty("notice", tone)
        self.style().polish(self)
        self.show()
        self._clock.start()
        announce(self, text)


class FieldError(QLabel):
    """The sentence under an input that was refused; it goes when the input changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "danger")
        self.setWordWrap(True)
        self._field: QWidget | None = None
        self.hide()

    def refuse(self, field: QWidget, text: str) -> None:
        """Mark a field as wrong, say why, and put the caret there."""
        self.clear_mark()
        self._field = field
        self.setText(text)
        self.show()
        _mark(field, wrong=True)
        field.setAccessibleDescription(text)
        field.setFocus()
        announce(field, text)

    def clear_mark(self) -> None:
        """Take sentence and mark away."""
        if self._field:
            _mark(self._field, wrong=False)
            self._field.setAccessibleDescription("")
            self._field = None
        self.hide()


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say it without moving the focus, as role=alert does on the web."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def _mark(field: QWidget, *, wrong: bool) -> None:
    field.setProperty("wrong", wrong)
    field.style().polish(field)
