"""From rows to a file, JSON Lines, CSV, XLSX or ODS; the file appears whole or not at all.

A CSV cell that a spreadsheet would take for a formula gets a quote mark before it, which reading
takes away again.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.exchange import open_documents, spreadsheets
from frontdesk.exchange.reading import FORMULA


def write(file: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write rows by the file's ending; return how many."""
    writers = {
        ".jsonl": _json_lines, ".ndjson": _json_lines, ".json": _json_lines, ".csv": _csv,
        ".xlsx": spreadsheets.write, ".ods": open_documents.write,
    }  # fmt: skip
    writer = writers.get(file.suffix.lower())
    if writer is None:
        raise UserError("export.ending", file=file.name, endings=", ".join(writers))
    with whole(file) as part:
        return writer(part, rows)


def _json_lines(part: Path, rows: Iterable[dict[str, Any]]) -> int:
    count = 0
    with part.open("w", encoding="utf-8", newline="") as stream:
        for count, row in enumerate(rows, 1):  # noqa: B007 - the count is what is returned
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    return count


def _csv(part: Path, rows: Iterable[dict[str, Any]]) -> int:
    count = 0
    with part.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.writer(stream)
        for count, row in enumerate(rows, 1):
            if count == 1:
                table.writerow(row)
            table.writerow(_cell(name, value) for name, value in row.items())
    return count


def _cell(name: str, value: object) -> str:
    text = spreadsheets.joined(value)
    # A phone number begins with + by right, and nothing but digits follows.
    harmless = name == "phone" and text.lstrip("+").replace(" ", "").isdigit()
    return f"'{text}" if not harmless and FORMULA.match(text) else text


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """Give a file to write to beside `file`, and put it in its place once all of it is written."""
    part = file.with_name(f"{file.name}.part")
    try:
        yield part
        part.replace(file)
    except OSError as error:
        raise UserError("backup.unwritable", file=file) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
