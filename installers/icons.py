"""The program's icon in the shapes that systems ask for, drawn from its one SVG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "app.svg"
LARGEST = {".ico": 256, ".icns": 1024}


def make(file: Path, side: int = 0) -> Path:
    """Write the icon into a file, in the format of its ending; return the file."""
    side = side or LARGEST[file.suffix]
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(file)):
        raise SystemExit(f"{file} could not be written.")
    return file
