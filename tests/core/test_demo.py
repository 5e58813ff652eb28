"""The demo office: a plausible history, marked as simulated, gone with one action."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.core import (
    checking,
    complaints,
    contacts,
    demo,
    expected,
    indicators,
    promises,
    queue,
    sites,
    voice,
)
from frontdesk.core.knowledge import articles
from frontdesk.core.search import Context, search
from frontdesk.store import settings
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
TODAY = "2026-11-20"
MARKED = (
    "contact", "slip", "complaint", "promise", "gap", "bounce", "expected", "phone_call",
)  # fmt: skip


def build(folder: Path, **how: Any) -> Store:
    """A data folder with the demo in it."""
    store = Store(folder, create=True)
    demo.build(store, **{"now": NOW, "zone_name": "Europe/Madrid", **how})
    return store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo office; its tests only read."""
    store = build(tmp_path_factory.mktemp("demo"))
    yield store
    store.close()


@pytest.fixture(scope="module")
def db(store: Store) -> sqlite3.Connection:
    """The demo's database."""
    return store.read()


def test_news_carry_their_day_in_words(db: sqlite3.Connection) -> None:
    """Days in the news are counted from today, moved to working days and written out."""
    news = articles.by_code(db, "NOT-01")
    assert news is not None
    assert news.valid_from == "2026-11-23"
    assert news.say.startswith("El lunes 23 de noviembre se corta el agua")
    assert all("{" not in a.say + a.body + a.authority for a in articles.every(db))


def test_the_demo_answers(db: sqlite3.Connection) -> None:
    """A usual question finds its article at the first place."""
    for query, code in (("empadronarse", "PAD-01"), ("farola apagada", "ENE-03")):
        hits = search(db, query, Context(lang="es", day=TODAY), 3).hits
        assert hits[0].code == code


def test_the_articles_have_all_that_the_desk_shows(db: sqlite3.Connection) -> None:
    """Some are overdue for review, most have requirements, steps, owner and authority."""
    found = list(articles.every(db))
    stale = sum(article.review_on < TODAY for article in found)
    assert 5 <= stale <= len(found) / 4
    assert all(article.owner and article.who and article.say and article.body for article in found)
    assert sum(bool(article.requirements) for article in found) > len(found) / 2
    assert sum(bool(article.steps) for article in found) > len(found) / 2
    assert sum(bool(article.authority) for article in found) > len(found) * 0.9
    assert {article.currency for article in found if article.cost} == {"EUR"}


def test_three_months_of_work_lie_behind_the_desk(db: sqlite3.Connection) -> None:
    """Contacts, promises, gaps and complaints of every outcome and state, none in future."""
    outcomes = Counter(dict(db.execute("SELECT outcome, count(*) FROM contact GROUP BY 1")))
    assert 900 <= outcomes.total() <= 1700
    assert set(outcomes) == set(contacts.OUTCOMES)
    states = Counter(case.state for case in complaints.every(db))
    assert 85 <= states.total() <= 95
    assert set(states) == {"received", "closed", "annulled"}
    assert any(case.due_on < TODAY for case in complaints.still_open(db))
    assert promises.still_open(db)
    assert {gap.kind for gap in voice.still_open(db)} == {"not_found", "customer_told"}
    first, last = db.execute("SELECT min(at), max(at) FROM event").fetchone()
    assert first < iso(NOW - timedelta(days=88))
    assert last <= iso(NOW)


def test_all_of_it_is_marked_as_simulated(db: sqlite3.Connection) -> None:
    """The setting says demo, and nothing that happened at the desk lacks its origin."""
    assert settings.get(db, "demo") == "1"
    assert demo.is_demo(db)
    for table in MARKED:
        origins = db.execute(f"SELECT DISTINCT origin FROM {table}").fetchall()
        assert origins == [("demo",)], table


def test_people_wait_at_three_offices_in_a_working_hour(db: sqlite3.Connection) -> None:
    """Some are being served; who waits can be called at once."""
    board = queue.board(db, now=NOW)
    assert [counter.waiting > 0 for counter in board].count(True) >= 3
    assert any(counter.serving for counter in board)
    assert all(counter.longest_s < 40 * 60 for counter in board)
    for counter in board:
        assert len(queue.waiting(db, counter.office_id, now=NOW)) == counter.waiting


def test_nobody_waits_at_night(tmp_path: Path) -> None:
    """Whoever came was served or is gone."""
    store = build(tmp_path, now=NOW.replace(hour=21))
    assert queue.board(store.read(), now=NOW.replace(hour=21)) == []


def test_visitors_are_expected_today(db: sqlite3.Connection) -> None:
    """Some have come, and their hosts know."""
    visitors = expected.on_day(db, NOW.date(), "Europe/Madrid")
    assert {visitor.state for visitor in visitors} == {"expected", "arrived"}
    assert all(visitor.told_at for visitor in visitors if visitor.state == "arrived")
    assert all(visitor.host_name for visitor in visitors)


