"""Versions: any instant can be asked for, differences are readable, an old one comes back."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from frontdesk.base import paths
from frontdesk.base.errors import UserError
from frontdesk.core import offices
from frontdesk.core.knowledge import articles, versions
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.knowledge.versions import Piece
from frontdesk.core.offices import Office
from frontdesk.store.migrations import m0001_desk, m0013_life
from frontdesk.store.store import Actor, Store
from tests.helpers.desks import NOW

BASE = Article("Passport", id="a1", say="Bring two photos.")
WORDS = st.sampled_from(("", "One photo.", "Two photos, please", "DNI\n\n- original"))
EDITS = st.builds(
    replace,
    st.just(BASE),
    title=st.sampled_from(("Passport", "Passports")),
    say=WORDS,
    body=WORDS,
    state=st.sampled_from(("draft", "published", "retired")),
    review_days=st.sampled_from(("", "30")),
    requirements=st.lists(st.sampled_from(("Photo", "DNI")), max_size=2).map(tuple),
    steps=st.sampled_from(((), (Step("o1", "Sign"),), (Step("o1", "Sign", 5, ("DNI",)),))),
)
# Milliseconds from one save to the next; a clock may be set back, and two may share an instant.
TIMES = st.lists(st.tuples(st.integers(-2, 3), EDITS), min_size=1, max_size=8)


def at(tick: int) -> datetime:
    """An instant some milliseconds after the morning began."""
    return NOW + timedelta(milliseconds=tick)


def write(store: Store, article: Article, tick: int, who: str = "") -> Article:
    """Save an article some milliseconds after the morning began, as an admin where one is named."""
    store.actor = Actor(who, "admin") if who else None
    with store.write() as tx:
        return articles.save(tx, article, now=at(tick))


@pytest.fixture(scope="module")
def house(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the registry at which steps are done."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copyfile(paths.database(template), paths.database(folder))
    store = Store(folder)
    with store.write() as tx:
        offices.put_many(tx, [Office("o1", "", "Registry")], now=NOW)
    store.close()
    return folder


@settings(max_examples=60)
@given(edits=TIMES)
def test_any_instant_shows_what_held_then(house: Path, edits: list[tuple[int, Article]]) -> None:
    """As a list of (instant, article) would tell it, with papers and steps; and any version that is
    restored is equal to what it was.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(paths.database(house), paths.database(folder))
        store = Store(folder)
        told: dict[int, Article] = {}
        clock = latest = edits[0][0]
        for by, article in edits:
            clock += by
            if not told or article != told[latest]:
                latest = max(latest + 1, clock) if told else clock
                told[latest] = write(store, article, clock)
        for asked in range(min(told) - 1, max(told) + 2):
            held = [article for since, article in told.items() if since <= asked]
            shown = versions.as_it_was_on(store.read(), "a1", at(asked))
            assert shown == (held[-1] if held else None), (asked, told)
        assert len(versions.versions(store.read(), "a1")) == len(told)
        for version in versions.versions(store.read(), "a1"):
            with store.write() as tx:
                again = versions.restore(tx, version, now=at(60_000))
            here = articles.get(store.read(), "a1")
            assert again == here == replace(version.article, state=again.state)
        store.close()


def test_a_version_tells_since_when_until_when_and_by_whom(store: Store) -> None:
    """The one that holds comes first and has no end."""
    write(store, BASE, 0, "ana")
    write(store, replace(BASE, say="Bring one photo."), 5, "eva")
    write(store, replace(BASE, say="Bring nothing."), 9)
    held = versions.versions(store.read(), "a1")
    assert [(v.article.say, v.since_at[20:23], v.until_at[20:23], v.by) for v in held] == [
        ("Bring nothing.", "009", "", ""),
        ("Bring one photo.", "005", "009", "eva"),
        ("Bring two photos.", "000", "005", "ana"),
    ]
    assert versions.versions(store.read(), "nobody") == []


