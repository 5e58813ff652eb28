"""The copies of the database that the program makes by itself: each day, and before an import.

They lie in the data folder's `backups`, and each day's in a second place too where one is set.
Rotated: seven days, four weeks, five imports, five that were asked for, and nothing older than
thirty days, because a copy still knows the persons that were erased since. The newest copy of a day
stays however old it is.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from frontdesk.base import clock, paths
from frontdesk.base.errors import UserError
from frontdesk.core.roles import require
from frontdesk.core.sites import Here, here
from frontdesk.store import backup, settings
from frontdesk.store.store import Store, Tx

SECOND = "copies.second"
SECOND_FAILED = "copies.second_failed"  # the code of why the second place took no copy last time
MAX_AGE = timedelta(days=30)
DAYS, WEEKS, OTHERS = 7, 4, 5
IMPORT, ASKED = "import", "asked"
LOW_BYTES = 500_000_000
# How a copy's name begins -> on what occasion it was made; what fits none was put there by hand.
_OCCASIONS = {
    "day-": "day", "import-": IMPORT, "asked-": ASKED, "before-version-": "version",
    "before-": "update", "replaced-": "replaced", "demo-": "demo",
}  # fmt: skip
_DAY = re.compile(r"day-(\d{4}-\d\d-\d\d)-.+\.db")
# What is counted in a copy, by the noun's table, and which rows of it are the noun's.
_COUNTED = {
    "article": "1", "office": "1", "person": "1", "contact": "closed_at IS NOT NULL",
    "complaint": "1", "promise": "1", "gap": "1",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy in a folder: on what occasion it was made, when, and how large it is."""

    file: Path
    occasion: str
    made_at: datetime
    bytes: int
    second: bool = False

    @property
    def id(self) -> str:
        """By what a list finds it again."""
        return str(self.file)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of a noun there are now and were then, and how many of those now are not in it.

    `now` is None where the database cannot be read.
    """

    noun: str
    now: int | None
    then: int
    only_now: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What restoring a copy would change. `told_at` is when something was last told in it; what was
    told since and can still be read is taken along by a restore: so many events.
    """

    copy: Copy
    counts: tuple[Counted, ...]
    told_at: str
    taken_along: int


class _Contents(NamedTuple):
    """What a database holds, by id."""

    ids: dict[str, set[str]]
    events: set[bytes]
    told_at: str


@dataclass(frozen=True, slots=True)
class Day:
    """What came of the copy of a day; `refused` is why the second place did not take it."""

    file: Path
    made: bool
    refused: UserError | None = None


def daily(store: Store, *, now: datetime) -> Day:
    """Make the copy of the day where there is none yet, take it along, forget old ones."""
    us = here(store.read())
    day = clock.day(now, us.zone)
    file = store.folder / backup.FOLDER / f"day-{day.isoformat()}-{us.desk}.db"
    made = not file.exists()
    if made:
        _make(store, file, now)
    return Day(file, made, _take_along(store, us, file, now))


def make(store: Store, occasion: str, *, now: datetime) -> Path:
    """Keep the database as it is on an occasion, IMPORT or ASKED."""
    file = store.folder / backup.FOLDER / f"{occasion}-{now:%Y%m%dT%H%M%S%f}.db"
    _make(store, file, now)
    return file


def before_import(store: Store, *, now: datetime) -> Path:
    """Keep the database as it is before an import changes it."""
    return make(store, IMPORT, now=now)


def take_to(tx: Tx, folder: str) -> None:
    """Take each day's copy to a second folder too, from now on; with '' no longer."""
    require(tx, "site.write")
    if folder and not Path(folder).is_dir():
        raise UserError("sync.no_folder", folder=folder, field="folder")
    settings.put(tx, SECOND, folder)
    settings.put(tx, SECOND_FAILED, "")


def second_place(db: sqlite3.Connection) -> tuple[str, str]:
    """Return the second folder, '' where there is none, and why it took no copy last time."""
    return settings.get(db, SECOND), settings.get(db, SECOND_FAILED)


def kept(folder: Path, second: str = "") -> list[Copy]:
    """Return the copies of a data folder and of its second place, the newest first."""
    own, other = folder / backup.FOLDER, Path(second) if second else None
    found = [*_in(own), *(_in_second(other) if other else ())]
    return sorted(found, key=lambda copy: copy.made_at, reverse=True)


def compare(folder: Path, copy: Copy) -> Difference:
    """Return what restoring a copy would change; the database may be damaged or not there."""
    backup.verify(copy.file)
    then = _contents(copy.file, immutable=True)
    try:
        now = _contents(paths.database(folder), immutable=False)
    except sqlite3.Error:
        counts = [Counted(noun, None, len(ids), 0) for noun, ids in then.ids.items()]
        return Difference(copy, tuple(counts), then.told_at, 0)
    counts = [
        Counted(noun, len(now.ids[noun]), len(ids), len(now.ids[noun] - ids))
        for noun, ids in then.ids.items()
    ]
    return Difference(copy, tuple(counts), then.told_at, len(now.events - then.events))


