"""`check` names what somebody edited by hand, and `repair` makes anew what can be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk.base import paths
from frontdesk.core import checking, complaints, contacts, offices, search
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from tests.helpers.desks import NOW


@pytest.fixture
def worked(store: Store) -> Store:
    """A desk with an article, an office, two complaints, one contact that ended."""
    with store.write() as tx:
        articles.save(
            tx,
            Article("Passport", id="art-1", code="P-1", requirements=("Photo", "Old passport")),
            now=NOW,
        )
        offices.put_many(tx, [Office("off-1", "O1", "Registry")], now=NOW)
        for n in (1, 2):
            complaints.file(tx, f"Text {n}", complaint_id=f"case-{n}", now=NOW)
        contacts.note(tx, "read", ref="art-1", label="Passport", now=NOW)
        contacts.close(tx, now=NOW)
    return store


def by_hand(store: Store, sql: str, *values: object) -> str:
    """All that is found after somebody ran a statement past the program."""
    assert checking.faults(store) == []
    assert store.read().execute(sql, values).rowcount > 0
    return "\n".join(checking.faults(store))


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE complaint SET text = 'all is well' WHERE id = 'case-1'", "complaint case-1"),
        ("UPDATE complaint SET state = 'closed' WHERE id = 'case-2'", "complaint case-2"),
        ("UPDATE complaint SET due_on = '2099-01-01' WHERE id = 'case-2'", "complaint case-2"),
        ("DELETE FROM complaint WHERE id = 'case-2'", "complaint case-2"),
        ("UPDATE contact SET outcome = 'routed'", "contact "),
        ("UPDATE contact SET closed_at = NULL", "contact "),
        ("DELETE FROM contact", "contact "),
        ("UPDATE contact_entry SET label = 'Visa'", "contact_entry "),
        ("DELETE FROM contact_entry", "contact_entry "),
        ("UPDATE article SET cost = '1000000' WHERE id = 'art-1'", "article P-1"),
        ("UPDATE requirement SET text = 'A bribe' WHERE position = 0", "article P-1"),
        ("DELETE FROM requirement WHERE position = 1", "article P-1"),
        ("UPDATE event SET body = '{}' WHERE entity = 'case-1'", "complaint.filed case-1"),
        ("UPDATE event SET body = 'x' WHERE entity = 'case-1'", "complaint.filed case-1"),
        ("DELETE FROM event WHERE entity = 'case-1'", "the event before it is missing"),
        ("UPDATE series SET last = 1 WHERE last = 2", "series VILL"),
        ("UPDATE complaint SET number = 7 WHERE id = 'case-2'", "series VILL"),
        ("UPDATE complaint SET name = CAST(x'ff' AS TEXT)", "complaint case-1"),
    ],
)
def test_an_edit_by_hand_is_named(worked: Store, sql: str, named: str) -> None:
    """A row, a list, an event, a counter: the one that was touched stands in the report."""
    assert named in by_hand(worked, sql)


def test_a_row_of_nothing_is_named(worked: Store) -> None:
    """A reference to what is not there is a fault of the file."""
    worked.read().execute("PRAGMA foreign_keys = OFF")
    assert "requirement" in by_hand(worked, "DELETE FROM article")


def test_a_check_changes_nothing(worked: Store) -> None:
    """It works on a copy, so that it can find without touching."""
    worked.read().execute("UPDATE complaint SET text = 'all is well' WHERE id = 'case-1'")
    before = worked.read().total_changes
    assert checking.faults(worked) == checking.faults(worked) != []
    assert worked.read().total_changes == before


def test_repair_makes_rows_anew(worked: Store) -> None:
    """The rows say again what the events say."""
    worked.read().execute("UPDATE complaint SET text = 'all is well' WHERE id = 'case-1'")
    worked.read().execute("DELETE FROM contact")
    checking.repair(worked)
    assert checking.faults(worked) == []
    assert complaints.get(worked.read(), "case-1").text == "Text 1"


def test_repair_makes_the_search_index_anew(worked: Store) -> None:
    """What lies outside the index is found again."""
    context = search.Context(lang="en", day="2026-11-23")
    with worked.write() as tx:
        search.rebuild(tx, [])
    assert search.search(worked.read(), "passport", context, 5).hits == ()
    checking.repair(worked)
    assert [hit.id for hit in search.search(worked.read(), "passport", context, 5).hits] == [
        "art-1"
    ]
    assert [hit.id for hit in search.search(worked.read(), "registry", context, 5).hits] == [
        "off-1"
    ]


def test_repair_does_not_believe_events_that_were_changed(worked: Store) -> None:
    """Where an event was edited the row is what remains of the truth."""
    worked.read().execute("UPDATE event SET body = '{}' WHERE entity = 'case-1'")
    checking.repair(worked)
    assert complaints.get(worked.read(), "case-1").text == "Text 1"
    assert checking.faults(worked) != []


def test_a_page_gone_bad_is_a_fault_of_the_file(worked: Store, folder: Path) -> None:
    """A zeroed page is found before anything is concluded from it."""
    page = (
        worked.read()
        .execute("SELECT rootpage FROM sqlite_master WHERE name = 'article'")
        .fetchone()[0]
    )
    worked.close()
    file = paths.database(folder)
    data = bytearray(file.read_bytes())
    data[4096 * (page - 1) : 4096 * page] = bytes(4096)
    file.write_bytes(data)
    assert checking.faults(Store(folder))[0].startswith("file: ")