def test_each_change_is_an_event_with_the_digest_and_no_text(store: Store) -> None:
    """With the state and, where it is another one, the state before."""
    write(store, BASE, 0, "ana")
    write(store, replace(BASE, state="retired"), 1, "ana")
    rows = store.read().execute("SELECT body FROM event WHERE kind = 'article.changed' ORDER BY n")
    first, second = (row[0] for row in rows)
    assert articles.digest(BASE).hex() in first
    assert '"state":"retired","was":"published"' in second
    assert "photos" not in first + second


def test_a_restored_version_stays_in_its_state(store: Store) -> None:
    """What was a draft once does not leave the desk because an old text comes back."""
    write(store, replace(BASE, state="draft"), 0)
    write(store, replace(BASE, say="New"), 1)
    old = versions.versions(store.read(), "a1")[-1]
    with store.write() as tx:
        assert versions.restore(tx, old, now=at(2)) == BASE
    with store.write() as tx, pytest.raises(UserError, match=r"article\.unknown"):
        versions.restore(tx, replace(old, article=replace(BASE, id="gone")), now=at(3))


def test_a_difference_is_told_by_field_and_word() -> None:
    """What is the same is beside it; papers and steps one by one."""
    before = replace(BASE, requirements=("DNI", "Two photos"), steps=(Step("o1", "Sign", 5),))
    after = replace(
        BASE, say="Bring one photo today.", requirements=("Two recent photos", "Form"),
        steps=(Step("o1", "Sign", 10),),
    )  # fmt: skip
    changes = {change.field: change.rows for change in versions.difference(before, after)}
    assert list(changes) == ["say", "requirements", "steps"]
    assert changes["say"] == (
        (
            Piece("same", "Bring "), Piece("out", "two photos."), Piece("in", "one photo today."),
        ),
    )  # fmt: skip
    told = [
        {what: "".join(p.text for p in row if p.what in ("same", what)) for what in ("out", "in")}
        for row in changes["requirements"]
    ]
    assert told == [
        {"out": "DNI", "in": "Two recent photos"}, {"out": "Two photos", "in": "Form"}
    ]  # fmt: skip
    assert versions.difference(before, before) == []


@given(before=st.text("ab \n", max_size=60), after=st.text("ab \n", max_size=60))
def test_pieces_hold_both_texts(before: str, after: str) -> None:
    """Without what came, it is the earlier text; without what went, the later one."""
    found = versions.pieces(before, after)
    assert "".join(p.text for p in found if p.what != "in") == before
    assert "".join(p.text for p in found if p.what != "out") == after


def test_a_long_text_is_compared_by_lines() -> None:
    """A million characters without a repeated line: the changed line is still the only one."""
    lines = [f"Line {n} of a text that is very long indeed\n" for n in range(20_000)]
    found = versions.pieces("".join(lines), "".join([*lines[:9], "New\n", *lines[10:]]))
    assert [(p.what, p.text) for p in found[1:3]] == [("out", lines[9]), ("in", "New\n")]


def test_versions_of_before_have_a_beginning_where_the_log_tells_one(tmp_path: Path) -> None:
    """Each begins where the one before ended; what came in bulk was always there."""
    db = sqlite3.connect(tmp_path / "old.db", isolation_level=None)
    m0001_desk.migrate(Database(db, execute_plugins=False))
    db.execute(
        "INSERT INTO event VALUES(1, x'01', 'w', 1, x'', 1, '2026-01-01', 'a1', "
        "'article.saved', x'', '{}', x'')"
    )
    marks = ",".join("''" for _ in range(21))
    for article_id in ("a1", "bulk"):
        db.execute(f"INSERT INTO article VALUES(NULL, '{article_id}', {marks}, '', x'')")
        for until in ("2026-02-01", "2026-03-01"):
            db.execute("INSERT INTO article_version VALUES(?,?,'{}')", (article_id, until))
    m0013_life.migrate(Database(db, execute_plugins=False))
    rows = db.execute("SELECT article_id, since_at, until_at FROM article_version ORDER BY 1, 3")
    assert rows.fetchall() == [
        ("a1", "2026-01-01", "2026-02-01"), ("a1", "2026-02-01", "2026-03-01"),
        ("bulk", "", "2026-02-01"), ("bulk", "2026-02-01", "2026-03-01"),
    ]  # fmt: skip
    db.close()
