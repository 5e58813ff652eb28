"""The trail: pages, the latest first, narrowed by words, person, noun, record and day."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import audit, complaints, offices, people
from frontdesk.core.audit import Change, Entry, Wish
from frontdesk.core.complaints import life
from frontdesk.core.erasure import erase
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.store.store import Actor, Store
from tests.helpers.desks import NOW

ANA = Actor("p-1", "admin")
BEA = Actor("p-2", "receptionist")
CASE = "case-1"


@pytest.fixture
def worked(store: Store) -> Store:
    """Ana changes an office and an article; Bea files two complaints, one of them restricted."""
    with store.write() as tx:
        staff = [Person("p-1", "", "Ana Ruiz", role="admin"), Person("p-2", "", "Bea Sol")]
        people.put_many(tx, staff, now=NOW)
        tx.execute("INSERT INTO account VALUES('p-1', 'AR', '', '')")
    with store.acting_as(ANA), store.write() as tx:
        offices.put_many(tx, [Office("o-1", "REG", "Registro")], now=NOW)
        office = offices.get(tx.db, "o-1")
        assert office
        offices.save(tx, replace(office, floor="2"), now=later(1))
        article = articles.save(tx, Article("Pasaporte", id="a-1", code="P-1"), now=later(2))
        articles.save(tx, replace(article, cost="30"), now=later(3))
    with store.acting_as(BEA), store.write() as tx:
        complaints.file(tx, "Perdí la Cédula", complaint_id=CASE, name="Luz", now=later(4))
        complaints.file(tx, "Nobody", complaint_id="case-2", restricted=True, now=later(5))
    with store.acting_as(ANA), store.write() as tx:
        life.annul(tx, CASE, "Duplicada", now=later(60 * 24))
    return store


def later(minutes: int) -> datetime:
    """Some minutes after the morning began."""
    return NOW + timedelta(minutes=minutes)


def of_record(
    db: sqlite3.Connection, noun: str, entity: str, actor: Actor | None = None
) -> list[Entry]:
    """All that was done to one record."""
    return audit.trail(db, Wish(noun=noun, entity=entity), actor)


def kinds(found: list[Entry]) -> list[str]:
    """What was done, without the set-up of the desk."""
    return [f"{entry.kind} {entry.entity}" for entry in found if entry.kind != "site.created"]


def test_the_latest_stands_first_with_who_and_which_record(worked: Store) -> None:
    """Initials where there are any, else the name; the record by what people call it."""
    found = audit.trail(worked.read(), Wish())
    assert kinds(found)[:3] == [
        "complaint.annulled case-1", "complaint.filed case-2", "complaint.filed case-1",
    ]  # fmt: skip
    assert [entry.who for entry in found[:2]] == ["AR", "Bea Sol"]
    assert found[0].title == complaints.get(worked.read(), CASE).folio
    assert found[0].values == {"reason": "Duplicada"}
    assert found[3].title == "P-1 Pasaporte"
    assert all(entry.is_here for entry in found)


def test_a_change_tells_the_field_before_and_after(worked: Store) -> None:
    """Of an office the event says it, of an article its versions."""
    (office,) = [e for e in of_record(worked.read(), "office", "o-1") if e.kind == "office.changed"]
    assert office.changes == (Change("floor", "", "2"),)
    latest, _ = of_record(worked.read(), "article", "a-1")
    assert Change("cost", "", "30") in audit.article_changes(worked.read(), latest)


@pytest.mark.parametrize(
    ("wish", "entities"),
    [
        (Wish(words="cedula"), {"case-1"}),
        (Wish(words="PERDI la"), {"case-1"}),
        (Wish(words="pasaporte"), {"a-1"}),
        (Wish(words="100%"), set()),
        (Wish(words="*"), set()),
        (Wish(words="[x]?"), set()),
        (Wish(words="nada", kinds=("complaint.annulled",)), {"case-1"}),
        (Wish(by="ar", noun="complaint"), {"case-1"}),
        (Wish(by="bea"), {"case-1", "case-2"}),
        (Wish(by="nobody of this house"), set()),
        (Wish(noun="article"), {"a-1"}),
        (Wish(noun="complaint", to_on=date(2026, 11, 23)), {"case-1", "case-2"}),
        (Wish(from_on=date(2026, 11, 24)), {"case-1"}),
        (Wish(from_on=date(2026, 11, 25)), set()),
    ],
)
def test_the_trail_is_narrowed(worked: Store, wish: Wish, entities: set[str]) -> None:
    """Words are folded and found in what was told and in titles; signs mean themselves."""
    assert {entry.entity for entry in audit.trail(worked.read(), wish)} == entities


def test_the_folio_finds_all_that_was_done_on_its_case(worked: Store) -> None:
    """Also the steps that do not tell the folio themselves."""
    folio = complaints.get(worked.read(), CASE).folio
    found = audit.trail(worked.read(), Wish(words=folio.lower()))
    assert kinds(found) == ["complaint.annulled case-1", "complaint.filed case-1"]


def test_pages_neither_repeat_nor_leave_out(worked: Store) -> None:
    """Also where many things happened at one instant."""
    whole = audit.trail(worked.read(), Wish())
    paged: list[Entry] = []
    while page := audit.trail(worked.read(), Wish(), before=paged[-1] if paged else None, limit=2):
        paged += page
    assert paged == whole


def test_the_whole_trail_is_for_leads(worked: Store) -> None:
    """A receptionist sees the history of what everyone sees, and of no restricted case."""
    db = worked.read()
    for wish in (Wish(), Wish(words="x"), Wish(noun="person", entity="p-1"),
                 Wish(noun="complaint"), Wish(noun="complaint", entity="case-2"),
                 Wish(noun="article", entity="case-2")):  # fmt: skip
        with pytest.raises(UserError, match=r"role\.needed"):
            audit.trail(db, wish, BEA)
    with pytest.raises(UserError, match=r"role\.needed"):
        of_record(db, "article", "a-1", Actor("", ""))
    assert len(of_record(db, "complaint", CASE, BEA)) == 2
    assert of_record(db, "complaint", "case-2", Actor("m", "manager"))


def test_one_record_of_another_noun_is_not_shown_under_a_noun_that_may(worked: Store) -> None:
    """The noun that is asked for is that of the record."""
    assert of_record(worked.read(), "article", "p-1", BEA) == []


def test_what_was_erased_stays_erased(worked: Store) -> None:
    """The trail says that something was told, and not what."""
    with worked.write() as tx:
        erase(tx, CASE, now=datetime(2026, 11, 25, tzinfo=UTC))
    found = of_record(worked.read(), "complaint", CASE)
    assert [entry.is_erased for entry in found if entry.noun == "complaint"] == [True, True]
    assert "Luz" not in repr(found)
    assert audit.trail(worked.read(), Wish(words="cedula")) == []


def test_a_body_edited_by_hand_does_not_stop_the_trail(worked: Store) -> None:
    """That it was edited is for `check` to say."""
    worked.read().execute("UPDATE event SET body = 'x' WHERE entity = ?", (CASE,))
    assert len(of_record(worked.read(), "complaint", CASE)) == 2
