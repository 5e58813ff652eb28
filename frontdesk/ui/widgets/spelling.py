"""Doubtful words under a wave, and what may have been meant by one key. Words are looked up beside
the window, while typing rests; the word that is being typed is left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from frontdesk.core import spelling
from frontdesk.store.store import Store
from frontdesk.ui.messages import announce
from frontdesk.ui.workplace import Workplace

REST_MS = 400
MOST_CHARS = 20_000  # of a text are looked at: what is longer was pasted


class Spelling(QSyntaxHighlighter):
    """Watches a box to write in. Ctrl+. or the menu key proposes words for the one at the caret, or
    for the last doubtful one before it.
    """

    def __init__(
        self, edit: QPlainTextEdit, place: Workplace, language: Callable[[], str] | None = None
    ) -> None:
        super().__init__(edit.document())
        self._language = language or (lambda: place.language.code)  # of what is written
        self._edit, self._place = edit, place
        self._verdicts: dict[str, bool] = {}  # word -> whether it is doubtful, in the language
        self._lang = ""
        self._written = QTextBlock()
        self._wave = QTextCharFormat()
        self._wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        self._rested = QTimer(self, singleShot=True, interval=REST_MS)
        self._rested.timeout.connect(self.look)
        edit.textChanged.connect(self._rested.start)
        edit.installEventFilter(self)
        place.theme.changed.connect(self._draw)
        self._draw()

    def doubted(self) -> list[str]:
        """Return the words under a wave, in their order."""
        return [found[0] for found in self._found(self._text()) if self._verdicts.get(found[0])]

    def look(self) -> None:
        """Look up the words that are new."""
        self._rested.stop()
        lang = self._language()
        if lang != self._lang:
            self._lang = lang
            self._verdicts.clear()
            self.rehighlight()
        words = {found[0] for found in self._found(self._text())}
        if new := frozenset(words - self._verdicts.keys()):
            done = partial(self._take, lang, new)
            self._place.jobs.slow(self, doubtful, new, lang, done=done)
        else:
            self._mark_around_caret()

    def propose(self) -> bool:
        """Open the list of what may have been meant; False where nothing is doubtful."""
        cursor = self._doubtful_near(self._edit.textCursor())
        if cursor is None:
            return False
        self._edit.setTextCursor(cursor)
        word = cursor.selectedText()
        self._place.jobs.slow(
            self, suggestions, word, self._lang, done=partial(self._show, cursor, word)
        )
        return True

    def highlightBlock(self, text: str) -> None:
        """Put the wave under the doubtful words of a paragraph."""
        if not any(self._verdicts.values()):
            return  # and nothing is searched through: most texts have no mistake
        caret = self._edit.textCursor()
        typing = -1
        if self._edit.hasFocus() and caret.block() == self.currentBlock():
            typing = caret.positionInBlock()
        for found in self._found(text) if len(text) <= MOST_CHARS else ():
            start, end = _span(text, found)
            if self._verdicts.get(found[0]) and end != typing:
                self.setFormat(start, end - start, self._wave)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+. and, over a doubtful word, the menu key or the right button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() == Qt.Key.Key_Period:
                return self.propose() or True
        if isinstance(event, QContextMenuEvent):
            if event.reason() == QContextMenuEvent.Reason.Mouse:
                cursor = self._edit.cursorForPosition(event.pos())
            else:
                cursor = self._edit.textCursor()
            if (around := self._doubtful_at(cursor)) is not None:
                self._edit.setTextCursor(around)
                return self.propose()
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ inside

    def _text(self) -> str:
        return self._edit.toPlainText()[:MOST_CHARS]

    def _found(self, text: str) -> list[spelling.Found]:
        return list(spelling.in_text(text))

    def _take(self, lang: str, words: frozenset[str], doubted: frozenset[str]) -> None:
        if lang == self._lang:
            self._verdicts.update({word: word in doubted for word in words})
            self._mark(doubted)
            self._mark_around_caret()

    def _mark(self, words: frozenset[str]) -> None:
        """Look again at the paragraphs that have some words: a long text has very many."""
        block = self.document().begin() if words else QTextBlock()
        while block.isValid():
            text = block.text()
            if any(word in text for word in words):
                self.rehighlightBlock(block)
            block = block.next()

    def _mark_around_caret(self) -> None:
        """Look again at where one writes, and wrote when this was last done."""
        now = self._edit.textCursor().block()
        for block in (self._written, now):
            if block.isValid() and block.document() == self.document():
                self.rehighlightBlock(block)
        self._written = now

    def _doubtful_near(self, caret: QTextCursor) -> QTextCursor | None:
        """Return a cursor on the doubtful word at the caret, the last before it, or the first."""
        spans = self._doubted_spans()
        here = [span for span in spans if span[0] <= caret.position() <= span[1]]
        before = [span for span in spans if span[1] < caret.position()]
        for span in (*here[:1], *before[-1:], *spans[:1]):
            return self._selecting(*span)
        return None

    def _doubtful_at(self, caret: QTextCursor) -> QTextCursor | None:
        for start, end in self._doubted_spans():
            if start <= caret.position() <= end:
                return self._selecting(start, end)
        return None

    def _doubted_spans(self) -> list[tuple[int, int]]:
        text = self._text()
        return [_span(text, found) for found in self._found(text) if self._verdicts.get(found[0])]

    def _selecting(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _show(self, cursor: QTextCursor, word: str, found: list[str]) -> None:
        if cursor.selectedText() != word:
            return  # it was typed on meanwhile
        menu = QMenu(self._edit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, one in enumerate(found, 1):
            menu.addAction(f"&{place}  {one}").triggered.connect(partial(self._put, cursor, one))
        if not found:
            menu.addAction(self.tr("Nothing alike is known")).setEnabled(False)
        menu.addSeparator()
        said = self.tr("&0  “{word}” is right: one of the house's words").format(word=word)
        menu.addAction(said).triggered.connect(partial(self._add, word))
        menu.popup(self._edit.mapToGlobal(self._edit.cursorRect().bottomLeft()))
        if found:
            menu.setActiveAction(menu.actions()[0])
        announce(self._edit, ". ".join((word, *found)))

    def _put(self, cursor: QTextCursor, word: str) -> None:
        cursor.insertText(word)
        cursor.clearSelection()
        self._edit.setTextCursor(cursor)

    def _add(self, word: str) -> None:
        caret = self._edit.textCursor()
        caret.clearSelection()
        self._edit.setTextCursor(caret)
        self._place.jobs.write(self, spelling.add, word, done=partial(self._added, word))

    def _added(self, word: str, _nothing: None) -> None:
        self._verdicts = {
            known: doubt and known.lower() != word.lower()
            for known, doubt in self._verdicts.items()
        }
        self.rehighlight()

    def _draw(self) -> None:
        self._wave.setUnderlineColor(self._place.theme.colour("danger"))
        self.rehighlight()


def _span(text: str, found: spelling.Found) -> tuple[int, int]:
    """Return where a word stands as Qt counts, for which an emoji is two characters."""
    start = found.start() + sum(sign > "\uffff" for sign in text[: found.start()])
    return start, start + len(found[0])


def doubtful(store: Store, words: frozenset[str], lang: str) -> frozenset[str]:
    """Look words up where there is time for it: the first time a list is read."""
    return spelling.doubtful(store.read(), words, lang)


def suggestions(store: Store, word: str, lang: str) -> list[str]:
    """Look for what was meant."""
    return spelling.suggestions(store.read(), word, lang)
