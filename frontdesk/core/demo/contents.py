"""The demo office's content as it is written in resources/demo, with days counted from today."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from frontdesk.base.paths import resources

Table = dict[str, Any]

THURSDAY, SATURDAY = 3, 5
_DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip


def read(name: str) -> Table:
    """Return one file of the demo's content, named without its ending."""
    return tomllib.loads((resources() / "demo" / f"{name}.toml").read_text(encoding="utf-8"))


def articles() -> Iterator[Table]:
    """Yield the articles of all themes, theme by theme."""
    for file in sorted((resources() / "demo" / "articles").glob("*.toml")):
        yield from read(f"articles/{file.stem}")["article"]


def working_day(today: date, days: int) -> date:
    """Return the day so many days from today, moved to Monday from a weekend."""
    day = today + timedelta(days=days)
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= SATURDAY else day


def in_words(day: date) -> str:
    """Return a day as people say it: "jueves 26 de noviembre"."""
    return f"{_DAYS[day.weekday()]} {day.day} de {_MONTHS[day.month - 1]}"
