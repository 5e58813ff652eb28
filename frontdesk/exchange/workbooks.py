"""Workbooks of spreadsheet programs, XLSX, XLS and ODS, as rows of text under their header."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.exchange import apart, archives, headers
from frontdesk.exchange.headers import Cells, Known

ENDINGS = (".xlsx", ".xls", ".ods")
ENTRY = "--open-workbook"  # how the program is called to become the process that opens one
_ENOUGH = 2  # known names that make a row a header

Table = Iterator[tuple[int, dict[str, str]]]


def rows(file: Path, known: Known | None = None, sheet: str = "") -> Table:
    """Yield (row number, cells by column name) of the first sheet with a header that is `known`,
    or else of the first that is not empty; of `sheet` where one is named.

    Raises UserError for what is no workbook, is locked, has macros or would not stop growing.
    """
    if archives.check(file) not in (archives.ZIP, archives.COMPOUND):
        raise UserError("import.no_workbook", file=file.name)
    if sheet:
        yield from _rows(file, sheet, known)
        return
    first = ""
    with _reading(file, "") as said:
        for name, cells in _sheets(said):
            head = list(islice(cells, headers.HEAD_ROWS))
            index, names, count = headers.find([row for _, row in head], known)
            first = first or (name if index >= 0 else "")
            if known and count >= min(_ENOUGH, sum(map(bool, names)) or 1):
                yield from _named(names, chain(head[index + 1 :], cells))
                return
    if first:
        yield from _rows(file, first, known)


def _rows(file: Path, sheet: str, known: Known | None) -> Table:
    with _reading(file, sheet) as said:
        for _, cells in _sheets(said):
            head = list(islice(cells, headers.HEAD_ROWS))
            index, names, _ = headers.find([row for _, row in head], known)
            yield from _named(names, chain(head[index + 1 :], cells))


def _named(names: Cells, cells: Iterator[tuple[int, Cells]]) -> Table:
    for number, row in cells:
        named = {name: cell for name, cell in zip(names, row, strict=False) if name}
        if any(map(str.strip, named.values())):
            yield number, named


def _sheets(said: Iterator[Any]) -> Iterator[tuple[str, Iterator[tuple[int, Cells]]]]:
    """Yield each sheet's name and its numbered rows, to be taken before the next sheet."""
    following = next(said, None)
    while isinstance(following, dict):
        name, first = str(following["sheet"]), int(following["first"])
        rest: list[Any] = []
        cells = _numbered(said, first, rest)
        yield name, cells
        for _ in cells:
            pass
        following = rest[0] if rest else None


def _numbered(said: Iterator[Any], number: int, rest: list[Any]) -> Iterator[tuple[int, Cells]]:
    for chunk in said:
        if isinstance(chunk, dict):
            rest.append(chunk)
            return
        for row in chunk:
            yield number, row
            number += 1


@contextmanager
def _reading(file: Path, sheet: str) -> Iterator[Iterator[Any]]:
    with apart.started(ENTRY, str(file.absolute()), sheet) as values:
        yield _said(values, file.name)


def _said(values: Iterator[Any], name: str) -> Iterator[Any]:
    """Yield what the process says; one that breaks or hangs had a damaged file."""
    try:
        for value in values:
            if isinstance(value, dict) and "error" in value:
                raise UserError(value.pop("error"), file=name, **value)
            yield value
    except apart.Broken as error:
        raise UserError("import.damaged", file=name) from error
