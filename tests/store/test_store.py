"""The one place that opens SQLite: settings, transactions, locks, and files that are refused."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from frontdesk.base import paths
from frontdesk.base.errors import UserError
from frontdesk.store import migrations, settings
from frontdesk.store import store as stores
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

COUNT = """
import sys
from pathlib import Path
from frontdesk.store import settings
from frontdesk.store.store import Store
store = Store(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[2])):
    with store.write() as tx:
        settings.put(tx, "count", str(int(settings.get(tx.db, "count", "0")) + 1))
"""
SET_UP = """
import sys
from pathlib import Path
from frontdesk.store.store import Store
print("ready", flush=True)
sys.stdin.readline()
Store(Path(sys.argv[1]), create=True).close()
"""
HOLD = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA locking_mode = EXCLUSIVE")
db.execute("BEGIN EXCLUSIVE")
db.execute("INSERT INTO setting VALUES('held', '')")
print("ready", flush=True)
sys.stdin.readline()
"""


def started(script: str, *words: str) -> subprocess.Popen[str]:
    """A process that runs `script` and is ready; a line on its standard input lets it go on."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def let_go(*processes: subprocess.Popen[str]) -> list[int]:
    """Let processes go on at once; return their exit codes."""
    for process in processes:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        process.communicate()
    return [process.returncode for process in processes]


def pragma(store: Store, name: str) -> object:
    """The value of a setting of this thread's connection."""
    return store.read().execute(f"PRAGMA {name}").fetchone()[0]


def test_what_is_acknowledged_survives_a_power_cut(store: Store) -> None:
    """Write-ahead log with full flushes, enforced references, patience with other writers."""
    assert pragma(store, "journal_mode") == "wal"
    assert pragma(store, "synchronous") == 2
    assert pragma(store, "foreign_keys") == 1
    assert pragma(store, "busy_timeout") == stores.BUSY_MS


def test_every_table_is_strict(store: Store) -> None:
    """A wrong type is refused where it is written; only full-text tables cannot be strict."""
    loose = store.read().execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND NOT strict AND name NOT LIKE 'sqlite%' AND name <> '_sqlite_migrations'"
    )
    assert loose.fetchall() == []
    with pytest.raises(sqlite3.IntegrityError), store.write() as tx:
        tx.execute("INSERT INTO series(name, last) VALUES('a', 'not a number')")


def test_a_transaction_is_all_or_nothing(store: Store) -> None:
    """What fails half-way leaves no trace, whatever it failed with."""

    def fail(error: BaseException) -> None:
        with store.write() as tx:
            settings.put(tx, "first", "written")
            raise error

    for error in (UserError("complaint.empty"), ValueError(), KeyboardInterrupt()):
        with pytest.raises(type(error)):
            fail(error)
    assert settings.get(store.read(), "first", "nothing") == "nothing"
    with store.write() as tx:
        settings.put(tx, "first", "written")
    assert settings.get(store.read(), "first") == "written"


def test_a_transaction_notes_the_tables_it_touched(store: Store) -> None:
    """Screens learn which of them are stale, however the statement is written."""
    with store.write() as tx:
        tx.execute("SELECT * FROM article")
        assert tx.touched == set()
        tx.execute("insert or replace into setting(key, value) values('a', 'b')")
        tx.executemany("UPDATE OR IGNORE office SET name = ? WHERE id = ?", [("a", "b")])
        tx.execute("  DELETE\n FROM draft")
        tx.append("test.noted", "x", {}, NOW)
        tx.next_number("V-1")
    assert tx.touched == {"setting", "office", "draft", "event", "series"}


def test_a_number_that_was_not_used_is_given_again(store: Store) -> None:
    """A rollback leaves no hole in a series, and series do not disturb each other."""

    def slip() -> None:
        with store.write() as tx:
            tx.next_number("V-1")
            raise ValueError("slip")

    with pytest.raises(ValueError, match="slip"):
        slip()
    with store.write() as tx:
        assert [tx.next_number("V-1"), tx.next_number("V-2"), tx.next_number("V-1")] == [1, 1, 2]


def test_two_programs_write_in_turn(store: Store, folder: Path) -> None:
    """Read-then-write of two processes loses nothing: each holds the lock from the beginning."""
    assert let_go(*(started(COUNT, str(folder), "150") for _ in range(2))) == [0, 0]
    assert settings.get(store.read(), "count") == "300"


def test_two_programs_may_set_up_the_same_folder(tmp_path: Path) -> None:
    """Whoever comes second finds the work done."""
    assert let_go(*(started(SET_UP, str(tmp_path)) for _ in range(3))) == [0, 0, 0]
    with closing(sqlite3.connect(paths.database(tmp_path))) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == migrations.LATEST


