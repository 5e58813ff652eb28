"""Files as offices have them: any separator, any encoding, columns by everyday names."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.base.errors import UserError
from frontdesk.exchange import columns, kinds, reading
from frontdesk.exchange.decoding import decoded
from frontdesk.exchange.kinds import cells

TABLE = 'Código;Título;Descripción\r\nP-1;Año fiscal;"Señal ""A""\r\ny más"\r\n'


def rows(file: Path, data: bytes) -> list[reading.Numbered]:
    """The rows of a file with some contents."""
    file.write_bytes(data)
    return list(reading.rows(file))


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp850"])
def test_a_table_is_read_however_excel_wrote_it(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    """The separator is that of the header, the encoding that which gives words."""
    text = TABLE.replace(";", separator) + f"P-2{separator}Ñandú y cigüeña{separator}Sí\r\n" * 9
    first, *rest = rows(tmp_path / "list.csv", text.encode(encoding))
    assert first == (
        3, {"Código": "P-1", "Título": "Año fiscal", "Descripción": 'Señal "A"\r\ny más'}
    )  # fmt: skip
    assert rest[0] == (4, {"Código": "P-2", "Título": "Ñandú y cigüeña", "Descripción": "Sí"})


def test_short_rows_are_filled_and_long_ones_refused(tmp_path: Path) -> None:
    """A cell too many has lost its column; blank rows are none."""
    found = rows(tmp_path / "list.csv", b"a,b\n1\n\n,,\n1,2,3\n , \n4,5\n")
    assert [(n, row if isinstance(row, dict) else row.code) for n, row in found] == [
        (2, {"a": "1"}),
        (5, "import.cells"),
        (7, {"a": "4", "b": "5"}),
    ]


def test_lines_are_numbered_as_in_the_file(tmp_path: Path) -> None:
    """Blank lines count, so that an editor finds the line that is named; a BOM is none of it."""
    found = rows(tmp_path / "a.jsonl", b'\xef\xbb\xbf{"a": 1}\r\n\r\n{"a": 2}')
    assert found == [(1, {"a": 1}), (3, {"a": 2})]


@given(st.lists(st.binary(max_size=30)), st.integers(1, 12))
def test_long_lines_are_cut_and_none_is_lost(parts: list[bytes], most: int) -> None:
    """As many lines as there are, each at most one byte longer than allowed."""
    data = b"\n".join(part.replace(b"\n", b"") for part in parts)
    found = list(reading.lines(io.BytesIO(data), most))
    assert found == [line[: most + 1] for line in io.BytesIO(data)]


class Terminal(io.RawIOBase):
    """A standard input that is typed line by line, and is asked only when needed."""

    def __init__(self, *typed: bytes) -> None:
        super().__init__()
        self.typed = list(typed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        if not self.typed:
            return 0
        line = self.typed.pop(0)
        buffer[: len(line)] = line
        return len(line)


def test_a_line_is_answered_before_the_next_is_typed() -> None:
    """Reading does not run ahead of the one who types."""
    terminal = Terminal(b'{"a": 1}\n', b'{"a": 2}\n')
    found: Iterator[reading.Numbered] = reading.json_lines(io.BufferedReader(terminal))
    assert next(found) == (1, {"a": 1})
    assert terminal.typed == [b'{"a": 2}\n']
    assert list(found) == [(2, {"a": 2})]


@pytest.mark.parametrize(
    ("kind", "names", "fields"),
    [
        (
            "articles",
            ["Código", "Nombre del trámite", "Requisitos", "Costo", "Base legal", "Plazo"],
            ["code", "title", "requirements", "cost", "legal_basis", "term"],
        ),
        (
            "offices",
            ["Oficina", "Piso", "Horario", "Teléfono"],
            ["name", "floor", "hours", "phone"],
        ),
        (
            "people",
            ["Nombre", "Cargo", "Oficina", "Correo electrónico"],
            ["name", "title", "office", "email"],
        ),
        (
            "complaints",
            ["Fecha de recepción", "Nombre", "Descripción", "Oficina"],
            ["received_at", "name", "text", "office"],
        ),
        ("services", ["Trámite", "Dependencia"], ["article", "office"]),
        ("articles", ["Nombre", "title"], ["", "title"]),
        ("articles", ["TITLE ", "Título"], ["title", ""]),
        ("articles", ["colour"], [""]),
        (
            "articles",
            [
                "Homoclave",
                "Nombre del Trámite o Servicio",
                "¿Qué es?",
                "¿Qué necesito?",
                "¿Cuánto cuesta?",
                "Tiempo de respuesta",
                "Fundamento",
                "Área responsable",
            ],
            ["code", "title", "body", "requirements", "cost", "term", "legal_basis", "owner"],
        ),
        ("articles", ["Pregunta", "Respuesta"], ["title", "say"]),
        (
            "articles",
            ["Objeto", "Documentación a aportar", "Normativa aplicable", "Plazo máximo"],
            ["body", "requirements", "legal_basis", "term"],
        ),
        ("articles", ["Código postal", "Tipo de documento", "Estado civil"], ["", "", ""]),
        ("articles", ["Dependencia", "Responsable"], ["", "owner"]),
        (
            "complaints",
            [
                "Radicado",
                "Fecha de radicación",
                "Nombre del peticionario",
                "Asunto",
                "Descripción de la solicitud",
                "Fecha de respuesta",
            ],
            ["", "received_at", "name", "", "text", ""],
        ),
        ("complaints", ["Asunto", "Fecha"], ["text", "received_at"]),
        (
            "offices",
            ["Location", "Street Address", "Hours of Operation"],
            ["name", "directions", "hours"],
        ),
        ("offices", ["Name", "Location"], ["name", "directions"]),
        ("offices", ["Nombre", "Horario de verano"], ["name", ""]),
        ("people", ["Centro", "Nombre"], ["", "name"]),
    ],
)
def test_columns_are_known_by_the_names_people_give_them(
    kind: str, names: list[str], fields: list[str]
) -> None:
    """What a column means depends on the kind; the field's own name goes before a guess."""
    found = columns.guess(names, kinds.named(kind).fields)
    assert [found.get(name, "") for name in names] == fields


