"""Files as offices really have them: what they mean is found, and what is unclear is said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from frontdesk.exchange import importing, previews
from frontdesk.store.store import Store
from tests.helpers.workbooks import xlsx

Rows = Sequence[Sequence[Any]]


def brought(store: Store, file: Path) -> tuple[str, list[importing.Judged]]:
    """What the file is taken for, and its rows."""
    kind = previews.look(store, file).kind_name
    return kind, list(importing.judge(store, kind, file).rows)


def fields(row: importing.Judged, *names: str) -> tuple[Any, ...]:
    """Some fields of a row that was taken."""
    assert row.error is None, row.error
    return tuple(getattr(row.noun, name) for name in names)


TABLES: dict[str, tuple[Rows, str, list[tuple[str, Any]]]] = {
    "units and marks in the names": (
        [("CÓDIGO\nTRÁMITE", "NOMBRE DEL\nTRÁMITE (*)", "PLAZO (DÍAS)", "DERECHO DE PAGO S/."),
         ("1.1", "Partida", 3, 15.5)],
        "articles", [("code", "1.1"), ("title", "Partida"), ("term", "3"), ("cost", "15.5")],
    ),
    "a title, an empty row, short names": (
        [("ORDENANZA 2026",), (), ("Cód.", "Concepto", "Importe (€)", "Normativa"),
         ("001", "Vado", 120, "Art. 4")],
        "articles", [("code", "001"), ("title", "Vado"), ("cost", "120")],
    ),
    "empty columns between": (
        [("", "Código", "", "Título", "", "Precio"), ("", "P1", "", "Pan", "", 1.2)],
        "articles", [("code", "P1"), ("title", "Pan"), ("cost", "1.2")],
    ),
    "groups that are named once": (
        [("Categoría", "Código", "Producto", "Precio"), ("Lácteos", "P1", "Leche", 1)],
        "articles", [("code", "P1"), ("title", "Leche")],
    ),
    "days of all sorts": (
        [("Código", "Título", "Vigente desde", "Vigente hasta", "Revisión"),
         ("A1", "Ayuda", date(2026, 1, 15), "31-12-2026", 46174)],
        "articles", [("valid_from", "2026-01-15"), ("valid_to", "2026-12-31"),
                     ("review_on", "2026-06-01")],
    ),
    "offices with their hours": (
        [("Dependencia", "Dirección", "Horario de atención", "Teléfono(s)"),
         ("Catastro", "Calle 2", "L-J 9-14 / V 9-13", 955123456)],
        "offices", [("name", "Catastro"), ("hours", "Mo-Th 09:00-14:00; Fr 09:00-13:00"),
                    ("phone", "955123456")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_workbook_is_understood(store: Store, tmp_path: Path, name: str) -> None:
    """Kind, header and columns without a word from anybody."""
    rows, kind, expected = TABLES[name]
    found, (row, *_) = brought(store, xlsx(tmp_path / "a.xlsx", rows))
    assert found == kind
    assert list(zip(dict(expected), fields(row, *dict(expected)), strict=True)) == expected


TEXTS: dict[str, tuple[bytes, str, tuple[str, ...]]] = {
    "sep line in UTF-16": ("sep=;\nCódigo;Título\n1;Año\n".encode("utf-16"), "articles",
                           ("1", "Año")),
    "old Mac line ends": ("Código;Título\rA;Señal\r".encode("cp1252"), "articles", ("A", "Señal")),
    "tabs": (b"Code\tTitle\nA\tPassport\n", "articles", ("A", "Passport")),
    "pipes and quotes": (b'code|title|say\nA|He said "yes"|b\n', "articles",
                         ("A", 'He said "yes"')),
    "empty cells behind": ("Código;Título;;\nA;Uno;;;\n".encode(), "articles", ("A", "Uno")),
    "Portuguese": ("Código;Nome do serviço;Prazo\nS1;Alvará;30 dias\n".encode("cp1252"),
                   "articles", ("S1", "Alvará")),
    "English": (b"Ref,Service name,What to bring\nA1,Passport,Photo\n", "articles",
                ("A1", "Passport")),
    "blanks that do not break": ("Código\xa0;\xa0Título\nA\xa0;Uno\xa0dos\n".encode(), "articles",
                                 ("A", "Uno dos")),
    "a line end in a cell": (b'Code,Title,Requirements\r\nA,Uno,"DNI\nFoto"\r\n\r\n', "articles",
                             ("A", "Uno")),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_table_as_text_is_understood(store: Store, tmp_path: Path, name: str) -> None:
    """Whatever program wrote it, in whatever language of the house."""
    data, kind, expected = TEXTS[name]
    file = tmp_path / ("a.txt" if name == "tabs" else "a.csv")
    file.write_bytes(data)
    found, (row,) = brought(store, file)
    assert (found, fields(row, "code", "title")) == (kind, expected)


def test_names_that_are_there_twice_are_told_apart(store: Store, tmp_path: Path) -> None:
    """The second telephone does not write over the first."""
    file = tmp_path / "a.csv"
    file.write_text("Nombre;Teléfono;Teléfono;Cargo\nAna;1;2;Jefa\n", encoding="utf-8")
    kind, (row,) = brought(store, file)
    assert (kind, fields(row, "phone", "title")) == ("people", ("1 / 2", "Jefa"))
    assert "Teléfono (2)" in previews.look(store, file).layout.names


def test_hidden_sheets_and_contents_pages_are_passed_by(store: Store, tmp_path: Path) -> None:
    """The sheet is the one whose header says most."""
    file = tmp_path / "a.xlsx"
    with Workbook(str(file)) as book:
        hidden = book.add_worksheet("_lists")
        hidden.write_row(0, 0, ["Código", "Título"])
        hidden.write_row(1, 0, ["x", "y"])
        first = book.add_worksheet("Índice")
        first.write_column(0, 0, ["Contenido", "Trámites"])
        first.activate()
        hidden.hide()
        sheet = book.add_worksheet("Trámites")
        sheet.write_row(0, 0, ["Código", "Trámite"])
        sheet.write_row(1, 0, ["T1", "Padrón"])
    assert fields(brought(store, file)[1][0], "code", "title") == ("T1", "Padrón")


def test_what_stands_under_a_table_is_not_taken_in_silence(store: Store, tmp_path: Path) -> None:
    """A sum is to be checked; a note, which has no title, is refused."""
    rows = [("Código", "Concepto", "Importe"), ("1", "Vado", 120), ("", "TOTAL", 120),
            ("Fuente: Tesorería", "", "")]  # fmt: skip
    _, found = brought(store, xlsx(tmp_path / "a.xlsx", rows))
    assert [(r.error.code if r.error else "", [d.code for d in r.doubts]) for r in found] == [
        ("", []), ("", ["import.total"]), ("article.untitled", []),
    ]  # fmt: skip


def test_a_heading_between_the_rows_is_told(store: Store, tmp_path: Path) -> None:
    """A row that has a title and nothing else may be the office that the next rows belong to."""
    file = xlsx(
        tmp_path / "guia.xlsx",
        [("Trámite", "Requisitos", "Costo"), ("REGISTRO CIVIL", "", ""), ("Acta", "CURP", 95)],
    )
    rows = brought(store, file)[1]
    assert [[doubt.code for doubt in row.doubts] for row in rows] == [["import.bare"], []]


def test_rows_without_a_known_column_are_told(store: Store, tmp_path: Path) -> None:
    """A file of which nothing is understood does not look as if it were empty."""
    _, found = brought(store, xlsx(tmp_path / "a.xlsx", [("aaa", "bbb"), ("1", "2")]))
    assert [row.error.code for row in found if row.error] == ["article.untitled"]


@pytest.mark.parametrize(
    ("lang", "typed", "day"),
    [("es", "01/06/2027", "2027-06-01"), ("en", "01/06/2027", ""),
     ("en", "25/06/2027", "2027-06-25"), ("en", "06/25/2027", "2027-06-25"),
     ("es", "31/02/2027", "")],
)  # fmt: skip
def test_a_day_that_can_be_two_is_refused(
    store: Store, tmp_path: Path, lang: str, typed: str, day: str
) -> None:
    """The day comes first in a Spanish house; elsewhere only what cannot be a month is sure."""
    with store.write() as tx:
        tx.execute("UPDATE site SET lang = ?, country = ?", (lang, "ES" if lang == "es" else "US"))
    file = tmp_path / "a.csv"
    file.write_text(f"code;title;valid_to\nA;Uno;{typed}\n")
    (row,) = importing.judge(store, "articles", file).rows
    assert (row.error.code if row.error else row.noun.valid_to) == (day or "article.day")
