"""The process in which `workbooks` opens a workbook: it tells its sheets, chunk by chunk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from frontdesk.exchange.confined import limit, tell, tell_rows, wait

TYPE_CHECKING = False  # the module of that name costs as much as all others together
if TYPE_CHECKING:
    from typing import Any

_CHUNK_ROWS = 500
_MINUTE_S = 60


def main(words: Sequence[str]) -> int:
    """Print the names of the visible sheets, and their rows, or those of the one that is named;
    return the exit code.
    """
    limit()
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    file, wanted = words
    wait()
    try:
        book = CalamineWorkbook.from_path(file)
        if wanted and wanted not in book.sheet_names:
            tell({"error": "import.sheet", "sheets": ", ".join(book.sheet_names)})
            return 0
        visible = _visible(book)
        tell(visible)
        for name in [wanted] if wanted else visible:
            _print_sheet(book.get_sheet_by_name(name))
    except PasswordError:
        tell({"error": "import.password"})
    except (CalamineError, MemoryError, ValueError, OSError):
        tell({"error": "import.damaged"})
    return 0


def shown(value: object) -> str:
    """Return a cell as people see it: whole numbers without a point, days and times as ISO text."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else _plain(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second else "minutes")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), _MINUTE_S)
        return f"{minutes // 60}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")
    return str(value)  # of a date that is ISO text


def _plain(number: float) -> str:
    """Return the fifteen digits that a spreadsheet shows."""
    from decimal import Decimal

    return f"{Decimal(f'{number:.15g}'):f}"


def _visible(book: Any) -> list[str]:  # noqa: ANN401 - a library without types
    names = {sheet.name: str(sheet.visible) for sheet in book.sheets_metadata}
    return [name for name in book.sheet_names if names.get(name, "").endswith("Visible")]


def _print_sheet(sheet: Any) -> None:  # noqa: ANN401 - a library without types
    first_row, first_column = sheet.start or (0, 0)
    tell({"sheet": sheet.name, "first": first_row + 1, "width": sheet.width})
    chunk: list[list[str]] = []
    for row in _filled(sheet, first_row, first_column):
        chunk.append(row)
        if len(chunk) == _CHUNK_ROWS:
            tell_rows(chunk)
            chunk = []
    if chunk:
        tell_rows(chunk)


def _filled(sheet: Any, top: int, left: int) -> Iterator[list[str]]:  # noqa: ANN401 - a library without types
    """Yield the rows; a cell merged downwards stands in each of its rows, as people see it."""
    merged = {
        (start[0] - top, start[1] - left): end[0] - top
        for start, end in sheet.merged_cell_ranges or ()
        if end[0] > start[0]
    }
    going: dict[int, tuple[int, str]] = {}
    for number, values in enumerate(sheet.iter_rows()):
        row = [value if isinstance(value, str) else shown(value) for value in values]
        for column, (last, text) in list(going.items()):
            if number > last:
                del going[column]
            elif not row[column]:
                row[column] = text
        if merged:
            for column, text in enumerate(row):
                if text and (number, column) in merged:
                    going[column] = (merged[number, column], text)
        yield row
