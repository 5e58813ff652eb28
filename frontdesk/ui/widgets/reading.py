"""Long text to read: Markdown without HTML, which loads nothing from anywhere.

Qt's browser asks for `file://`, `http://` and `//host/share`, which on Windows would hand out
credentials; an article's author is not trusted with that.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QFont, Qt, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

DIALECT = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class Reading(QTextBrowser):
    """Markdown as high as its text: the pane around it scrolls."""

    asked_for = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.anchorClicked.connect(lambda link: self.asked_for.emit(link.toString()))

    def show_markdown(self, text: str) -> None:
        """Show an author's Markdown."""
        self.document().setMarkdown(text, DIALECT)
        _use_own_bold(self.document())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing, whatever the text asks for."""
        return None

    def _fit(self) -> None:
        self.setFixedHeight(round(self.document().size().height()) + 4)


def _use_own_bold(document: QTextDocument) -> None:
    """Set bold in the weight that we bring along: Qt smears what has to be bolder than the font."""
    ours = QTextCharFormat()
    ours.setFontWeight(QFont.Weight.DemiBold)
    block = document.begin()
    while block.isValid():
        bold = [
            (piece.fragment().position(), piece.fragment().length())
            for piece in block  # type: ignore[attr-defined]  # the types do not tell it can be walked
            if piece.fragment().charFormat().fontWeight() > QFont.Weight.DemiBold
        ]
        for start, length in bold:
            cursor = QTextCursor(document)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(ours)
        block = block.next()
