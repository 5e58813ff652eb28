"""Long text to read: Markdown without HTML, which loads nothing from anywhere.

Qt's browser asks for `file://`, `http://` and `//host/share`, which on Windows would hand out
credentials; an article's author is not trusted with that.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QFont, Qt, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

DIALECT = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
INDENT, ABOVE_HEADING = 1.5, 0.5  # in lines
LARGE = 1  # of Qt's steps of sizes


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
        self.document().setIndentWidth(self.fontMetrics().height() * INDENT)
        self.document().setMarkdown(text, DIALECT)
        _use_own_bold(self.document())
        _even_out_headings(self.document(), self.fontMetrics().height() * ABOVE_HEADING)

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


def _even_out_headings(document: QTextDocument, above: float) -> None:
    """Set headings of every level alike and apart from what stands above: under the title of an
    article, those that its author calls large would outdo it.
    """
    ours = QTextCharFormat()
    ours.setProperty(QTextFormat.Property.FontSizeAdjustment, LARGE)
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            cursor = QTextCursor(block)
            apart = block.blockFormat()
            apart.setTopMargin(above if block.blockNumber() else 0)
            cursor.setBlockFormat(apart)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(ours)
        block = block.next()
