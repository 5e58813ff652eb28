"""Colours, size of the text, density and language: chosen by a command, kept for the next start."""

from __future__ import annotations

from functools import partial

from frontdesk.base.languages import LANGS
from frontdesk.ui.commands import Commands
from frontdesk.ui.workplace import Workplace

PALETTES = ("light", "dark", "contrast", "system")
DENSITIES = ("comfortable", "compact")
TEXT_STEPS = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


def bind(commands: Commands, place: Workplace) -> None:
    """Say what the commands of looks and language do."""
    for name in PALETTES:
        commands.bind(f"look.{name}", partial(_look, place, name))
    for name in DENSITIES:
        commands.bind(f"look.{name}", partial(_move_closer, place, name))
    commands.bind("look.bigger", partial(_resize_text, place, 1))
    commands.bind("look.smaller", partial(_resize_text, place, -1))
    for code in LANGS:
        commands.bind(f"language.{code}", partial(_speak, place, code))


def _look(place: Workplace, name: str) -> None:
    place.settings.setValue("look/palette", name)
    place.theme.apply(name, place.theme.scale)


def _move_closer(place: Workplace, density: str) -> None:
    place.settings.setValue("look/density", density)
    place.theme.apply(place.theme.chosen, place.theme.scale, density)


def _resize_text(place: Workplace, steps: int) -> None:
    theme = place.theme
    nearest = min(TEXT_STEPS, key=lambda step: abs(step - theme.scale))
    step = min(max(TEXT_STEPS.index(nearest) + steps, 0), len(TEXT_STEPS) - 1)
    place.settings.setValue("look/text", TEXT_STEPS[step])
    theme.apply(theme.chosen, TEXT_STEPS[step])


def _speak(place: Workplace, code: str) -> None:
    place.settings.setValue("language", code)
    place.language.use(code, place.here.country)
