"""Papers laid out: the roll ends where the text ends, ink is black, codes are whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import segno
from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import QImage, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication

from frontdesk.base.errors import UserError
from frontdesk.exchange.paper import QR, Paper
from frontdesk.store.store import Store
from frontdesk.ui import sheets
from frontdesk.ui.printing import keep_pdf, print_paper
from frontdesk.ui.sheets import SHEETS, Setup

POINTS_PER_MM = 72 / 25.4
MEDIA_BOX = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")

pytestmark = pytest.mark.usefixtures("qapp")


def paper(lines: int = 3) -> Paper:
    """A paper with some lines and a code."""
    body = "".join(f'<p class="text">Line {n}</p>' for n in range(lines))
    return Paper("slip-A-1", "en", "A-1", '<p class="number">A-1</p>', body, "", "frontdesk:slip:1")


def pages(content: bytes) -> list[tuple[float, float]]:
    """The pages of a PDF, width and height in millimetres."""
    return [
        (float(w) / POINTS_PER_MM, float(h) / POINTS_PER_MM) for w, h in MEDIA_BOX.findall(content)
    ]


@pytest.mark.parametrize("sheet", [name for name, sheet in SHEETS.items() if sheet.is_roll])
def test_a_roll_is_as_long_as_its_text(sheet: str) -> None:
    """One page of the roll's width; thirty more lines make it longer, never a second page."""
    short, long = (pages(sheets.pdf(paper(n), Setup(sheet))) for n in (3, 33))
    assert len(short) == len(long) == 1
    assert short[0][0] == pytest.approx(SHEETS[sheet].width_mm, abs=1)
    assert long[0][1] - short[0][1] > 100


@pytest.mark.parametrize("sheet", [name for name, sheet in SHEETS.items() if not sheet.is_roll])
def test_a_sheet_keeps_its_size_and_takes_a_second_page(sheet: str) -> None:
    """Text that does not fit goes to another sheet of the same size."""
    size = (SHEETS[sheet].width_mm, SHEETS[sheet].height_mm)
    assert pages(sheets.pdf(paper(3), Setup(sheet))) == [pytest.approx(size, abs=1)]
    assert len(pages(sheets.pdf(paper(120), Setup(sheet)))) > 1


def test_large_print_is_larger() -> None:
    """The same words take more paper, on the same width."""
    usual, large = (sheets.lay_out(paper(20), Setup(large=large)) for large in (False, True))
    assert large.size().height() > usual.size().height() * 1.2
    assert large.textWidth() == usual.textWidth()


def test_ink_is_black_whatever_the_windows_colours() -> None:
    """With a white-on-black palette on the application the paper still has black letters."""
    before = QApplication.palette()
    night = QPalette(before)
    night.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.white)
    QApplication.setPalette(night)
    try:
        document = sheets.lay_out(paper(), Setup())
        page = QImage(300, 200, QImage.Format.Format_Grayscale8)
        page.fill(Qt.GlobalColor.white)
        painter = QPainter(page)
        sheets.draw_page(document, painter, QRectF(0, 0, 300, 200))
        painter.end()
    finally:
        QApplication.setPalette(before)
    assert min(bytes(page.constBits())) < 40


def test_the_code_is_a_whole_qr_code() -> None:
    """Each module of the code is drawn, dark or light, inside a white edge of four modules."""
    document = sheets.lay_out(paper(), Setup())
    picture = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(QR))
    matrix = segno.make_qr("frontdesk:slip:1", error="m").matrix
    modules = len(matrix) + 8
    dots = picture.width() // modules
    assert picture.size() == QSizeF(modules * dots, modules * dots).toSize()
    drawn = [
        [
            picture.pixelColor(x * dots + dots // 2, y * dots + dots // 2).lightness() < 128
            for x in range(modules)
        ]
        for y in range(modules)
    ]
    assert [row[4:-4] for row in drawn[4:-4]] == [[bool(m) for m in row] for row in matrix]
    assert not any(any(row) for row in drawn[:4] + drawn[-4:])


def test_a_paper_is_kept_in_the_data_folder(tmp_path: Path) -> None:
    """Its file is a PDF named after the paper; nothing half-written stays beside it."""
    store = Store(tmp_path / "data", create=True)
    printed = keep_pdf(store, paper(), Setup())
    store.close()
    folder = tmp_path / "data" / "papers"
    assert printed.file == folder / "slip-A-1.pdf"
    assert printed.file.read_bytes().startswith(b"%PDF-")
    assert [file.name for file in folder.iterdir()] == ["slip-A-1.pdf"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be: one sentence, and nothing is left behind."""
    store = Store(tmp_path, create=True)
    (tmp_path / "papers").write_text("in the way")
    with pytest.raises(UserError) as caught:
        keep_pdf(store, paper(), Setup())
    store.close()
    assert caught.value.code == "printing.unwritable"


def test_a_printer_that_is_gone_is_told(tmp_path: Path) -> None:
    """The paper does not silently go to another printer."""
    store = Store(tmp_path, create=True)
    with pytest.raises(UserError) as caught:
        print_paper(store, paper(), Setup(printer="The one that was sold"))
    store.close()
    assert caught.value.code == "printing.gone"
