"""The long form of the kill test: `python -m tests.long.kill_filing 200`.

One desk is killed as often as asked while it files complaints. After each kill every folio that was
ever printed has to be on record, without a gap, in a database that `check` finds whole.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.helpers.desks import set_up
from tests.helpers.killing import faults_after, file_and_kill


def main(kills: int, seed: int) -> int:
    """Kill as often as asked; return how many faults were found."""
    chance, printed, faults = random.Random(seed), list[str](), list[str]()
    with TemporaryDirectory() as place:
        folder = set_up(Path(place) / "desk")
        for _ in range(kills):
            printed += file_and_kill(folder, chance)
            faults += faults_after(folder, printed)
    print(f"{kills} kills, {len(printed)} folios printed, {len(faults)} faults")  # noqa: T201 - its answer
    for fault in faults[:20]:
        print(fault)  # noqa: T201 - as above
    return len(faults)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    raise SystemExit(min(1, main(given[0] if given else 200, given[1] if len(given) > 1 else 1)))
