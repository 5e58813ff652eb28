"""How a paper is laid out: for a receipt roll, as long as its text, or for a sheet, page by page.

All of it is in pixels of 1/96 inch with the bundled font, and in black alone: a thermal printer
knows no grey, and the window's palette, white on black at night, has no say on paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextDocument,
)

from frontdesk.exchange.paper import EMPTY, QR, TICKED, Paper
from frontdesk.ui.theme import FAMILY

PDF_DPI = 1200
LAYOUT_DPI = 96
LARGE = 1.4
NUMBER_EMS = 4.2
CODE_EMS = 9
QUIET_MODULES = 4  # the white edge that a reader of QR codes needs
DOTS = 8  # of a picture for each of its modules or strokes
MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of paper in millimetres; without a height it is a roll, cut where the text ends."""

    width_mm: float
    height_mm: float | None
    margin_mm: float
    text_px: int

    @property
    def is_roll(self) -> bool:
        """Whether the paper is as long as what stands on it."""
        return self.height_mm is None


SHEETS = {
    "roll72": Sheet(72, None, 3, 13),
    "roll80": Sheet(80, None, 4, 14),
    "a5": Sheet(148, 210, 12, 13),
    "a4": Sheet(210, 297, 20, 15),
}
DEFAULT_SHEET = "roll80"
FORM = Sheet(210, 297, 16, 13)  # A4 with smaller words: a form with its signatures is one page


@dataclass(frozen=True, slots=True)
class Setup:
    """On which paper, how large, and on which printer ('' is the system's default)."""

    sheet: str = DEFAULT_SHEET
    large: bool = False
    printer: str = ""


