"""Bad data folders: read-only, full, newer, damaged, locked, not set up. One sentence each."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from frontdesk.base import paths
from frontdesk.store import migrations
from frontdesk.store import store as stores
from tests.helpers.command_line import COMMAND, ROOT, Ran, lines, run
from tests.helpers.desks import copied

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
# Root may write anywhere: without these rights it is like anybody else.
MORTAL = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if IS_ROOT else ()
APART = ("unshare", "-m") if IS_ROOT else ("unshare", "-rm")
SMALL_DISK = """
mount -t tmpfs -o size="$1" none "$2" && cp -a "$3/." "$2" || exit 77
shift 3
"$@"
code=$?
cp -a "$FRONTDESK_DATA/." "$KEPT"
exit $code
"""
BIG = [{"id": f"save-{n}", "text": f"{n} " + "x" * 20_000} for n in range(90)]
EVERY = [
    ["search", "a"],
    ["complaints"],
    ["complaint", "file", "-"],
    ["import", "articles", "-"],
    ["export", "articles", "out.jsonl"],
    ["check"],
    ["backup", "copy.db"],
    ["route", "a"],
]


def works(*words: str) -> bool:
    """Whether this machine lets us do a thing."""
    return (
        shutil.which(words[0]) is not None
        and not subprocess.run(words, capture_output=True, check=False).returncode
    )


needs_disk = pytest.mark.skipif(
    sys.platform != "linux" or not works(*APART, "mount", "-t", "tmpfs", "none", "/mnt"),
    reason="this machine lets us mount no small disk",
)
needs_mortality = pytest.mark.skipif(
    sys.platform == "win32" or (IS_ROOT and not works(*MORTAL, "true")),
    reason="this user may write anywhere",
)


def on_small_disk(
    folder: Path, tmp_path: Path, size: str, *words: str | Path, stdin: bytes = b""
) -> tuple[Ran, Path]:
    """Run a command with the data on a disk of `size`; return how it went and what was left."""
    disk, kept = tmp_path / "disk", tmp_path / "kept"
    disk.mkdir()
    kept.mkdir()
    done = subprocess.run(
        [*APART, "sh", "-c", SMALL_DISK, "sh", size, disk, folder, *COMMAND, *words],
        env=os.environ | {"FRONTDESK_DATA": str(disk), "KEPT": str(kept)},
        input=stdin, capture_output=True, cwd=ROOT, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode()), kept


@needs_disk
def test_a_full_disk_loses_nothing_that_was_printed(folder: Path, tmp_path: Path) -> None:
    """Cases are filed until the disk is full; those after it are refused one by one."""
    ran, kept = on_small_disk(folder, tmp_path, "2m", "complaint", "file", "-", stdin=lines(BIG))
    folios = [row["folio"] for row in ran.rows]
    assert 0 < len(folios) < len(BIG)
    refused = ran.err.splitlines()
    assert len(refused) == len(BIG) - len(folios)
    assert all("is full, nothing was saved" in line for line in refused)
    stored = run("complaints", "--json", "--data", kept).done().rows
    assert [row["folio"] for row in stored] == folios
    assert [row["number"] for row in stored] == list(range(1, len(folios) + 1))
    run("check", "--data", kept).done()


@needs_disk
def test_an_import_on_a_full_disk_is_not_half_done(folder: Path, tmp_path: Path) -> None:
    """Not one of the articles is there, and the desk goes on."""
    file = tmp_path / "articles.jsonl"
    file.write_bytes(lines([{"title": f"A {n}", "body": "word " * 9_000} for n in range(60)]))
    ran, kept = on_small_disk(folder, tmp_path, "1500k", "import", "articles", file)
    assert "full" in ran.refusal()
    run("export", "articles", tmp_path / "out.jsonl", "--data", kept).done()
    assert (tmp_path / "out.jsonl").read_bytes() == b""
    run("check", "--data", kept).done()


@needs_disk
def test_a_backup_to_a_full_disk_leaves_no_half_copy(folder: Path, tmp_path: Path) -> None:
    """The sentence names the copy, and nothing of it stays."""
    size = f"{paths.database(folder).stat().st_size // 1024 + 150}k"
    ran, kept = on_small_disk(
        folder, tmp_path, size, "backup", tmp_path / "disk" / "copies" / "monday.db"
    )
    assert "monday.db" in ran.refusal()
    assert not list(kept.rglob("monday*"))


@needs_disk
def test_a_restore_on_a_full_disk_keeps_the_desk(folder: Path, tmp_path: Path) -> None:
    """The old database is still in its place, whole."""
    copy = tmp_path / "copy.db"
    run("backup", copy, "--data", folder).done()
    run("complaint", "file", "-", "--data", folder, stdin=lines([{"text": "after"}])).done()
    size = f"{paths.database(folder).stat().st_size // 1024 + 150}k"
    ran, kept = on_small_disk(folder, tmp_path, size, "restore", copy)
    assert ran.refusal()
    assert len(run("complaints", "--json", "--data", kept).done().rows) == 1
    assert not (kept / "backups" / "restoring").exists()


@needs_disk
def test_a_set_up_on_a_full_disk_is_said(tmp_path: Path) -> None:
    """No desk, and no traceback."""
    empty = tmp_path / "empty"
    empty.mkdir()
    ran, _ = on_small_disk(empty, tmp_path, "100k", "init", "--site", "HQ")
    assert "full" in ran.refusal()


def as_mortal(folder: Path, *words: str, stdin: bytes = b"") -> Ran:
    """Run a command as somebody who has to keep to the rights of files."""
    done = subprocess.run(
        [*MORTAL, *COMMAND, *words, "--data", str(folder)],
        input=stdin, capture_output=True, cwd=ROOT, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@needs_mortality
@pytest.mark.parametrize("words", [["complaint", "file", "-"], ["check"], ["complaints"]])
def test_a_read_only_folder_is_said(folder: Path, words: list[str]) -> None:
    """Whatever is asked of it, and nothing in it changes."""
    before = paths.database(folder).read_bytes()
    paths.database(folder).chmod(0o444)
    folder.chmod(0o555)
    try:
        ran = as_mortal(folder, *words, stdin=lines([{"text": "a"}]))
    finally:
        folder.chmod(0o755)
    assert str(folder) in ran.refusal()
    assert ran.out == ""
    assert paths.database(folder).read_bytes() == before
    assert [path.name for path in folder.iterdir()] == [paths.DATABASE]


@needs_mortality
def test_a_read_only_database_is_said(folder: Path) -> None:
    """The folder may be written, the file may not."""
    paths.database(folder).chmod(0o444)
    ran = as_mortal(folder, "complaint", "file", "-", stdin=lines([{"text": "a"}]))
    assert "cannot be written" in ran.err
    assert (ran.code, ran.out) == (1, "")
    assert "Traceback" not in ran.err


@needs_mortality
def test_a_folder_where_nothing_can_be_made_is_said(tmp_path: Path) -> None:
    """A set-up under a folder of somebody else."""
    tmp_path.chmod(0o555)
    ran = as_mortal(tmp_path / "desk", "init", "--site", "HQ")
    tmp_path.chmod(0o755)
    assert str(tmp_path) in ran.refusal()


def newer(file: Path) -> None:
    """From a later program."""
    with closing(sqlite3.connect(file)) as db:
        db.execute(f"PRAGMA user_version = {migrations.LATEST + 1}")


def garbage_header(file: Path) -> None:
    """Its first page written over."""
    file.write_bytes(os.urandom(4096) + file.read_bytes()[4096:])


def no_database(file: Path) -> None:
    """A letter under a database's name."""
    file.write_text("Dear Sir or Madam, " * 300)


