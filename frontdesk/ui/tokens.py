"""The look as data: three palettes, a type scale and a spacing scale.

Nothing in the window names a colour or a size of its own, so that contrast can be computed once for
all of it (`TEXT_PAIRS`, `SHAPE_PAIRS`).
"""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """The colours of one look, each named by what it is for."""

    name: str
    dark: bool
    window: str
    surface: str
    sunken: str
    hover: str
    border: str
    border_strong: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    mark: str
    on_mark: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    focus: str
    handle: str
    sunken_edge: str


LIGHT = Palette(
    name="light",
    dark=False,
    window="#f3f5f9",
    surface="#ffffff",
    sunken="#e9edf4",
    hover="#eef2f8",
    border="#d9dfe8",
    border_strong="#77839a",
    text="#141a26",
    muted="#556074",
    accent="#2156cf",
    on_accent="#ffffff",
    accent_soft="#e4ecfd",
    on_accent_soft="#17429f",
    mark="#ffe8a3",
    on_mark="#141a26",
    ok="#0e6437",
    ok_soft="#dff4e7",
    warn="#7d4a00",
    warn_soft="#fdeed2",
    danger="#a8201a",
    danger_soft="#fde7e5",
    focus="#2156cf",
    handle="#b6bfcd",
    sunken_edge="#e9edf4",
)

DARK = Palette(
    name="dark",
    dark=True,
    window="#11141a",
    surface="#1a1e26",
    sunken="#0d1015",
    hover="#232833",
    border="#2d3441",
    border_strong="#7d889b",
    text="#e9ecf2",
    muted="#a5afbf",
    accent="#82adff",
    on_accent="#0b1630",
    accent_soft="#21304f",
    on_accent_soft="#c3d6ff",
    mark="#5c4a12",
    on_mark="#fff0c2",
    ok="#7edba5",
    ok_soft="#15331f",
    warn="#f4c46b",
    warn_soft="#3a2b0f",
    danger="#ffa299",
    danger_soft="#43201d",
    focus="#82adff",
    handle="#454e5e",
    sunken_edge="#0d1015",
)

HIGH_CONTRAST = Palette(
    name="contrast",
    dark=True,
    window="#000000",
    surface="#000000",
    sunken="#000000",
    hover="#262626",
    border="#ffffff",
    border_strong="#ffffff",
    text="#ffffff",
    muted="#ffffff",
    accent="#ffe14d",
    on_accent="#000000",
    accent_soft="#3d3500",
    on_accent_soft="#ffffff",
    mark="#ffe14d",
    on_mark="#000000",
    ok="#7dffb0",
    ok_soft="#00260f",
    warn="#ffd27d",
    warn_soft="#2e1c00",
    danger="#ffb3ab",
    danger_soft="#330500",
    focus="#ffe14d",
    handle="#ffffff",
    sunken_edge="#ffffff",
)

PALETTES = {palette.name: palette for palette in (LIGHT, DARK, HIGH_CONTRAST)}

# Foreground and background that meet on some screen: text needs 4.5:1.
TEXT_PAIRS = (
    ("text", "window"),
    ("text", "surface"),
    ("text", "sunken"),
    ("text", "hover"),
    ("text", "accent_soft"),
    ("text", "warn_soft"),
    ("text", "ok_soft"),
    ("text", "danger_soft"),
    ("muted", "window"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("muted", "hover"),
    ("muted", "accent_soft"),
    ("accent", "window"),
    ("accent", "surface"),
    ("accent", "hover"),
    ("accent", "sunken"),
    ("on_accent", "accent"),
    ("on_accent_soft", "accent_soft"),
    ("on_mark", "mark"),
    ("ok", "surface"),
    ("ok", "ok_soft"),
    ("ok", "accent_soft"),
    ("warn", "surface"),
    ("warn", "warn_soft"),
    ("warn", "accent_soft"),
    ("danger", "surface"),
    ("danger", "window"),
    ("danger", "danger_soft"),
    ("danger", "accent_soft"),
)

# Shapes that must be seen to use the window (edge of an input, focus ring): 3:1.
SHAPE_PAIRS = (
    ("border_strong", "surface"),
    ("border_strong", "window"),
    ("focus", "surface"),
    ("focus", "window"),
    ("focus", "sunken"),
)

# Pixels at 100 % text; `Theme.px` scales them.
TYPE = {
    "small": 12,
    "body": 14,
    "strong": 15,
    "lead": 16,
    "input": 18,
    "say": 19,
    "title": 23,
    "figure": 40,
}
SPACE = {"xs": 4, "s": 8, "m": 12, "l": 16, "xl": 24, "xxl": 40}
RADIUS = 10
TARGET = 28
LEAST_TARGET = 24  # what WCAG 2.2 asks for, in any density


class Density(NamedTuple):
    """How close things stand: a share of distances and rows, and the paddings of fields."""

    name: str
    share: float
    target: int  # height of what is pressed or typed into, without its padding
    pad: int  # above and below the words in it


DENSITIES = {
    density.name: density
    for density in (Density("comfortable", 1.0, TARGET, 4), Density("compact", 0.7, 24, 2))
}
MIN_TEXT_SCALE, MAX_TEXT_SCALE = 1.0, 2.0


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two `#rrggbb` colours after WCAG 2.2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
