"""Exchange that is killed at moments nobody chose: `python -m tests.long.kill_exchange 500`.

A branch files and gives, head office takes, each in a process that is killed somewhere on its way.
Repeating has to finish the job: every case arrives once, and `check` finds both databases whole.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from frontdesk.core import checking, complaints
from frontdesk.store.store import Store
from tests.helpers import branches
from tests.helpers.command_line import process, started
from tests.helpers.desks import NOW

SEGMENTS = 12  # that wait for head office in each run


def kill_exchanges(place: Path, kills: int, chance: random.Random) -> list[str]:
    """Kill as often as asked; return what is wrong in the end."""
    head = branches.head_office(place / "head")
    north = branches.branch(head, place / "north")
    share = place / "share"
    share.mkdir()
    longest, filed = 0.0, set[str]()
    for n in range(kills):
        store = (head, north)[n % 2]
        if n % 2 == 0:
            filed |= _give(north, share, chance)
        head.close()
        north.close()
        longest = max(longest, _kill(store.folder, share, chance.random() * (longest or 1.0)))
    for store in (north, head, north, head):
        process("sync", share, "--data", store.folder).done()
    faults = [fault for store in (head, north) for fault in checking.faults(store)]
    known = [case.id for case in complaints.every(head.read())]
    faults += [f"lost {one}" for one in sorted(filed - set(known))]
    faults += ["twice"] * (len(known) - len(set(known)))
    head.close()
    north.close()
    return faults


def _give(north: Store, share: Path, chance: random.Random) -> set[str]:
    filed = set()
    for _ in range(chance.randrange(1, SEGMENTS)):
        with north.write() as tx:
            filed.add(complaints.file(tx, "No llega el recibo", now=NOW).id)
        branches.meet(share, north)
    return filed


def _kill(folder: Path, share: Path, after_s: float) -> float:
    """Kill an exchange some time after its start; return how long it lived."""
    start = time.perf_counter()
    with started("sync", share, "--data", folder) as desk:
        killer = threading.Timer(after_s, desk.send_signal, (signal.SIGKILL,))
        killer.start()
        desk.communicate()
        killer.cancel()
    return time.perf_counter() - start


def main(kills: int, seed: int) -> int:
    """Kill as often as asked; return how many faults were found."""
    with TemporaryDirectory() as place:
        os.environ["FRONTDESK_STATE"] = f"{place}/state"
        faults = kill_exchanges(Path(place), kills, random.Random(seed))
    print(f"{kills} kills, {len(faults)} faults")  # noqa: T201 - its answer
    for fault in faults[:20]:
        print(fault)  # noqa: T201 - as above
    return len(faults)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    raise SystemExit(min(1, main(given[0] if given else 500, given[1] if len(given) > 1 else 1)))