def foreign(file: Path) -> None:
    """A database of another program."""
    file.unlink()
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE theirs(x)")


def absent(file: Path) -> None:
    """Nothing there."""
    file.unlink()


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
@pytest.mark.parametrize("spoil", [newer, garbage_header, no_database, foreign, absent])
def test_a_database_that_cannot_be_opened_is_said(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path], None],
    words: list[str],
) -> None:
    """By every command alike, and not a byte of the folder changes."""
    monkeypatch.chdir(tmp_path)
    file = paths.database(folder)
    spoil(file)
    before = file.read_bytes() if file.exists() else None
    assert str(folder) in run(*words, "--data", folder, stdin=lines([{"text": "a"}])).refusal()
    assert (file.read_bytes() if file.exists() else None) == before
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_folder_that_is_not_set_up_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """An empty database of ours is no desk yet; what needs none of it may work."""
    monkeypatch.chdir(tmp_path)
    stores.Store(tmp_path / "data", create=True).close()
    ran = run(*words, "--data", tmp_path / "data", stdin=lines([{"text": "a"}]))
    assert "Traceback" not in ran.err
    if ran.code:
        assert ran.refusal()
    else:
        assert words[0] in ("complaints", "export", "check", "backup")


@pytest.mark.parametrize("what", ["zeroed", "cut"])
def test_a_database_with_lost_pages_is_said(folder: Path, what: str) -> None:
    """Half of the file gone: `check` names it, and no command ends in a traceback."""
    run("complaint", "file", "-", "--data", folder, stdin=lines(BIG)).done()
    file = paths.database(folder)
    data = file.read_bytes()
    half = len(data) // 2 // 4096 * 4096
    file.write_bytes(data[:half] + (bytes(len(data) - half) if what == "zeroed" else b""))
    assert run("check", "--data", folder).refusal()
    for words in EVERY[:3]:
        ran = run(*words, "--data", folder, stdin=lines([{"text": "a"}]))
        assert "Traceback" not in ran.err
        assert len(ran.err.splitlines()) <= 1


