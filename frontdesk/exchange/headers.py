"""Where a table begins: below its title, in the row whose cells are names of columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from frontdesk.base.text import line

Cells = list[str]

HEAD_ROWS = 30  # title, logo, date and a legend take fewer


class Columns(Protocol):
    """What the columns of a file may mean to whoever reads it."""

    @property
    def lone(self) -> str:
        """The only field of a kind that is a list of lines, '' for any other kind."""

    def known(self, names: Sequence[str]) -> int:
        """Return how many of some names mean a field."""

    def fields_of(self, names: Sequence[str]) -> list[str]:
        """Return for each column the field that it becomes, '' where it is left out."""


@dataclass(slots=True)
class Layout:
    """What was found of a file: its sheets, the one that was read, where its header stands.

    `line` is 0 where columns are named row by row, as in JSON.
    """

    sheets: tuple[str, ...] = ()
    sheet: str = ""
    line: int = 0
    names: tuple[str, ...] = ()

    def take(self, names: Sequence[str]) -> None:
        """Add the names of columns that are new."""
        self.names = tuple(dict.fromkeys((*self.names, *filter(None, names))))


def find(head: Sequence[Cells], columns: Columns | None = None) -> tuple[int, Cells, int]:
    """Return (index of the header row, its names, how many of them are known) in the first rows.

    A name that stands one row higher is merged downwards and belongs to the header. Without a
    known name the header is the first row of two or more cells. (-1, [], 0) where all is blank.
    """
    filled = [sum(map(bool, map(str.strip, cells))) for cells in head]
    least = min(2, max(filled, default=0))  # a lone cell above a wider table is its title
    rows = [index for index, count in enumerate(filled) if count and count >= least]
    best = (rows[0], [line(cell) for cell in head[rows[0]]], 0) if rows else (-1, list[str](), 0)
    for index in rows if columns else ():
        names = _with_above(head, index)
        if columns and (count := columns.known(names)) > best[2]:
            best = (index, names, count)
        if best[2] == max(map(len, head)):  # all of the widest row: none can be better
            break
    return best[0], _told_apart(best[1]), best[2]


def _with_above(head: Sequence[Cells], index: int) -> Cells:
    cells = [line(cell) for cell in head[index]]
    above = [line(cell) for cell in head[index - 1]] if index else []
    if sum(map(bool, above)) < 2:  # noqa: PLR2004 - a title is one cell
        return cells
    wide = max(len(cells), len(above))
    cells, above = (row + [""] * (wide - len(row)) for row in (cells, above))
    return [name or higher for name, higher in zip(cells, above, strict=True)]


def _told_apart(names: Cells) -> Cells:
    """Return names of which each is there once: the second "Phone" is "Phone (2)"."""
    if len({*names}) == len(names):
        return names
    seen: Counter[str] = Counter()
    taken, told = {*names}, []
    for name in names:
        seen[name] += 1
        other = name
        while name and seen[name] > 1 and (other := f"{name} ({seen[name]})") in taken:
            seen[name] += 1
        told.append(other)
    return told