def test_each_thread_has_its_own_connection(store: Store) -> None:
    """A reader in another thread does not see what is not committed yet."""
    seen: list[str] = []

    def look() -> None:
        seen.append(settings.get(store.read(), "a", "nothing"))

    with store.write() as tx:
        settings.put(tx, "a", "b")
        reader = threading.Thread(target=look)
        reader.start()
        reader.join()
    look()
    assert seen == ["nothing", "b"]


def test_a_closed_store_can_be_used_again(store: Store) -> None:
    """Closing drops the connections, not the Store."""
    store.close()
    assert pragma(store, "foreign_keys") == 1


def test_a_lock_of_another_program_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When patience ends there is a plain error, both at the door and while writing."""
    monkeypatch.setattr(stores, "BUSY_MS", 20)
    store = Store(folder)
    store.close()
    holder = started(HOLD, str(store.file))
    with pytest.raises(UserError, match=r"store\.locked"):
        Store(folder)
    with pytest.raises(UserError, match=r"store\.locked"), store.write():
        pass
    let_go(holder)
    with store.write() as tx:
        settings.put(tx, "a", "b")
    store.close()


def test_a_full_disk_saves_nothing_and_says_so(store: Store) -> None:
    """Running out of space half-way is a plain error, and what was saved before stays."""
    with store.write() as tx:
        settings.put(tx, "before", "safe")
    pages = pragma(store, "page_count")
    store.read().execute(f"PRAGMA max_page_count = {pages}")
    rows = [(str(n), "x" * 4096) for n in range(99)]
    with pytest.raises(UserError, match=r"store\.full"), store.write() as tx:
        tx.executemany("INSERT INTO setting(key, value) VALUES(?, ?)", rows)
    assert settings.get(store.read(), "before") == "safe"
    assert store.read().execute("SELECT count(*) FROM setting").fetchone()[0] == 1


def test_an_error_of_ours_is_not_hidden(store: Store) -> None:
    """A mistake in a statement is a bug and stays one."""
    with pytest.raises(sqlite3.OperationalError), store.write() as tx:
        tx.execute("INSERT INTO no_such_table VALUES(1)")


def written_by_another(file: Path) -> None:
    """A database of another program, which counts its versions higher than we do."""
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE theirs(x)")
        db.execute("PRAGMA user_version = 99")


def from_the_future(file: Path) -> None:
    """A database of ours from a later program."""
    Store(file.parent, create=True).close()
    with closing(sqlite3.connect(file)) as db:
        db.execute(f"PRAGMA user_version = {migrations.LATEST + 1}")


def garbage(file: Path) -> None:
    """No database at all."""
    file.write_bytes(b"this is no database" * 500)


def illegible(file: Path) -> None:
    """A database whose first page is gone."""
    Store(file.parent, create=True).close()
    data = bytearray(file.read_bytes())
    data[:100] = bytes(100)
    file.write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (written_by_another, "store.foreign"),
        (from_the_future, "store.newer"),
        (garbage, "store.damaged"),
        (illegible, "store.damaged"),
    ],
)
def test_a_file_that_is_not_ours_to_open_stays_as_it_is(
    spoil: Callable[[Path], None], code: str, tmp_path: Path
) -> None:
    """It is refused with its own sentence, and not a byte of it changes."""
    file = paths.database(tmp_path)
    spoil(file)
    before = file.read_bytes()
    for create in (False, True):
        with pytest.raises(UserError, match=code):
            Store(tmp_path, create=create)
    assert file.read_bytes() == before


def test_a_folder_without_database_is_said(tmp_path: Path) -> None:
    """Nothing is made where nobody asked for it."""
    with pytest.raises(UserError, match=r"store\.absent"):
        Store(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
    paths.database(tmp_path).mkdir()
    with pytest.raises(UserError, match=r"store\.absent"):
        Store(tmp_path)
    with pytest.raises(UserError, match=r"store\.unreachable"):
        Store(tmp_path, create=True)


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    """A data folder that cannot be made is a plain error."""
    (tmp_path / "data").write_text("a file")
    with pytest.raises(UserError, match=r"store\.unreachable"):
        Store(tmp_path / "data" / "desk", create=True)


def test_text_of_another_hand_is_damage(store: Store) -> None:
    """Bytes that are no UTF-8 in a text column are said to be damage, not a bug."""
    with store.write() as tx:
        tx.execute("INSERT INTO setting(key, value) VALUES('a', CAST(x'ff' AS TEXT))")
    with pytest.raises(UserError, match=r"store\.damaged"), store.write() as tx:
        settings.get(tx.db, "a")


def test_at_rest_the_pages_that_were_read_are_given_back(store: Store) -> None:
    """Reading goes on afterwards; a thread that has read nothing opens nothing for it."""
    asked: list[str] = []
    store.read().set_trace_callback(asked.append)
    thread = threading.Thread(target=store.rest)
    thread.start()
    thread.join()
    assert asked == []
    store.rest()
    assert asked == ["PRAGMA shrink_memory"]
    assert settings.get(store.read(), "nobody") == ""
