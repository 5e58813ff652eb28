"""How a Markdown text of the manual looks, on the screen and on paper: our own font throughout.

Keys stand in the semi-bold cut on a soft ground instead of some typewriter's face, which a bare
system may not have; tables get lines and the whole width.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QWidget

from frontdesk.ui.theme import FAMILY, Theme
from frontdesk.ui.widgets.reading import Reading

NARROWEST, WIDEST = 12, 60  # a column, in letters; where there are more, the widest is less
LEADING, IN_TABLE = 128, 118  # of a line, in percent of its letters
HEADINGS = {1: 1.75, 2: 1.3, 3: 1.1}  # ems, by level


@dataclass(frozen=True, slots=True)
class Dress:
    """The size of the text and the colours of lines, of the ground under keys, and of links."""

    px: int
    line: QColor
    ground: QColor
    link: QColor


class ManualText(Reading):
    """A section on the screen, in the colours of the theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._shown = theme, ""
        theme.changed.connect(lambda: self.show_markdown(self._shown))

    def show_markdown(self, text: str) -> None:
        """Show a section's text."""
        self._shown = text
        super().show_markdown(text)
        colours = (self._theme.colour(name) for name in ("border", "sunken", "accent"))
        dress(self.document(), Dress(self._theme.font("body").pixelSize(), *colours))


def dress(document: QTextDocument, look: Dress) -> None:
    """Give a document that was set from Markdown its look."""
    for block in blocks(document):
        _dress_block(block, look)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, look)


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the blocks of a document from above."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dress_block(block: QTextBlock, look: Dress) -> None:
    kept = block.blockFormat()
    cursor = QTextCursor(block)
    for start, length, shown in _shown(block, look):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(shown)
    shape = QTextBlockFormat()
    level, leading = kept.headingLevel(), LEADING
    if level:
        shape.setTopMargin(look.px * (1.4 if level > 1 else 0))
        shape.setBottomMargin(look.px * 0.35)
    elif _is_code(block):
        shape.setLeftMargin(look.px * 0.8)
        shape.setNonBreakableLines(False)
        last = not _is_code(block.next())
        shape.setTopMargin(0)
        shape.setBottomMargin(look.px * (0.6 if last else 0))
    elif block.textList() is not None:
        shape.setTopMargin(0)
        shape.setBottomMargin(look.px * 0.25)
    elif QTextCursor(block).currentTable() is None:
        shape.setTopMargin(look.px * 0.2)
        shape.setBottomMargin(look.px * 0.5)
    else:
        shape.setTopMargin(0)
        shape.setBottomMargin(0)
        leading = IN_TABLE
    shape.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setPosition(block.position())
    cursor.mergeBlockFormat(shape)


def _shown(block: QTextBlock, look: Dress) -> list[tuple[int, int, QTextCharFormat]]:
    """Return how each run of a block is to look: where it begins, its length, its format."""
    level, is_block_of_code = block.blockFormat().headingLevel(), _is_code(block)
    found = []
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        shape = QTextCharFormat(fragment.charFormat())
        if level:
            shape.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            shape.setFont(_font(look.px * HEADINGS.get(level, 1), bold=True))
        elif shape.fontFixedPitch():
            shape.setFont(_font(look.px * 0.96, bold=not is_block_of_code))
            shape.setFontFixedPitch(False)
            shape.setBackground(QBrush(look.ground))
        elif shape.fontWeight() > QFont.Weight.Normal:
            shape.setFontWeight(QFont.Weight.DemiBold)
        if shape.isAnchor():
            shape.setForeground(QBrush(look.link))
        found.append((fragment.position(), fragment.length(), shape))
        walk += 1
    return found


def _dress_table(table: QTextTable, look: Dress) -> None:
    shape = table.format()
    shape.setBorder(1)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QBrush(look.line))
    shape.setBorderCollapse(True)
    shape.setCellPadding(look.px * 0.3)
    shape.setCellSpacing(0)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setTopMargin(look.px * 0.3)
    shape.setBottomMargin(look.px * 0.6)
    shape.setHeaderRowCount(1)
    shape.setColumnWidthConstraints([
        QTextLength(QTextLength.Type.PercentageLength, share) for share in _shares(table)
    ])  # fmt: skip
    table.setFormat(shape)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        head = cell.format()
        head.setBackground(QBrush(look.ground))
        cell.setFormat(head)


def _shares(table: QTextTable) -> list[float]:
    """Return how much of the width each column gets: as its longest words want, within bounds."""
    longest = [
        max(
            len(table.cellAt(row, column).firstCursorPosition().block().text())
            for row in range(table.rows())
        )
        for column in range(table.columns())
    ]
    widest = WIDEST * 2 / len(longest)
    wanted = [min(max(count, NARROWEST), widest) for count in longest]
    return [100 * count / sum(wanted) for count in wanted]


def _is_code(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _font(pixels: float, *, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(round(pixels))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
