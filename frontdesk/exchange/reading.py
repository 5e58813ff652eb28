"""From a file to numbered rows: JSON Lines and CSV, however Excel wrote it, with bounded memory."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from frontdesk.base.errors import UserError
from frontdesk.base.text import line

MAX_LINE_BYTES = 8_000_000
MAX_FILE_BYTES = 1_000_000_000
MAX_CSV_BYTES = 100_000_000
SAMPLE_CHARS = 20_000

# What a spreadsheet would take for a formula, also behind quote marks that were typed.
FORMULA = re.compile(r"'* *[=+\-@\t\r\n]")

Row = dict[str, Any]
Numbered = tuple[int, Row | UserError]  # the line in the file, and its row or why it is none


def rows(file: Path, *, ending: str = "") -> Iterator[Numbered]:
    """Yield the rows of a file by its ending, or as if it had another one.

    Raises UserError for a file that cannot be read.
    """
    readers = {".jsonl": json_lines, ".ndjson": json_lines, ".json": json_lines, ".csv": _csv}
    reader = readers.get(ending or file.suffix.lower())
    if reader is None:
        raise UserError("import.ending", file=file.name, endings=", ".join(readers))
    try:
        with file.open("rb") as stream:
            if file.stat().st_size > MAX_FILE_BYTES:
                raise UserError("import.file_large", file=file.name)
            yield from reader(stream)
    except OSError as error:
        raise UserError("import.unreadable", file=file) from error


def object_of(text: bytes) -> Row | UserError:
    """Return the JSON object of one line, or why it is none."""
    try:
        value = json.loads(text.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return UserError("import.encoding")
    except (ValueError, RecursionError):
        return UserError("import.json")
    return value if isinstance(value, dict) else UserError("import.json")


def json_lines(stream: BinaryIO) -> Iterator[Numbered]:
    """Yield the objects of a stream as they come; blank lines count but are no rows."""
    for number, text in enumerate(lines(stream, MAX_LINE_BYTES), 1):
        if len(text) > MAX_LINE_BYTES:
            yield number, UserError("import.line_long", most=MAX_LINE_BYTES // 1_000_000)
        elif text.strip():
            yield number, object_of(text)


def lines(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """Yield the lines of a stream as they come; of a longer one only `most` + 1 bytes."""
    while text := stream.readline(most + 1):
        yield text
        while text and not text.endswith(b"\n"):
            text = stream.readline(most)


def _csv(stream: BinaryIO) -> Iterator[Numbered]:
    data = stream.read(MAX_CSV_BYTES + 1)
    if len(data) > MAX_CSV_BYTES:
        raise UserError("import.file_large", file=Path(str(stream.name)).name)
    text = _decoded(data)
    csv.field_size_limit(MAX_LINE_BYTES)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        header = [line(cell) for cell in next(table, [])]
        for cells in table:
            if any(cell.strip() for cell in cells):
                yield table.line_num, _row(header, cells)
    except csv.Error as error:
        raise UserError("import.csv", line=table.line_num) from error


def _row(header: list[str], cells: list[str]) -> Row | UserError:
    if len(cells) > len(header):
        return UserError("import.cells", cells=len(cells), columns=len(header))
    return {name: _as_meant(cell) for name, cell in zip(header, cells, strict=False) if name}


def _as_meant(cell: str) -> str:
    """Return a cell without the quote mark that `writing` puts before a formula."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data, cp_isolation=["cp1252", "cp850", "mac_roman"]).best()
        return str(best) if best else data.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    first = text[:SAMPLE_CHARS].partition("\n")[0]
    return max(";,\t|", key=first.count)
