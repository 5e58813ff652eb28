"""From rows to a file, JSON Lines or CSV; the file appears whole or not at all.

A CSV cell that a spreadsheet would take for a formula gets a quote mark before it, which reading
takes away again.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from frontdesk.base.errors import UserError
from frontdesk.exchange.reading import FORMULA


def write(file: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write rows by the file's ending; return how many."""
    writers = {".jsonl": _json_lines, ".ndjson": _json_lines, ".json": _json_lines, ".csv": _csv}
    writer = writers.get(file.suffix.lower())
    if writer is None:
        raise UserError("export.ending", file=file.name, endings=", ".join(writers))
    with _whole(file) as stream:
        return writer(stream, rows)


def _json_lines(stream: TextIO, rows: Iterable[dict[str, Any]]) -> int:
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - the count is what is returned
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    return count


def _csv(stream: TextIO, rows: Iterable[dict[str, Any]]) -> int:
    table, count = csv.writer(stream), 0
    for count, row in enumerate(rows, 1):
        if count == 1:
            table.writerow(row)
        table.writerow(_cell(name, value) for name, value in row.items())
    return count


def _cell(name: str, value: object) -> str:
    if isinstance(value, list):
        value = "\n".join(
            item if isinstance(item, str) else json.dumps(item, ensure_ascii=False)
            for item in value
        )
    text = "" if value is None else str(value)
    # A phone number begins with + by right, and nothing but digits follows.
    harmless = name == "phone" and text.lstrip("+").replace(" ", "").isdigit()
    return f"'{text}" if not harmless and FORMULA.match(text) else text


@contextmanager
def _whole(file: Path) -> Iterator[TextIO]:
    part = file.with_name(f"{file.name}.part")
    try:
        with part.open("w", encoding="utf-8-sig" if file.suffix == ".csv" else "utf-8",
                       newline="") as stream:  # fmt: skip
            yield stream
        part.replace(file)
    except OSError as error:
        raise UserError("backup.unwritable", file=file) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
