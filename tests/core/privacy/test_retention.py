"""Names are forgotten by rule; counts stay."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, contacts, privacy
from frontdesk.core.complaints import life
from frontdesk.core.privacy import holdings
from frontdesk.store.store import Actor, Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def visit(store: Store, name: str, at: datetime) -> None:
    """Somebody was here and left."""
    with store.write() as tx:
        contacts.name_visitor(tx, name, now=at)
        contacts.close(tx, outcome="answered", now=at)


def names(store: Store) -> list[str]:
    """The names of visits, the first visit first."""
    rows = store.read().execute("SELECT visitor FROM contact ORDER BY opened_at")
    return [name for (name,) in rows]


def test_a_name_goes_after_the_days_of_the_rule(store: Store) -> None:
    """The day before it stays; the visit itself is counted as before."""
    visit(store, "Rosa Vidal", NOW - timedelta(days=31))
    visit(store, "Luis Mora", NOW - timedelta(days=29))
    with store.write() as tx:
        assert privacy.apply(tx, now=NOW) == {"contact": 1}
        assert privacy.apply(tx, now=NOW) == {}
    assert names(store) == ["", "Luis Mora"]


def test_the_rule_can_be_changed_and_switched_off(store: Store) -> None:
    """0 is never; what is no number of days is refused."""
    visit(store, "Rosa Vidal", NOW - timedelta(days=300))
    with store.write() as tx:
        privacy.set_days(tx, 0, now=NOW)
        assert privacy.apply(tx, now=NOW) == {}
        privacy.set_days(tx, 299, now=NOW)
        assert privacy.apply(tx, now=NOW) == {"contact": 1}
    for wrong in (-1, 4000):
        with store.write() as tx, pytest.raises(UserError):
            privacy.set_days(tx, wrong, now=NOW)


def test_a_complaint_goes_when_its_law_lets_it(store: Store) -> None:
    """Not a day before the years of its pack are over; an open one never."""
    with store.write() as tx:
        tx.execute("UPDATE site SET country = 'PE', rules = 'pe-private'")
        settled = complaints.file(tx, "No llega el recibo", name="Rosa", now=NOW)
        complaints.file(tx, "Mucha cola", now=NOW)
        life.close(tx, settled.id, "Se envió", now=NOW)
    why, until_on = holdings.kept_until(store.read(), settled.id)
    assert why == "law"
    last = datetime.combine(date.fromisoformat(until_on), NOW.timetz())
    with store.write() as tx:
        assert privacy.apply(tx, now=last - timedelta(days=1)) == {}
        assert privacy.apply(tx, now=last) == {"complaint": 1}
    texts = [case.text for case in complaints.every(store.read())]
    assert sorted(texts) == ["", "Mucha cola"]


def test_the_program_forgets_by_itself_and_to_the_last_byte(store: Store) -> None:
    """Whoever is signed in; neither database nor log knows the name afterwards."""
    for n in range(3):
        visit(store, "Rosa Querubina", NOW - timedelta(days=40 + n))
    store.actor = Actor("p-1", "receptionist")
    assert privacy.by_rule(store, now=NOW) == {"contact": 3}
    assert privacy.by_rule(store, now=NOW) == {}
    files = (store.file, store.file.with_name(f"{store.file.name}-wal"))
    assert not any(b"Querubina" in file.read_bytes() for file in files if file.exists())
