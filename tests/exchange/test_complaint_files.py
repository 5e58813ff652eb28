"""Complaints as they leave: a workbook without living formulas, and Open311 without persons."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from frontdesk.base.errors import UserError
from frontdesk.base.sentences import sentence
from frontdesk.core import complaints, offices
from frontdesk.core.complaints import life
from frontdesk.core.offices import Office
from frontdesk.exchange import importing, open311, spreadsheets, writing
from frontdesk.exchange.kinds import named
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
REQUIRED = {  # of a service request in GeoReport v2
    "service_request_id", "status", "status_notes", "service_name", "service_code", "description",
    "agency_responsible", "service_notice", "requested_datetime", "updated_datetime",
    "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url",
}  # fmt: skip


def sheet(file: Path) -> list[list[object]]:
    """The cells of a workbook's only sheet."""
    return CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()


def test_what_people_typed_is_text_in_a_workbook(store: Store, tmp_path: Path) -> None:
    """A text that looks like a formula, a number or a day stays what was typed."""
    text = '=HYPERLINK("http://example.org";"Gratis")'
    with store.write() as tx:
        case = complaints.file(tx, text, name="@cmd", phone="+34 600 111 222", now=NOW)
    file = tmp_path / "quejas.xlsx"
    assert writing.write(file, named("complaints").rows(store.read())) == 1
    names, cells = sheet(file)
    row = dict(zip(map(str, names), cells, strict=True))
    assert (row["text"], row["name"], row["phone"]) == (text, "@cmd", "+34 600 111 222")
    assert (row["folio"], row["number"], row["received_at"]) == (case.folio, 1, case.received_at)
    assert not file.with_name("quejas.xlsx.part").exists()


def test_a_list_goes_line_by_line_into_a_cell(tmp_path: Path) -> None:
    """What is neither number nor text is written as it reads."""
    file = tmp_path / "short.xlsx"
    writing.write(file, [{"b": ["one", {"two": 2}], "c": None, "d": True}])
    (_, cells) = sheet(file)
    assert list(cells) == ['one\n{"two": 2}', "", "True"]


def test_a_text_that_no_cell_can_hold_is_refused(tmp_path: Path) -> None:
    """Nothing is cut in silence: the sentence names the cell and what to choose instead."""
    row = {"a": "x" * (spreadsheets.MAX_CELL_CHARS + 1)}
    with pytest.raises(UserError, match=r"export\.cell") as refused:
        writing.write(tmp_path / "long.xlsx", [{"a": "x"}, row])
    assert "3" in sentence(refused.value, "en")
    assert ".ods" in sentence(refused.value, "en")
    assert list(tmp_path.iterdir()) == []
    assert writing.write(tmp_path / "long.ods", [row]) == 1


def test_more_rows_than_a_sheet_holds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a sentence, and without half a file."""
    monkeypatch.setattr(spreadsheets, "MAX_ROWS", 2)
    file = tmp_path / "many.xlsx"
    with pytest.raises(UserError) as refused:
        writing.write(file, [{"a": n} for n in range(3)])
    assert refused.value.code == "export.rows"
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A folder that is not there."""
    with pytest.raises(UserError) as refused:
        writing.write(tmp_path / "nowhere" / "x.xlsx", [{"a": 1}])
    assert refused.value.code == "backup.unwritable"


def test_open311_tells_cases_and_no_persons(store: Store, tmp_path: Path) -> None:
    """All fields of the standard; no name, phone or restricted case."""
    with store.write() as tx:
        offices.put_many(tx, [Office("O1", "AGU", "Aguas")], now=NOW)
        case = complaints.file(
            tx, "No llega el recibo", office="O1", name="Rosa Vidal", phone="600111222", now=NOW
        )
        secret = complaints.file(tx, "Acoso", restricted=True, now=NOW)
        done = complaints.file(tx, "Mucha cola", now=NOW)
        life.close(tx, done.id, "Hay otra ventanilla", now=NOW)
    file = tmp_path / "requests.json"
    assert open311.write(file, store.read()) == 2
    text = file.read_text(encoding="utf-8")
    first, second = json.loads(text)
    assert set(first) == REQUIRED
    assert (first["service_request_id"], first["status"]) == (case.folio, "open")
    assert (first["service_code"], first["service_name"]) == ("complaint", "Complaint")
    assert first["agency_responsible"] == "Aguas"
    assert first["expected_datetime"] == f"{case.due_on}T23:59:59+01:00"
    assert (second["status"], second["status_notes"]) == ("closed", "Hay otra ventanilla")
    assert not any(word in text for word in ("Vidal", "600111222", secret.folio))


def test_an_empty_desk_is_an_empty_list(store: Store, tmp_path: Path) -> None:
    """Valid JSON all the same."""
    file = tmp_path / "requests.json"
    assert open311.write(file, store.read()) == 0
    assert json.loads(file.read_text(encoding="utf-8")) == []


def test_what_filing_would_refuse_is_told_row_by_row(store: Store, tmp_path: Path) -> None:
    """An office, kind, severity or day that cannot be stops its row alone, and before the rest."""
    file = tmp_path / "registro.csv"
    file.write_text(
        "Fecha;Queja;Dependencia;Tipo;Gravedad\n15/01/2026;Uno;;;Alta\n15/01/2026;Dos;Nada;;\n"
        "15/01/2026;Tres;;Saludo;\n15/01/2026;Cuatro;;;enorme\n15/01/2099;Cinco;;;\n",
        encoding="utf-8",
    )
    plan = importing.judge(store, "complaints", file)
    assert [row.error and row.error.code for row in plan.rows] == [
        None, "office.unknown", "rules.unknown_kind", "complaint.level", "complaint.future",
    ]  # fmt: skip
    importing.apply(store, plan, now=NOW, leave_out=True)
    (case,) = complaints.every(store.read())
    assert (case.text, case.severity) == ("Uno", "high")
