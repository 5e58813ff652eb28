"""Workbooks made for tests, as offices and as enemies make them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

SHEET = "xl/worksheets/sheet1.xml"
_ODS_HEAD = (
    '<?xml version="1.0"?><office:document-content office:version="1.2" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Hoja1">'
)
_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
_ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"


def xlsx(file: Path, *sheets: Sequence[Sequence[Any]], merged: Sequence[str] = ()) -> Path:
    """An XLSX file of some sheets; `merged` are ranges of the first, such as "A1:D1"."""
    with Workbook(str(file)) as book:
        for number, rows in enumerate(sheets):
            sheet = book.add_worksheet()
            for index, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value != "":
                        _write(book, sheet, index, column, value)
            for cells in merged if number == 0 else ():
                sheet.merge_range(cells, None)
                top, left = cells.split(":")[0][1:], ord(cells[0]) - ord("A")
                sheet.write_string(int(top) - 1, left, str(rows[int(top) - 1][left]))
    return file


def _write(book: Any, sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    elif isinstance(value, bool | int | float):
        sheet.write(row, column, value)
    else:
        form = "hh:mm" if not hasattr(value, "year") else "yyyy-mm-dd"
        sheet.write_datetime(row, column, value, book.add_format({"num_format": form}))


def ods(file: Path, rows: Sequence[Sequence[str]], extra: str = "") -> Path:
    """An ODS file of one sheet of texts; `extra` is markup behind its rows."""
    body = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", _ODS_HEAD + body + extra + _ODS_TAIL)
    return file


def altered(
    source: Path, file: Path, change: Mapping[str, tuple[bytes, bytes]], **added: bytes
) -> Path:
    """A copy of a zip with one text replaced in some members, and members added."""
    with (
        zipfile.ZipFile(source) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name in change:
                assert change[name][0] in data
                data = data.replace(*change[name])
            new.writestr(name, data)
        for name, data in added.items():
            new.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return file
