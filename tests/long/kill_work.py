"""Exchange, restore, migration and import, killed at moments nobody chose:
`python -m tests.long.kill_work 500 [restore import migration exchange]`.

Each time on a fresh copy of real files, and each time the same must hold: `check` finds the
database whole, nothing acknowledged is lost, and repeating finishes the job.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from frontdesk.core import checking, complaints
from frontdesk.core.knowledge import articles
from frontdesk.exchange import importing
from frontdesk.store import backup, events, migrations, seals
from frontdesk.store.store import Store
from frontdesk.sync import restoring, rounds
from frontdesk.sync.transports import Folder
from tests.helpers import branches
from tests.helpers.desks import NOW, set_up
from tests.helpers.killing import cut_off

CASES, ROWS, OLD_EVENTS = 60, 400, 2_000
COPY = "the-copy.db"


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work on a folder: what it needs there, what it does, what must hold after it was
    killed and after it was repeated.
    """

    prepare: Callable[[Path], None]
    work: Callable[[Path], object]
    killed: Callable[[Path], list[str]]
    finished: Callable[[Path], list[str]]


def kill(place: Path, job: Job, kills: int, chance: random.Random) -> list[str]:
    """Kill a job as often as asked, each time on a copy of what it needs; return what is wrong."""
    template, folder, faults, longest = place / "template", place / "desk", list[str](), 0.0
    job.prepare(template)
    for _ in range(kills + 1):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(template, folder)
        after_s = chance.random() * longest if longest else 600.0  # the first one is left alone
        lived = cut_off(partial(job.work, folder), after_s)
        longest = longest or lived
        faults += job.killed(folder)
        job.work(folder)
        faults += job.finished(folder)
    return faults


# ------------------------------------------------------------------ what must hold


def known(folder: Path, count: int) -> list[str]:
    """What is wrong with a desk that must have so many complaints."""
    store = Store(folder)
    found = {case.id for case in complaints.every(store.read())}
    faults = checking.faults(store)
    store.close()
    return [*faults, *([f"{len(found)} of {count} complaints"] if len(found) != count else [])]


def filed(store: Store, count: int) -> None:
    """So many complaints, each acknowledged by its own commit."""
    for n in range(count):
        with store.write() as tx:
            complaints.file(tx, f"No llega el recibo {n} " + "x" * (n % 400), now=NOW)


# ------------------------------------------------------------------ the jobs


def prepare_restore(folder: Path) -> None:
    """A desk, a copy of it, and as many complaints again since."""
    store = Store(set_up(folder))
    filed(store, CASES)
    backup.copy_to(store.read(), folder / COPY)
    filed(store, CASES)
    store.close()


def restore(folder: Path) -> None:
    """Bring the copy back."""
    restoring.restore(folder, folder / COPY, now=NOW)


def prepare_import(folder: Path) -> None:
    """A desk, and a list of articles."""
    store = Store(set_up(folder))
    filed(store, CASES)
    store.close()
    rows = "\n".join(f"P-{n};Trámite número {n};{'palabra ' * 40}" for n in range(ROWS))
    (folder / "articles.csv").write_text(f"code;title;body\n{rows}\n", encoding="utf-8")


def take_in(folder: Path) -> None:
    """Import the list."""
    store = Store(folder)
    importing.apply(store, importing.judge(store, "articles", folder / "articles.csv"), now=NOW)
    store.close()


def imported(folder: Path, *allowed: int) -> list[str]:
    """What is wrong with a desk that must have the list whole, or not at all."""
    store = Store(folder)
    count = len(list(articles.docs(store.read())))
    store.close()
    return [*known(folder, CASES), *([f"{count} articles"] if count not in allowed else [])]


def prepare_migration(folder: Path) -> None:
    """The database of the first version, with a log."""
    with (
        mock.patch.object(migrations, "STEPS", migrations.STEPS[:1]),
        mock.patch.object(migrations, "LATEST", 1),
        mock.patch.object(seals, "seal", return_value=None),  # there were none
    ):
        store = Store(set_up(folder))
        with store.write() as tx:
            for n in range(OLD_EVENTS):
                tx.append("old.thing", f"e-{n}", {"text": "palabra " * 30}, NOW)
        store.close()


def migrate(folder: Path) -> None:
    """Open it with this version."""
    Store(folder).close()


def migrated(folder: Path) -> list[str]:
    """What is wrong with a desk of the first version after it was opened."""
    store = Store(folder)
    faults = checking.faults(store)
    told = sum(event.kind == "old.thing" for event in events.in_order(store.read()))
    store.close()
    backup.verify(folder / backup.FOLDER / "before-version-2.db")
    return [*faults, *([f"{told} events"] if told != OLD_EVENTS else [])]


def prepare_exchange(folder: Path) -> None:
    """A branch with complaints of its own, and a folder with as many of head office's for it."""
    head = branches.head_office(folder / "head")
    north = branches.branch(head, folder / "north")
    for store in (north, head):
        filed(store, CASES)
    branches.meet(folder / "share", head)
    branches.meet(folder / "share", north, head)
    filed(north, CASES)
    head.close()
    north.close()


def exchange(folder: Path) -> None:
    """The branch meets the folder."""
    north = Store(folder / "north")
    rounds.exchange(north, Folder(folder / "share"), now=NOW)
    north.close()


def exchanged(folder: Path) -> list[str]:
    """What is wrong at head office once it has met the folder too."""
    faults = known(folder / "north", 2 * CASES)
    head = Store(folder / "head")
    rounds.exchange(head, Folder(folder / "share"), now=NOW)
    head.close()
    return [*faults, *known(folder / "head", 3 * CASES)]


JOBS = {
    "restore": Job(
        prepare_restore, restore,
        partial(known, count=2 * CASES), partial(known, count=2 * CASES),
    ),
    "import": Job(
        prepare_import, take_in,
        lambda folder: imported(folder, 0, ROWS), lambda folder: imported(folder, ROWS),
    ),
    "migration": Job(prepare_migration, migrate, migrated, migrated),
    "exchange": Job(
        prepare_exchange, exchange,
        lambda folder: known(folder / "north", 2 * CASES), exchanged,
    ),
}  # fmt: skip


def main(kills: int, names: list[str]) -> int:
    """Kill as often as asked, each job its share; return how many faults were found."""
    names, count = names or list(JOBS), 0
    kills = -(-kills // len(names))
    for name in names:
        with TemporaryDirectory() as place:
            os.environ["FRONTDESK_STATE"] = f"{place}/state"
            faults = kill(Path(place), JOBS[name], kills, random.Random(1))
        print(f"{name}: {kills} kills, {len(faults)} faults", flush=True)  # noqa: T201 - its answer
        for fault in faults[:20]:
            print(fault)  # noqa: T201 - as above
        count += len(faults)
    return count


if __name__ == "__main__":
    given = sys.argv[1:]
    raise SystemExit(min(1, main(int(given[0]) if given else 500, given[1:])))
