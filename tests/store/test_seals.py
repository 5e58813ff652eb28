"""A row that was edited, removed or added by hand is named by `check`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from frontdesk.core import checking, offices, people, sites
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
BY_HAND = [
    ("UPDATE office SET name = 'Otra' WHERE id = 'O1'", "office O1: changed by hand"),
    ("DELETE FROM office WHERE id = 'O2'", "office O2: removed by hand"),
    ("INSERT INTO service VALUES('a-1', 'O1')", "service a-1 O1: added by hand"),
    ("UPDATE person SET role = 'admin' WHERE id = 'P1'", "person P1: changed by hand"),
    ("UPDATE site SET zone = 'UTC', country = 'XX'", "changed by hand"),
    ("DELETE FROM article WHERE id = 'a-1'", "article a-1: removed by hand"),
    ("UPDATE article SET id = 'a-9' WHERE id = 'a-2'", "article a-9: changed"),
]


@pytest.fixture
def house(store: Store) -> Store:
    """Two offices, somebody, two articles."""
    with store.write() as tx:
        offices.put_many(tx, [Office("O1", "AGU", "Aguas"), Office("O2", "REG", "Registro")],
                         now=NOW)  # fmt: skip
        people.put_many(tx, [Person("P1", "", "Ana Ruiz", role="receptionist")], now=NOW)
        told = [Article(id=f"a-{n}", kind="service", title=f"Alta {n}") for n in (1, 2)]
        articles.put_many(tx, told, now=NOW)
    return store


def by_hand(store: Store, sql: str) -> None:
    """Do what somebody with another program does."""
    with closing(sqlite3.connect(store.file)) as db, db:
        db.execute(sql)


@pytest.mark.parametrize(("sql", "told"), BY_HAND)
def test_what_was_done_by_hand_is_named(house: Store, sql: str, told: str) -> None:
    """The first line says which record, and what was done to it."""
    assert checking.faults(house) == []
    by_hand(house, sql)
    assert any(told in line for line in checking.faults(house)), checking.faults(house)


def test_what_the_program_does_is_no_fault(house: Store) -> None:
    """Changes, removals and additions through the operations leave a whole database."""
    with house.write() as tx:
        offices.put_many(tx, [Office("O1", "AGU", "Aguas y saneamiento")], now=NOW)
        articles.put_many(tx, [Article(id="a-3", kind="service", title="Baja")], now=NOW)
        sites.renew_identity(tx, now=NOW)
    assert checking.faults(house) == []


def test_a_write_elsewhere_does_not_hide_what_was_done_by_hand(house: Store) -> None:
    """Sealing one table leaves the faults of the others told."""
    by_hand(house, "UPDATE person SET name = 'Otra' WHERE id = 'P1'")
    with house.write() as tx:
        offices.put_many(tx, [Office("O3", "CAJ", "Caja")], now=NOW)
    assert "person P1: changed by hand" in checking.faults(house)
