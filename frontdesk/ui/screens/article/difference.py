"""A difference to be read: what went is struck through after a minus, what came is underlined after
a plus, so that it is told by more than colour; a screen reader reads the signs too.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.versions import Change, Piece
from frontdesk.ui.screens.article import words
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.reading import Reading

SIGNS = {"out": "−", "in": "+", "same": ""}
MAX_SAME_CHARS = 300  # of what did not change, around what did
BESIDE_CHARS = 120


class Difference(Reading):
    """What changed, field by field."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told: tuple[Sequence[Change], str] = ((), "")
        theme.changed.connect(lambda: self.show_changes(*self._told))

    def show_changes(self, changes: Sequence[Change], when_none: str) -> None:
        """Show the fields that changed, or a sentence where none did."""
        self._told = (changes, when_none)
        self.clear()
        cursor = self.textCursor()
        if not changes:
            cursor.insertText(when_none, self._format("muted"))
        for number, change in enumerate(changes):
            if number:
                cursor.insertBlock()
            self._head(cursor, words.say(words.FIELDS[change.field]))
            for row in change.rows:
                cursor.insertBlock(QTextBlockFormat())
                for piece in row:
                    self._piece(cursor, change.field, piece)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_article(self, article: Article) -> None:
        """Show a whole article as it stood."""
        self.show_markdown(as_markdown(article))

    def _head(self, cursor: QTextCursor, text: str) -> None:
        space = QTextBlockFormat()
        space.setTopMargin(0 if cursor.atStart() else self._theme.px(12))
        cursor.setBlockFormat(space)
        told = self._format("muted")
        told.setFont(self._theme.font("small", bold=True))
        cursor.insertText(text, told)

    def _piece(self, cursor: QTextCursor, field: str, piece: Piece) -> None:
        text = words.told(field, piece.text)
        if piece.what == "same":
            cursor.insertText(_shortened(text), self._format("text"))
            return
        words_at = len(text) - len(text.lstrip())
        cursor.insertText(text[:words_at], self._format("text"))
        is_out = piece.what == "out"
        told = self._format("danger" if is_out else "ok")
        told.setBackground(self._theme.colour("danger_soft" if is_out else "ok_soft"))
        cursor.insertText(SIGNS[piece.what], told)
        told.setFontStrikeOut(is_out)
        told.setFontUnderline(not is_out)
        cursor.insertText(text[words_at:], told)
        cursor.insertText(" ", self._format("text"))

    def _format(self, colour: str) -> QTextCharFormat:
        told = QTextCharFormat()
        told.setFont(self._theme.font("body"))
        told.setForeground(self._theme.colour(colour))
        return told


def _shortened(text: str) -> str:
    """Return what did not change, without its middle where that is long, cut between words."""
    if len(text) <= MAX_SAME_CHARS:
        return text
    head, tail = text[:BESIDE_CHARS].rsplit(" ", 1)[0], text[-BESIDE_CHARS:].split(" ", 1)[-1]
    return f"{head} […] {tail}"


def as_markdown(article: Article) -> str:
    """Return a whole article as one text."""
    state = words.say(words.STATES[article.state])
    parts = [f"## {article.title}", f"*{state}*", f"> {article.say}" if article.say else ""]
    told = {name: str(getattr(article, name)) for name in words.FACTS}
    steps = [step.text for step in article.steps]
    parts.append(words.front(told, article.requirements, steps))
    return "\n\n".join(filter(None, (*parts, article.body)))
