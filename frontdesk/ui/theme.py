"""One look for all of the window: a palette, a font and a small style sheet on Qt's Fusion.

Qt's own colour scheme is not used: it does nothing on plain X11, and Fusion's highlighted text
falls short of 4.5:1. Widgets that paint themselves ask `Theme` and repaint on `changed`.
"""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLayout

from frontdesk.base.paths import resources
from frontdesk.ui.tokens import (
    DARK,
    DENSITIES,
    LEAST_TARGET,
    LIGHT,
    MAX_TEXT_SCALE,
    MIN_TEXT_SCALE,
    PALETTES,
    RADIUS,
    SPACE,
    TYPE,
    Palette,
)

FAMILY = "Inter"
FOLLOW_SYSTEM = "system"
MADE_FROM = "madeFrom"
LARGE_TEXT = 1.5
WEIGHTS = {
    "strong": QFont.Weight.DemiBold,
    "title": QFont.Weight.DemiBold,
    "figure": QFont.Weight.DemiBold,
}


class Theme(QObject):
    """The look in use; `apply` puts it on the whole application and tells who paints by hand."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.palette: Palette = LIGHT
        self.chosen = FOLLOW_SYSTEM
        self.scale = 1.0
        self.density = DENSITIES["comfortable"]

    def choose(
        self, name: str = FOLLOW_SYSTEM, scale: float = 1.0, density: str = "comfortable"
    ) -> None:
        """Take a palette (light, dark, contrast, system), a text size and a density (comfortable,
        compact); `dress` follows.

        Font and colours are set here, before widgets are built: those with a style sheet would
        keep the family that they began with.
        """
        app = _application()
        self.chosen = name
        self.palette = PALETTES.get(name) or _system_palette()
        self.scale = min(max(scale, MIN_TEXT_SCALE), MAX_TEXT_SCALE)
        self.density = DENSITIES.get(density, DENSITIES["comfortable"])
        app.setPalette(_qt_palette(self.palette))
        app.setFont(self.font("body"))

    def dress(self) -> None:
        """Put the style sheet on, best when the widgets are built: it is worked out anew for each
        widget that changes its parent.
        """
        _application().setStyleSheet(self._sheet())

    def apply(self, name: str, scale: float, density: str = "") -> None:
        """Change the look while the window is open; the density stays unless one is named."""
        before = {self.space(distance): distance for distance in SPACE}
        self.choose(name, scale, density or self.density.name)
        self.dress()
        self._set_apart(before)
        self.changed.emit()

    @property
    def is_large(self) -> bool:
        """Whether words are so large that less has room beside them."""
        return self.scale >= LARGE_TEXT

    def px(self, pixels: float) -> int:
        """Return a length that grows with the text."""
        return round(pixels * self.scale)

    def space(self, name: str) -> int:
        """Return a distance of the spacing scale; it grows half as fast as the text does."""
        return round(SPACE[name] * (1 + (self.scale - 1) / 2) * self.density.share)

    def row(self, pixels: float) -> int:
        """Return the height of a row that is so high at 100 % text and at ease."""
        return self.px(max(pixels * self.density.share, LEAST_TARGET))

    def font(self, role: str, *, bold: bool = False) -> QFont:
        """Return the font of a role of the type scale."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(TYPE[role]))
        font.setWeight(QFont.Weight.DemiBold if bold else WEIGHTS.get(role, QFont.Weight.Normal))
        return font

    def colour(self, name: str) -> QColor:
        """Return a colour of the palette by the name it has in the tokens."""
        return QColor(getattr(self.palette, name))

    def _set_apart(self, before: dict[int, str]) -> None:
        """Give the layouts that were made from the spacing scale the distances it has by now.

        What they were made from is noted on each: a distance of their own is left alone for good.
        """
        for window in _application().topLevelWidgets():
            for layout in window.findChildren(QLayout):
                if layout.property(MADE_FROM) is None:
                    made_from = [before.get(pixels, "") for pixels in _distances(layout)]
                    layout.setProperty(MADE_FROM, made_from)
                names: list[str] = layout.property(MADE_FROM)
                between, *around = (
                    self.space(name) if name else pixels
                    for name, pixels in zip(names, _distances(layout), strict=True)
                )
                if names[0]:  # a grid with two distances tells none, and would lose both
                    layout.setSpacing(between)
                layout.setContentsMargins(*around)

    def _sheet(self) -> str:
        template = (resources() / "style.qss").read_text(encoding="utf-8")
        values = self.palette._asdict()
        values |= {f"{role}_px": f"{self.px(size)}px" for role, size in TYPE.items()}
        values |= {f"space_{name}": f"{self.space(name)}px" for name in SPACE}
        values["round_px"] = f"{self.px(TYPE['strong']) // 2 + 2}px"  # half of a round indicator
        values |= {"icons": (resources() / "icons").as_posix()}
        pad = self.density.pad
        values |= {"pad": f"{pad}px", "pad_ringed": f"{pad - 1}px"}  # the ring takes one more
        # Where words that rest are as bright as the others, the edge says what cannot be pressed.
        values |= {"resting_edge": "dashed" if self.palette.muted == self.palette.text else "solid"}
        values |= {"radius": f"{RADIUS}px", "target": f"{self.px(self.density.target)}px"}
        return Template(template).substitute(values)


def _distances(layout: QLayout) -> tuple[int, int, int, int, int]:
    """Return what stands between the parts of a layout, then around them from the left."""
    around = layout.contentsMargins()
    return layout.spacing(), around.left(), around.top(), around.right(), around.bottom()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a theme needs an application with widgets")
    return app


def load_fonts() -> None:
    """Load the bundled Inter, 4 ms for both weights, so that the window looks alike everywhere."""
    for weight in ("Regular", "SemiBold"):
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / f"Inter-{weight}.ttf"))


def _system_palette() -> Palette:
    window = QApplication.style().standardPalette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def _qt_palette(colours: Palette) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for names, colour in (
        ((role.Window,), colours.window),
        ((role.Base, role.Button, role.ToolTipBase, role.Light), colours.surface),
        ((role.AlternateBase, role.Midlight), colours.sunken),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.text),
        ((role.PlaceholderText, role.Dark), colours.muted),
        ((role.Mid, role.Shadow), colours.border_strong),
        ((role.Highlight, role.Link, role.LinkVisited, role.Accent), colours.accent),
        ((role.HighlightedText, role.BrightText), colours.on_accent),
    ):
        for name in names:
            palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return palette
