"""Workbooks of spreadsheet programs, XLSX, XLS and ODS, as rows of text under their header."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.exchange import apart, archives, headers
from frontdesk.exchange.confined import rows_of
from frontdesk.exchange.headers import Cells, Columns, Layout

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")
ENTRY = "--open-workbook"  # how the program is called to become the process that opens one
_ENOUGH = 2  # known names that make a row a header

Table = Iterator[tuple[int, dict[str, str]]]


def rows(file: Path, columns: Columns | None, sheet: str, layout: Layout) -> Table:
    """Yield (row number, cells by field) of the first sheet with a header that is known, or else
    of the first that is not empty; of `sheet` where one is named.

    Raises UserError for what is no workbook, is locked, has macros or would not stop growing.
    """
    if sheet:
        yield from _rows(file, sheet, columns, layout)
        return
    best = ("", -1)
    with _reading(file, "", layout) as said:
        for name, cells in _sheets(said):
            head = list(islice(cells, headers.HEAD_ROWS))
            index, names, count = headers.find([row for _, row in head], columns)
            if columns and count >= _ENOUGH:
                yield from _named((name, names), head[index:], cells, columns, layout)
                return
            if index >= 0 and count > best[1]:
                best = (name, count)
    if best[0]:
        yield from _rows(file, best[0], columns, layout)


def _rows(file: Path, sheet: str, columns: Columns | None, layout: Layout) -> Table:
    with _reading(file, sheet, layout) as said:
        for name, cells in _sheets(said):
            head = list(islice(cells, headers.HEAD_ROWS))
            index, names, _ = headers.find([row for _, row in head], columns)
            if index >= 0:
                yield from _named((name, names), head[index:], cells, columns, layout)


def _named(
    header: tuple[str, Cells], head: list[tuple[int, Cells]], rest: Iterator[tuple[int, Cells]],
    columns: Columns | None, layout: Layout,
) -> Table:  # fmt: skip
    """Yield the rows below a header, (sheet, names), which is the first of `head`."""
    (layout.sheet, names), layout.line = header, head[0][0]
    layout.take(names)
    fields = columns.fields_of(names) if columns else names
    for number, row in chain(head[1:], rest):
        if any(map(str.strip, row)):
            cells = dict(zip(fields, row, strict=False))
            cells.pop("", None)  # of all columns that are left out
            yield number, cells


def _sheets(said: Iterator[Any]) -> Iterator[tuple[str, Iterator[tuple[int, Cells]]]]:
    """Yield each sheet's name and its numbered rows, to be taken before the next sheet."""
    following = next(said, None)
    while isinstance(following, dict):
        rest: list[Any] = []
        cells = _numbered(said, following, rest)
        yield str(following["sheet"]), cells
        for _ in cells:
            pass
        following = rest[0] if rest else None


def _numbered(
    said: Iterator[Any], sheet: dict[str, Any], rest: list[Any]
) -> Iterator[tuple[int, Cells]]:
    number = sheet["first"]
    for chunk in said:
        if isinstance(chunk, dict):
            rest.append(chunk)
            return
        for row in rows_of(chunk, sheet["width"]):
            yield number, row
            number += 1


@contextmanager
def _reading(file: Path, sheet: str, layout: Layout) -> Iterator[Iterator[Any]]:
    def check() -> None:
        if archives.check(file, is_confined=True) not in (archives.ZIP, archives.COMPOUND):
            raise UserError("import.no_workbook", file=file.name)

    with apart.started(ENTRY, str(file.absolute()), sheet, first=check) as values:
        said = _said(values, file.name)
        layout.sheets = tuple(next(said, ()))
        yield said


def _said(values: Iterator[Any], name: str) -> Iterator[Any]:
    """Yield what the process says; one that breaks or hangs had a damaged file."""
    try:
        for value in values:
            if isinstance(value, dict) and "error" in value:
                raise UserError(value.pop("error"), file=name, **value)
            yield value
    except apart.Broken as error:
        raise UserError("import.damaged", file=name) from error
