"""Copies by themselves: made each day and before an import, rotated, taken to a second place."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, copies
from frontdesk.core.copies import Counted
from frontdesk.exchange import importing
from frontdesk.store import backup, settings
from frontdesk.store.store import Actor, Store
from tests.helpers.desks import NOW


def filed(store: Store, text: str = "No llega el recibo") -> None:
    """One more complaint."""
    with store.write() as tx:
        complaints.file(tx, text, now=NOW)


def aged(file: Path, made_at: datetime) -> None:
    """Say of a copy that it was made at an instant."""
    os.utime(file, (made_at.timestamp(), made_at.timestamp()))


def names(folder: Path) -> list[str]:
    """The copies in a folder."""
    return sorted(file.name for file in folder.iterdir())


def live(store: Store, days: int) -> None:
    """Let a desk be opened on so many days."""
    for n in range(days):
        copies.daily(store, now=NOW + timedelta(days=n))


def test_a_day_has_one_copy(store: Store) -> None:
    """The first start makes it, the later ones of the day leave it as it is."""
    first = copies.daily(store, now=NOW)
    filed(store)
    again = copies.daily(store, now=NOW + timedelta(hours=5))
    assert (first.made, again.made, again.file) == (True, False, first.file)
    backup.verify(first.file)
    assert copies.daily(store, now=NOW + timedelta(hours=20)).made


def test_seven_days_and_four_weeks_are_kept(store: Store) -> None:
    """Of older ones the newest of each week, and none that is older than thirty days."""
    live(store, 60)
    kept = [copy.made_at.date() for copy in copies.kept(store.folder)]
    last = (NOW + timedelta(days=59)).date()
    assert kept[:7] == [last - timedelta(days=n) for n in range(7)]
    assert all(day.isoweekday() == 7 for day in kept[7:])
    assert 9 <= len(kept) <= 11
    assert kept[-1] >= last - timedelta(days=30)


def test_the_last_copy_of_a_desk_that_was_shut_stays(store: Store) -> None:
    """Rotation follows a good copy only, and never leaves none."""
    live(store, 1)
    before = names(store.folder / backup.FOLDER)
    copies.before_import(store, now=NOW + timedelta(days=90))
    assert before[0] in names(store.folder / backup.FOLDER)


def test_what_somebody_put_there_by_hand_is_not_rotated(store: Store) -> None:
    """A name that is not ours is nobody's to delete."""
    own = store.folder / backup.FOLDER / "mine.db"
    backup.copy_to(store.read(), own)
    aged(own, NOW - timedelta(days=400))
    other = store.folder / backup.FOLDER / "before-version-3.db"
    backup.copy_to(store.read(), other)
    aged(other, NOW - timedelta(days=31))
    live(store, 2)
    assert "mine.db" in names(own.parent)
    assert "before-version-3.db" not in names(own.parent)


def test_an_import_has_a_copy_of_before(store: Store, tmp_path: Path) -> None:
    """With what was there, without what the import brought; five of them are kept."""
    for n in range(7):
        file = tmp_path / "offices.csv"
        file.write_text(f"name;code\nRegistro {n};R{n}\n", encoding="utf-8")
        plan = importing.judge(store, "offices", file)
        importing.apply(store, plan, now=NOW + timedelta(minutes=n))
    kept = copies.kept(store.folder)
    assert [copy.occasion for copy in kept] == ["import"] * 5
    newest = copies.compare(store.folder, kept[0])
    assert Counted("office", 7, 6, 1) in newest.counts


def test_an_import_without_room_for_its_copy_is_refused(store: Store, tmp_path: Path) -> None:
    """Nothing is changed that could not be brought back."""
    (store.folder / backup.FOLDER).write_text("a file where the folder should be")
    file = tmp_path / "offices.csv"
    file.write_text("name;code\nRegistro;R\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"backup\.unwritable"):
        importing.apply(store, importing.judge(store, "offices", file), now=NOW)
    assert store.read().execute("SELECT count(*) FROM office").fetchone() == (0,)


def test_each_day_goes_to_the_second_place_too(store: Store, tmp_path: Path) -> None:
    """In a folder of its own, rotated like the first; as soon as the place is there again."""
    second = tmp_path / "stick"
    second.mkdir()
    with store.write() as tx:
        copies.take_to(tx, str(second))
    second.rmdir()
    away = copies.daily(store, now=NOW)
    assert away.refused
    assert away.refused.code == "sync.no_folder"
    assert settings.get(store.read(), copies.SECOND_FAILED) == "sync.no_folder"
    second.mkdir()
    back = copies.daily(store, now=NOW)
    assert (back.made, back.refused) == (False, None)
    assert settings.get(store.read(), copies.SECOND_FAILED) == ""
    kept = copies.kept(store.folder, str(second))
    assert [copy.second for copy in kept].count(True) == 1
    assert {copy.file.name for copy in kept} == {back.file.name}
    live(store, 12)
    (folder,) = second.iterdir()
    assert len(names(folder)) <= copies.DAYS + copies.WEEKS


def test_only_an_admin_says_where_copies_go(store: Store, tmp_path: Path) -> None:
    """And only to a folder that is there."""
    with pytest.raises(UserError, match=r"sync\.no_folder"), store.write() as tx:
        copies.take_to(tx, str(tmp_path / "nowhere"))
    store.actor = Actor("p-1", "receptionist")
    with pytest.raises(UserError, match=r"role\.needed"), store.write() as tx:
        copies.take_to(tx, str(tmp_path))


def test_a_comparison_tells_what_came_since(store: Store) -> None:
    """Counts then and now, what only the database has, and what was told since."""
    filed(store)
    made = copies.daily(store, now=NOW)
    filed(store, "La cola no avanza")
    found = copies.compare(store.folder, copies.kept(store.folder)[0])
    assert Counted("complaint", 2, 1, 1) in found.counts
    assert Counted("article", 0, 0, 0) in found.counts
    assert found.taken_along == 1
    assert found.copy.file == made.file


def test_a_damaged_database_still_has_copies_to_choose_from(store: Store) -> None:
    """What is there now cannot be told; the newest whole copy is found past a damaged one."""
    filed(store)
    live(store, 2)
    store.close()
    store.file.write_bytes(b"x" * 8192)
    newest, older = copies.kept(store.folder)
    newest.file.write_bytes(newest.file.read_bytes()[:5000])
    found = copies.newest_sound(store.folder)
    assert found
    assert found.file == older.file
    counts = copies.compare(store.folder, found).counts
    assert Counted("complaint", None, 1, 0) in counts