def named(file: Path) -> Copy:
    """Return a file from anywhere as a copy. Raises UserError where there is none."""
    try:
        told = file.stat()
    except OSError as error:
        raise UserError("backup.absent", file=file) from error
    return Copy(file, "other", datetime.fromtimestamp(told.st_mtime, UTC), told.st_size)


def newest_sound(folder: Path, second: str = "") -> Copy | None:
    """Return the newest copy that opens and is whole; None where there is none."""
    for copy in kept(folder, second):
        with suppress(UserError):
            if copy.occasion != "replaced":
                backup.verify(copy.file)
                return copy
    return None


def free_bytes(folder: Path) -> int:
    """Return how much room the disk of a data folder has."""
    return shutil.disk_usage(folder).free


def _make(store: Store, file: Path, now: datetime) -> None:
    backup.copy_to(store.read(), file)
    os.utime(file, (now.timestamp(), now.timestamp()))
    _rotate(file, now)


def _take_along(store: Store, us: Here, file: Path, now: datetime) -> UserError | None:
    """Bring the copy of a day to the second place; what fails is remembered and told."""
    place = settings.get(store.read(), SECOND)
    if not place:
        return None
    folder = Path(place) / f"frontdesk-{us.site}-{socket.gethostname()}"
    refused = None if Path(place).is_dir() else UserError("sync.no_folder", folder=place)
    if refused is None and not (folder / file.name).exists():
        try:
            backup.copy_file(file, folder / file.name)
        except UserError as error:
            refused = error
        else:
            _rotate(folder / file.name, now)
    code = refused.code if refused else ""
    if settings.get(store.read(), SECOND_FAILED) != code:
        with store.write() as tx:
            settings.put(tx, SECOND_FAILED, code)
    return refused


def _rotate(made: Path, now: datetime) -> None:
    """Delete what nobody needs any more beside a copy that was just made, whatever the clock says;
    a file that is held stays until next time.
    """
    for copy in _superfluous(_in(made.parent), now):
        if copy.file != made:
            with suppress(OSError):
                copy.file.unlink()


def _superfluous(found: Iterable[Copy], now: datetime) -> Iterator[Copy]:
    copies = sorted(found, key=lambda copy: copy.made_at, reverse=True)
    days = sorted({_day_of(copy) for copy in copies if copy.occasion == "day"}, reverse=True)
    weeks = {day.isocalendar()[:2]: day for day in reversed(days)}  # the newest day of each
    wanted = {*days[:DAYS], *sorted(weeks.values(), reverse=True)[:WEEKS]}
    few = {one: [copy for copy in copies if copy.occasion == one] for one in (IMPORT, ASKED)}
    for copy in copies:
        day = _day_of(copy)
        is_old = now.date() - day > MAX_AGE
        if copy.occasion == "day":
            if day != days[0] and (is_old or day not in wanted):
                yield copy
        elif copy.occasion != "other" and (is_old or copy in few.get(copy.occasion, [])[OTHERS:]):
            yield copy


def _day_of(copy: Copy) -> date:
    match = _DAY.fullmatch(copy.file.name)
    return date.fromisoformat(match.group(1)) if match else copy.made_at.date()


def _in(folder: Path, *, second: bool = False) -> Iterator[Copy]:
    """Yield the copies of a folder; one that cannot be looked into has none."""
    with suppress(OSError):
        for file in folder.glob("*.db"):
            told = file.stat()
            occasion = next((o for start, o in _OCCASIONS.items() if file.name.startswith(start)),
                            "other")  # fmt: skip
            made_at = datetime.fromtimestamp(told.st_mtime, UTC)
            yield Copy(file, occasion, made_at, told.st_size, second)


def _in_second(place: Path) -> Iterator[Copy]:
    with suppress(OSError):
        for folder in place.glob("frontdesk-*"):
            yield from _in(folder, second=True)


def _contents(file: Path, *, immutable: bool) -> _Contents:
    how = "mode=ro&immutable=1" if immutable else "mode=ro"
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True)) as db:
        ids = {
            noun: {str(one) for (one,) in db.execute(f"SELECT id FROM {noun} WHERE {which}")}
            for noun, which in _COUNTED.items()
        }
        events = {one for (one,) in db.execute("SELECT id FROM event")}
        (told_at,) = db.execute("SELECT coalesce(max(at), '') FROM event").fetchone()
    return _Contents(ids, events, told_at)
