"""The schema's history: all steps or none, a backup first, the same schema by every way."""

from __future__ import annotations

import importlib
import sqlite3
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from frontdesk.base import paths
from frontdesk.store import migrations, settings
from frontdesk.store.store import Store

STEPS = migrations.STEPS


def only(count: int, patch: pytest.MonkeyPatch) -> None:
    """Make this an older program, which knows the first `count` steps."""
    patch.setattr(migrations, "STEPS", STEPS[:count])
    patch.setattr(migrations, "LATEST", count)


def schema(folder: Path) -> set[tuple[str, str, str]]:
    """Everything a database consists of: tables, indexes, triggers, views."""
    with closing(sqlite3.connect(paths.database(folder))) as db:
        return set(db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master"))


def version(file: Path) -> int:
    """How many steps a database has taken."""
    with closing(sqlite3.connect(file)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def step(name: str) -> ModuleType:
    """The module of a step."""
    return importlib.import_module(f"{migrations.__name__}.{name}")


def breaking(patch: pytest.MonkeyPatch) -> None:
    """Let the last step do its work and then fail."""
    last = step(STEPS[-1])
    real = last.migrate

    def migrate(db: object) -> None:
        real(db)
        raise RuntimeError("the power fails here")

    patch.setattr(last, "migrate", migrate)


def test_step_by_step_leads_to_the_same_schema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desk that took every update has the tables, indexes and triggers of a new one."""
    Store(tmp_path / "new", create=True).close()
    for count in range(1, len(STEPS) + 1):
        only(count, monkeypatch)
        Store(tmp_path / "old", create=True).close()
    assert schema(tmp_path / "old") == schema(tmp_path / "new")


def test_a_backup_comes_before_a_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database as it was before lies in the backups, and the data is in both."""
    with monkeypatch.context() as older:
        only(1, older)
        store = Store(tmp_path, create=True)
        store.read().execute("INSERT INTO setting(key, value) VALUES('a', 'kept')")
        store.close()
    store = Store(tmp_path)
    assert settings.get(store.read(), "a") == "kept"
    assert store.read().execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    store.close()
    assert version(paths.database(tmp_path)) == migrations.LATEST
    (kept,) = (tmp_path / "backups").iterdir()
    assert version(kept) == 1
    with closing(sqlite3.connect(kept)) as db:
        assert settings.get(db, "a") == "kept"


def test_a_new_database_needs_no_backup(tmp_path: Path) -> None:
    """Where there was nothing, nothing is kept."""
    Store(tmp_path, create=True).close()
    assert not (tmp_path / "backups").exists()


def test_half_a_migration_does_not_happen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step that fails takes all steps of that run back, and the next run does them all."""
    with monkeypatch.context() as older:
        only(1, older)
        Store(tmp_path, create=True).close()
    before = schema(tmp_path)
    with monkeypatch.context() as failing:
        breaking(failing)
        with pytest.raises(RuntimeError, match="power"):
            Store(tmp_path)
    assert schema(tmp_path) == before
    assert version(paths.database(tmp_path)) == 1
    Store(tmp_path).close()
    assert version(paths.database(tmp_path)) == migrations.LATEST


def test_a_set_up_that_fails_leaves_an_empty_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even the first tables come all at once."""
    with monkeypatch.context() as failing:
        breaking(failing)
        with pytest.raises(RuntimeError, match="power"):
            Store(tmp_path, create=True)
    assert schema(tmp_path) == set()
    Store(tmp_path, create=True).close()
    assert version(paths.database(tmp_path)) == migrations.LATEST


def test_the_steps_are_in_order_and_say_why() -> None:
    """Each is numbered in turn, and its module tells its reason."""
    assert [int(name[1:5]) for name in STEPS] == list(range(1, len(STEPS) + 1))
    for name in STEPS:
        assert step(name).__doc__
        assert step(name).migrate.__doc__
