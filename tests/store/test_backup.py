"""Backups: whole or not there; a restore never loses the database it replaces."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from frontdesk.base import paths
from frontdesk.base.errors import UserError
from frontdesk.core import complaints, sites
from frontdesk.core.complaints import Complaint
from frontdesk.store import backup, migrations, seals
from frontdesk.store.store import Store, Tx
from tests.helpers.desks import NOW, SITE, set_up


def filed(store: Store, text: str = "The queue did not move.") -> Complaint:
    """One more complaint."""
    with store.write() as tx:
        return complaints.file(tx, text, now=NOW)


def texts(folder: Path) -> list[str]:
    """The complaints of a data folder."""
    store = Store(folder)
    found = [case.text for case in complaints.every(store.read())]
    store.close()
    return found


def renew(tx: Tx) -> None:
    """What a restore does to the identity."""
    sites.renew_identity(tx, now=NOW)


def restore(file: Path, folder: Path, stamp: str = "now") -> Path | None:
    """Restore as the command line does."""
    return backup.replace_with(file, folder, stamp, renew)


def test_a_backup_holds_what_was_saved(store: Store, tmp_path: Path) -> None:
    """Also what still lies in the write-ahead log, and it is one file that opens by itself."""
    filed(store)
    file = tmp_path / "copies" / "monday.db"
    backup.copy_to(store.read(), file)
    backup.verify(file)
    assert [path.name for path in file.parent.iterdir()] == ["monday.db"]
    assert texts(copied_as_desk(file, tmp_path)) == ["The queue did not move."]


def copied_as_desk(file: Path, tmp_path: Path) -> Path:
    """A data folder that holds nothing but a backup."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    paths.database(folder).write_bytes(file.read_bytes())
    return folder


def test_a_backup_is_replaced_only_by_a_whole_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that fails its verification leaves the one before, and no rest of its own."""
    file = tmp_path / "backup.db"
    backup.copy_to(store.read(), file)
    before = file.read_bytes()
    filed(store)

    def fail(_file: Path) -> None:
        raise UserError("backup.damaged", file=file)

    monkeypatch.setattr(backup, "verify", fail)
    with pytest.raises(UserError, match=r"backup\.damaged"):
        backup.copy_to(store.read(), file)
    assert file.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_a_backup_never_lies_beside_an_old_log(store: Store, tmp_path: Path) -> None:
    """The log of a backup that somebody looked into would be taken for the new one's."""
    file = tmp_path / "backup.db"
    backup.copy_to(store.read(), file)
    log = file.with_name("backup.db-wal")
    log.write_bytes(b"old")
    backup.copy_to(store.read(), file)
    assert not log.exists()


def test_the_database_is_no_place_for_its_backup(store: Store, folder: Path) -> None:
    """Replacing an open database by its copy would destroy it; by whatever name it is called."""
    filed(store)
    for file in (store.file, folder / ".." / folder.name / paths.DATABASE):
        with pytest.raises(UserError, match=r"backup\.itself"):
            backup.copy_to(store.read(), file)
        with pytest.raises(UserError, match=r"backup\.itself"):
            restore(file, folder)
    store.close()
    assert texts(folder) == ["The queue did not move."]


