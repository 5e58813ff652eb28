"""The packs that come with the program, read when they are first asked for.

A file is named after its pack, and a country's packs begin with its two letters, so that an office
reads its own country's alone. A released file is never edited: a change is a new version, and the
older one stays beside it as `name@version.toml`, because cases were received under it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from frontdesk.base.errors import UserError
from frontdesk.base.paths import resources
from frontdesk.core.rules.packs import Pack
from frontdesk.core.rules.reading import NAME, read_file

GENERIC = "iso-10002"


def choose(country: str, region: str = "", *, name: str = "", on: date | None = None) -> Pack:
    """Return the pack for a country ("ES") and region ("AN", also "ES-AN"), or the named one.

    A region's pack goes before the country's, where several fit the first in order is taken, and
    a country without any has the generic pack. Raises UserError `rules.unknown_pack` for a name.
    """
    if name:
        return in_force(versions(name), on)
    country = country.strip().upper()
    region = region.strip().removeprefix(f"{country}-")
    fitting = [pack for pack in _of_country(country) if pack.region in {region, ""}]
    first = min(fitting, key=lambda pack: (not pack.region, pack.order), default=None)
    return in_force(versions(first.name if first else GENERIC), on)


def versions(name: str) -> tuple[Pack, ...]:
    """Return all versions of a pack, the oldest first."""
    files = (f"{name}.toml", f"{name}@*.toml") if NAME.fullmatch(name) else ()
    found = [pack for file in files for pack in _matching(file)]
    if not found:
        raise UserError("rules.unknown_pack", field="rules", name=name)
    return tuple(sorted(found, key=lambda pack: pack.version))


def every() -> tuple[Pack, ...]:
    """Return the newest version of every pack, in the order of the table."""
    newest: dict[str, Pack] = {}
    for pack in sorted(_matching("*.toml"), key=lambda pack: pack.version):
        newest[pack.name] = pack
    return tuple(sorted(newest.values(), key=lambda pack: pack.order))


def in_force(packs: tuple[Pack, ...], on: date | None) -> Pack:
    """Return the newest version in force on a day (without one: the newest), else the oldest."""
    holding = [
        pack
        for pack in packs
        if on is None or pack.in_force_from is None or pack.in_force_from <= on
    ]
    return (holding or packs[:1])[-1]


@lru_cache(maxsize=32)
def _of_country(country: str) -> tuple[Pack, ...]:
    prefix = country.lower()
    if not prefix.isalpha():
        return ()
    return (*_matching(f"{prefix}.toml"), *_matching(f"{prefix}-*.toml"))


def _matching(pattern: str) -> list[Pack]:
    return [_read(file) for file in sorted((resources() / "rules").glob(pattern))]


@lru_cache(maxsize=64)
def _read(file: Path) -> Pack:
    return read_file(file)
