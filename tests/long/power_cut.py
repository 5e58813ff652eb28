"""The power is cut while complaints are filed: `python -m tests.long.power_cut 1000`.

A program files, and acknowledges each case once it is committed; strace records what it does to the
disk. Then the disk is rebuilt at as many random moments as asked, with what was not flushed kept,
dropped or torn. Every case that had been acknowledged must be there, and `check` pass.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from frontdesk.base import paths
from frontdesk.core import checking, complaints
from frontdesk.store.store import Store
from tests.helpers.desks import set_up
from tests.helpers.power import Step, after_cut, recorded

CASES = 60
# Checkpoints every few cases, so that cuts fall into them too.
PROGRAM = """
import sys
from pathlib import Path
from frontdesk.core import complaints
from frontdesk.store.store import Store
from tests.helpers.desks import NOW
store = Store(Path(sys.argv[1]))
store.read().execute(f"PRAGMA synchronous = {sys.argv[2]}")
store.read().execute("PRAGMA wal_autocheckpoint = 60")
for n in range(int(sys.argv[3])):
    with store.write() as tx:
        case = complaints.file(tx, f"No llega el recibo {n} " + "x" * (n * 97 % 900), now=NOW)
    print(case.folio, flush=True)
"""


def cut(place: Path, cuts: int, chance: random.Random, synchronous: str = "FULL") -> list[str]:
    """Record one run, then cut it as often as asked; return what is wrong."""
    folder = set_up(place / "desk")
    before = {str(file): file.read_bytes() for file in folder.iterdir() if file.is_file()}
    words = (str(folder), synchronous, str(CASES))
    steps = recorded(PROGRAM, *words, log=place / "strace.log")
    ours = [step for step in steps if step.did == "said" or Path(step.path).parent == folder]
    faults = []
    for _ in range(cuts):
        end = chance.randrange(1, len(ours) + 1)
        found = after_cut(before, ours[:end], chance)
        faults += faults_of(place / "found", found, ours[:end])
    return faults


def faults_of(folder: Path, files: dict[str, bytes], steps: Sequence[Step]) -> list[str]:
    """What is wrong with the files that a cut has left."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path, data in files.items():
        name = Path(path).name
        if not name.endswith("-shm"):  # lies in memory, and is made anew
            (folder / name).write_bytes(data)
    assert paths.database(folder).is_file()
    said = b"".join(step.data for step in steps if step.did == "said").decode().split()
    store = Store(folder)
    known = {case.folio for case in complaints.every(store.read())}
    faults = checking.faults(store)
    store.close()
    return [*faults, *(f"lost {folio}" for folio in said if folio not in known)]


def main(cuts: int, seed: int) -> int:
    """Cut as often as asked; return how many faults were found."""
    with TemporaryDirectory() as place:
        os.environ["FRONTDESK_STATE"] = f"{place}/state"
        faults = cut(Path(place), cuts, random.Random(seed))
    print(f"{cuts} cuts, {len(faults)} faults")  # noqa: T201 - its answer
    for fault in faults[:20]:
        print(fault)  # noqa: T201 - as above
    return len(faults)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    raise SystemExit(min(1, main(given[0] if given else 1000, given[1] if len(given) > 1 else 1)))
