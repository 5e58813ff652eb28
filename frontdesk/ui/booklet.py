"""The manual as a PDF: headings, a contents with page numbers, and the number of each page.

One chapter alone, as the receptionist's two pages, has no contents and smaller words.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
)

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core import manual
from frontdesk.core.manual import Chapter
from frontdesk.ui.handbook import Dress, blocks, dress
from frontdesk.ui.sheets import LAYOUT_DPI, MM_PER_INCH, PDF_DPI, draw_page
from frontdesk.ui.theme import FAMILY

A4_MM = (210.0, 297.0)
MARGIN_MM, FOOT_MM = 17.0, 9.0
TEXT_PX, SMALL_PX = 12, 11
EDGE_PX = 4  # above and below the lines of a page: the ground of a key is higher than its line
LAST_LINES = 4  # in ems: a heading that stands so low goes on to the next page
CONTENTS = (88, 12)  # of the width
INK = (QColor("#b4b4b4"), QColor("#eeeeee"), QColor("#000000"))  # lines, ground, links
WORDS = {
    "es": ("Manual de Frontdesk", "Contenido", "página"),
    "en": ("Frontdesk manual", "Contents", "page"),
}
NO_PAGE = "00"


def write(file: Path, lang: str, name: str = "") -> int:
    """Write the manual, or the chapter of a name, to a PDF file; return how many pages it has.

    Raises UserError where there is no such chapter or the file cannot be written.
    """
    wanted = [one for one in manual.chapters(lang) if name in ("", one.name)]
    if not wanted:
        names = ", ".join(one.name for one in manual.chapters(lang))
        raise UserError("manual.chapter", given=line(name)[:40], names=names)
    content, pages = pdf(wanted, lang)
    try:
        file.write_bytes(content)
    except OSError as error:
        raise UserError("manual.unwritable", file=file) from error
    return pages


def pdf(chapters: Sequence[Chapter], lang: str) -> tuple[bytes, int]:
    """Return the bytes of the PDF of some chapters, and how many pages it has."""
    document = laid_out(chapters, lang)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_DPI)
    writer.setTitle(_words(lang)[0])
    writer.setCreator("Frontdesk")
    writer.setPageLayout(_layout())
    painter = QPainter(writer)
    try:
        painter.scale(writer.logicalDpiX() / LAYOUT_DPI, writer.logicalDpiY() / LAYOUT_DPI)
        for page in range(document.pageCount()):
            if page:
                writer.newPage()
            _draw(document, painter, page, lang)
    finally:
        painter.end()
    buffer.close()
    return bytes(content.data()), document.pageCount()


def laid_out(chapters: Sequence[Chapter], lang: str) -> QTextDocument:
    """Return the document; what stands in its contents is known once it was laid out."""
    if len(chapters) == 1:
        return _document(_text(chapters))
    pages: dict[str, int] = {}
    for _ in range(2):
        document = _document(_front(chapters, lang, pages) + _text(chapters), has_contents=True)
        pages = pages_of(document)
    return document


def _front(chapters: Sequence[Chapter], lang: str, pages: dict[str, int]) -> str:
    title, contents, page = _words(lang)
    rows = [f"# {title}", "", f"| {contents} | {page} |", "|---|---|"]
    for chapter in chapters:
        rows.append(f"| **{chapter.title}** | {pages.get(chapter.title, NO_PAGE)} |")
        rows += [
            f"| {section.title} | {pages.get(f'{chapter.title}/{section.title}', NO_PAGE)} |"
            for section in chapter.sections
        ]
    return "\n".join(rows) + "\n\n"


def _text(chapters: Sequence[Chapter]) -> str:
    parts = []
    for chapter in chapters:
        parts += [f"# {chapter.title}", chapter.text]
        parts += [f"## {section.title}\n\n{section.text}" for section in chapter.sections]
    return "\n\n".join(filter(None, parts)) + "\n"


def _document(markdown: str, *, has_contents: bool = False) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    font = QFont(FAMILY)
    font.setPixelSize(TEXT_PX)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document.setDefaultFont(font)
    document.setMarkdown(
        markdown,
        QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        | QTextDocument.MarkdownFeature.MarkdownNoHTML,
    )
    dress(document, Dress(TEXT_PX, *INK))
    if has_contents:
        _tighten(document)
    width, height = (_px(mm) - 2 * _px(MARGIN_MM) for mm in A4_MM)
    document.setPageSize(QSizeF(width, height - _px(FOOT_MM)))
    frame = document.rootFrame()
    margins = frame.frameFormat()
    margins.setTopMargin(EDGE_PX)
    margins.setBottomMargin(EDGE_PX)
    frame.setFrameFormat(margins)
    _break_pages(document)
    return document


def _tighten(document: QTextDocument) -> None:
    """Make the contents as low as their lines, and their numbers a narrow column."""
    table = document.rootFrame().childFrames()[0]
    if isinstance(table, QTextTable):
        shape = table.format()
        shape.setCellPadding(0)
        shape.setBorder(0)
        shape.setColumnWidthConstraints([
            QTextLength(QTextLength.Type.PercentageLength, share) for share in CONTENTS
        ])  # fmt: skip
        table.setFormat(shape)
        cursor = table.firstCursorPosition()
        cursor.setPosition(table.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
        low, small = QTextBlockFormat(), QTextCharFormat()
        low.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        small.setProperty(QTextFormat.Property.FontPixelSize, SMALL_PX)
        cursor.mergeBlockFormat(low)
        cursor.mergeCharFormat(small)


def _break_pages(document: QTextDocument) -> None:
    """Begin each chapter on a page of its own, and no section in the last lines of one."""
    headings = [block for block in blocks(document) if block.blockFormat().headingLevel()]
    for block in headings[1:]:
        document.pageCount()  # lays out what was broken before
        at = document.documentLayout().blockBoundingRect(block).bottom()
        height = document.pageSize().height()
        left = height - at % height
        if block.blockFormat().headingLevel() == 1 or left < LAST_LINES * TEXT_PX:
            shape = QTextBlockFormat()
            shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).mergeBlockFormat(shape)


def pages_of(document: QTextDocument) -> dict[str, int]:
    """Return the page of each heading: chapters by title, sections as `chapter/section`."""
    found: dict[str, int] = {}
    height, chapter = document.pageSize().height(), ""
    document.pageCount()  # lays it out
    for block in blocks(document):
        level = block.blockFormat().headingLevel()
        top = document.documentLayout().blockBoundingRect(block).top()
        if level == 1:
            chapter = block.text()
        if level in (1, 2):
            name = chapter if level == 1 else f"{chapter}/{block.text()}"
            found[name] = int(top // height) + 1
    return found


def _draw(document: QTextDocument, painter: QPainter, page: int, lang: str) -> None:
    size, margin = document.pageSize(), _px(MARGIN_MM)
    painter.save()
    painter.translate(margin, margin)
    draw_page(document, painter, QRectF(QPointF(0, page * size.height()), size))
    font = QFont(FAMILY)
    font.setPixelSize(SMALL_PX)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    foot = QRectF(0, size.height(), size.width(), _px(FOOT_MM))
    bottom = Qt.AlignmentFlag.AlignBottom
    painter.drawText(foot, bottom | Qt.AlignmentFlag.AlignLeft, _words(lang)[0])
    number = f"{page + 1} / {document.pageCount()}"
    painter.drawText(foot, bottom | Qt.AlignmentFlag.AlignRight, number)
    painter.restore()


def _layout() -> QPageLayout:
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _words(lang: str) -> tuple[str, str, str]:
    return WORDS.get(lang, WORDS["en"])


def _px(millimetres: float) -> float:
    return millimetres * LAYOUT_DPI / MM_PER_INCH
