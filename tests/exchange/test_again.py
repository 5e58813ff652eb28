"""The same list comes in again: without codes too, nothing is there twice."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from frontdesk.exchange import importing
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LISTS = {
    "articles": "Trámite;Costo\nPoda;10\nTala;20\nPoda;30\n",
    "offices": "Oficina;Teléfono\nRegistro;1\nCaja;2\nCaja;3\n",
    "people": "Nombre;Teléfono\nAna;1\nLuis;2\nAna;3\n",
}


def states(store: Store, kind: str, file: Path) -> list[str]:
    """What each row would do; then they are written."""
    plan = importing.judge(store, kind, file)
    importing.apply(store, plan, now=NOW)
    return [row.state for row in plan.rows]


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_without_codes_brings_nothing_twice(store: Store, tmp_path: Path, kind: str) -> None:
    """Its rows are known by their titles or names; of two with one name each is itself again."""
    file = tmp_path / "lista.csv"
    file.write_text(LISTS[kind], encoding="utf-8")
    assert states(store, kind, file) == ["new"] * 3
    assert states(store, kind, file) == ["same"] * 3
    file.write_text(LISTS[kind].replace("2", "5") + "Otra;7\n", encoding="utf-8")
    assert states(store, kind, file).count("changed") == 1
    assert states(store, kind, file) == ["same"] * 4


def test_what_was_written_here_is_not_overwritten_by_a_title(store: Store, tmp_path: Path) -> None:
    """Only what an import brought is known again by its title; a code is a name for good."""
    file = tmp_path / "lista.csv"
    file.write_text("Código;Trámite\nP-1;Poda\n", encoding="utf-8")
    assert states(store, "articles", file) == ["new"]
    file.write_text("Trámite\nPoda\n", encoding="utf-8")
    assert states(store, "articles", file) == ["new"]


def test_a_dated_register_of_complaints_files_nothing_twice(store: Store, tmp_path: Path) -> None:
    """Its rows are known by their day, their words and their person; one without a day is new."""
    file = tmp_path / "quejas.csv"
    file.write_text(
        "Fecha;Queja;Nombre\n15/01/2026 10:35;Ruido;Ana\n16/01/2026;Ruido;Ana\n;Ruido;Ana\n",
        encoding="utf-8",
    )
    assert states(store, "complaints", file) == ["new"] * 3
    assert states(store, "complaints", file) == ["same", "same", "new"]
