"""How soon the desks of a branch see each other's tickets, and what the grant of a call costs.

`python -m tests.benchmarks.live [TICKETS]` sends tickets from one desk and waits until the other
sees each, on a real PostgreSQL on this machine; then it calls them, granted by the hub and not.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles

from frontdesk.core import queue, sites
from frontdesk.sync import hub
from tests.helpers import branches, postgres
from tests.helpers.desks import NOW
from tests.helpers.live_desks import Counter, furnish

MOST_S = 2.0


def main(count: int) -> None:
    """Measure and print."""
    with (
        tempfile.TemporaryDirectory(prefix="frontdesk-live-") as place,
        postgres.server() as server,
    ):
        root = Path(place)
        os.environ["FRONTDESK_STATE"] = str(root / "state")
        head = branches.head_office(root / "head")
        desks = [branches.branch(head, root / name) for name in ("one", "two")]
        furnish(*desks)
        address = _admitted(server.address, head.read(), desks[0].read())
        one, two = (Counter(store, address).start() for store in desks)
        seen = [_seen(one, two) for _ in range(count)]
        granted = [_spent(lambda: two.call("reg")) for _ in range(count // 2)]
        alone = [_spent(lambda: _call_alone(two)) for _ in range(count // 2)]
        for counter in (one, two):
            counter.live.stop()
        last = quantiles(seen, n=20)[-1]
        print(f"{count} tickets, from the commit at one desk until the other desk lists them:")
        median_, last_, longest = (MOST_S / one for one in (median(seen), last, max(seen)))
        print(
            f"  median a {median_:.0f}th of the {MOST_S:.0f} s allowed, "
            f"95th percentile a {last_:.0f}th, longest a {longest:.0f}th"
        )
        print("a call of one desk's own queue:            1.0")
        print(f"  granted by the hub:                      {median(granted) / median(alone):.1f}")


def _admitted(address: str, head: object, desk: object) -> str:
    with closing(hub.connect(address)) as db:
        hub.set_up(db, sites.here(head).site_id)  # type: ignore[arg-type]
        admitted = hub.admit(db, sites.here(desk).site_id, "NORT")  # type: ignore[arg-type]
    assert admitted
    return address.replace(postgres.OWNER, admitted[0]).replace(postgres.PASSWORD, admitted[1])


def _seen(one: Counter, two: Counter) -> float:
    before = len(two.sees("reg"))
    one.send("reg")
    start = time.perf_counter()
    two.until(lambda: len(two.sees("reg")) > before)
    return time.perf_counter() - start


def _call_alone(counter: Counter) -> None:
    with counter.store.write() as tx:
        queue.call_next(tx, "reg", now=NOW)


def _spent(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