@pytest.mark.parametrize(
    "name", ["waiting", "walk", "service", "abandonment", "bounce", "first-time-right", "phone"]
)
def test_the_indicators_of_the_demo_are_not_empty(db: sqlite3.Connection, name: str) -> None:
    """Three months of visits, calls and wrong ways lie behind them."""
    assert indicators.report(db, name, now=NOW)


def test_steps_name_papers_costs_and_other_offices(db: sqlite3.Connection) -> None:
    """Each of them is somewhere in the demo, so that it can be seen."""
    steps = [step for article in articles.every(db) for step in article.steps]
    assert any(step.papers for step in steps)
    assert any(step.cost for step in steps)
    assert any(step.others for step in steps)


def test_the_database_is_whole(store: Store) -> None:
    """The check that every office can run finds nothing edited, missing or doubled."""
    assert checking.faults(store) == []


def test_work_is_done_on_working_days(db: sqlite3.Connection) -> None:
    """Nobody came on a weekend, and nobody was served at night."""
    closed = [
        row[0] for row in db.execute("SELECT closed_at FROM contact WHERE closed_at IS NOT NULL")
    ]
    assert {datetime.fromisoformat(at).weekday() for at in closed} == {0, 1, 2, 3, 4}
    assert {datetime.fromisoformat(at).hour for at in closed} <= set(range(6, 18))


def story(store: Store) -> list[tuple[Any, ...]]:
    """What happened, without the ids and codes that no two databases share."""
    db = store.read()
    rows = db.execute(
        "SELECT c.opened_at, c.closed_at, c.channel, c.visitor, c.outcome, e.what, "
        "replace(e.label, c.desk, ''), e.at "
        "FROM contact c JOIN contact_entry e ON e.contact_id = c.id ORDER BY e.at, e.position"
    ).fetchall()
    cases = [(c.text, c.name, c.phone, c.filed_at, c.due_on, c.state, c.settled_at)
             for c in complaints.every(db)]  # fmt: skip
    kept = db.execute("SELECT what, to_whom, due_at, state, settled_at FROM promise").fetchall()
    return [*rows, *cases, *sorted(kept)]


def test_the_same_seed_tells_the_same_story(store: Store, tmp_path: Path) -> None:
    """Seed and instant decide all but the ids; another seed tells another story."""
    again, other = build(tmp_path / "again"), build(tmp_path / "other", seed=8)
    assert story(again) == story(store)
    assert story(other) != story(store)


@pytest.mark.parametrize(
    "at", ["2026-11-22T23:30:00Z", "2027-01-01T05:00:00Z", "2026-07-06T06:00:00Z"]
)
def test_it_can_be_built_on_any_day(tmp_path: Path, at: str) -> None:
    """A Sunday night, a New Year's morning and a summer Monday are no trouble."""
    now = datetime.fromisoformat(at)
    store = Store(tmp_path, create=True)
    demo.build(store, now=now, zone_name="America/Lima")
    assert store.read().execute("SELECT max(at) FROM event").fetchone()[0] <= iso(now)


@pytest.mark.parametrize("name", ["America/Lima", "Europe/Madrid"])
def test_offices_keep_the_time_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Without a zone the demo's offices are open when it is office time where they are shown."""
    monkeypatch.setenv("TZ", name)
    store = Store(tmp_path, create=True)
    demo.build(store, now=NOW)
    assert sites.here(store.read()).zone == name


def test_the_demo_is_built_once(tmp_path: Path) -> None:
    """A folder with an office in it is refused, and stays as it was."""
    store = Store(tmp_path, create=True)
    with store.write() as tx:
        sites.create(tx, "Sede real", now=NOW)
    with pytest.raises(UserError) as refused:
        demo.build(store, now=NOW)
    assert refused.value.code == "site.exists"
    assert not demo.is_demo(store.read())
    assert not list(articles.every(store.read()))


def test_one_action_removes_it(tmp_path: Path) -> None:
    """Afterwards the folder holds no data, and a real office can be set up in it."""
    assert demo.remove(build(tmp_path), now=NOW) is None
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []
    with Store(tmp_path, create=True).write() as tx:
        assert sites.create(tx, "Sede real", now=NOW).name == "Sede real"


def test_what_somebody_did_in_it_is_kept(tmp_path: Path) -> None:
    """A complaint filed by hand in the demo is in the backup that the removal leaves."""
    store = build(tmp_path)
    with store.write() as tx:
        case = complaints.file(tx, "Esta es de verdad", now=NOW)
    kept = demo.remove(store, now=NOW)
    assert kept is not None
    with sqlite3.connect(kept) as backup:
        assert complaints.get(backup, case.folio).text == "Esta es de verdad"


def test_a_real_office_is_never_removed(tmp_path: Path) -> None:
    """What is not the demo is refused and stays."""
    store = Store(tmp_path, create=True)
    with store.write() as tx:
        sites.create(tx, "Sede real", now=NOW)
    with pytest.raises(UserError) as refused:
        demo.remove(store, now=NOW)
    assert refused.value.code == "demo.absent"
    assert sites.here(store.read()).name == "Sede real"
