"""A list of offices as a secretary keeps it: their hours in her own words."""

from __future__ import annotations

from pathlib import Path

from frontdesk.core import offices
from frontdesk.store.store import Store
from tests.helpers.command_line import run
from tests.helpers.workbooks import xlsx

ROWS = [
    ("Oficinas y horarios",),
    ("Código", "Oficina", "Horario"),
    ("R", "Registro", "L-V 9:00 a 14:00, sáb. 10-13"),
    ("T", "Tesorería", "lunes a jueves 9:00-14:00; viernes 9:00-2:00"),
    ("A", "Archivo", "según temporada"),
]


def test_hours_in_words_are_taken_and_what_is_not_sure_is_told(
    folder: Path, tmp_path: Path
) -> None:
    """All rows come in; the report names each piece that somebody must check."""
    ran = run("import", "offices", xlsx(tmp_path / "o.xlsx", ROWS), "--data", folder).done()
    *told, counts = ran.rows
    assert counts["new"] == 3
    assert [(row["line"], row["status"], row["label"]) for row in told] == [
        (4, "new", "Tesorería"), (5, "new", "Archivo"),
    ]  # fmt: skip
    assert "viernes" not in told[0]["check"][0]
    assert "9:00-2:00" in told[0]["check"][0]
    assert "según temporada" in told[1]["check"][0]
    store = Store(folder)
    hours = {office.code: office.hours for office in offices.every(store.read())}
    store.close()
    assert hours == {
        "R": "Mo-Fr 09:00-14:00; Sa 10:00-13:00",
        "T": 'Mo-Th 09:00-14:00; Fr unknown "9:00-2:00"',
        "A": "",
    }
