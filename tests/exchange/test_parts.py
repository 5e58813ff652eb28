"""Columns that are a part of another are joined with it, in the preview and in the import."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk.exchange import importing, previews
from frontdesk.store.store import Store

TABLES = {
    "an extension": (
        "people", "Nombre;Puesto;Teléfono;Ext.\nAna;Jefa;555 1234;101\nLuis;Cajero;555 1234;\n",
        "phone", ["555 1234 ext. 101", "555 1234"],
    ),
    "two telephones": (
        "people", "Nombre;Extensión;Celular\nAna;101;55 99\n", "phone", ["101 / 55 99"],
    ),
    "surnames": (
        "people", "Nombre(s);Apellido paterno;Apellido materno\nJosé;Ñáñez;López\nAna;Ruiz;\n",
        "name", ["José Ñáñez López", "Ana Ruiz"],
    ),
    "a column for each weekday": (
        "offices",
        ("Oficina;Lunes;Martes;Miércoles;Jueves;Viernes;Sábado;Domingo\n"
        "Central;9:00-20:00;9:00-20:00;9:00-20:00;9:00-20:00;9:00-14:00;10:00-13:00;Cerrado\n"
        "Norte;16-20;16-20;16-20;16-20;;;-\nSur;;;;;;;\n"),
        "hours", ["Mo-Th 09:00-20:00; Fr 09:00-14:00; Sa 10:00-13:00", "Mo-Th 16:00-20:00", ""],
    ),
    "weekdays and Saturdays": (
        "offices", "Oficina;Lunes a viernes;Sábados\nCentral;8:00 a 15:00;cerrado\n",
        "hours", ["Mo-Fr 08:00-15:00"],
    ),
    "days, opening and closing": (
        "offices",
        ("Nombre;horario_apertura;horario_cierre;dias_operacion\n"
        "Coapa;11:00;21:00;lunes|martes|miercoles|jueves|viernes\nDelta;;;\n"),
        "hours", ["Mo-Fr 11:00-21:00", ""],
    ),
    "a word beside its synonyms": (
        "synonyms", "Término;Sinónimos\npredial;impuesto predial, IBI\n", "",
        ["predial, impuesto predial, IBI"],
    ),
    "days beside the hours": (
        "offices", "Oficina;Días;Horario\nCaja;Lunes a viernes;8:00 a 15:00\nRegistro;L-V;\n",
        "hours", ["Mo-Fr 08:00-15:00", ""],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_parts_are_joined(store: Store, tmp_path: Path, name: str) -> None:
    """One field holds what the file keeps in several columns."""
    kind, text, field, wanted = TABLES[name]
    file = tmp_path / "lista.csv"
    file.write_text(text, encoding="utf-8")
    plan = importing.judge(store, kind, file)
    assert [row.error for row in plan.rows] == [None] * len(wanted)
    found = [getattr(row.noun, field) if field else row.noun for row in plan.rows]
    assert found == wanted
    if not field:
        return
    seen = previews.preview(store.read(), previews.look(store, file), kind)
    shown = [row[field] for _, row in seen.rows if isinstance(row, dict)]
    assert shown == wanted


def test_hours_of_weekdays_in_doubt_are_told(store: Store, tmp_path: Path) -> None:
    """They are unknown, as other hours that are not understood."""
    file = tmp_path / "lista.csv"
    file.write_text("Oficina;Lunes;Martes\nCentral;9-14;previa cita\n", encoding="utf-8")
    (row,) = importing.judge(store, "offices", file).rows
    assert row.noun.hours == ""
    assert [doubt.code for doubt in row.doubts] == ["hours.check"]
