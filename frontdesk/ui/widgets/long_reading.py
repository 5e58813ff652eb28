"""A long Markdown text that changes while it is read: only the pieces that changed are set anew.

Setting a text of 100 kB takes a fifth of a second, a piece of it some milliseconds; the pieces that
are still to come follow one by one between the keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.widgets.reading import Reading

PIECE_CHARS = 1_500
_FENCE = re.compile(r" {0,3}(```|~~~)")
_GOES_ON = re.compile(r"\s|[-*+>|]|\d+[.)]\s")  # of a list, a table, a quotation
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$", re.MULTILINE)


class LongReading(QWidget):
    """Pieces of a text below each other. `asked_for` carries the address of a link."""

    asked_for = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._texts: list[str] = []
        self._shown: list[Reading] = []
        self._waiting: list[int] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._set_one)

    def show_markdown(self, text: str) -> None:
        """Show a text; what it shares with the one before, from both ends, stays as it is."""
        texts = list(pieces(text))
        head = _shared(self._texts, texts)
        tail = _shared(self._texts[head:][::-1], texts[head:][::-1])
        gone = self._shown[head : len(self._shown) - tail]
        come = [self._piece() for _ in texts[head : len(texts) - tail]]
        for place, piece in enumerate(come, head):
            self._column.insertWidget(place, piece)
        for piece in gone:
            self._column.removeWidget(piece)
            piece.hide()
            piece.deleteLater()
        late = {self._shown[n] for n in self._waiting} - set(gone)
        self._shown[head : len(self._shown) - tail] = come
        self._texts = texts
        self._waiting = [n for n, p in enumerate(self._shown) if p in come or p in late]
        self._set_one()

    def pieces(self) -> tuple[Reading, ...]:
        """Return the pieces from above."""
        return tuple(self._shown)

    def place_of(self, offset: int) -> int:
        """Return how far down a character of the text is shown, as near as its piece tells."""
        for text, piece in zip(self._texts, self._shown, strict=True):
            if offset <= len(text):
                return piece.y() + round(piece.height() * offset / max(len(text), 1))
            offset -= len(text) + 1
        return self.height()

    @property
    def is_complete(self) -> bool:
        """Whether every piece has its text."""
        return not self._waiting

    def setAccessibleName(self, name: str) -> None:
        """Name the text; each of its pieces is read under this name."""
        super().setAccessibleName(name)
        for piece in self._shown:
            piece.setAccessibleName(name)

    def _piece(self) -> Reading:
        piece = Reading()
        piece.setAccessibleName(self.accessibleName())
        piece.asked_for.connect(self.asked_for)
        piece.setFixedHeight(piece.fontMetrics().height())
        return piece

    def _set_one(self) -> None:
        if self._waiting:
            place = self._waiting.pop(0)
            self._shown[place].show_markdown(self._texts[place])
        if self._waiting:
            self._next.start()


def pieces(text: str) -> Iterator[str]:
    """Yield a Markdown text in pieces that mean the same alone: cut before a heading or a plain
    paragraph; addresses that are defined once are known to each.
    """
    defined = "\n\n" + "\n".join(_DEFINITION.findall(text)) if "]:" in text else ""
    piece: list[str] = []
    chars, fence, was_empty = 0, "", True
    for line in text.split("\n"):
        begins = was_empty and not fence and line and not _GOES_ON.match(line)
        if mark := _FENCE.match(line):
            fence = "" if fence == mark[1] else fence or mark[1]
        if begins and chars > PIECE_CHARS:
            yield "\n".join(piece) + defined
            piece, chars = [], 0
        piece.append(line)
        chars += len(line) + 1
        was_empty = not line.strip()
    if chars > 1:
        yield "\n".join(piece) + defined


def _shared(one: list[str], other: list[str]) -> int:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)
