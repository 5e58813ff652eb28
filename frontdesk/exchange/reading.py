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
from frontdesk.exchange import archives, headers, json_files, texts, workbooks
from frontdesk.exchange.decoding import decoded
from frontdesk.exchange.headers import HEAD_ROWS, Columns, Layout

MAX_LINE_BYTES = 8_000_000
MAX_FILE_BYTES = 1_000_000_000
MAX_CSV_BYTES = 100_000_000
SAMPLE_CHARS = 20_000
NO_MARK = "\x1f"  # which nobody types
JSON_LINES = (".jsonl", ".ndjson", ".json")
TABLES = (".csv", ".tsv", ".tab", ".txt")

_SEP = re.compile(r"\s*\"?sep=(.)\"?[ \t]*(?:\r\n?|\n)", re.IGNORECASE)
_HALVES = re.compile(rb"\\u[dD][89a-fA-F]")
# What a spreadsheet would take for a formula, also behind quote marks that were typed.
FORMULA = re.compile(r"'* *[=+\-@\t\r\n]")

Row = dict[str, Any]
Numbered = tuple[int, Row | UserError]  # the line in the file, and its row or why it is none


def rows(
    file: Path, columns: Columns | None = None, *, ending: str = "", sheet: str = "",
    layout: Layout | None = None,
) -> Iterator[Numbered]:  # fmt: skip
    """Yield the rows of a file by its ending, or as if it had another one.

    A text is a row, a folder of texts a row each. `columns` say by which names a table's header is
    found and which field each becomes; without, rows keep their own names. `sheet` chooses one of
    a workbook; what was found of the file is told to `layout`. Raises UserError for a file that
    cannot be read.
    """
    ending = ending or file.suffix.lower()
    layout = layout or Layout()
    if file.is_dir() or ending in texts.ENDINGS:
        yield from _renamed(texts.rows(file), columns, layout)
    elif ending in workbooks.ENDINGS:
        yield from workbooks.rows(file, columns, sheet, layout)
    elif ending in (*JSON_LINES, *TABLES):
        yield from _of_text(file, ending, columns, sheet, layout)
    else:
        endings = ", ".join((*JSON_LINES, *TABLES, *workbooks.ENDINGS, *texts.ENDINGS))
        raise UserError("import.ending", file=file.name, endings=endings)


def _of_text(
    file: Path, ending: str, columns: Columns | None, sheet: str, layout: Layout
) -> Iterator[Numbered]:
    try:
        with file.open("rb") as stream:
            if file.stat().st_size > MAX_FILE_BYTES:
                raise UserError("import.file_large", file=file.name)
            if stream.peek(4)[:4] in (archives.ZIP, archives.COMPOUND):
                raise UserError("import.no_text", file=file.name)
            if ending in TABLES:
                yield from _csv(stream, columns, layout)
            else:
                yield from _renamed(
                    _objects(stream, ending, columns, sheet, layout), columns, layout
                )
    except OSError as error:
        raise UserError("import.unreadable", file=file) from error


def _objects(
    stream: BinaryIO, ending: str, columns: Columns | None, sheet: str, layout: Layout
) -> Iterator[Numbered]:
    """Yield the objects of JSON Lines, or of a file that is one list."""
    whole = json_files.rows(stream, columns, sheet, layout) if ending == ".json" else None
    return json_lines(stream) if whole is None else iter(enumerate(whole, 1))


def _renamed(
    found: Iterator[Numbered], columns: Columns | None, layout: Layout
) -> Iterator[Numbered]:
    """Yield rows that name their own columns by the fields that these become."""
    fields: dict[tuple[str, ...], list[str]] = {}
    for number, row in found:
        if isinstance(row, UserError):
            yield number, row
            continue
        names = tuple(row)
        if names not in fields:
            layout.take(names)
            fields[names] = columns.fields_of(names) if columns else list(names)
        yield number, {f: cell for f, cell in zip(fields[names], row.values(), strict=True) if f}


def object_of(text: bytes) -> Row | UserError:
    """Return the JSON object of one line, or why it is none."""
    try:
        value = json.loads(text.decode().removeprefix("\ufeff"))
        if _HALVES.search(text):  # of a pair that is not there, which nothing can store
            value = json.loads(json.dumps(value, ensure_ascii=False).encode(errors="ignore"))
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


def _csv(stream: BinaryIO, columns: Columns | None, layout: Layout) -> Iterator[Numbered]:
    data = stream.read(MAX_CSV_BYTES + 1)
    if len(data) > MAX_CSV_BYTES:
        raise UserError("import.file_large", file=Path(str(stream.name)).name)
    text, mark = _told_mark(decoded(data))
    csv.field_size_limit(MAX_LINE_BYTES)
    before = 1 if mark else 0
    mark = mark or _delimiter(text, columns)
    if columns and columns.lone and not _known_by(text[:SAMPLE_CHARS], mark, columns):
        yield from _lines_alone(text, columns, layout)
        return
    table = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    cells = ((table.line_num + before, row) for row in table)
    try:
        head = list(islice(cells, HEAD_ROWS))
        index, header, _ = headers.find([row for _, row in head], columns)
        layout.line = head[index][0] if index >= 0 else 0
        layout.take(header)
        fields = columns.fields_of(header) if columns else header
        for number, row in chain(head[index + 1 :], cells):
            if any(map(str.strip, row)):
                yield number, _row(fields, row)
    except csv.Error as error:
        raise UserError("import.csv", line=table.line_num + before) from error


def _lines_alone(text: str, columns: Columns, layout: Layout) -> Iterator[Numbered]:
    """Yield the lines of a list without a header: each is one cell, whatever marks it has."""
    layout.take([columns.lone])
    (field,) = columns.fields_of([columns.lone])
    table = csv.reader(io.StringIO(text, newline=""), delimiter=NO_MARK)
    for cells in table:
        if any(map(str.strip, cells)):
            yield table.line_num, {field: _as_meant(cells[0])}


def _row(fields: list[str], cells: list[str]) -> Row | UserError:
    if len(cells) > len(fields) and any(map(str.strip, cells[len(fields) :])):
        return UserError("import.cells", cells=len(cells), columns=len(fields))
    return {name: _as_meant(cell) for name, cell in zip(fields, cells, strict=False) if name}


def _as_meant(cell: str) -> str:
    """Return a cell without the quote mark that `writing` puts before a formula."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _told_mark(text: str) -> tuple[str, str]:
    """Return the text without the line "sep=;" by which Excel is told the mark, and the mark."""
    match = _SEP.match(text)
    return (text[match.end() :], match[1]) if match else (text, "")


def _delimiter(text: str, columns: Columns | None) -> str:
    """Return what parts the cells: what makes most names known, else what the first line has."""
    sample = text[:SAMPLE_CHARS]
    first = sample.lstrip().partition("\n")[0]
    return max(";,\t|", key=lambda mark: (_known_by(sample, mark, columns), first.count(mark)))


def _known_by(sample: str, mark: str, columns: Columns | None) -> int:
    try:
        head = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=mark), HEAD_ROWS))
    except csv.Error:
        return 0
    return headers.find(head, columns)[2]
