"""A year of many branches fed to one head office, or the part of it that time allows.

`python -m tests.benchmarks.year [DAYS [VISITS [BRANCHES]]]` lets each branch have a day, hand in
its envelopes, and head office take them all in with one round a day. It prints what a day costs
head office at the beginning and at the end, what travels, what lies on the disk, and what a year
of 250 such days comes to. A year whole is `250 100 50`; it takes hours.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

from frontdesk.base import paths
from frontdesk.store.store import Store
from frontdesk.sync import rounds
from frontdesk.sync.transports import Folder
from tests.benchmarks.sync import visit
from tests.helpers import branches
from tests.helpers.desks import NOW

YEAR_DAYS = 250
AT_EACH_END = 3  # days whose median stands for the beginning and the end


def main(days: int, visits: int, count: int) -> None:
    """Live through the days and print."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-year-") as place:
        root = Path(place)
        os.environ["FRONTDESK_STATE"] = str(root / "state")
        head = branches.head_office(root / "head")
        desks = [branches.branch(head, root / f"b{n}", f"Branch {n}") for n in range(count)]
        share = Folder(root / "share", create=True)
        rounds.exchange(head, share, now=NOW)
        spent, sent = [], []
        for day in range(days):
            before = _bytes(share.folder)
            for n, desk in enumerate(desks):
                _a_day(desk, share, day, visits, seed=n)
            start = time.process_time()
            done = rounds.exchange(head, share, now=NOW + timedelta(days=day, hours=10))
            spent.append(time.process_time() - start)
            sent.append(_bytes(share.folder) - before)
            assert not done.refused
        _say(head, spent, sent, visits, count)
        for store in (head, *desks):
            store.close()


def _a_day(desk: Store, share: Folder, day: int, visits: int, *, seed: int) -> None:
    chance = random.Random(f"{seed} {day}")
    with desk.write() as tx:
        for n in range(visits):
            visit(tx, day * visits + n, chance)
    rounds.exchange(desk, share, now=NOW + timedelta(days=day, hours=9))


def _say(head: Store, spent: list[float], sent: list[int], visits: int, count: int) -> None:
    (events,) = head.read().execute("SELECT count(*) FROM event").fetchone()
    head.read().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = paths.database(head.folder).stat().st_size
    first, last = median(spent[:AT_EACH_END]), median(spent[-AT_EACH_END:])
    days, branch_day = len(spent), median(sent) / count
    print(f"{days} days of {count} branches with {visits} visits: {events} events at head office")
    print(f"a day at head office: {last / first:.2f} times as much at the end as at the beginning,")
    print(f"  {1e6 * last / (visits * count):.0f} microseconds of processor a visit")
    print(f"a branch sends {branch_day / 1000:.1f} kB a day, {branch_day / visits:.0f} B a visit")
    print(f"the database of head office: {size / 1e6:.1f} MB, {size / events:.0f} B an event")
    print(f"extrapolated to {YEAR_DAYS} days of {count} branches with {visits} visits:")
    print(f"  {events / days * YEAR_DAYS / 1e6:.2f} million events, "
          f"{size / days * YEAR_DAYS / 1e9:.2f} GB at head office, "
          f"{median(sent) * YEAR_DAYS / 1e6:.0f} MB travelled, "
          f"{last * YEAR_DAYS / 60:.0f} minutes of processor")  # fmt: skip


def _bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


if __name__ == "__main__":
    main(*(int(given) for given in (*sys.argv[1:], *("20", "40", "50")[len(sys.argv) - 1 :])))