def test_a_locked_database_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program holds it: patience ends, the sentence says what to do, and later it works."""
    monkeypatch.setattr(stores, "BUSY_MS", 20)
    given = lines([{"text": "a"}])
    with closing(sqlite3.connect(paths.database(folder), isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        ran = run("complaint", "file", "-", "--data", folder, stdin=given)
        assert (ran.code, ran.out) == (1, "")
        assert "Another program" in ran.err
        run("complaints", "--data", folder).done()
        holder.execute("COMMIT")
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        holder.execute("COMMIT")
        for words in (["complaints"], ["check"], ["complaint", "file", "-"]):
            assert "Another program" in run(*words, "--data", folder, stdin=given).refusal()
    run("complaint", "file", "-", "--data", folder, stdin=given).done()


def test_a_restore_beside_an_open_desk_is_said(template: Path, tmp_path: Path) -> None:
    """And the desk that is open goes on."""
    folder = copied(template, tmp_path / "open")
    run("backup", tmp_path / "copy.db", "--data", folder).done()
    store = stores.Store(folder)
    assert "is open" in run("restore", tmp_path / "copy.db", "--data", folder).refusal()
    assert store.read().execute("SELECT count(*) FROM site").fetchone() == (1,)
    store.close()
    run("restore", tmp_path / "copy.db", "--data", folder).done()


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_the_database_itself_is_neither_backup_nor_its_place(folder: Path, command: str) -> None:
    """Both would destroy it."""
    file = paths.database(folder)
    assert "itself" in run(command, file, "--data", folder).refusal()
    run("check", "--data", folder).done()


def test_what_is_no_backup_is_said(folder: Path, tmp_path: Path) -> None:
    """Missing, a folder, text: the desk stays what it is."""
    (tmp_path / "text.db").write_text("Dear Sir or Madam")
    for name in ("missing.db", ".", "text.db"):
        assert run("restore", tmp_path / name, "--data", folder).refusal()
    run("check", "--data", folder).done()
