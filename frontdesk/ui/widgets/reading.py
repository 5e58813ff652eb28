"""Long text to read: Markdown without HTML, which loads nothing from anywhere.

Qt's browser asks for `file://`, `http://` and `//host/share`, which on Windows would hand out
credentials; an article's author is not trusted with that.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import Qt, QTextDocument
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

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing, whatever the text asks for."""
        return None

    def _fit(self) -> None:
        self.setFixedHeight(round(self.document().size().height()) + 4)
