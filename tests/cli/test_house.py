"""Closing the house at the terminal: in one sentence, looked at first, taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from frontdesk.core import offices
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from tests.helpers.command_line import run
from tests.helpers.desks import NOW


@pytest.fixture
def desk(folder: Path) -> Path:
    """A data folder with an office."""
    store = Store(folder)
    with store.write() as tx:
        offices.put_many(tx, [Office("o1", "TAX", "Tax office")], now=NOW)
    store.close()
    return folder


def kept(folder: Path) -> list[offices.Closure]:
    """The closures of a folder."""
    store = Store(folder)
    try:
        return offices.every_closure(store.read(), date.min)
    finally:
        store.close()


def test_a_sentence_closes_and_its_ids_reopen(desk: Path) -> None:
    """All offices, or the one that is named; what was understood is printed."""
    (all_of_them,) = run("close", "24/12/2099 cerramos a las 12", "--data", desk).done().rows
    assert all_of_them["days"] == [["2099-12-24", "2099-12-24"]]
    assert (all_of_them["hours"], all_of_them["shortens"]) == ("00:00-12:00", True)
    (one,) = run("close", "cerrado hoy por obras", "--office", "TAX", "--data", desk).done().rows
    assert (one["office"], one["reason"], one["hours"]) == ("o1", "obras", "")
    assert len(kept(desk)) == 2
    (gone,) = run("reopen", *one["ids"], *all_of_them["ids"], "--data", desk).done().rows
    assert sorted(gone["reopened"]) == sorted(one["ids"] + all_of_them["ids"])
    assert "no closure" in run("reopen", *one["ids"], "--data", desk).refusal()
    assert kept(desk) == []


def test_a_dry_run_only_says_what_is_understood(desk: Path) -> None:
    """And what is not understood is refused, both times."""
    (seen,) = run("close", "mañana cerrado", "--dry-run", "--data", desk).done().rows
    assert seen["ids"] == []
    assert kept(desk) == []
    for more in ([], ["--dry-run"]):
        refusal = run("close", "some day", *more, "--data", desk).refusal()
        assert "not understood" in refusal
    assert "nowhere" in run("close", "cerrado hoy", "--office", "nowhere", "--data", desk).refusal()
