"""Work beside the window: in order, with its own errors, and nothing for those who are gone."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from frontdesk.base.errors import UserError
from frontdesk.store.store import Store, Tx
from frontdesk.ui.jobs import Jobs
from tests.helpers.desks import NOW

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


@pytest.fixture
def jobs(store: Store) -> Iterator[Jobs]:
    """Jobs with threads of their own."""
    jobs = Jobs(store, lambda: NOW)
    yield jobs
    jobs.stop()


def put(tx: Tx, key: str, *, now: datetime) -> str:
    """Write a row and return the instant that was handed in."""
    tx.execute("INSERT INTO setting(key, value) VALUES(?, ?)", (key, now.isoformat()))
    return now.isoformat()


def keys(db: sqlite3.Connection, _question: int = 0) -> list[str]:
    """Read the keys."""
    return [
        key for (key,) in db.execute("SELECT key FROM setting WHERE key LIKE 'k%' ORDER BY rowid")
    ]


def refuse(_tx: Tx, *, now: datetime) -> None:
    """Refuse as an operation does."""
    raise UserError("complaint.empty", field="text")


def test_a_write_has_its_instant_and_tells_its_tables(jobs: Jobs, qtbot: QtBot) -> None:
    """The operation gets the clock's instant; after the commit its tables are told."""
    got: list[str] = []
    with qtbot.waitSignal(jobs.changed) as changed:
        jobs.write(jobs, put, "k1", done=got.append)
    assert got == [NOW.isoformat()]
    assert changed.args == [frozenset({"setting"})]


def test_writes_keep_their_order(jobs: Jobs, qtbot: QtBot) -> None:
    """What was asked first is written first."""
    done: list[str] = []
    for number in range(20):
        jobs.write(jobs, put, f"k{number:02}", done=done.append)
    qtbot.waitUntil(lambda: len(done) == 20)
    got: list[list[str]] = []
    jobs.read(jobs, keys, done=got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [[f"k{number:02}" for number in range(20)]]


def test_a_newer_question_ends_the_older_one(jobs: Jobs, qtbot: QtBot) -> None:
    """A query that would never end is interrupted by the next; only that one is answered."""
    begun = threading.Event()

    def look(db: sqlite3.Connection, sql: str) -> object:
        begun.set()
        return db.execute(sql).fetchone()[0]

    got: list[object] = []
    jobs.read(jobs, look, ENDLESS, done=got.append)
    assert begun.wait(10)
    jobs.read(jobs, look, "SELECT 42", done=got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [42]


def test_questions_of_others_are_not_ended(jobs: Jobs, qtbot: QtBot) -> None:
    """Two owners may ask the same: both are answered."""
    one, other = QObject(), QObject()
    got: list[list[str]] = []
    jobs.read(one, keys, done=got.append)
    jobs.read(other, keys, done=got.append)
    qtbot.waitUntil(lambda: len(got) == 2)


def test_a_refusal_goes_to_its_field_or_to_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    """A UserError is handed to `failed`; without one the window's line gets it."""
    failed: list[UserError] = []
    jobs.write(jobs, refuse, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0].code == "complaint.empty"
    with qtbot.waitSignal(jobs.problem) as problem:
        jobs.write(jobs, refuse)
    assert problem.args[0].code == "complaint.empty"


def test_any_other_error_is_told_once_and_logged(
    jobs: Jobs, qtbot: QtBot, expect_log: Callable[[str], None]
) -> None:
    """A bug does not end the lane: it is logged, told, and the next write is done."""

    def breaks(_tx: Tx, *, now: datetime) -> None:
        raise ZeroDivisionError

    expect_log("ERROR .*breaks failed")
    with qtbot.waitSignal(jobs.bug) as bug:
        jobs.write(jobs, breaks)
    assert "ZeroDivisionError" in bug.args[0]
    with qtbot.waitSignal(jobs.changed):
        jobs.write(jobs, put, "k1")


def test_a_damaged_page_is_no_bug(jobs: Jobs, store: Store, qtbot: QtBot) -> None:
    """Whatever read it, the window says in a sentence that the database is damaged."""
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'event'"
    (page,) = store.read().execute(query).fetchone()
    store.close()
    data = bytearray(store.file.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    store.file.write_bytes(data)
    with qtbot.waitSignal(jobs.problem) as problem:
        jobs.read(jobs, lambda db: db.execute("SELECT * FROM event").fetchall())
    assert problem.args[0].code == "store.damaged"


def test_nobody_is_called_who_is_gone(jobs: Jobs, qtbot: QtBot) -> None:
    """The result for a deleted owner is dropped; the write itself is done."""
    owner = QObject()
    got: list[str] = []
    gate = threading.Event()

    def late(tx: Tx, key: str, *, now: datetime) -> str:
        gate.wait(10)
        return put(tx, key, now=now)

    jobs.write(owner, late, "k1", done=got.append)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    with qtbot.waitSignal(jobs.changed):
        gate.set()
    assert got == []
    read: list[list[str]] = []
    jobs.read(jobs, keys, done=read.append)
    qtbot.waitUntil(lambda: bool(read))
    assert read == [["k1"]]


def test_what_waits_to_be_written_is_written_at_the_end(store: Store) -> None:
    """Stopping loses no write that was asked for."""
    jobs = Jobs(store, lambda: NOW)
    for number in range(30):
        jobs.write(jobs, put, f"k{number:02}")
    jobs.stop()
    assert len(keys(store.read())) == 30


def test_long_work_gives_its_memory_back(
    jobs: Jobs, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, when nothing long waits any more; reading keeps what it will read again."""
    gate, told, rested = threading.Event(), list[str](), list[str]()
    monkeypatch.setattr(store, "rest", lambda: rested.append(threading.current_thread().name))
    jobs.slow(jobs, lambda _store: gate.wait(), done=lambda _: told.append("first"))
    jobs.slow(jobs, lambda _store: None, done=lambda _: told.append("second"))
    jobs.read(jobs, keys, done=lambda _: told.append("read"))
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 3 and bool(rested), timeout=60_000)
    jobs.stop()
    assert rested == ["lane-slow"]
