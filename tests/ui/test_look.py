"""The look: every pair of colours can be read, text grows, and the window follows at once."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QLineEdit, QTableView

from frontdesk import app
from frontdesk.base.paths import resources
from frontdesk.store.store import Store
from frontdesk.ui import commands, tokens
from frontdesk.ui.tokens import PALETTES, SHAPE_PAIRS, TEXT_PAIRS, Palette, contrast
from frontdesk.ui.window import MainWindow
from tests.helpers.desks import NOW
from tests.helpers.inline_jobs import InlineJobs

MIN_TARGET = 24


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_can_be_read(palette: Palette, pair: tuple[str, str]) -> None:
    """Text has at least 4.5:1 on every ground that it stands on."""
    assert contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
@pytest.mark.parametrize("pair", SHAPE_PAIRS, ids="-on-".join)
def test_edges_and_rings_can_be_seen(palette: Palette, pair: tuple[str, str]) -> None:
    """The edge of an input and the ring of the focus have at least 3:1."""
    assert contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) >= 3


RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
GROUNDS = ("window", "surface", "sunken")


def dressed() -> list[tuple[str, dict[str, str]]]:
    """The rules of the style sheet: what they are for, and the colours that they name."""
    sheet = re.sub(
        r"/\*.*?\*/", "", (resources() / "style.qss").read_text("utf-8"), flags=re.DOTALL
    )
    sheet = sheet.replace("${", "$").replace("_px}", "_px")
    rules = []
    for who, what in RULE.findall(sheet):
        named = (one.partition(":") for one in what.split(";") if "$" in one)
        colours = {key.strip(): value.strip().split("$")[-1] for key, _, value in named}
        rules.append((who.strip(), colours))
    return rules


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
def test_every_rule_of_the_sheet_can_be_read(palette: Palette) -> None:
    """Words on the ground that the same rule gives them, else on all grounds that there are."""
    faint = [
        (who, words["color"], ground)
        for who, words in dressed()
        if words.get("color") in Palette._fields
        for ground in ([words["background"]] if "background" in words else GROUNDS)
        if ground in Palette._fields
        and contrast(getattr(palette, words["color"]), getattr(palette, ground)) < 4.5
        and not (words["color"].startswith("on_") and "background" not in words)
    ]
    assert faint == []
    assert sum("color" in words for _, words in dressed()) > 20  # the sheet was understood


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
def test_signs_that_cannot_be_dyed_can_be_seen(palette: Palette) -> None:
    """Tick, dot and arrows are drawn in one colour for all palettes: 3:1 on every surface."""
    sheet = (resources() / "style.qss").read_text("utf-8")
    for name in set(re.findall(r"icons/([\w-]+)\.svg", sheet)):
        drawn = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
        for colour in re.findall(r'"(#[0-9a-f]{6})"', drawn):
            assert contrast(colour, palette.surface) >= 3, (name, palette.name)


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21:1, a colour on itself 1:1, and the published grey is at its limit."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_every_icon_that_is_named_is_there() -> None:
    """A command's icon lies in the resources, with the licence beside it."""
    icons = resources() / "icons"
    named = {command.icon for command in commands.TABLE if command.icon}
    assert {name for name in named if not (icons / f"{name}.svg").is_file()} == set()
    assert (icons / "LICENSE-Lucide.txt").is_file()


@pytest.mark.parametrize("name", PALETTES)
def test_the_window_changes_its_colours_at_once(window: MainWindow, name: str) -> None:
    """A command dresses the open window, and the choice is kept for the next start."""
    window.commands.run(f"look.{name}")
    ground = QApplication.palette().window().color().name()
    assert ground == PALETTES[name].window
    assert window.place.settings.value("look/palette") == name


def test_text_grows_to_twice_its_size(window: MainWindow) -> None:
    """Larger and larger ends at 200 %, smaller and smaller at 100 %."""
    for _ in range(9):
        window.commands.run("look.bigger")
    assert window.place.theme.scale == tokens.MAX_TEXT_SCALE
    assert window.box.font().pixelSize() == 2 * tokens.TYPE["input"]
    for _ in range(9):
        window.commands.run("look.smaller")
    assert window.place.theme.scale == tokens.MIN_TEXT_SCALE


def test_compact_shows_more_and_is_kept(window: MainWindow, store: Store) -> None:
    """A command moves rows and parts together at once; comfortable undoes it to the pixel."""
    window.commands.run("screen.cases")
    table = window.stack.currentWidget().findChild(QTableView)
    before = table.verticalHeader().defaultSectionSize(), _distances(window)
    window.commands.run("look.compact")
    closer = table.verticalHeader().defaultSectionSize(), _distances(window)
    assert closer[0] < before[0]
    assert sum(closer[1]) < sum(before[1])
    assert window.place.settings.value("look/density") == "compact"
    again = app.build_window(store, InlineJobs(store, lambda: NOW))
    assert again.place.theme.density.name == "compact"
    again.deleteLater()
    window.commands.run("look.comfortable")
    assert (table.verticalHeader().defaultSectionSize(), _distances(window)) == before


def _distances(window: MainWindow) -> list[int]:
    return [layout.spacing() for layout in window.findChildren(QLayout)]


@pytest.mark.parametrize("density", ["comfortable", "compact"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_targets_are_large_enough(window: MainWindow, scale: float, density: str) -> None:
    """Whatever can be pressed or typed into is at least 24 pixels in both directions."""
    window.place.theme.apply("light", scale, density)
    QApplication.processEvents()
    pressed = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    small = [
        (widget.accessibleName() or type(widget).__name__, widget.width(), widget.height())
        for widget in pressed
        if widget.isVisible() and min(widget.width(), widget.height()) < MIN_TARGET
    ]
    window.place.theme.apply("light", 1.0, "comfortable")
    assert small == []


def test_nothing_is_wider_than_a_small_screen_at_twice_the_text(window: MainWindow) -> None:
    """At 200 % the window still fits 1280 by 720."""
    window.place.theme.apply("light", 2.0)
    window.resize(1280, 720)
    QApplication.processEvents()
    size = window.minimumSizeHint()
    window.place.theme.apply("light", 1.0)
    assert size.width() <= 1280
    assert size.height() <= 720
