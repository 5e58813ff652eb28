"""Two desks write a field without knowing of each other: both values are kept and shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, conflicts, promises
from frontdesk.core.complaints import life
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.store.store import Store
from tests.helpers.branches import meet
from tests.helpers.command_line import run
from tests.helpers.desks import NOW


@pytest.fixture
def case(head: Store, north: Store, share: Path) -> str:
    """A case of the north that head office knows."""
    with north.write() as tx:
        case = complaints.file(tx, "No llega el recibo", now=NOW).id
    meet(share, north, head, north)
    return case


def assess(store: Store, case: str, severity: str) -> None:
    """Judge a case."""
    with store.write() as tx:
        life.assess(tx, case, severity=severity, now=NOW)


def test_both_values_are_kept_and_shown_at_both_places(
    head: Store, north: Store, share: Path, case: str
) -> None:
    """The same at each site, and which one holds; once seen it is shown nowhere any more."""
    assess(north, case, "low")
    assess(head, case, "high")
    assert conflicts.still_open(head.read()) == []
    meet(share, north, head, north)
    (found,) = conflicts.still_open(head.read())
    assert conflicts.still_open(north.read()) == [found]
    assert (found.noun, found.field) == ("complaint", "severity")
    assert {value.value for value in found.values} == {"low", "high"}
    assert found.kept == complaints.get(head.read(), case).severity
    assert found.name == complaints.get(head.read(), case).folio
    with head.write() as tx:
        conflicts.settle(tx, case, [value.event for value in found.values], now=NOW)
    meet(share, head, north)
    assert [conflicts.still_open(store.read()) for store in (head, north)] == [[], []]


def test_who_knew_of_the_other_value_is_no_conflict(
    head: Store, north: Store, share: Path, case: str
) -> None:
    """One after the other is work, and so is the same value twice."""
    assess(north, case, "low")
    meet(share, north, head)
    assess(head, case, "high")
    meet(share, head, north)
    assert conflicts.still_open(north.read()) == []
    for store in (head, north):
        with store.write() as tx:
            life.ask_remedy(tx, case, "una disculpa", now=NOW)
    meet(share, north, head)
    assert conflicts.still_open(head.read()) == []


def test_a_later_value_on_one_side_does_not_hide_the_other(
    head: Store, north: Store, share: Path, case: str
) -> None:
    """The first two rest on the same; what one of them wrote afterwards rests on its own."""
    assess(north, case, "low")
    assess(head, case, "high")
    assess(head, case, "medium")
    meet(share, north, head)
    (found,) = conflicts.still_open(head.read())
    assert {value.value for value in found.values} == {"low", "high"}


def test_corrections_are_compared_field_by_field(
    head: Store, north: Store, share: Path, case: str
) -> None:
    """Another field is another matter."""
    with north.write() as tx:
        life.correct(tx, case, name="Ana Gil", phone="600", now=NOW)
    with head.write() as tx:
        life.correct(tx, case, name="Ana Gil", phone="700", email="a@b", now=NOW)
    meet(share, north, head)
    assert [found.field for found in conflicts.still_open(head.read())] == ["phone"]


def test_a_promise_kept_here_and_broken_there(head: Store, north: Store, share: Path) -> None:
    """Is shown with its words."""
    with north.write() as tx:
        promise = promises.make(tx, "Llamar", due_at=NOW, now=NOW).id
    meet(share, north, head)
    with north.write() as tx:
        promises.settle(tx, promise, "kept", now=NOW)
    with head.write() as tx:
        promises.settle(tx, promise, "broken", reason="nadie", now=NOW)
    meet(share, north, head)
    (found,) = conflicts.still_open(head.read())
    assert (found.name, found.field) == ("Llamar", "state")


def test_a_branch_proposes_and_head_office_sees_both_wordings(
    head: Store, north: Store, share: Path
) -> None:
    """Until head office publishes it, or says that it was seen; the release stays head office's."""
    with head.write() as tx:
        saved = articles.checked(Article("Alta de agua", id="a", lang="es", cost="10"))
        articles.put_many(tx, [saved], now=NOW)
    meet(share, head, north)
    with north.write() as tx:
        known = articles.get(tx.db, "a")
        assert known
        conflicts.propose(tx, replace(known, cost="12"), now=NOW)
        with pytest.raises(UserError, match=r"article\.same"):
            conflicts.propose(tx, known, now=NOW)
    meet(share, north, head)
    (found,) = conflicts.still_open(head.read())
    assert (found.noun, found.name, found.field, found.kept) == (
        "article", "Alta de agua", "cost", "10",
    )  # fmt: skip
    assert [value.value for value in found.values] == ["12"]
    with head.write() as tx:
        articles.save(tx, replace(saved, cost="12"), now=NOW)
    assert conflicts.still_open(head.read()) == []
    meet(share, head, north)
    known = articles.get(north.read(), "a")
    assert known
    assert known.cost == "12"


def test_conflicts_on_the_command_line(head: Store, north: Store, share: Path, case: str) -> None:
    """One object each, with both values."""
    assess(north, case, "low")
    assess(head, case, "high")
    meet(share, north, head)
    head.close()
    (row,) = run("report", "conflicts", "--json", "--data", head.folder).done().rows
    assert {value["value"] for value in row["values"]} == {"low", "high"}
    assert "severity" in run("report", "conflicts", "--data", head.folder).done().out
