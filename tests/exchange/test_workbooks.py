"""Workbooks of offices are read as people see them; those of enemies are refused in a sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from frontdesk.base.errors import UserError
from frontdesk.exchange import columns, confined, kinds, reading
from tests.helpers.command_line import ROOT, run
from tests.helpers.workbooks import SHEET, altered, ods, xlsx

HEADER = ("Código", "Título", "Requisitos")
END = b"</sheetData>"
PEAK = """
import json, resource, sys
from pathlib import Path
from frontdesk.base.errors import UserError
from frontdesk.exchange import reading
try:
    said = len(list(reading.rows(Path(sys.argv[1]))))
except UserError as error:
    said = error.code
status = dict(x.split(":", 1) for x in Path("/proc/self/status").read_text().splitlines())
own = int(status["VmHWM"].split()[0])  # what getrusage says of itself began before its exec
print(json.dumps([said, own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))
"""


class AsNamed(columns.Columns):
    """Columns that are known as the import knows them, and keep their own names."""

    def fields_of(self, names: Sequence[str]) -> list[str]:
        """The names."""
        return list(names)


def read(file: Path, kind: str = "articles", sheet: str = "") -> list[tuple[int, Any]]:
    """The rows of a file for a kind."""
    return list(reading.rows(file, AsNamed(kinds.named(kind).fields), sheet=sheet))


def test_cells_are_what_people_see(tmp_path: Path) -> None:
    """Zeros in front stay, whole numbers have no point, days and times are ISO."""
    cells = ("00001", 5, 12.5, 0.1 + 0.2, 34955000000.0, True, date(2026, 1, 2), time(9, 30),
             datetime(2026, 1, 2, 9, 30), " x ")  # fmt: skip  # noqa: DTZ001 - a cell has no zone
    names = [f"c{n}" for n in range(len(cells))]
    ((_, row),) = read(xlsx(tmp_path / "a.xlsx", [names, cells]))
    assert list(row.values()) == [
        "00001", "5", "12.5", "0.3", "34955000000", "true", "2026-01-02", "09:30",
        "2026-01-02 09:30:00", " x ",
    ]  # fmt: skip


def test_the_header_stands_below_titles(tmp_path: Path) -> None:
    """A merged title, a date and an empty row come before it; blank rows and columns are none."""
    rows = [("Listado de trámites", "", "", ""), ("Actualizado", date(2026, 1, 2), "", ""), (),
            ("", *HEADER), ("", "P-1", "Pasaporte", "Foto"), (),
            ("", "P-2", "Visado", "")]  # fmt: skip
    file = xlsx(tmp_path / "a.xlsx", rows, merged=["A1:D1"])
    assert read(file) == [
        (5, {"Código": "P-1", "Título": "Pasaporte", "Requisitos": "Foto"}),
        (7, {"Código": "P-2", "Título": "Visado", "Requisitos": ""}),
    ]


def test_rows_go_from_one_process_to_the_other_as_they_are(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    """Empty cells and breaks of lines too; a cell that has the mark between cells has a blank."""
    confined.tell_rows([["a\x1fb", "", "ñ €"], ["", "c\nd", ""]])
    length, _, text = capfdbinary.readouterr().out.partition(b"\n")
    assert int(length) == len(text)
    rows = confined.rows_of(text.decode(), 3)
    assert rows == [["a b", "", "ñ €"], ["", "c\nd", ""]]


def test_a_header_of_two_rows_is_one(tmp_path: Path) -> None:
    """Names merged over both rows count with those that stand below a common one."""
    rows = [("Oficinas", "", "", ""), ("Oficina", "Piso", "Contacto", ""),
            ("", "", "Teléfono", "Horario"), ("Registro", 2, "955", "L-V 9-14")]  # fmt: skip
    file = xlsx(tmp_path / "a.xlsx", rows, merged=["A1:D1", "A2:A3", "B2:B3", "C2:D2"])
    assert read(file, "offices") == [
        (4, {"Oficina": "Registro", "Piso": "2", "Teléfono": "955", "Horario": "L-V 9-14"})
    ]


def test_a_cell_merged_downwards_holds_for_all_its_rows(tmp_path: Path) -> None:
    """As people see it."""
    rows = [("Título", "Código"), ("Padrón", "1"), ("", "2"), ("Otro", "3")]
    file = xlsx(tmp_path / "a.xlsx", rows, merged=["A2:A3"])
    assert [row["Título"] for _, row in read(file)] == ["Padrón", "Padrón", "Otro"]


def test_the_sheet_is_the_first_that_is_known_or_the_one_named(tmp_path: Path) -> None:
    """A cover sheet is passed over; a name that is not there is told with those that are."""
    file = xlsx(tmp_path / "a.xlsx", [("Portada",)], [HEADER, ("1", "A", "")], [("x", "y"), (1, 2)])
    assert [row["Título"] for _, row in read(file)] == ["A"]
    assert read(file, sheet="Sheet3") == [(2, {"x": "1", "y": "2"})]
    with pytest.raises(UserError, match=r"import\.sheet") as refused:
        read(file, sheet="Hoja9")
    assert refused.value.details["sheets"] == "Sheet1, Sheet2, Sheet3"
    assert read(xlsx(tmp_path / "b.xlsx", [], [("p", "q"), (1, 2)])) == [(2, {"p": "1", "q": "2"})]
    assert read(xlsx(tmp_path / "c.xlsx", [], [])) == []


def test_a_table_of_libreoffice_is_read(tmp_path: Path) -> None:
    """The rows with which the program fills a sheet to its end are none."""
    filling = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    file = ods(tmp_path / "a.ods", [HEADER, ("00001", "Ñandú", "a")], filling)
    assert read(file) == [(2, {"Código": "00001", "Título": "Ñandú", "Requisitos": "a"})]


def test_csv_has_titles_too(tmp_path: Path) -> None:
    """Also with commas in them, which then part no cells."""
    file = tmp_path / "a.csv"
    file.write_text("Trámites, tasas, plazos y más\n\nCódigo;Título\n1;Alta\n")
    assert read(file) == [(4, {"Código": "1", "Título": "Alta"})]


def test_a_workbook_is_imported(folder: Path, tmp_path: Path) -> None:
    """By the command, and once more without a change."""
    file = xlsx(tmp_path / "a.xlsx", [("Lista",), HEADER, ("00001", "Alta", "DNI\nFoto")])
    assert run("import", "articles", file, "--data", folder).done().rows[-1]["new"] == 1
    assert run("import", "articles", file, "--data", folder).done().rows[-1]["same"] == 1
    out = tmp_path / "out.jsonl"
    run("export", "articles", out, "--data", folder).done()
    article = json.loads(out.read_text())
    assert (article["code"], article["requirements"]) == ("00001", ["DNI", "Foto"])


def far(good: Path, file: Path) -> Path:
    """A sheet with a cell in its last corner."""
    cell = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    return altered(good, file, {SHEET: (END, cell + END)})


def long(good: Path, file: Path) -> Path:
    """A sheet with one cell that fills the memory."""
    cell = b'<row r="3"><c r="A3" t="inlineStr"><is><t>%s</t></is></c></row>' % (b"x" * 110_000_000)
    return altered(good, file, {SHEET: (END, cell + END)})


def bomb(good: Path, file: Path) -> Path:
    """A zip with a member of a thousand times its size."""
    return altered(good, file, {}, xl__media__big=b"0" * 130_000_000)


def entities(good: Path, file: Path) -> Path:
    """A sheet that defines entities, which multiply."""
    bombs = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet'
    return altered(good, file, {SHEET: (b"<worksheet", bombs)})


def macros(good: Path, file: Path) -> Path:
    """A workbook with a program in it."""
    return altered(good, file, {}, xl__vbaProject_dot_bin=b"Sub Auto_Open()")


def locked(good: Path, file: Path) -> Path:
    """What Excel makes of a workbook with a password."""
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    return file


def cut(good: Path, file: Path) -> Path:
    """Half a file."""
    file.write_bytes(good.read_bytes()[:2000])
    return file


def page(good: Path, file: Path) -> Path:
    """A web page that calls itself a workbook."""
    file.write_text("<html><table><tr><td>a</td></tr></table></html>")
    return file


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's peak")
@pytest.mark.parametrize(
    ("make", "code"),
    [
        (far, "damaged"), (long, "damaged"), (bomb, "bomb"), (entities, "entities"),
        (macros, "macros"), (locked, "password"), (cut, "damaged"), (page, "no_workbook"),
    ],
)  # fmt: skip
def test_a_hostile_workbook_is_refused_in_bounded_memory(
    tmp_path: Path, make: Callable[[Path, Path], Path], code: str
) -> None:
    """By its own sentence, with at most 300 MB for both processes together."""
    file = make(xlsx(tmp_path / "good.xlsx", [HEADER, ("1", "a", "")]), tmp_path / "bad.xlsx")
    done = subprocess.run(
        [sys.executable, "-c", PEAK, file], capture_output=True, check=True, cwd=ROOT
    )
    said, kilobytes = json.loads(done.stdout)
    assert said == f"import.{code}"
    assert kilobytes < 300_000


def test_a_repeated_cell_does_not_fill_the_memory(tmp_path: Path) -> None:
    """A row that says it stands there a million times is a damaged file."""
    repeated = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )
    with pytest.raises(UserError, match=r"import\.damaged"):
        read(ods(tmp_path / "a.ods", [HEADER], repeated))


def test_a_workbook_with_a_wrong_ending_is_told(tmp_path: Path) -> None:
    """A zip is no CSV."""
    file = xlsx(tmp_path / "a.xlsx", [HEADER]).rename(tmp_path / "a.csv")
    with pytest.raises(UserError, match=r"import\.no_text"):
        read(file)
