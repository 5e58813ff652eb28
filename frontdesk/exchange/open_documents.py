"""Rows to an OpenDocument sheet: numbers as numbers, all that people typed as text, no formula."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from frontdesk.base.errors import UserError
from frontdesk.base.text import clean
from frontdesk.exchange.spreadsheets import MAX_ROWS, joined

_URN = "urn:oasis:names:tc:opendocument:xmlns"
_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{_URN}:manifest:1.0"'
    f' manifest:version="1.2"><manifest:file-entry manifest:full-path="/" '
    f'manifest:media-type="{_KIND}"/><manifest:file-entry manifest:full-path="content.xml" '
    'manifest:media-type="text/xml"/></manifest:manifest>'
)
_HEAD = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    f'xmlns:office="{_URN}:office:1.0" xmlns:table="{_URN}:table:1.0" xmlns:text="{_URN}:text:1.0" '
    'office:version="1.2"><office:body><office:spreadsheet><table:table table:name="1">'
)
_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"


def write(file: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write rows to a sheet, the first row with their names; return how many.

    Raises UserError for more rows than a sheet can hold, OSError where it cannot be written.
    """
    count = 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        plain = zipfile.ZipInfo("mimetype", (1980, 1, 1, 0, 0, 0))  # first, and not compressed
        archive.writestr(plain, _KIND)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        with archive.open("content.xml", "w", force_zip64=True) as stream:
            stream.write(_HEAD.encode())
            for count, row in enumerate(rows, 1):
                if count > MAX_ROWS:
                    raise UserError("export.rows", most=MAX_ROWS)
                if count == 1:
                    stream.write(_row(row))
                stream.write(_row(row.values()))
            stream.write(_TAIL.encode())
    return count


def _row(values: Iterable[Any]) -> bytes:
    return f"<table:table-row>{''.join(map(_cell, values))}</table:table-row>".encode()


def _cell(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    lines = "".join(f"<text:p>{text}</text:p>" for text in _lines(joined(value)))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def _lines(text: str) -> Iterator[str]:
    """Yield the paragraphs of a cell; blanks side by side would become one."""
    for line in clean(text).split("\n") if text else ():
        told = escape(line.replace("\t", " "))
        yield told.replace("  ", " <text:s/>")
