"""Lucide icons in the colours of the palette, drawn when first needed.

QtSvg draws `currentColor` black, so the colour is put into the text of the drawing.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from frontdesk.base.paths import resources
from frontdesk.ui.theme import Theme

CLEAR = QColor(0, 0, 0, 0)
GAP = 6  # Fusion sets an icon hard against its word; the gap is part of the picture


class Icons:
    """The icons of a theme; a change of the theme empties the store of drawn ones."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}
        theme.changed.connect(self._drawn.clear)

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return an icon of `size` logical pixels in a colour named as in the tokens."""
        key = (name, colour, size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, self.theme.colour(colour).name(), size, ratio)
        return self._drawn[key]

    def icon(self, name: str, colour: str = "text", size: int = 18) -> QIcon:
        """Return an icon for a button, sharp on screens of one and of two pixels a point."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            drawn = self.pixmap(name, colour, self.theme.px(size), ratio)
            wide = QPixmap(round(drawn.width() + GAP * ratio), drawn.height())
            wide.fill(CLEAR)
            wide.setDevicePixelRatio(ratio)
            painter = QPainter(wide)
            painter.drawPixmap(0, 0, drawn)
            painter.end()
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # Qt would tint the selected
                icon.addPixmap(wide, mode)
        return icon

    def size(self, pixels: int = 18) -> QSize:
        """Return the size of an icon at the text size in use."""
        return QSize(self.theme.px(pixels) + GAP, self.theme.px(pixels))

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        drawing = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(CLEAR)
        painter = QPainter(pixmap)
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
        renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
