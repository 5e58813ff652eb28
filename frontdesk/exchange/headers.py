"""Where a table begins: below its title, in the row whose cells are names of columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from frontdesk.base.text import line

Cells = list[str]
Known = Callable[[Sequence[str]], int]  # how many of some names mean a field of ours

HEAD_ROWS = 30  # title, logo, date and a legend take fewer


def find(head: Sequence[Cells], known: Known | None = None) -> tuple[int, Cells, int]:
    """Return (index of the header row, its names, how many of them are known) in the first rows.

    A name that stands one row higher is merged downwards and belongs to the header. Without a
    known name the header is the first row of two or more cells. (-1, [], 0) where all is blank.
    """
    filled = [sum(map(bool, map(str.strip, cells))) for cells in head]
    least = min(2, max(filled, default=0))  # a lone cell above a wider table is its title
    rows = [index for index, count in enumerate(filled) if count and count >= least]
    best = (rows[0], [line(cell) for cell in head[rows[0]]], 0) if rows else (-1, list[str](), 0)
    for index in rows if known else ():
        names = _with_above(head, index)
        if known and (count := known(names)) > best[2]:
            best = (index, names, count)
    return best


def _with_above(head: Sequence[Cells], index: int) -> Cells:
    cells = [line(cell) for cell in head[index]]
    above = [line(cell) for cell in head[index - 1]] if index else []
    if sum(map(bool, above)) < 2:  # noqa: PLR2004 - a title is one cell
        return cells
    wide = max(len(cells), len(above))
    cells, above = (row + [""] * (wide - len(row)) for row in (cells, above))
    return [name or higher for name, higher in zip(cells, above, strict=True)]
