"""Exchange and copies on a disk that is full, and on a database that another program holds."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import checking, complaints, copies
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.store import store as opening
from frontdesk.store.store import Store
from frontdesk.sync import restoring, rounds
from frontdesk.sync.transports import Folder
from tests.cli.test_bad_folders import needs_disk, on_small_disk
from tests.helpers import branches
from tests.helpers.command_line import run
from tests.helpers.desks import NOW


@needs_disk
def test_an_exchange_on_a_full_disk_is_finished_by_the_next(tmp_path: Path) -> None:
    """The sentence says that the disk is full; with room, everything arrives."""
    head = branches.head_office(tmp_path / "head")
    north = branches.branch(head, tmp_path / "north")
    chance = random.Random(1)
    long = [
        Article(f"Trámite {n}", id=f"a-{n}", code=f"T-{n}", body=chance.randbytes(9_000).hex(" "))
        for n in range(60)
    ]
    with head.write() as tx:
        articles.put_many(tx, long, now=NOW)
    with north.write() as tx:
        complaints.file(tx, "No llega el recibo", now=NOW)
    share = tmp_path / "share"
    branches.meet(share, head)
    north.close()
    ran, kept = on_small_disk(north.folder, tmp_path, "1600k", "sync", share)
    assert "full" in ran.refusal() or "space" in ran.refusal()
    assert run("sync", share, "--data", kept).code == 0
    store = Store(kept)
    assert len(list(articles.docs(store.read()))) == 60
    assert len(list(complaints.every(store.read()))) == 1
    assert checking.faults(store) == []
    store.close()


def test_whatever_meets_a_locked_database_says_so_and_is_done_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exchange, restore: nothing is half done, and repeating does it."""
    monkeypatch.setattr(opening, "BUSY_MS", 20)
    head = branches.head_office(tmp_path / "head")
    north = branches.branch(head, tmp_path / "north")
    with head.write() as tx:
        complaints.file(tx, "Del centro", now=NOW)
    with north.write() as tx:
        complaints.file(tx, "Del norte", now=NOW)
    file = copies.daily(north, now=NOW).file
    branches.meet(tmp_path / "share", head)
    north.close()
    with closing(sqlite3.connect(north.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match=r"store\.locked"):
            rounds.exchange(north, Folder(tmp_path / "share"), now=NOW)
        north.close()
        with pytest.raises(UserError, match=r"backup\.in_use"):
            restoring.restore(north.folder, file, now=NOW)
        other.execute("ROLLBACK")
    branches.meet(tmp_path / "share", north, head)
    assert {case.text for case in complaints.every(head.read())} == {"Del centro", "Del norte"}
    north.close()
    restoring.restore(north.folder, file, now=NOW)
    assert checking.faults(north) == []