PROCEDURES = [{"Trámite": "Licencia de obra", "Costo": "25,00 €"}, {"Trámite": "Poda"}]


@pytest.mark.parametrize(
    "value",
    [PROCEDURES, {"total": 2, "procedures": PROCEDURES},
     {"contracts": [{"id": 1, "budget": "9"}], "procedures": PROCEDURES}],
)  # fmt: skip
def test_a_json_file_that_is_one_list_is_read_whole(tmp_path: Path, value: object) -> None:
    """As other programs save it, over many lines, alone or under a name; of two lists the known."""
    file = tmp_path / "tramites.json"
    file.write_text(json.dumps(value, indent=2), encoding="utf-8")
    found = list(reading.rows(file, columns.Columns(kinds.named("articles").fields)))
    assert found == [(1, {"title": "Licencia de obra", "cost": "25,00 €"}), (2, {"title": "Poda"})]


def test_an_object_without_a_list_is_one_row(tmp_path: Path) -> None:
    """A file of JSON Lines with one line may end in .json."""
    file = tmp_path / "uno.json"
    row = {"title": "Uno", "requirements": ["A"], "steps": [{"text": "Pagar"}]}
    file.write_text(json.dumps(row), encoding="utf-8")
    known = columns.Columns(kinds.named("articles").fields)
    assert list(reading.rows(file)) == list(reading.rows(file, known)) == [(1, row)]


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("12", ("12", "")),
        ("12,50 €", ("12.50", "EUR")),
        ("1.234,50", ("1234.50", "")),
        ("$ 95.00 M.N.", ("95.00", "")),
        ("1,234.50 USD", ("1234.50", "USD")),
        ("S/ 30.00", ("30.00", "")),
        ("$ 1.500", ("1500", "")),
        ("COP 1.500.000", ("1500000", "COP")),
        ("1'234.50", ("1234.50", "")),
        ("0,125", ("0.125", "")),
        ("1,250.000", ("1250", "")),
        ("1,003.125", ("1003.1250", "")),
        ("Bs. 5", ("5", "")),
        ("free", None),
        ("10 or 20", None),
        ("-5", None),
        ("1/2", None),
        ("..", None),
        ("٣", ("3", "")),
    ],
)
def test_an_amount_is_read_as_people_write_it(cell: str, amount: tuple[str, str] | None) -> None:
    """Thousands and decimals by their marks; what is no amount stays a note."""
    assert cells.money(cell) == amount


