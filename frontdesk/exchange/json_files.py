"""A JSON file that is one value: a list of objects, or an object that holds such lists by name.

Other programs save lists so, over many lines. Of several lists the one whose names are known best
is read, as of the sheets of a workbook. What is no such value is left to JSON Lines.
"""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from frontdesk.exchange.headers import Columns, Layout

MAX_BYTES = 20_000_000

Row = dict[str, Any]


def rows(stream: BinaryIO, columns: Columns | None, sheet: str, layout: Layout) -> list[Row] | None:
    """Return the objects of a list, or the one object, None where the stream is no such value;
    `sheet` names a list.

    The stream is put back to its beginning.
    """
    data = stream.read(MAX_BYTES + 1)
    stream.seek(0)
    if len(data) > MAX_BYTES:
        return None
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    named = _lists({"": value} if isinstance(value, list) else value)
    if isinstance(value, dict) and (not named or _is_row(value, named, columns)):
        return [value]
    if not named:
        return None
    layout.sheets = tuple(filter(None, named))
    layout.sheet = sheet if sheet in named else max(named, key=lambda n: _known(named[n], columns))
    return named[layout.sheet]


def _lists(value: object) -> dict[str, list[Row]]:
    """Return the lists of objects that an object holds."""
    if not isinstance(value, dict):
        return {}
    return {
        str(name): found
        for name, found in value.items()
        if isinstance(found, list) and found and all(isinstance(each, dict) for each in found)
    }


def _is_row(value: Row, named: dict[str, list[Row]], columns: Columns | None) -> bool:
    """Tell an object that is a row itself, with steps perhaps, from one that holds rows."""
    return columns is None or columns.known([name for name in value if name not in named]) > 0


def _known(found: list[Row], columns: Columns | None) -> int:
    return columns.known(list(found[0])) if columns else len(found)
