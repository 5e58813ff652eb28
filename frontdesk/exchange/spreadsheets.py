"""Rows to an XLSX workbook: numbers as numbers, all that people typed as text, never a formula."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from frontdesk.base.errors import UserError

MAX_CELL_CHARS = 32_767  # of the file format, as is the number of rows
MAX_ROWS = 1_048_575


def write(file: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write rows to a workbook of one sheet, the first row with their names; return how many.

    Raises UserError for more rows than a sheet can hold and for a text that no cell can hold,
    OSError where the file cannot be written.
    """
    from xlsxwriter import Workbook

    with file.open("wb") as stream, Workbook(stream, {"constant_memory": True}) as book:
        return _fill(book.add_worksheet(), book.add_format({"bold": True}), rows)


def _fill(sheet: Any, bold: Any, rows: Iterable[dict[str, Any]]) -> int:  # noqa: ANN401 - a library without types
    sheet.freeze_panes(1, 0)
    count = 0
    for count, row in enumerate(rows, 1):
        if count > MAX_ROWS:
            raise UserError("export.rows", most=MAX_ROWS)
        if count == 1:
            for column, name in enumerate(row):
                sheet.write_string(0, column, name, bold)
        for column, (name, value) in enumerate(row.items()):
            if isinstance(value, int | float) and not isinstance(value, bool):
                sheet.write_number(count, column, value)
            else:
                sheet.write_string(count, column, _fitting(joined(value), count + 1, name))
    return count


def joined(value: object) -> str:
    """Return a value as one cell shows it: a list line by line, nothing as an empty cell."""
    if isinstance(value, list | tuple):
        value = "\n".join(
            item if isinstance(item, str) else json.dumps(item, ensure_ascii=False)
            for item in value
        )
    return "" if value is None else str(value)


def _fitting(text: str, row: int, column: str) -> str:
    if len(text) > MAX_CELL_CHARS:
        raise UserError("export.cell", row=row, column=column, most=MAX_CELL_CHARS)
    return text