@given(st.decimals(0, 10**9, places=4) | st.decimals(0, 10**9, places=2))
def test_an_amount_once_read_is_read_the_same_again(number: object) -> None:
    """An export that comes back does not multiply a price by a thousand."""
    once = cells.money(f"{number:f}")
    assert once
    assert cells.money(once[0]) == once


@pytest.mark.parametrize(
    ("value", "count"),
    [(5, 5), ("5", 5), (" 5 ", 5), (None, None), ("", None), ("²", None), ("9" * 20, None),
     (10**30, None), (True, None), (1.5, None), ([], None), ("-1", None)],
)  # fmt: skip
def test_a_count_is_a_small_whole_number(value: object, count: int | None) -> None:
    """Anything else is none, and never an overflow."""
    assert cells.count(value) == count


@pytest.mark.parametrize("name", ["a.pdf", "a", ".csv", "a.jsonl.gz"])
def test_an_ending_nobody_knows_is_refused(tmp_path: Path, name: str) -> None:
    """Before the file is opened."""
    with pytest.raises(UserError, match=r"import\.ending"):
        next(reading.rows(tmp_path / name))


@pytest.mark.parametrize("code", ["cp1252", "cp850"])
def test_one_accent_is_enough_to_know_the_code(code: str) -> None:
    """A short list of an old program is read as it was written."""
    words = (
        "código;nombre",
        "Peña",
        "¿Cuánto?",
        "año;días",
        "Camión nº 3",
        "AVIÓN",
        "menú",
        "Álora",
    )
    for text in words:
        assert decoded(text.encode(code)) == text


def test_a_word_processors_marks_are_no_letters() -> None:
    """The apostrophe and the dash of a word processor stay what they are."""
    for text in ("don’t", "l’aigua", "9 – 14 h", "“sí”", "45 €"):
        assert decoded(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("DNI\nFoto", ("DNI", "Foto")),
        ("• DNI • Foto • Tasa", ("DNI", "Foto", "Tasa")),
        ("INE.||Acta.||Recibo (agua)", ("INE.", "Acta.", "Recibo (agua)")),
        ("1. INE 2. RFC 3. Pago", ("INE", "RFC", "Pago")),
        ("Original y 2. copia", ("Original y 2. copia",)),
        ("Copia de 3. de mayo 1. y otra", ("Copia de 3. de mayo 1. y otra",)),
        ("Solicitud; si es menor, firma del tutor", ("Solicitud; si es menor, firma del tutor",)),
        ("", ()),
    ],
)
def test_a_list_in_one_cell_is_told_apart(cell: str, items: tuple[str, ...]) -> None:
    """By lines, or by marks that nothing else has; a semicolon may part a sentence."""
    assert cells.lines({"requirements": cell}, "requirements", in_one=True) == items
    assert cells.lines({"requirements": cell}, "requirements") == tuple(
        line.lstrip("• ") for line in cell.splitlines()
    )


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("15/01/2026", "2026-01-15"),
        ("15/01/2026 10:35", "2026-01-15T10:35"),
        ("15-01-2026, 3:05 p. m.", "2026-01-15T15:05"),
        ("15/01/2026 12:10:30 am", "2026-01-15T00:10:30"),
        ("46040", "2026-01-18"),
        ("2026-01-15T10:35", "2026-01-15T10:35"),
        ("32/01/2026", "32/01/2026"),
    ],
)
def test_an_instant_is_read_as_offices_write_it(text: str, iso: str) -> None:
    """The day first, with a time by the clock or its face; what is no instant stays."""
    assert cells.moment(text, day_first=True) == iso
