"""From a file to numbered rows: JSON Lines, CSV as Excel wrote it, workbooks; in bounded memory."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

from frontdesk.base.errors import UserError
from frontdesk.exchange import archives, headers, texts, workbooks
from frontdesk.exchange.decoding import decoded
from frontdesk.exchange.headers import HEAD_ROWS, Known

MAX_LINE_BYTES = 8_000_000
MAX_FILE_BYTES = 1_000_000_000
MAX_CSV_BYTES = 100_000_000
SAMPLE_CHARS = 20_000
JSON_LINES = (".jsonl", ".ndjson", ".json")

# What a spreadsheet would take for a formula, also behind quote marks that were typed.
FORMULA = re.compile(r"'* *[=+\-@\t\r\n]")

Row = dict[str, Any]
Numbered = tuple[int, Row | UserError]  # the line in the file, and its row or why it is none


def rows(
    file: Path, *, ending: str = "", known: Known | None = None, sheet: str = ""
) -> Iterator[Numbered]:
    """Yield the rows of a file by its ending, or as if it had another one.

    A text is a row, a folder of texts a row each. `known` counts the column names that mean
    something, by which a table's header is found; `sheet` chooses one of a workbook. Raises
    UserError for a file that cannot be read.
    """
    ending = ending or file.suffix.lower()
    if file.is_dir() or ending in texts.ENDINGS:
        yield from texts.rows(file)
    elif ending in workbooks.ENDINGS:
        yield from workbooks.rows(file, known, sheet)
    elif ending in (*JSON_LINES, ".csv"):
        yield from _of_text(file, ending, known)
    else:
        endings = ", ".join((*JSON_LINES, ".csv", *workbooks.ENDINGS, *texts.ENDINGS))
        raise UserError("import.ending", file=file.name, endings=endings)


def _of_text(file: Path, ending: str, known: Known | None) -> Iterator[Numbered]:
    try:
        with file.open("rb") as stream:
            if file.stat().st_size > MAX_FILE_BYTES:
                raise UserError("import.file_large", file=file.name)
            if stream.peek(4)[:4] in (archives.ZIP, archives.COMPOUND):
                raise UserError("import.no_text", file=file.name)
            yield from json_lines(stream) if ending != ".csv" else _csv(stream, known)
    except OSError as error:
        raise UserError("import.unreadable", file=file) from error


def object_of(text: bytes) -> Row | UserError:
    """Return the JSON object of one line, or why it is none."""
    try:
        value = json.loads(text.decode().removeprefix("\ufeff"))
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


def _csv(stream: BinaryIO, known: Known | None) -> Iterator[Numbered]:
    data = stream.read(MAX_CSV_BYTES + 1)
    if len(data) > MAX_CSV_BYTES:
        raise UserError("import.file_large", file=Path(str(stream.name)).name)
    text = decoded(data)
    csv.field_size_limit(MAX_LINE_BYTES)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, known))
    cells = ((table.line_num, row) for row in table)
    try:
        head = list(islice(cells, HEAD_ROWS))
        index, header, _ = headers.find([row for _, row in head], known)
        for number, row in chain(head[index + 1 :], cells):
            if any(map(str.strip, row)):
                yield number, _row(header, row)
    except csv.Error as error:
        raise UserError("import.csv", line=table.line_num) from error


def _row(header: list[str], cells: list[str]) -> Row | UserError:
    if len(cells) > len(header):
        return UserError("import.cells", cells=len(cells), columns=len(header))
    return {name: _as_meant(cell) for name, cell in zip(header, cells, strict=False) if name}


def _as_meant(cell: str) -> str:
    """Return a cell without the quote mark that `writing` puts before a formula."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _delimiter(text: str, known: Known | None) -> str:
    """Return what parts the cells: what makes most names known, else what the first line has."""
    sample = text[:SAMPLE_CHARS]
    first = sample.lstrip().partition("\n")[0]
    return max(";,\t|", key=lambda mark: (_known_by(sample, mark, known), first.count(mark)))


def _known_by(sample: str, mark: str, known: Known | None) -> int:
    try:
        head = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=mark), HEAD_ROWS))
    except csv.Error:
        return 0
    return headers.find(head, known)[2]