def test_a_place_that_cannot_be_written_is_said(store: Store, tmp_path: Path) -> None:
    """A folder of that name, or a file where the folder should be."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "file").write_text("")
    for file in (tmp_path / "taken", tmp_path / "file" / "backup.db"):
        with pytest.raises(UserError, match=r"backup\.unwritable"):
            backup.copy_to(store.read(), file)


def test_what_is_no_backup_is_refused(store: Store, folder: Path, tmp_path: Path) -> None:
    """Absent, foreign, newer, cut off, no database: each by its own sentence, nothing replaced."""
    filed(store)
    whole = tmp_path / "whole.db"
    backup.copy_to(store.read(), whole)
    store.close()
    bad = {
        "absent": tmp_path / "nowhere.db",
        "damaged": tmp_path / "cut.db",
        "newer": tmp_path / "newer.db",
    }
    bad["damaged"].write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    bad["newer"].write_bytes(whole.read_bytes())
    with closing(sqlite3.connect(bad["newer"])) as db:
        db.execute(f"PRAGMA user_version = {migrations.LATEST + 1}")
    for code, file in bad.items():
        with pytest.raises(UserError, match=f"backup.{code}") as refused:
            restore(file, folder)
        assert refused.value.details["file"] == file
    for other in (b"", b"not a database" * 400):
        (tmp_path / "other.db").write_bytes(other)
        with pytest.raises(UserError, match=r"backup\.damaged"):
            restore(tmp_path / "other.db", folder)
    assert texts(folder) == ["The queue did not move."]
    assert not (folder / "backups" / "restoring").exists()


def test_a_restore_brings_back_and_keeps(store: Store, folder: Path, tmp_path: Path) -> None:
    """The backup is in place, the database it replaced lies in the backups, both whole."""
    filed(store, "before")
    backup.copy_to(store.read(), tmp_path / "backup.db")
    filed(store, "after")
    store.close()
    kept = restore(tmp_path / "backup.db", folder)
    assert texts(folder) == ["before"]
    assert kept == folder / "backups" / "replaced-now.db"
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]
    backup.verify(kept)
    restore(kept, folder, "later")
    assert texts(folder) == ["before", "after"]


def test_a_restored_desk_never_repeats_a_folio(store: Store, folder: Path, tmp_path: Path) -> None:
    """What was filed after the backup may be on paper already: the series begins anew."""
    backup.copy_to(store.read(), tmp_path / "backup.db")
    lost, desk = filed(store), sites.here(store.read())
    writers = store.read().execute("SELECT id FROM writer").fetchall()
    store.close()
    restore(tmp_path / "backup.db", folder)
    store = Store(folder)
    again = filed(store)
    assert sites.here(store.read()).desk != desk.desk
    assert sites.here(store.read()).site_id == desk.site_id
    assert (again.number, lost.number) == (1, 1)
    assert again.folio != lost.folio
    current = store.read().execute("SELECT id FROM writer WHERE current = 1").fetchone()
    assert current not in writers
    assert store.read().execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    store.close()


def test_a_restore_that_stops_half_way_leaves_the_old_desk(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    """The new identity comes before the new place, so there is never a desk with an old code."""
    filed(store, "before")
    backup.copy_to(store.read(), tmp_path / "backup.db")
    filed(store, "after")
    store.close()

    def stop(_tx: Tx) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backup.replace_with(tmp_path / "backup.db", folder, "now", stop)
    assert texts(folder) == ["before", "after"]


def test_a_restore_is_refused_while_the_desk_is_open(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    """A window that is open would go on writing into the file that was put aside."""
    backup.copy_to(store.read(), tmp_path / "backup.db")
    filed(store)
    with pytest.raises(UserError, match=r"backup\.in_use"):
        restore(tmp_path / "backup.db", folder)
    filed(store)
    store.close()
    assert len(texts(folder)) == 2


@pytest.mark.parametrize("damage", ["header", "pages", "cut", "empty"])
def test_a_damaged_database_can_be_replaced(
    store: Store, folder: Path, tmp_path: Path, damage: str
) -> None:
    """That is what a backup is for; the damaged file is kept as it is."""
    filed(store)
    backup.copy_to(store.read(), tmp_path / "backup.db")
    store.close()
    file = paths.database(folder)
    data = file.read_bytes()
    spoilt = {
        "header": b"x" * 4096 + data[4096:],
        "pages": data[:4096] + bytes(len(data) - 4096),
        "cut": data[: len(data) // 2 + 100],
        "empty": b"",
    }[damage]
    file.write_bytes(spoilt)
    kept = restore(tmp_path / "backup.db", folder)
    assert texts(folder) == ["The queue did not move."]
    assert kept
    assert kept.read_bytes() == spoilt


def test_a_backup_comes_to_an_empty_folder(store: Store, tmp_path: Path) -> None:
    """On a new machine there is nothing to keep."""
    filed(store)
    backup.copy_to(store.read(), tmp_path / "backup.db")
    assert restore(tmp_path / "backup.db", tmp_path / "new") is None
    assert texts(tmp_path / "new") == ["The queue did not move."]


def test_the_folder_of_a_dead_machine_is_a_backup_too(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    """What lies in the log beside the saved file comes along."""
    store.read().execute("PRAGMA wal_autocheckpoint = 0")
    filed(store)
    rescued = tmp_path / "rescued"
    rescued.mkdir()
    for path in folder.glob("frontdesk.db*"):
        if not path.name.endswith("-shm"):
            (rescued / path.name).write_bytes(path.read_bytes())
    assert [path.name for path in sorted(rescued.iterdir())] == ["frontdesk.db", "frontdesk.db-wal"]
    restore(paths.database(rescued), tmp_path / "new")
    assert texts(tmp_path / "new") == ["The queue did not move."]


def test_a_backup_of_an_older_program_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A restored desk is one that this program can use at once."""
    with monkeypatch.context() as older:
        older.setattr(migrations, "STEPS", migrations.STEPS[:1])
        older.setattr(migrations, "LATEST", 1)
        older.setattr(seals, "seal", lambda *_: None)  # which came later
        set_up(tmp_path / "older")
    restore(paths.database(tmp_path / "older"), tmp_path / "new")
    store = Store(tmp_path / "new")
    assert store.read().execute("PRAGMA user_version").fetchone()[0] == migrations.LATEST
    assert sites.here(store.read()).name == SITE
    store.close()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["backups", "frontdesk.db"]