def pdf(paper: Paper, setup: Setup) -> bytes:
    """Return a paper as the bytes of a PDF file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_DPI)
    writer.setTitle(paper.title)
    writer.setCreator("Frontdesk")
    if not draw(paper, setup, writer):
        raise OSError(paper.name)
    buffer.close()
    return bytes(content.data())


def sheet_of(paper: Paper, setup: Setup) -> Sheet:
    """Return on what a paper is set: forms and letters go on a sheet, whatever slips are put on."""
    chosen = SHEETS[setup.sheet]
    return FORM if paper.wide and (chosen.is_roll or setup.sheet == "a4") else chosen


def lay_out(paper: Paper, setup: Setup) -> QTextDocument:
    """Return the document of a paper, broken into lines and, on sheets, into pages."""
    sheet = sheet_of(paper, setup)
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(_font(sheet.text_px * (LARGE if setup.large else 1)))
    for name, picture in (
        (QR, _qr(paper.qr) if paper.qr else None),
        (TICKED, _box(ticked=True)),
        (EMPTY, _box(ticked=False)),
    ):
        if picture:
            document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)
    text_px = document.defaultFont().pixelSize()
    width = _px(sheet.width_mm - 2 * sheet.margin_mm)
    room = width if sheet.is_roll else width - text_px * CODE_EMS
    document.setDefaultStyleSheet(_style(text_px, _fitting(paper.title, text_px, room)))
    document.setHtml(_html(paper, sheet, text_px))
    if sheet.height_mm is None:
        document.setTextWidth(width)
    else:
        document.setPageSize(QSizeF(width, _px(sheet.height_mm - 2 * sheet.margin_mm)))
    return document


def draw(paper: Paper, setup: Setup, device: QPagedPaintDevice) -> bool:
    """Draw all pages of a paper; False where the device cannot be begun."""
    document = lay_out(paper, setup)
    sheet = sheet_of(paper, setup)
    device.setPageLayout(_page_layout(document, sheet))
    painter = QPainter()
    if not painter.begin(device):
        return False
    margin = _px(sheet.margin_mm)
    size = document.size() if sheet.is_roll else document.pageSize()
    try:
        painter.scale(device.logicalDpiX() / LAYOUT_DPI, device.logicalDpiY() / LAYOUT_DPI)
        painter.translate(margin, margin)
        for page in range(1 if sheet.is_roll else document.pageCount()):
            if page:
                device.newPage()
            draw_page(document, painter, QRectF(QPointF(0, page * size.height()), size))
    finally:
        painter.end()
    return True


def draw_page(document: QTextDocument, painter: QPainter, part: QRectF) -> None:
    """Draw the part of a document that is one page, its top where the painter stands."""
    context = QAbstractTextDocumentLayout.PaintContext()
    ink = QPalette()  # drawContents would take the window's palette: white on white in the dark
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Dark, QPalette.ColorRole.WindowText):
        ink.setColor(role, Qt.GlobalColor.black)
    context.palette = ink
    context.clip = part
    painter.save()
    painter.translate(0, -part.top())
    painter.setClipRect(part)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _page_layout(document: QTextDocument, sheet: Sheet) -> QPageLayout:
    height = sheet.height_mm
    if height is None:
        height = document.size().height() * MM_PER_INCH / LAYOUT_DPI + 2 * sheet.margin_mm + 1
    size = QPageSize(
        QSizeF(sheet.width_mm, height), QPageSize.Unit.Millimeter, "",
        QPageSize.SizeMatchPolicy.FuzzyMatch if sheet.height_mm else
        QPageSize.SizeMatchPolicy.ExactMatch,
    )  # fmt: skip
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _html(paper: Paper, sheet: Sheet, text_px: int) -> str:
    """Set head and code beside each other on a sheet, below each other on a roll."""
    side = round(_px(sheet.width_mm) * 0.5) if sheet.is_roll else round(text_px * CODE_EMS)
    code = f'<img src="{QR}" width="{side}" height="{side}">' if paper.qr else ""
    box = f'width="{text_px}" height="{text_px}"'
    body = paper.body.replace("<img ", f"<img {box} ")
    if sheet.is_roll:
        return f'{paper.head}{body}<hr><p align="center">{code}</p>{paper.foot}'
    top = (
        '<table width="100%" cellspacing="0" cellpadding="0">'
        f'<tr><td>{paper.head}</td><td align="right">{code}</td></tr></table>'
    )
    return f"{top}{body}<hr>{paper.foot}" if paper.foot else top + body


def _style(text_px: int, number_ems: float) -> str:
    sizes = {
        "site": (1.0, 600, 0, 0), "small": (0.86, 400, 0, 0), "label": (0.86, 400, 0.7, 0),
        "number": (number_ems, 600, 0, 0), "folio": (1.75, 600, 0, 0.2),
        "title": (1.25, 600, 0.2, 0.3), "kicker": (1.25, 600, 0.9, 0),
        "heading": (0.86, 600, 0.2, 0), "name": (0.86, 400, 0, 0),
        "strong": (1.0, 600, 0, 0), "text": (1.0, 400, 0, 0.15), "said": (1.0, 400, 0.5, 0.2),
        "cell": (0.78, 400, 0, 0), "blank": (1.0, 400, 0.2, 0.5),
        "when": (1.0, 600, 0.1, 0), "fact": (1.0, 600, 0, 0.2), "foot": (0.86, 400, 0.3, 0),
    }  # fmt: skip
    gap = round(text_px * 0.5)
    rules = [
        f"p.{name} {{ font-size: {round(text_px * size)}px; font-weight: {weight}; "
        f"margin-top: {round(text_px * top)}px; margin-bottom: {round(text_px * bottom)}px; }}"
        for name, (size, weight, top, bottom) in sizes.items()
    ]
    rules += [
        f"td.sign {{ padding-top: {gap}px; padding-right: {gap}px; font-weight: 600; }}",
        f"td.signed {{ padding-top: {3 * text_px}px; padding-right: {2 * gap}px; }}",
        f"td.cell {{ padding-top: {gap // 2}px; padding-right: {gap}px; }}",
        f"td.line {{ padding-top: {gap}px; }}",
        f"td.fact {{ padding-top: {gap}px; padding-right: {2 * gap}px; }}",
    ]
    return "\n".join(rules)


def _fitting(number: str, text_px: int, room: float) -> float:
    """Return the size, in ems, at which a number stands in one line."""
    bold = _font(100)
    bold.setWeight(QFont.Weight.DemiBold)
    ems = QFontMetricsF(bold).horizontalAdvance(number) / 100
    return min(NUMBER_EMS, room * 0.98 / (ems * text_px)) if ems else NUMBER_EMS


def _font(pixels: float) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(round(pixels))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _px(millimetres: float) -> float:
    return millimetres * LAYOUT_DPI / MM_PER_INCH


# ---------------------------------------------------------------------------- pictures


def _qr(payload: str) -> QImage:
    """Paint a QR code (never a Micro QR, which many phones cannot read) with its white edge."""
    import segno

    matrix = segno.make_qr(payload, error="m").matrix
    side = (len(matrix) + 2 * QUIET_MODULES) * DOTS
    picture = _white(side)
    painter = QPainter(picture)
    for y, row in enumerate(matrix, QUIET_MODULES):
        for x, dark in enumerate(row, QUIET_MODULES):
            if dark:
                painter.fillRect(x * DOTS, y * DOTS, DOTS, DOTS, Qt.GlobalColor.black)
    painter.end()
    return _one_bit(picture)


def _box(*, ticked: bool) -> QImage:
    """Paint a box to tick: fonts often have none."""
    side = 16 * DOTS
    picture = _white(side)
    painter = QPainter(picture)
    painter.setPen(QPen(Qt.GlobalColor.black, 1.4 * DOTS))
    painter.drawRect(QRectF(2 * DOTS, 2 * DOTS, 12 * DOTS, 12 * DOTS))
    if ticked:
        painter.setPen(QPen(Qt.GlobalColor.black, 2.2 * DOTS))
        points = [(4.5, 8), (7, 11), (11.5, 4.8)]
        painter.drawPolyline([QPointF(x * DOTS, y * DOTS) for x, y in points])
    painter.end()
    return _one_bit(picture)


def _white(side: int) -> QImage:
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    return picture


def _one_bit(picture: QImage) -> QImage:
    """Return one bit a dot: anything richer goes into a PDF as a JPEG, whose edges are blurred."""
    return picture.convertToFormat(
        QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither
    )
